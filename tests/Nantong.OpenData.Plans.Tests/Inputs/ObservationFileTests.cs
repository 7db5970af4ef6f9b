using System.Text;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Plans.Tests.Inputs;

/// <summary>Files of observations as people and their programs save them.</summary>
public sealed class ObservationFileTests
{
    private const string Head = "indicator,area,year,value,status,source,note\n";
    private const string Good = "urbanization-rate,nantong,2021,71.5,A,x,\n";
    private static readonly Plan Plan = ThePlan.Read;

    [Theory]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,\"open\n", 1)]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,a\"b\n", 1)]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,\"a\"b\n", 1)]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x, \"a\"\n", 1)]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,a\rurbanization-rate,nantong,2024,71.5,A,x,\n", 1)]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x\n", 1)]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,a,b\n", 1)]
    [InlineData("urbanization-rate,nantong,2021,71,5,A,x,\n", 1)]
    public void A_row_against_the_grammar_is_refused_where_the_fault_begins_and_the_rows_behind_it_are_read(string row, int faults)
    {
        var read = Read(Head + row + "urbanization-rate,nantong,2022,72.1,A,x,\nurbanization-rate,nantong,2023,73.2,A,x,\n");
        Assert.Equal(faults, read.Count(one => one.Error is not null));
        Assert.Equal("observations.csv line 2", read.First(one => one.Error is not null).Error!.Where);
        Assert.Equal([2022, 2023], read.Where(one => one.Error is null).Select(one => one.Value!.Year));
    }

    [Fact]
    public void A_quotation_mark_that_another_one_far_below_closes_by_chance_is_refused_on_the_line_where_it_opens()
    {
        const string Opens = "urbanization-rate,nantong,2021,71.5,A,x,\"open\n",
            Between = "urbanization-rate,nantong,2022,71.5,A,x,\n";
        Assert.Equal("observations.csv line 2", Read(Head + Opens + Between + "urbanization-rate,nantong,2023,71.5,A,x,\"\"\n")[0].Error!.Where);
        Assert.Equal("observations.csv line 2", Read(Head + Opens + Between + "urbanization-rate,nantong,2023,71.5,A,x,\"y\"\n")[0].Error!.Where);
        var swallowed = Assert.Single(Read(Head + Opens + Between + "urbanization-rate,nantong,2023,71.5,A,x,\"\n")).Error!;
        Assert.Equal("observations.csv line 2", swallowed.Where);
        Assert.Contains("without rows of this file in it", swallowed.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_named_by_its_column_too()
    {
        var read = Read(Head + "urbanization-rate,nantong,2021,七,A,x,\nurbanization-rate,nantong,2021,71.5,A,x,\"open\n");
        Assert.Equal(
            [("observations.csv line 2", (int?)32), ("observations.csv line 3", (int?)41)],
            read.Select(one => (one.Error!.Where, one.Error.Column))
        );
    }

    [Theory]
    [InlineData(Head + Good + ",,,,,,\n,,,,,,\n")]
    [InlineData(Head + Good + ",,,,,,\n\n\n")]
    [InlineData("indicator,area,year,value,status,source,note,,\nurbanization-rate,nantong,2021,71.5,A,x,,,\n,,,,,,,,\n")]
    [InlineData("indicator,,area,year,value,status,source\nurbanization-rate,,nantong,2021,71.5,A,x\n")]
    [InlineData("\uFEFF" + Head + Good)]
    [InlineData("sep=,\r\n" + Head + Good)]
    [InlineData(
        "\"indicator\",\"area\",\"year\",\"value\",\"status\",\"source\",\"note\"\r\n"
            + "\"urbanization-rate\",\"nantong\",\"2021\",\"71.5\",\"A\",\"x\",\"\"\r\n"
    )]
    [InlineData(Head + "urbanization-rate,nantong,2021.0, 71.5 ,A,x,")]
    public void What_spreadsheets_leave_behind_without_losing_anything_is_accepted(string file)
    {
        var observation = Assert.Single(Read(file));
        Assert.Null(observation.Error);
        Assert.Equal(("urbanization-rate", "nantong", 2021, 71.5m, "A", "x", null), Told(observation.Value!));

        static (string, string, int, decimal?, string, string, string?) Told(Observation row) =>
            (row.Indicator, row.Area, row.Year, row.Value, row.Status, row.Source, row.Note);
    }

    [Theory]
    [InlineData("migrant-children-public-schooling,nantong,2021,100.0,A,x,", "100")]
    [InlineData("urbanization-rate,nantong,2021,71.500,A,x,", "71.50")]
    [InlineData("urbanization-rate,nantong,2021,71.50000000000000000000000000000000000000000000,A,x,", "71.5")]
    [InlineData("urbanization-rate,nantong,2021,00071.2,A,x,", "71.2")]
    [InlineData("urbanization-rate,nantong,2021,-0.0,A,x,", "0.0")]
    [InlineData("dual-gigabit-city,nantong,2021,1.0,A,x,", "1")]
    public void Zeros_at_the_end_of_a_number_are_no_decimals_more(string row, string value) =>
        Assert.Equal(value, Assert.Single(Read(Head + row)).Value!.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"1,234\"", "thousands")]
    [InlineData("1 234", "thousands")]
    [InlineData("1.2E+05", "rounded")]
    [InlineData("########", "too narrow")]
    [InlineData("#REF!", "error of a formula")]
    [InlineData("#N/A", "error of a formula")]
    [InlineData("\"71,5\"", "decimal point")]
    [InlineData("71%", "percent sign")]
    [InlineData("７１", "full width")]
    [InlineData("2-Jan", "a date")]
    [InlineData("2021/1/2", "a date")]
    [InlineData("−5", "hyphen")]
    [InlineData("NA", "leave the cell empty")]
    [InlineData("71.50000000000000000000000000000000000000000001", "at most 15 digits")]
    [InlineData("1234567890123456", "at most 15 digits")]
    public void What_has_lost_something_is_refused_with_a_word_that_helps(string value, string word) =>
        Assert.Contains(word, Assert.Single(Read($"{Head}urbanization-rate,nantong,2021,{value},A,x,\n")).Error!.Rule, StringComparison.Ordinal);

    [Theory]
    [InlineData("indicator;area;year;value;status;source\nurbanization-rate;nantong;2021;71,5;A;x\n", "semicolons")]
    [InlineData("sep=;\nindicator;area;year;value;status;source\n", "semicolons")]
    [InlineData("indicator\tarea\tyear\tvalue\tstatus\tsource\nurbanization-rate\tnantong\t2021\t71.5\tA\tx\n", "tabs")]
    public void A_file_with_other_separators_says_how_to_save_it(string file, string separator)
    {
        var error = Assert.Single(Read(file)).Error!;
        Assert.Contains($"separated by {separator}", error.Rule, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8 (comma delimited)", error.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urbanization-rate\u200B,nantong,2021,71.5,A,x,", 18, "U+200B ZERO WIDTH SPACE")]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x\a,", 40, "U+0007 BELL")]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,\"y\0\"", 43, "U+0000 NULL")]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,\uFFFF", 41, "U+FFFF, a noncharacter")]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,\u202Eab", 41, "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,x,a\uFFFD", 42, "U+FFFD REPLACEMENT CHARACTER")]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,åŸŽå¸‚,", 39, "åŸŽ")]
    [InlineData("urbanization-rate,nantong,2021,71.5,A,鍩庡競鐨勫彂灞曪紝,", 39, "鍩")]
    public void A_character_that_cannot_be_carried_or_seen_is_named_with_line_and_column(string row, int column, string found)
    {
        var error = Assert.Single(Read(Head + row + "\n")).Error!;
        Assert.Equal(("observations.csv line 2", (int?)column), (error.Where, error.Column));
        Assert.StartsWith(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_in_a_cell_is_one_line_feed_whatever_the_line_ends_of_the_file_and_CR_alone_is_refused()
    {
        Assert.Equal("a\nb", Assert.Single(Read(Head + "urbanization-rate,nantong,2021,71.5,A,x,\"a\r\nb\"\r\n")).Value!.Note);
        Assert.Equal("a\nb", Assert.Single(Read(Head + "urbanization-rate,nantong,2021,71.5,A,x,\"a\nb\"\n")).Value!.Note);
        Assert.Contains(
            "not CR alone",
            Assert.Single(Read(Head + "urbanization-rate,nantong,2021,71.5,A,x,\"a\rb\"\n")).Error!.Rule,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_second_byte_order_mark_is_named_and_the_rows_behind_the_head_are_read()
    {
        var read = Read("\uFEFF\uFEFF" + Head + Good + "no-such,nantong,2021,71.5,A,x,\n");
        Assert.Equal(["U+FEFF ZERO WIDTH NO-BREAK SPACE, the byte order mark", "no-such"], read.Select(one => one.Error?.Found).OfType<string>());
        Assert.Single(read, one => one.Error is null);
    }

    [Fact]
    public void A_blank_that_is_no_space_is_written_as_its_number()
    {
        var error = Assert.Single(Read(Head + "urbanization-rate,nantong\u00A0,2021,71.5,A,x,\n")).Error!;
        Assert.Equal("nantong[U+00A0]", error.Found);
    }

    [Fact]
    public void A_cell_longer_than_a_workbook_takes_is_refused() =>
        Assert.Contains(
            "at most 32000 characters",
            Assert.Single(Read($"{Head}urbanization-rate,nantong,2021,71.5,A,x,{new string('y', 32_001)}\n")).Error!.Rule,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("GB18030", "GB 18030")]
    [InlineData("big5", "Big5")]
    [InlineData("shift_jis", "Shift_JIS")]
    [InlineData("euc-jp", "EUC-JP")]
    [InlineData("iso-2022-jp", "ISO-2022-JP")]
    [InlineData("euc-kr", "EUC-KR")]
    [InlineData("iso-2022-kr", "ISO-2022-KR")]
    public void A_single_row_in_another_encoding_is_named_by_its_line_and_its_encoding(string encoding, string named)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var note =
            encoding is "shift_jis" or "euc-jp" or "iso-2022-jp" ? "これは都市化率のデータです"
            : encoding is "euc-kr" or "iso-2022-kr" ? "통계국이 공표한 도시화율 자료이다"
            : encoding is "big5" ? "這是統計局公布的城鎮化率數據"
            : "这是统计局公布的城镇化率数据";
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes(Head + Good + "urbanization-rate,nantong,2022,71.5,A,统计局,"),
            .. Encoding.GetEncoding(encoding).GetBytes("\n" + note),
            (byte)'\n',
        ];
        var error = Assert.Single(Read(file)).Error!;
        Assert.Equal("observations.csv line 4", error.Where);
        Assert.Contains($"it looks like {named}", error.Rule, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faulty_rows_are_told()
    {
        var rows = string.Concat(Enumerable.Range(0, 250).Select(row => $"urbanization-rate,nantong,2021,x{row},A,x,\n"));
        var faults = new Faults();
        faults.Add(Read(Head + rows).Select(row => row.Error).OfType<Unreadable>());
        Assert.Equal((250, 100), (faults.Count, faults.Shown.Count));
    }

    private static List<Parsed<Observation>> Read(string file) => Read(Encoding.UTF8.GetBytes(file));

    private static List<Parsed<Observation>> Read(byte[] file)
    {
        var reader = new ObservationReader(Plan.Indicators, Plan.Places.Select(place => place.Id), Plan.About.Years);
        return [.. reader.Read(ObservationRows.Read(file), Plan.Observations)];
    }
}
