using System.Text;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Tests.Files.Delimited;

public sealed partial class CsvVariantTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-rf", "'-rf")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("—", "—")]
    [InlineData(">74", ">74")]
    [InlineData("a=b", "a=b")]
    public void A_spreadsheet_twin_guards_text_that_a_spreadsheet_would_run_and_nothing_else(string source, string written)
    {
        Assert.Contains($",{written},", Write(source, new CsvVariant(ForSpreadsheets: true, ChineseHeads: false)), StringComparison.Ordinal);
        Assert.Contains(
            source.Contains('\r', StringComparison.Ordinal) ? $",\"{source}\"," : $",{source},",
            Write(source, default),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_negative_number_is_no_formula_and_keeps_its_decimal_places() =>
        Assert.Contains(",-0.50,", Write("x", new CsvVariant(ForSpreadsheets: true, ChineseHeads: false)), StringComparison.Ordinal);

    [Fact]
    public void Chinese_heads_and_the_byte_order_mark_come_apart_or_together()
    {
        Assert.StartsWith("indicator,area,year,value,", Write("x", default), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFindicator,area,", Write("x", new CsvVariant(ForSpreadsheets: true, ChineseHeads: false)), StringComparison.Ordinal);
        Assert.StartsWith("指标,地区,年份,数值,", Write("x", new CsvVariant(ForSpreadsheets: false, ChineseHeads: true)), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF指标,地区,", Write("x", new CsvVariant(ForSpreadsheets: true, ChineseHeads: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_csv_file_ends_its_lines_with_crlf_and_only_the_twins_begin_with_a_byte_order_mark()
    {
        var files = BuiltRelease.Release.Files.Where(file => file.Path.EndsWith(".csv", StringComparison.Ordinal)).ToList();

        Assert.Equal(28, files.Count);
        Assert.All(
            files,
            file =>
            {
                var text = Quoted().Replace(Encoding.UTF8.GetString(file.ToBytes()), ""); // a cell may have lines of its own
                Assert.Equal(
                    file.Path.EndsWith("-excel.csv", StringComparison.Ordinal) || file.Path.EndsWith("-zh.csv", StringComparison.Ordinal),
                    text.StartsWith('\uFEFF')
                );
                Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
                Assert.Equal(text.Count(c => c is '\n'), text.Split("\r\n").Length - 1);
            }
        );
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    private static string Write(string source, CsvVariant variant)
    {
        using var stream = new MemoryStream();
        var observation = new Observation(
            BuiltRelease.Plan.Indicators[0].Id,
            "nantong",
            2022,
            -0.50m,
            BuiltRelease.Plan.Indicators[0].Unit,
            "A",
            source,
            "n"
        );
        Assert.Equal(1, BuiltRelease.Datasets.Observations.WriteCsv(stream, [observation], variant));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
