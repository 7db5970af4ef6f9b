using System.Diagnostics;

namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>Programs that people open the files with, where this machine has them.</summary>
public sealed class OtherReadersTests
{
    [FactWith("sqlite3")]
    public async Task Sqlite_imports_the_csv_and_adds_its_numbers_up() =>
        Assert.Equal(
            "17|153|2",
            await RunAsync(
                "sqlite3",
                [":memory:", ".import --csv indicators.csv i", "select count(*), sum(seq), count(nullif(baseline_missing_reason, '')) from i"],
                "indicators.csv"
            )
        );

    [FactWith("python3")]
    public async Task Python_reads_csv_lines_and_documents_alike() =>
        Assert.Equal(
            "ok",
            await RunAsync(
                "python3",
                [
                    "-c",
                    """
                    import csv, json
                    rows = list(csv.DictReader(open('commitments.csv', encoding='utf-8', newline='')))
                    lines = [json.loads(line) for line in open('commitments.ndjson', encoding='utf-8')]
                    twins = list(csv.DictReader(open('commitments-excel.csv', encoding='utf-8-sig', newline='')))
                    assert [r['id'] for r in rows] == [l['id'] for l in lines] == [t['id'] for t in twins]
                    assert all((float(r['value']) if r['value'] else None) == l['value'] for r, l in zip(rows, lines))
                    print('ok')
                    """,
                ],
                "commitments.csv commitments.ndjson commitments-excel.csv"
            )
        );

    [FactWith("/usr/bin/python3", "-c", "import pandas")]
    public async Task Pandas_gives_the_columns_their_types() =>
        Assert.Equal(
            "int64 float64 bool object 17",
            await RunAsync(
                "/usr/bin/python3",
                [
                    "-c",
                    "import pandas; d = pandas.read_csv('indicators.csv'); print(d.seq.dtype, d.baseline_value.dtype, "
                        + "d.target_cumulative.dtype, d.name.dtype, len(d))",
                ],
                "indicators.csv"
            )
        );

    [FactWith("Rscript")]
    public async Task R_gives_the_columns_their_types() =>
        Assert.Equal(
            "integer numeric character 17",
            await RunAsync(
                "Rscript",
                ["-e", "d <- read.csv('indicators.csv', fileEncoding='UTF-8'); cat(class(d$seq), class(d$baseline_value), class(d$name), nrow(d))"],
                "indicators.csv"
            )
        );

    [FactWith("Rscript", "-e", "library(rsdmx)")]
    public async Task R_reads_the_sdmx_message() =>
        Assert.Equal(
            "34 2020 2025 70.44 A >74 31",
            await RunAsync(
                "Rscript",
                [
                    "-e",
                    "suppressMessages(library(rsdmx)); d <- as.data.frame(readSDMX('indicators.sdmx.xml', isURL = FALSE)); u <- "
                        + "d[d$INDICATOR == 'urbanization-rate', ]; "
                        + "cat(nrow(d), u$obsTime, u$obsValue[1], u$OBS_STATUS[1], u$COMMENT_OBS[2], sum(!is.na(d$obsValue)))",
                ],
                "indicators.sdmx.xml"
            )
        );

    [FactWith("soffice")]
    public async Task LibreOffice_opens_the_workbook_and_gives_its_first_sheet_as_csv() =>
        Assert.Contains(
            "urbanization-14fyp@1.2.0",
            await RunAsync(
                "soffice",
                [
                    "-env:UserInstallation=file:///$PWD/profile",
                    "--headless",
                    "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1",
                    "plan.xlsx",
                ],
                "plan.xlsx",
                expected: "plan.csv"
            ),
            StringComparison.Ordinal
        );

    private static async Task<string> RunAsync(string tool, string[] arguments, string files, string? expected = null)
    {
        var folder = Directory.CreateTempSubdirectory("opendata-readers-");
        try
        {
            foreach (var file in files.Split(' '))
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), BuiltRelease.Bytes(file));
            var start = new ProcessStartInfo(
                tool,
                [.. arguments.Select(argument => argument.Replace("$PWD", folder.FullName, StringComparison.Ordinal))]
            )
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return expected is null ? output.Trim() : await File.ReadAllTextAsync(Path.Combine(folder.FullName, expected));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A test that needs a program; reported as skipped where there is none, or where it lacks a module.</summary>
internal sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(string tool, params string[] check)
    {
        if (!Works(tool, check is [] ? ["--version"] : check))
            Skip = $"{string.Join(' ', [tool, .. check])} does not work on this machine";
    }

    private static bool Works(string tool, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
