using System.Text.Json;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>A call of a tool as the request that answers it.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="InPath">The arguments that do not stand in the query: those in the path, with plan and version, and where to go on in a text.</param>
/// <param name="Query">The query, in the order of the arguments.</param>
/// <param name="Faults">What is wrong with the arguments themselves; what is wrong with their values, the address says.</param>
internal sealed record ToolRequest(
    Tool Tool,
    IReadOnlyDictionary<string, string> InPath,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    IReadOnlyList<Problem> Faults
)
{
    /// <summary>Where to go on in a long text.</summary>
    public const string Offset = "offset";

    /// <summary>True when the path has all its parts, so that it can be asked although something else is wrong.</summary>
    public bool CanBeAsked => Tool.Arguments.All(argument => !Tool.IsInPath(argument) || InPath.ContainsKey(argument.Name));

    /// <summary>Reads the arguments of a call.</summary>
    public static ToolRequest Read(Tool tool, IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        Dictionary<string, string> inPath = [],
            query = [];
        List<Problem> faults = [];
        var sent = arguments.ToDictionary(StringComparer.Ordinal);
        string[] known = [.. tool.All.Select(argument => argument.Name)];
        faults.AddRange(sent.Keys.Where(name => !known.Contains(name)).Select(name => Problems.UnknownParameter(name, known)));

        foreach (var argument in tool.All)
        {
            var (name, local) = (argument.Name, tool.IsInPath(argument) || argument.Name is "plan" or "version" or Offset);
            if (!sent.TryGetValue(name, out var value) || value.ValueKind is JsonValueKind.Null)
            {
                if (argument.Required && local)
                    faults.Add(Problems.Absent(name, argument.Rule));
                else if (argument.Default is { } usual && !local)
                    query[name] = $"{usual}";
            }
            else if (argument.Kind is ArgumentKind.Conditions)
                ReadConditions(argument, value, query, faults);
            else if (argument.Read(value) is not { } text)
                faults.Add(Wrong(argument, value));
            else if (FindFault(argument, text, local) is { } fault)
                faults.Add(fault);
            else if (!(local ? inPath : query).TryAdd(name, text))
                faults.Add(Twice(name, text));
        }

        if (inPath.TryGetValue("plan", out var plan) && plan.Contains('@') && inPath.Remove("version", out var version))
            faults.Add(Problems.Invalid(new Unreadable("version", version, "absent where the plan names a version behind an @")));
        return new(tool, inPath, [.. query], faults);
    }

    /// <summary>What is wrong with a value that no address would say, or would understand as something else.</summary>
    private static Problem? FindFault(ToolArgument argument, string text, bool local)
    {
        if (local && text is "")
            return Problems.Absent(argument.Name, argument.Rule);
        if (argument.Taken.Contains(text, StringComparer.OrdinalIgnoreCase))
            return Problems.Invalid(new Unreadable(argument.Name, text, "an id, as lists and search give it"));
        if (argument.Name is not ("limit" or Offset))
            return null; // limits are told by the address
        var most = argument.Maximum ?? int.MaxValue;
        return ListQuery.TryWhole(text, argument.Minimum ?? 0, most, out _)
            ? null
            : Problems.Invalid(new Unreadable(argument.Name, text, $"a whole number from {argument.Minimum ?? 0} to {most}"));
    }

    private const string Scalars = "a text, a number, true, false or a list of these";

    private static void ReadConditions(ToolArgument argument, JsonElement value, Dictionary<string, string> query, List<Problem> faults)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            faults.Add(Wrong(argument, value));
            return;
        }

        foreach (var condition in value.EnumerateObject())
        {
            var text = condition.Value.ValueKind is JsonValueKind.Array ? ToolArgument.Joined(condition.Value) : ToolArgument.Scalar(condition.Value);
            if (text is null)
                faults.Add(Problems.Invalid(new Unreadable(condition.Name, condition.Value.GetRawText(), Scalars)));
            else if (IsParameter(condition.Name))
                faults.Add(Problems.Invalid(new Unreadable(argument.Name, condition.Name, argument.Rule)));
            else if (!query.TryAdd(NameOf(condition), text))
                faults.Add(Twice(condition.Name, text));
        }
    }

    /// <summary>The name of a condition as the query has it: a list without an operator means one of its values.</summary>
    private static string NameOf(JsonProperty condition) =>
        condition.Value.ValueKind is JsonValueKind.Array && !condition.Name.Contains('[', StringComparison.Ordinal)
            ? $"{condition.Name}[in]"
            : condition.Name;

    /// <summary>What stands in queries and is no condition.</summary>
    private static bool IsParameter(string name) =>
        name is "limit" or "cursor" or "sort" or "fields" or "filter" or "include" or "envelope" or "format" or "lang" or "asOf" or "bom" or "header";

    private static Problem Wrong(ToolArgument argument, JsonElement value) =>
        Problems.Invalid(new Unreadable(argument.Name, value.GetRawText(), argument.Rule), argument.Values);

    private static Problem Twice(string name, string text) =>
        Problems.Invalid(new Unreadable(name, text, "given once: as an argument or as a condition"));
}
