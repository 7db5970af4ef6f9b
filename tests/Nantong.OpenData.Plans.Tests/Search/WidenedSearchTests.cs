using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Plans.Tests.Search;

public class WidenedSearchTests
{
    private static readonly SearchIndex Index = SearchIndex.Of(
        ThePlan.Read.Nodes,
        ThePlan.Read.Indicators,
        ThePlan.Read.Commitments,
        ThePlan.Read.Places
    );

    [Fact]
    public void What_is_found_as_asked_is_not_widened()
    {
        var query = Parse("轨道交通");
        var found = WidenedSearch.Of(Index, query);
        Assert.Empty(found.Steps);
        Assert.Equal(Index.Find(query).Select(match => match.Document.Id), found.Matches.Select(match => match.Document.Id));
    }

    [Theory]
    [InlineData("地铁", "Synonym 地铁 轨道交通")]
    [InlineData("雾霾", "Synonym 雾霾 空气质量")]
    [InlineData("subway", "Synonym subway 轨道交通")]
    [InlineData("urbanization", "Synonym urbanization 城镇化")]
    [InlineData("軌道交通", "Simplified 軌道交通 轨道交通")]
    [InlineData("新機場", "Simplified 新機場 新机场")]
    [InlineData("地鐵", "Simplified 地鐵 地铁; Synonym 地铁 轨道交通")]
    [InlineData("轨道交通过江通道", "Apart 轨道交通过江通道 轨道交通 过江通道")]
    public void A_word_that_no_record_holds_is_widened_and_the_answer_says_how(string words, string steps)
    {
        var found = WidenedSearch.Of(Index, Parse(words));
        Assert.StartsWith(steps, string.Join("; ", found.Steps.Select(step => $"{step.Kind} {step.From} {step.To}")), StringComparison.Ordinal);
        Assert.InRange(found.Steps.Select(step => step.Kind).Distinct().Count(), 1, 2);
        Assert.NotEmpty(found.Matches);
    }

    [Fact]
    public void Where_nothing_holds_all_of_it_the_nearest_is_shown_and_called_so()
    {
        var found = WidenedSearch.Of(Index, Parse("狼山 IPv6"));
        Assert.Equal(WideningKind.Nearest, found.Steps[^1].Kind);
        Assert.NotEmpty(found.Matches);
    }

    [Theory]
    [InlineData("elderly")]
    [InlineData("housing")]
    [InlineData("green space")]
    public void English_words_are_looked_for_in_the_names_that_editors_gave(string words)
    {
        var found = WidenedSearch.Of(Index, Parse(words));
        Assert.Equal(WideningKind.English, found.Steps[0].Kind);
        Assert.All(
            found.Matches,
            match => Assert.All(match.Document.Fields, field => Assert.Contains(field.Member, (string[])["label.en", "headingEn", "subjectEn"]))
        );
        Assert.True(found.Matches.Count >= Index.Find(Parse(words)).Count);
    }

    [Theory]
    [InlineData("5G")]
    [InlineData("PM2.5")]
    [InlineData("海安 elderly")]
    public void Words_that_stand_in_the_Chinese_text_are_not_looked_for_in_English_names(string words) =>
        Assert.DoesNotContain(WidenedSearch.Of(Index, Parse(words)).Steps, step => step.Kind is WideningKind.English);

    [Theory]
    [InlineData("zyzzyva")]
    [InlineData("cryptography")]
    [InlineData("helicopter")]
    [InlineData("火星移民")]
    public void What_has_nothing_in_common_with_the_plan_finds_nothing(string words) => Assert.Empty(WidenedSearch.Of(Index, Parse(words)).Matches);

    [Theory]
    [InlineData("地铁建设", "轨道交通")]
    [InlineData("南通地铁", "轨道交通")]
    [InlineData("外来务工人员子女上学", "义务教育")]
    [InlineData("養老服務設施", "养老服务")]
    [InlineData("电动车充电", "充电")]
    [InlineData("老年人食堂", "老年人")]
    public void A_compound_of_residents_words_finds_what_is_nearest_by_whole_words(string words, string used)
    {
        var found = WidenedSearch.Of(Index, Parse(words));
        Assert.NotEmpty(found.Matches);
        Assert.Contains(used, found.Steps[^1].To.Split(' '));
        Assert.True(found.Steps.Select(step => step.Kind).Distinct().Count() <= 2);
    }

    [Fact]
    public void Each_synonym_leads_to_words_of_the_plan_and_has_a_reason() =>
        Assert.All(
            Synonyms.All,
            synonym =>
            {
                Assert.True(Index.Count(new SearchTerm(Folding.ForSearch(synonym.Instead).Text, false)) > 0, synonym.Instead);
                Assert.NotEmpty(synonym.Reason);
            }
        );

    private static SearchQuery Parse(string words) => SearchQuery.Parse("q", words).Value!;
}
