using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Tests.Contracts;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Examples;

[Collection(nameof(ServedPlan))]
public sealed class ExampleTests(ServedPlan served)
{
    private const string NoStore =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;"
        + "TableEndpoint=http://127.0.0.1:9/devstoreaccount1;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;";

    /// <summary>Pages and files that are too long to stand in a document.</summary>
    private static readonly string[] TooLong = ["getOpenApi", "getReference", "getGuide", "getGuideTask", "getSitemap", "getDocument", "getText"];

    [Fact]
    public async Task Every_example_is_what_the_app_answers()
    {
        (await FiguresAsync()).Dispose();
        var asked = new List<(ExampleRequest Request, JsonObject Answer)>();
        foreach (var example in ExampleRequest.OfOperations.Concat(ExampleRequest.OfProblems))
            asked.Add((example, await Recording.AskAsync(served.App, example)));
        asked.AddRange(await AskElsewhereAsync());
        if (Recording.IsWanted)
            Recording.Write(asked.Select(example => example.Answer));

        var recorded = Recording.Read();
        Assert.Equal(asked.Count, recorded.Count);
        foreach (var ((request, answer), known) in asked.Zip(recorded))
        {
            if (request.IsOfMoment)
                answer["value"] = known!["value"]!.DeepClone();
            Assert.True(
                JsonNode.DeepEquals(answer, known),
                $"{request.Request} is not answered as openapi/examples.json says. Look at the change, then record anew "
                    + $"(src/README.md).\n{answer.ToJsonString()}\n{known!.ToJsonString()}"
            );
        }
    }

    [Fact]
    public void Every_operation_and_every_refusal_has_an_example()
    {
        var recorded = Recording.Read();
        var shown = recorded.Select(example => (string?)example!["operation"] ?? (string?)example["problem"]).ToHashSet();
        Assert.Empty(PublishedContract.Committed.Operations.Select(operation => operation.Id).Except(TooLong).Except(shown!));
        // These two never answer a GET.
        Assert.Empty(ProblemType.All.Select(type => type.Code).Except(["method-not-allowed", "request-too-large"]).Except(shown!));
    }

    [Fact]
    public void Every_example_is_whole_by_the_schema_that_it_stands_beside() =>
        Assert.All(
            Recording.Read().Where(example => example!["operation"] is not null),
            example =>
            {
                var operation = PublishedContract.Committed.Operations.Single(operation => operation.Id == (string)example!["operation"]!);
                var value = JsonSerializer.SerializeToElement(example!["value"]);
                Assert.Null(operation.AnswerOf(200)!.SchemaOf((string)example["mediaType"]!)?.Complaint(value, isCut: false));
            }
        );

    [Fact]
    public void Every_parameter_has_an_example_and_every_header_and_value_a_description()
    {
        var contract = PublishedContract.Committed;
        Assert.All(
            contract.Operations.SelectMany(operation => operation.Parameters),
            parameter =>
            {
                Assert.NotEmpty((string?)parameter["description"] ?? "");
                // A cursor is taken from an answer.
                Assert.True(parameter["example"] is not null || (string?)parameter["name"] is "filter" or "cursor", parameter.ToJsonString());
            }
        );
        Assert.All(contract.Document["components"]!["headers"]!.AsObject(), header => Assert.NotEmpty((string)header.Value!["description"]!));
        foreach (var (name, schema) in contract.Document["components"]!["schemas"]!.AsObject())
            Assert.All(
                schema!["properties"] as JsonObject ?? [],
                property =>
                    Assert.True(
                        property.Value!["description"] is not null || property.Value["$ref"] is not null || property.Value["pattern"] is not null,
                        $"{name}.{property.Key}"
                    )
            );
    }

