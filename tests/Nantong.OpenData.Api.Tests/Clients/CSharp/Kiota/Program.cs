using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Generated;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;

var client = new ApiClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = Calls.Base });

var typed = await client
    .V1.Plans["urbanization-14fyp"]
    .Indicators.GetAsync(request =>
    {
        request.QueryParameters.Limit = 3;
        request.QueryParameters.Filter = "target.value[gte]=70";
    });
Calls.Check(typed!.Items!.Count > 0 && typed.Items.All(item => item.Target!.Value >= 70), "conditions given as one text are not held");

await Calls.MakeAsync(async call =>
{
    var builder = ((string)call["path"]!).Trim('/').Split('/').Aggregate((object)client, (at, segment) => Step(at, segment, call));
    var get = builder.GetType().GetMethods().Single(method => method.Name is "GetAsync" && method.GetCustomAttribute<ObsoleteAttribute>() is null);
    var configuration = get.GetParameters()[0].ParameterType;
    var request = configuration.GetGenericArguments()[0];
    var configure = Delegate.CreateDelegate(
        configuration,
        new Configuration(call),
        typeof(Configuration).GetMethod(nameof(Configuration.Apply))!.MakeGenericMethod(request)
    );
    var task = (Task)get.Invoke(builder, [configure, CancellationToken.None])!;
    await task;
    return task.GetType().GetProperty("Result")!.GetValue(task) switch
    {
        IParsable answer => JsonNode.Parse(await KiotaJsonSerializer.SerializeAsStringAsync(answer, serializeOnlyChangedValues: false)),
        var text => JsonValue.Create((string?)text),
    };
});

// From one request builder to the next: a property for a word, an indexer for a parameter, a method for two.
static object Step(object at, string segment, JsonNode call)
{
    string[] values = [.. Regex.Matches(segment, @"\{(\w+)\}").Select(match => (string)call["pathParameters"]![match.Groups[1].Value]!)];
    var type = at.GetType();
    return values.Length switch
    {
        0 => type.GetProperty(string.Concat(segment.Split('-', '.').Select(part => char.ToUpperInvariant(part[0]) + part[1..])))!.GetValue(at)!,
        1 => type.GetProperties()
            .First(property => property.GetIndexParameters() is [{ ParameterType.Name: nameof(String) }])
            .GetValue(at, [values[0]])!,
        _ => type.GetMethods()
            .Single(method => method.GetParameters().Length == values.Length && method.Name.StartsWith("With", StringComparison.Ordinal))
            .Invoke(at, values)!,
    };
}

internal sealed class Configuration(JsonNode call)
{
    public void Apply<T>(T request)
    {
        var query = typeof(T).GetProperty("QueryParameters")!.GetValue(request)!;
        foreach (
            var (name, value) in call["query"]!.AsObject().Select(pair => (pair.Key, (string?)pair.Value)).Append(("filter", Calls.FilterOf(call)))
        )
        {
            if (value is null)
                continue;
            var property = query
                .GetType()
                .GetProperties()
                .First(property =>
                    property.GetCustomAttribute<ObsoleteAttribute>() is null
                    && string.Equals(
                        Uri.UnescapeDataString(property.GetCustomAttribute<QueryParameterAttribute>()?.TemplateName ?? property.Name),
                        name,
                        StringComparison.OrdinalIgnoreCase
                    )
                );
            property.SetValue(query, Calls.ValueOf(value, property.PropertyType));
        }
    }
}
