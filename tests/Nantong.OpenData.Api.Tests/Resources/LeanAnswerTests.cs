using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

/// <summary>Answers that leave out what a program does not want: fields of a record, and what stands beside it.</summary>
[Collection(nameof(ServedPlan))]
public sealed class LeanAnswerTests(ServedPlan served)
{
    private const string Record = ServedPlan.Latest + "/indicators/urbanization-rate";

    [Fact]
    public async Task Without_an_envelope_the_record_stays_and_says_where_it_comes_from()
    {
        var (full, lean) = ((await served.JsonAsync(Record)).AsObject(), (await served.JsonAsync($"{Record}?envelope=none")).AsObject());
        string[] beside = ["release", "permalink", "authority", "warnings"];
        foreach (var (name, value) in lean.Where(member => !beside.Contains(member.Key)))
            Assert.True(JsonNode.DeepEquals(full[name], value), name);
        Assert.Equal(["references", "license", "links"], full.Select(member => member.Key).Except(lean.Select(member => member.Key)));
        Assert.True(JsonNode.DeepEquals(full["release"], lean["release"]));
        Assert.Equal("""{"official":false}""", lean["authority"]!.ToJsonString());
        Assert.Equal($"{full["permalink"]}?envelope=none", (string?)lean["permalink"]);
        Assert.InRange(lean.ToJsonString().Length, 1, full.ToJsonString().Length / 2);

        var about = await served.JsonAsync(new Uri((string)lean["release"]!["href"]!).PathAndQuery); // what was left out stands there
        Assert.True(JsonNode.DeepEquals(full["authority"], about["authority"]));
        Assert.True(JsonNode.DeepEquals(full["license"], about["license"]));
    }

    [Theory]
    [InlineData("/indicators?limit=2", "items")]
    [InlineData("/search?q=养老", "items")]
    [InlineData("/text/ch5/s5/p2", "text")]
    [InlineData("/changes/1.0.0..1.0.1", "items")]
    public async Task Every_answer_of_a_release_can_go_without(string path, string member)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var (full, lean) = (
            await served.JsonAsync(ServedPlan.Plan + path),
            await served.JsonAsync($"{ServedPlan.Plan}{path}{separator}envelope=none")
        );
        Assert.NotNull(full[member]);
        Assert.True(JsonNode.DeepEquals(full[member], lean[member]));
        Assert.Null(lean["links"]);
        Assert.True(JsonNode.DeepEquals(full["warnings"], lean["warnings"]));
    }

    [Fact]
    public async Task A_record_is_cut_to_the_fields_that_are_named()
    {
        var cut = (await served.JsonAsync($"{Record}?fields=target.value,id,category.label&envelope=none")).AsObject();
        Assert.Equal(["id", "category", "target", "release", "permalink", "authority", "warnings"], cut.Select(member => member.Key));
        Assert.Equal(["value"], cut["target"]!.AsObject().Select(member => member.Key));
        Assert.Equal(["label"], cut["category"]!.AsObject().Select(member => member.Key));
        Assert.Equal(["id", "release"], (await served.JsonAsync($"{Record}?fields=id")).AsObject().Select(member => member.Key).Take(2));
    }

    [Theory]
    [InlineData("/indicators/urbanization-rate")]
    [InlineData("/commitments/ch5.s5.p2.c1")]
    [InlineData("/places/tongzhou-bay")]
    [InlineData("/structures/city-region")]
    [InlineData("/errata/e-0001")]
    [InlineData("/consistency/target-in-text.ch2.s3.p1.c1")]
    [InlineData("/columns/4")]
    [InlineData("/aggregates/indicators-by-category")]
    [InlineData("/releases/1.0.1", "version")]
    [InlineData("/text/ch5/s5/p2")]
    public async Task Each_kind_of_record_is_cut(string path, string field = "id")
    {
        using var figures = await served.App.AskUntilAsync(
            $"{ServedPlan.Latest}/aggregates/indicators-by-category",
            (response, _) => response.IsSuccessStatusCode
        );
        var (full, cut) = (
            await served.JsonAsync(ServedPlan.Latest + path),
            (await served.JsonAsync($"{ServedPlan.Latest}{path}?fields={field}")).AsObject()
        );
        Assert.True(JsonNode.DeepEquals(full[field], cut[field]));
        Assert.Equal([field, "release", "permalink", "authority", "license", "links", "warnings"], cut.Select(member => member.Key));
    }

    [Fact]
    public async Task Mistakes_are_told_all_at_once()
    {
        await served.RefusedAsync($"{Record}?envelope=small", "envelope", "one of the allowed words");
        await served.RefusedAsync($"{Record}?fields=id,targt", "fields", "fields of this collection");
        using var response = await served.App.Client.GetAsync($"{Record}?fields=targt&envelope=small");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(["fields", "envelope"], problem["errors"]!.AsArray().Select(error => (string?)error!["parameter"]));
        Assert.Contains("target", problem["errors"]![0]!["allowed"]!.AsArray().Select(field => (string?)field));
    }

    [Fact]
    public async Task Both_answers_have_tags_of_their_own()
    {
        using var full = await served.App.Client.GetAsync(Record);
        using var lean = await served.App.Client.GetAsync($"{Record}?envelope=none");
        Assert.NotEqual(full.Headers.ETag, lean.Headers.ETag);
    }
}