    [Fact]
    public async Task Every_example_of_a_parameter_is_answered_beside_those_that_the_operation_needs()
    {
        (await FiguresAsync()).Dispose();
        var refused = new List<string>();
        foreach (var operation in PublishedContract.Committed.Operations.Where(operation => operation.Parameters is not []))
        {
            var path = operation
                .Parameters.Where(parameter => (string?)parameter["in"] is "path")
                .Aggregate(
                    operation.Path,
                    (path, parameter) =>
                        path.Replace($"{{{parameter["name"]}}}", Uri.EscapeDataString($"{parameter["example"]}"), StringComparison.Ordinal)
                );
            var (needed, others) = (Queries(operation, isNeeded: true), Queries(operation, isNeeded: false));
            foreach (var query in others.Select(other => needed.Append(other)).Prepend(needed))
            {
                var target = $"{path}?{string.Join('&', query)}";
                using var response = await served.App.Client.GetAsync(target);
                if (!response.IsSuccessStatusCode)
                    refused.Add($"{operation.Id}: {(int)response.StatusCode} {target}");
            }
        }

        Assert.Empty(refused);

        static string[] Queries(PublishedOperation operation, bool isNeeded) =>
            [
                .. operation
                    .Parameters.Where(parameter =>
                        (string?)parameter["in"] is "query" && parameter["example"] is not null && (bool?)parameter["required"] is true == isNeeded
                    )
                    .Select(parameter => $"{parameter["name"]}={Uri.EscapeDataString($"{parameter["example"]}")}"),
            ];
    }

    /// <summary>The figures are made after the app has started.</summary>
    private Task<HttpResponseMessage> FiguresAsync() =>
        served.App.AskUntilAsync($"{ServedPlan.Latest}/aggregates", (_, body) => !body.Contains("\"items\":[]", StringComparison.Ordinal));

    /// <summary>The refusals that need a service in another state.</summary>
    private static async Task<IReadOnlyList<(ExampleRequest Request, JsonObject Answer)>> AskElsewhereAsync()
    {
        var asked = new List<(ExampleRequest, JsonObject)>();
        await using var live = await LiveStore.StartAsync();
        var better = await live.PublishAsync(RealPlan.With(ServedPlan.Correction));
        await live.WithdrawAsync(
            "urbanization-14fyp",
            ReleaseVersion.First,
            new StatusNote(DateTimeOffset.UtcNow, "It held another text.", better, null)
        );
        await using (
            var limited = await RunningApp.StartAsync(
                ("OpenDataStorage", live.ConnectionString),
                ("OpenData__RateLimitRequests", "1"),
                ("OpenData__RateLimitSeconds", "3600")
            )
        )
        {
            using (await limited.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode)) { }
            asked.Add((ExampleRequest.Withdrawn, await Recording.AskAsync(limited, ExampleRequest.Withdrawn)));
            asked.Add((ExampleRequest.Exceeded, await Recording.AskAsync(limited, ExampleRequest.Exceeded)));
        }

        await using var away = await RunningApp.StartAsync(("OpenDataStorage", NoStore), ("OpenData__PollSeconds", "1"));
        // It was asked at least once.
        using (await away.AskUntilAsync("/v1/plans", (_, body) => body.Contains("Connection refused", StringComparison.Ordinal))) { }
        asked.Add((ExampleRequest.Away, await Recording.AskAsync(away, ExampleRequest.Away)));
        asked.Add(await ExecuteAsync(Problems.Internal(), "A defect of the service", "/v1/plans"));
        asked.Add(await ExecuteAsync(Problems.Busy("comparisons"), "Too many comparisons at once", $"{ServedPlan.Plan}/changes/1.0.0..1.1.0"));
        asked.Add(
            await ExecuteAsync(
                Problems.Damaged("urbanization-14fyp", "Release urbanization-14fyp@1.1.0 is damaged: manifest.json: the file is missing."),
                "A release of which something is lost",
                ServedPlan.Latest
            )
        );
        return asked;
    }

    /// <summary>Nobody can make the service fail from outside: these are written by the same code without a request.</summary>
    private static async Task<(ExampleRequest Request, JsonObject Answer)> ExecuteAsync(Problem problem, string summary, string path)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = (HttpMethods.Get, path);
        (context.Request.Scheme, context.Request.Host) = ("https", new HostString("opendata.example"));
        using var body = new MemoryStream();
        context.Response.Body = body;
        await Address.Read(RequestId.Assign(problem.ExecuteAsync))(context);
        var example = new ExampleRequest(null, problem.Type.Code, summary, path);
        return (example, Recording.Keep(example, "application/problem+json", Encoding.UTF8.GetString(body.ToArray())));
    }
}
