using System.Text;

namespace Nantong.OpenData.Plans.Tests.Inputs;

/// <summary>The files that editors write, and the source, with what people and their programs do to them.</summary>
public sealed class EditedFileTests
{
    [Theory]
    [InlineData(
        "\"id\": \"urbanization-14fyp\"",
        "\"id\": \"urbanization-14fyp\",\n\"id\": \"other-plan\"",
        "plan.json line 3",
        "a second member 'id'"
    )]
    [InlineData(
        "\"id\": \"urbanization-14fyp\"",
        "\"id\": \"urbanization-14fyp\",\n\"i\\u0064\": \"other-plan\"",
        "plan.json line 3",
        "a second member 'id'"
    )]
    [InlineData("\"baseline\": 2020", "\"baseline\": 2020, \"baseline\": 2021", "plan.json line ", "a second member 'baseline'")]
    [InlineData("\"en\": \"", "\"en\": \"a\\ud800 of ", "plan.json line ", "U+D800, half of a surrogate pair")]
    [InlineData("\"en\": \"", "\"en\": \"\\u0007", "plan.json line ", "U+0007 BELL")]
    [InlineData("\"en\": \"", "\"en\": \"a\\r\\nb", "plan.json line ", "U+000D CARRIAGE RETURN")]
    [InlineData("\"en\": \"", "\"en\": \"a\\ufffeb", "plan.json line ", "U+FFFE, a noncharacter")]
    [InlineData("\"en\": \"", "\"en\": \"\u200B", "plan.json line ", "U+200B ZERO WIDTH SPACE")]
    [InlineData("\"en\": \"", "\"en\": \"\\u202E", "plan.json line ", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("\"en\": \"", "\"en\": \"åŸŽ", "plan.json line ", "åŸŽ")]
    [InlineData("\"baseline\": 2020", "\"baseline\": 2.02e3", "plan.json line ", "2.02e3")]
    [InlineData("\"baseline\": 2020", "\"baseline\": 1e400", "plan.json line ", "1e400")]
    [InlineData("\"baseline\": 2020", "\"baseline\": -0", "plan.json line ", "-0")]
    [InlineData("\"id\": \"urbanization-14fyp\"", "\"id\": \"ｕrban\"", "plan.json line 2", "ｕrban")]
    [InlineData("\"id\": \"rd-expenditure-gdp-share\"", "\"id\": \"urbanization-rate\"", "plan.json line ", "urbanization-rate")]
    public void What_a_description_may_not_have_is_named_with_its_line(string old, string now, string where, string found)
    {
        var error = Read(plan: Replaced(ThePlan.Description, old, now)).Error!;
        Assert.StartsWith(where, error.Where, StringComparison.Ordinal);
        Assert.Equal(found, error.Found);
        Assert.NotNull(error.Column);
    }

    [Theory]
    [InlineData("\"baseline\": 2020", "\"baseline\": 02020", "a number has no zeros before it")]
    [InlineData("\"baseline\": 2020", "\"baseline\": 2020,,", "a comma too many")]
    [InlineData("\"target\": 2025", "\"target\": 2025,", "a comma too many")]
    [InlineData("\"baseline\": 2020", "// base year\n\"baseline\": 2020", "no comments")]
    [InlineData("\"baseline\": 2020", "“baseline”: 2020", "straight double quotation marks")]
    [InlineData("\"from\": 2021,", "\"from\": 2021，", "full width")]
    public void Where_a_document_breaks_off_the_mark_is_named(string old, string now, string hint)
    {
        var text = Encoding.UTF8.GetString(ThePlan.Description);
        if (!text.Contains(old, StringComparison.Ordinal))
            (old, now) = ("\"language\": \"", "\"language\"： \"");
        Assert.Contains(hint, Read(plan: Replaced(ThePlan.Description, old, now)).Error!.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("errata")]
    [InlineData("places")]
    public void A_byte_order_mark_before_JSON_is_passed_over_and_is_not_kept(string file)
    {
        var read = With(file, bytes => [.. Encoding.UTF8.Preamble, .. bytes]);
        Assert.Null(read.Error);
        Assert.Equal((byte)(file == "errata" ? '[' : '{'), read.Value!.Files.Single(one => one.Name == $"{file}.json").Content.Span[0]);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("errata")]
    [InlineData("places")]
    [InlineData("source")]
    public void Another_encoding_is_recognised_in_every_file(string file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (
            var (encoding, mark, named) in new (Encoding, bool, string)[]
            {
                (Encoding.GetEncoding("GB18030"), false, "GB 18030"),
                (Encoding.GetEncoding("big5"), false, "Big5"),
                (Encoding.GetEncoding("shift_jis"), false, "Shift_JIS"),
                (Encoding.GetEncoding("euc-jp"), false, "EUC-JP"),
                (Encoding.GetEncoding("iso-2022-jp"), false, "ISO-2022-JP"),
                (Encoding.GetEncoding("euc-kr"), false, "EUC-KR"),
                (Encoding.Unicode, true, "UTF-16 (little endian"),
                (Encoding.Unicode, false, "UTF-16 (little endian"),
                (Encoding.BigEndianUnicode, true, "UTF-16 (big endian"),
                (Encoding.BigEndianUnicode, false, "UTF-16 (big endian"),
                (Encoding.UTF32, true, "UTF-32 (little endian"),
                (Encoding.UTF32, false, "UTF-32 (little endian"),
            }
        )
        {
            var error = With(
                file,
                bytes =>
                    [
                        .. mark ? encoding.GetPreamble() : [],
                        .. encoding.GetBytes(Others.TryGetValue(named, out var others) ? Instead(bytes, others) : Encoding.UTF8.GetString(bytes)),
                    ]
            ).Error!;
            Assert.StartsWith(file, error.Where, StringComparison.Ordinal);
            Assert.Contains($"looks like {named}", error.Rule, StringComparison.Ordinal);
            Assert.Contains("save it as UTF-8", error.Rule, StringComparison.Ordinal);
        }

        // These have no simplified characters: what their writers use stands in the place of ours.
        static string Instead(byte[] bytes, string others) =>
            string.Concat(Encoding.UTF8.GetString(bytes).Select(one => one < 0x80 ? one : others[one % others.Length]));
    }

    private static readonly Dictionary<string, string> Others = new()
    {
        ["Big5"] = "這是統計局公布的城鎮化率數據",
        ["Shift_JIS"] = "これは都市化率のデータです",
        ["EUC-JP"] = "これは都市化率のデータです",
        ["ISO-2022-JP"] = "これは都市化率のデータです",
        ["EUC-KR"] = "통계국이공표한도시화율자료이다",
    };

    [Fact]
    public void No_line_of_the_plan_in_GB_18030_is_taken_for_Japanese_or_Korean()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var lines = Encoding.UTF8.GetString(ThePlan.Source).Split('\n').Where(line => line.Any(one => one > 0x7F)).ToList();
        Assert.True(lines.Count > 200, $"{lines.Count} lines");
        Assert.All(
            lines,
            line =>
                Assert.DoesNotContain("EUC", With("plan", _ => Encoding.GetEncoding("GB18030").GetBytes(line)).Error!.Rule, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Windows_1252_is_recognised_by_letters_that_stand_alone()
    {
        var error = With(
            "plan",
            bytes => [.. Encoding.UTF8.GetBytes("{\"id\": \"caf"), 0xE9, .. Encoding.UTF8.GetBytes(" na"), 0xEF, .. Encoding.UTF8.GetBytes("ve\"}")]
        ).Error!;
        Assert.Contains("Windows-1252", error.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('\uFFFF', "U+FFFF, a noncharacter")]
    [InlineData('\uFFFE', "U+FFFE, a noncharacter")]
    [InlineData('\uFDD0', "U+FDD0, a noncharacter")]
    [InlineData('\u0007', "U+0007 BELL")]
    [InlineData('\u202E', "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData('\u2067', "U+2067 RIGHT-TO-LEFT ISOLATE")]
    [InlineData('\u2028', "U+2028 LINE SEPARATOR")]
    [InlineData('\uFFFD', "U+FFFD REPLACEMENT CHARACTER: a conversion lost what stood here, so start again from the original")]
    public void A_source_with_what_no_format_carries_or_what_deceives_the_eye_is_refused(char character, string found)
    {
        var error = ThePlan.Refused(ThePlan.With("规划基础", $"规划{character}基础"));
        Assert.Equal((found, "source.txt line 21"), (error.Found, error.Where));
    }

    [Fact]
    public void A_source_with_a_character_without_width_in_a_word_is_published_as_it_is() =>
        Assert.Null(ThePlan.With("拓展社会力量参与渠道", "拓展社会\u200B力量参与渠道").Error);

    [Fact]
    public void Faults_of_all_files_are_told_at_once_in_the_order_of_the_files()
    {
        var read = PlanReader.Read(
            Replaced(ThePlan.Source, "规划基础", "规划\uFFFF基\u0007础"),
            Replaced(ThePlan.Description, "\"id\": \"urbanization-14fyp\"", "\"id\": 5, \"colour\": 1"),
            Encoding.UTF8.GetBytes("[{}]"),
            Encoding.UTF8.GetBytes("{\"places\": []")
        );
        Assert.Equal(
            ["plan.json", "errata.json", "places.json", "source.txt"],
            read.Faults!.Shown.Select(fault => fault.Where.Split(' ')[0]).Distinct()
        );
        Assert.Equal(2, read.Faults.Shown.Count(fault => fault.Where.StartsWith("source.txt", StringComparison.Ordinal)));
        Assert.Equal(2, read.Faults.Shown.Count(fault => fault.Where.StartsWith("plan.json", StringComparison.Ordinal)));
        Assert.Equal(read.Faults.Count, read.Faults.Shown.Count);
    }

    private static Parsed<Plan> With(string file, Func<byte[], byte[]> change) =>
        file switch
        {
            "plan" => Read(plan: change(ThePlan.Description)),
            "errata" => Read(errata: change(ThePlan.Errata)),
            "places" => Read(places: change(ThePlan.Places)),
            _ => Read(source: change(ThePlan.Source)),
        };

    private static Parsed<Plan> Read(byte[]? source = null, byte[]? plan = null, byte[]? errata = null, byte[]? places = null) =>
        PlanReader.Read(source ?? ThePlan.Source, plan ?? ThePlan.Description, errata ?? ThePlan.Errata, places ?? ThePlan.Places);

    private static byte[] Replaced(byte[] file, string old, string now)
    {
        var text = Encoding.UTF8.GetString(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.NotEqual(-1, at);
        return Encoding.UTF8.GetBytes(text[..at] + now + text[(at + old.Length)..]);
    }
}
