using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Nantong.OpenData.Native.Host;

/// <summary>A deployed folder as the Functions host reads it: <c>host.json</c> and one <c>function.json</c> for each function.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Executable">Path of the custom handler.</param>
/// <param name="Functions">The functions, in name order.</param>
internal sealed record FunctionApp(string Folder, string Executable, IReadOnlyList<Function> Functions)
{
    /// <summary>Reads a folder, and refuses what the host would not run as a handler that it proxies to.</summary>
    public static FunctionApp Read(string folder)
    {
        var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "host.json"))).RootElement;
        Assert.Equal("2.0", host.GetProperty("version").GetString());
        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

        var handler = host.GetProperty("customHandler");
        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        var executable = Path.Combine(folder, handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!);
        Assert.True(File.Exists(executable), $"{executable} is what host.json starts, and it is not there.");

        var functions = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .Select(function => Function.Read(Path.GetFileName(function), File.ReadAllText(Path.Combine(function, "function.json"))));
        return new(folder, executable, [.. functions]);
    }

    /// <summary>The functions that an HTTP request from outside reaches: the host picks the most precise of them, and answers 404 itself when there is none.</summary>
    public IReadOnlyList<Function> Reached(HttpMethod method, string path) =>
        [.. Functions.Where(function => function.Answers(method, path)).OrderBy(function => RoutePrecedence.ComputeInbound(function.Template!))];
}

/// <summary>One function.</summary>
/// <param name="Name">Its name, which is that of its folder.</param>
/// <param name="Trigger">Type of its trigger: <c>httpTrigger</c> or <c>timerTrigger</c>.</param>
/// <param name="TriggerName">Name of the trigger's binding.</param>
/// <param name="Template">Route of an HTTP function; null for others.</param>
/// <param name="Methods">Methods of an HTTP function; empty when it takes every one.</param>
/// <param name="Schedule">NCRONTAB schedule of a timer; null for others.</param>
internal sealed record Function(string Name, string Trigger, string TriggerName, RouteTemplate? Template, IReadOnlyList<string> Methods, string? Schedule)
{
    /// <summary>Reads a <c>function.json</c>.</summary>
    public static Function Read(string name, string json)
    {
        var bindings = JsonDocument.Parse(json).RootElement.GetProperty("bindings").EnumerateArray().ToList();
        var trigger = bindings.Single(binding => Text(binding, "direction") == "in");
        var outputs = bindings.Where(binding => Text(binding, "direction") == "out").Select(binding => Text(binding, "type"));

        if (Text(trigger, "type") != "httpTrigger")
        {
            Assert.Empty(outputs);
            return new(name, Text(trigger, "type")!, Text(trigger, "name")!, Template: null, [], Text(trigger, "schedule"));
        }

        // Only a function with exactly this pair is proxied to (FunctionMetadata.IsHttpInAndOutFunction).
        Assert.Equal(["http"], outputs);
        Assert.Equal("anonymous", Text(trigger, "authLevel"));
        var route = Text(trigger, "route") ?? name;
        Assert.False(route.StartsWith("admin", StringComparison.OrdinalIgnoreCase) || route.StartsWith("runtime", StringComparison.OrdinalIgnoreCase), $"{name}: the host keeps {route} for itself.");
        return new(name, "httpTrigger", Text(trigger, "name")!, TemplateParser.Parse(route), MethodsOf(trigger), Schedule: null);
    }

    private static readonly IInlineConstraintResolver Constraints = new ServiceCollection().AddRouting().BuildServiceProvider().GetRequiredService<IInlineConstraintResolver>();

    /// <summary>True when the host would give a request to this function.</summary>
    public bool Answers(HttpMethod method, string path)
    {
        var values = new RouteValueDictionary();
        return Template is not null
            && (Methods is [] || Methods.Contains(method.Method, StringComparer.OrdinalIgnoreCase))
            && new TemplateMatcher(Template, []).TryMatch(new PathString(path), values)
            && Template.Parameters.All(parameter => Accepts(parameter, values));
    }

    private static bool Accepts(TemplatePart parameter, RouteValueDictionary values) =>
        !values.ContainsKey(parameter.Name!)
        || parameter.InlineConstraints.All(constraint => Constraints.ResolveConstraint(constraint.Constraint)!.Match(httpContext: null, route: null, parameter.Name!, values, RouteDirection.IncomingRequest));

    private static string[] MethodsOf(JsonElement trigger) =>
        trigger.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(method => method.GetString()!)] : [];

    private static string? Text(JsonElement binding, string name) => binding.TryGetProperty(name, out var value) ? value.GetString() : null;
}
