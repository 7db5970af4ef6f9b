using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nantong.OpenData.Api.Tests.Examples;

namespace Nantong.OpenData.Api.Tests.Contracts;

public sealed class AnswerCheckTests
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["ETag"] = "\"a\"",
        ["Cache-Control"] = "no-store",
        ["X-Request-Id"] = "a",
    };

    /// <summary>Recorded items, each as a line, with something in them replaced.</summary>
    [Theory]
    [InlineData("listErrata", "", "", null)]
    [InlineData("listFiles", "", "", null)]
    [InlineData("listCodelists", "", "", null)]
    [InlineData("listErrata", "\"id\":", "\"ids\":", "/ids All values fail")]
    [InlineData("listErrata", "\"id\":", "\"other\":1,\"id\":", "All values fail against the false schema")]
    [InlineData("listErrata", "\"id\":\"e-0001\"", "\"id\":1", "/id ")]
    [InlineData("listErrata", ",\"release\":\"1.1.0\"", "", "Required properties [\"release\"]")]
    [InlineData("listErrata", ",\"release\":\"1.1.0\"", ",\"release\":\"1.1\"", "/release")]
    [InlineData("listErrata", "{", "{\"included\":{\"references\":null,\"commitments\":null,\"nodes\":null},", null)]
    [InlineData("listErrata", "{", "{\"included\":{},", "Required properties")]
    [InlineData(
        "listFiles",
        "{",
        "{\"included\":{\"references\":null,\"commitments\":null,\"nodes\":null},",
        "All values fail against the false schema"
    )]
    [InlineData("listCodelists", "{", "{\"release\":\"1.1.0\",", "All values fail against the false schema")]
    [InlineData("listErrata", "{", "", "a line that is no JSON")]
    [InlineData("listErrata", "{", "{}\n{", " Required properties")]
    [InlineData("listErrata", "{", "\n{", "a line that is no JSON")]
    [InlineData("listErrata", "}\n", "}", "the last line has no end")]
    public void Each_line_is_compared_with_an_item_of_the_list(string operationId, string what, string by, string? complaint)
    {
        var example = Recording.Read().First(example => (string?)example!["operation"] == operationId)!;
        var lines = string.Concat(
            example["value"]!["items"]!
                .AsArray()
                .Select(item =>
                {
                    var line = item!.DeepClone().AsObject();
                    if (example["value"]!["release"]?["version"] is { } release)
                        line["release"] = release.DeepClone();
                    return $"{line.ToJsonString()}\n";
                })
        );
        if (what is not "")
            Assert.Contains(what, lines, StringComparison.Ordinal);
        var broken = Encoding.UTF8.GetBytes(new Regex(Regex.Escape(what)).Replace(lines, by, 1));
        var answer = new Answer(
            "GET",
            (string)example["request"]!,
            200,
            new Dictionary<string, string>(Headers) { ["Content-Type"] = "application/x-ndjson" },
            broken
        );

        var found = AnswerCheck.Complaint(PublishedContract.Committed, answer);
        if (complaint is null)
            Assert.Null(found);
        else
            Assert.Contains(complaint, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("listFiles", false)]
    [InlineData("listErrata", true)]
    public void Items_carry_what_was_included_only_where_something_can_be(string operationId, bool can)
    {
        var example = Recording.Read().First(example => (string?)example!["operation"] == operationId)!;
        example["value"]!["items"]![0]!["included"] = new JsonObject
        {
            ["references"] = null,
            ["commitments"] = null,
            ["nodes"] = null,
        };
        var answer = new Answer(
            "GET",
            (string)example["request"]!,
            200,
            new Dictionary<string, string>(Headers) { ["Content-Type"] = "application/json" },
            Encoding.UTF8.GetBytes(example["value"]!.ToJsonString())
        );

        Assert.Equal(can, AnswerCheck.Complaint(PublishedContract.Committed, answer) is null);
    }
}
