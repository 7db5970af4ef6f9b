using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Generated;

using var http = new HttpClient();
var client = new Client(http) { BaseUrl = Calls.Base };

var typed = await client.ListIndicatorsAsync(
    "urbanization-14fyp",
    3,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    "target.value[gte]=70"
);
Calls.Check(typed.Items.Count > 0 && typed.Items.All(item => item.Target.Value >= 70), "conditions given as one text are not held");

await Calls.MakeAsync(async call =>
{
    var method = typeof(Client)
        .GetMethods()
        .Single(method =>
            string.Equals(method.Name, $"{call["operation"]}Async", StringComparison.OrdinalIgnoreCase)
            && method.GetParameters() is not [.., { ParameterType.Name: nameof(CancellationToken) }]
        );
    var task = (Task)method.Invoke(client, [.. method.GetParameters().Select(parameter => Argument(parameter, call))])!;
    await task;
    var result = task.GetType().GetProperty("Result")!.GetValue(task)!;
    if (result is not FileResponse file)
        return JsonSerializer.SerializeToNode(result, result.GetType());
    using var reader = new StreamReader(file.Stream);
    return await reader.ReadToEndAsync();
});

static object? Argument(ParameterInfo parameter, JsonNode call) =>
    Calls.ValueOf(
        parameter.Name is "filter" ? Calls.FilterOf(call) : Given(call["pathParameters"]!, parameter) ?? Given(call["query"]!, parameter),
        parameter.ParameterType
    );

static string? Given(JsonNode values, ParameterInfo parameter) =>
    (string?)values.AsObject().FirstOrDefault(value => value.Key.Replace('.', '_') == parameter.Name).Value;
