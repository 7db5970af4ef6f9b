namespace Nantong.OpenData.Architecture.House;

public sealed class HouseRuleTests
{
    private static readonly string[] Texts =
    [
        ".cs",
        ".csproj",
        ".props",
        ".sln",
        ".json",
        ".bicep",
        ".md",
        ".sh",
        ".mjs",
        ".js",
        ".yml",
        ".txt",
        ".editorconfig",
        ".gitignore",
        "/run",
    ];

    [Fact]
    public void Every_file_keeps_the_rules_of_the_house()
    {
        var texts = Repository.Files().Where(file => Texts.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));
        var violations = texts.SelectMany(file => HouseRules.Violations(file, Repository.Read(file))).ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Theory]
    [InlineData(
        "src/Nantong.OpenData.Plans/Services/Reader.cs",
        "",
        "src/Nantong.OpenData.Plans/Services/Reader.cs: Services is a kind, not a subject"
    )]
    [InlineData("src/Nantong.OpenData.Common/Reader.cs", "", "src/Nantong.OpenData.Common/Reader.cs: Common is a kind, not a subject")]
    [InlineData("src/Nantong.OpenData.Plans/PlanHelper.cs", "", "src/Nantong.OpenData.Plans/PlanHelper.cs: Helper says nothing of what it does")]
    [InlineData("src/Language.cs", "internal static class Tongue;", "src/Language.cs: Tongue is called ContentLanguage")]
    [InlineData("README.md", "TO" + "DO: write", "README.md: TO" + "DO (an open end belongs into an issue)")]
    [InlineData("a.json", "{\"reso" + "lved\": 1}", "a.json: \"reso" + "lved\": (a lock file names packages, not where one machine got them)")]
    [InlineData(
        "a.json",
        "https://regis" + "try.example.org/azurite",
        "a.json: https://regis" + "try.example.org/azurite (where packages come from is the machine's affair)"
    )]
    public void A_breach_is_found(string path, string text, string violation) => Assert.Equal([violation], HouseRules.Violations(path, text));

    [Fact]
    public void A_file_that_grew_too_long_is_found()
    {
        var grown = string.Concat(Enumerable.Repeat("\n", HouseRules.LongestFile + 1));
        Assert.Equal(["src/Long.cs: 301 lines, 300 at most"], HouseRules.Violations("src/Long.cs", grown));
    }

    [Fact]
    public void A_line_that_grew_too_wide_is_found()
    {
        var wide = new string('a', HouseRules.WidestLine + 1);
        Assert.Equal(["src/Wide.cs: line 2 has 151 characters, 150 at most"], HouseRules.Violations("src/Wide.cs", $"\n{wide}\n"));
    }

    [Fact]
    public void No_room_is_crowded() => Assert.Empty(HouseRules.CrowdedRooms(Repository.Files()));

    [Fact]
    public void A_crowded_room_is_found()
    {
        var files = Enumerable.Range(0, HouseRules.FullestRoom + 1).Select(number => $"src/Room/File{number}.cs");
        Assert.Equal(["src/Room: 21 files, 20 at most"], HouseRules.CrowdedRooms(files));
    }
}
