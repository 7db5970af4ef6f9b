using System.Globalization;
using System.Text;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Tests.Places;

public class PlaceReaderTests
{
    private static readonly Plan Plan = ThePlan.Read;

    [Theory]
    [InlineData("haian", PlaceType.CountyLevelCity, "海安", "海安市", "海安市", "海安", "海安", "海安市", "海安")]
    [InlineData("tongzhou", PlaceType.District, "通州区", "通州")]
    [InlineData("tongzhou-bay-zone", PlaceType.Park, "通州湾示范区", "通州湾示范区", "通州湾江海联动开发示范区")]
    [InlineData("nantong-etdz", PlaceType.Park, "开发区", "南通经开区", "南通经济技术开发区")]
    [InlineData("greater-tongzhou-bay", PlaceType.PlanningArea, "大通州湾")]
    [InlineData("new-sea-port", PlaceType.Port, "通州湾长江集装箱运输新出海口", "通州湾长江集装箱运输新出海口", "通州湾新出海口", "通州湾新出海口")]
    [InlineData("gangzha", PlaceType.FormerDistrict, "港闸")]
    [InlineData("changjiang-town", PlaceType.Town, "长江镇")]
    public void A_place_has_every_mention_and_no_other(string id, PlaceType type, params string[] printed)
    {
        var place = Find(id);
        Assert.Equal(type, place.Type);
        Assert.Equal(printed, place.Mentions.Select(mention => mention.Quote.Exact));
        Assert.Equal(place.Mentions.Select(mention => mention.Node).Distinct(), place.Nodes);
    }

    [Fact]
    public void No_two_mentions_share_a_character() =>
        Assert.All(
            Plan.Places.SelectMany(place => place.Mentions).GroupBy(mention => mention.Node),
            node =>
                Assert.All(
                    node.OrderBy(mention => mention.CharStart).Zip(node.OrderBy(mention => mention.CharStart).Skip(1)),
                    pair => Assert.True(pair.First.CharEnd <= pair.Second.CharStart)
                )
        );

    [Fact]
    public void Mentions_lead_to_the_source() =>
        Assert.All(
            Plan.Places.SelectMany(place => place.Mentions),
            mention =>
                Assert.Equal(
                    mention.Quote.Exact,
                    Plan.Source[new SourceSpan(mention.Source.CharStart, mention.Source.CharEnd)]
                        .ToString()
                        .Replace("\n", "", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void The_seven_districts_and_counties_of_today_are_there() =>
        Assert.Equal(
            ["崇川区", "通州区", "海门区", "海安市", "如皋市", "启东市", "如东县"],
            Plan.Places.Where(place => place.Type is PlaceType.District or PlaceType.CountyLevelCity or PlaceType.County).Select(place => place.Name)
        );

    [Fact]
    public void A_place_is_tied_to_the_commitments_of_its_clause()
    {
        var rank = Plan.Commitments.Single(commitment => commitment.Anchor.Quote.Exact == "前五十").Id;
        Assert.Equal(["haian", "rugao", "qidong", "rudong"], Plan.Places.Where(place => place.Commitments.Contains(rank)).Select(place => place.Id));
    }

    [Fact]
    public void The_spatial_structures_have_their_members()
    {
        Assert.Equal(
            ["崇川区、南通经济技术开发区", "通州区、海门区、通州湾江海联动开发示范区", "海安市、如皋市、如东县、启东市"],
            Plan.SpatialStructures[0].Members.Select(member => string.Join('、', member.Places.Select(id => Find(id).Name)))
        );
        Assert.Equal(3, Plan.SpatialStructures[0].Mentions.Count);
        Assert.Equal(
            [1, 4, 7],
            Plan.SpatialStructures.Single(structure => structure.Name == "一核四区多园").Members.Select(member => member.Places.Count)
        );
    }

    [Fact]
    public void Where_a_place_lies_is_marked_as_inferred_when_neither_the_plan_nor_its_name_says_so()
    {
        Assert.Equal(("rudong", "inferred"), (Find("yangkou-town").Within, Find("yangkou-town").WithinBasis));
        Assert.Equal(("haian", "stated"), (Find("haian-hightech-zone").Within, Find("haian-hightech-zone").WithinBasis));
        Assert.All(Plan.Places, place => Assert.Equal(place.Within is null, place.WithinBasis is null));
        Assert.All(
            Plan.Places.Where(place => place.Type is PlaceType.Town or PlaceType.Subdistrict),
            place => Assert.Equal("inferred", place.WithinBasis)
        );
    }

    [Theory]
    [InlineData("\"text\": \"海安\"", "\"text\": \"海安港\"", "haian", "an alias that the text prints")]
    [InlineData("\"name\": \"任港湾\"", "\"name\": \"任港大湾\"", "rengangwan", "a place that the text names")]
    [InlineData("\"id\": \"haimen\"", "\"id\": \"tongzhou\"", "tongzhou", "an id that no other place has")]
    [InlineData("\"name\": \"寺街\"", "\"name\": \"西南营\"", "xinanying", "a name of one place only")]
    [InlineData("“一核”：南通创新区", "“一核”：别处", "innovation-belt 一核", "a passage of the text")]
    [InlineData(
        "\"rudong\",\n      \"withinBasis\": \"inferred\"",
        "\"rudong\",\n      \"withinBasis\": \"known\"",
        "yangkou-town",
        "withinBasis stated or inferred"
    )]
    [InlineData("\"within\": \"etdz-area\"", "\"within\": \"nowhere\"", "nantong-etdz", "the id of a place")]
    [InlineData("\"美丽乡村1488个\"", "\"美丽乡村1489个\"", "beautiful-villages", "words that the text prints")]
    public void A_gazetteer_that_the_text_does_not_bear_out_is_refused(string passage, string replacement, string where, string rule)
    {
        var json = Encoding.UTF8.GetString(ThePlan.Places);
        Assert.Contains(passage, json, StringComparison.Ordinal);
        var error = ThePlan.Refused(
            PlanReader.Read(
                ThePlan.Source,
                ThePlan.Description,
                ThePlan.Errata,
                Encoding.UTF8.GetBytes(json.Replace(passage, replacement, StringComparison.Ordinal))
            )
        );
        var edited = json.Replace(passage, replacement, StringComparison.Ordinal);
        var id = edited.IndexOf($"\"id\": \"{where.Split(' ')[0]}\"", StringComparison.Ordinal);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"places.json line {edited.AsSpan(0, id).Count('\n') + 1}"), error.Where);
        Assert.Contains($"{where}: {rule}", error.Rule, StringComparison.Ordinal);
    }

    private static Place Find(string id) => Plan.Places.Single(place => place.Id == id);
}
