using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Source;
using Xunit.Abstractions;

namespace Nantong.OpenData.Plans.Tests.Inputs;

/// <summary>Damaged and random files: no reader throws, none loses a row, none accepts what a strict reader that we did not write refuses. The seed
/// stands in OPENDATA_FUZZ_SEED.</summary>
public sealed class InputFuzzTests(ITestOutputHelper output)
{
    private const string Head = "indicator,area,year,value,status,source,note";
    private static readonly int Seed = Environment.GetEnvironmentVariable("OPENDATA_FUZZ_SEED") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : 20_211_229;

    private static readonly string[] Pieces =
    [
        ",",
        "\"",
        "\n",
        "\r\n",
        "\r",
        "\"\"",
        " ",
        "x",
        "市统计局",
        "71.5",
        "2021",
        "urbanization-rate",
        "nantong",
        "A",
        "\t",
        ";",
        "\u200B",
        "\0",
        "𠮷",
        "=1",
        "\uFEFF",
        "åŸŽ",
    ];

    private static readonly string[] Marks =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u0041",
        "\\ud800",
        "\\udc00",
        "0",
        "-",
        "1E5",
        "1e400",
        "null",
        "true",
        "NaN",
        "/**/",
        "\uFEFF",
        "\u00A0",
        "\n",
        "\"id\":1,",
        "“",
        "\\u200b",
        "\t",
    ];

    [Fact]
    public async Task Rows_that_are_accepted_are_those_of_a_strict_reader_cell_by_cell()
    {
        var random = new Random(Seed);
        List<(byte[] File, List<CsvRow> Rows)> accepted = [];
        var refused = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)])));
            var rows = new CsvRows("x.csv", file).Read().Select(row => row with { Cells = [.. row.Cells] }).ToList();
            if (rows.Exists(row => row.Fault is not null))
                refused++;
            else
                accepted.Add((file, rows));
        }

        var read = await StrictAsync("csv", accepted.Select(one => one.File));
        foreach (var ((file, rows), strict) in accepted.Zip(read))
        {
            Assert.True(strict.ValueKind is JsonValueKind.Array, $"refused by the strict reader: {Show(file)}");
            Assert.Equal(
                strict.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()).ToArray()),
                rows.Select(row => row.Cells.Select(cell => (string?)cell.Text).ToArray())
            );
        }

        output.WriteLine($"csv: seed {Seed}, {accepted.Count} accepted as a strict reader does, {refused} refused");
        Assert.True(accepted.Count > 1000 && refused > 1000, "both kinds must occur");
    }

    [Fact]
    public void Each_row_of_observations_comes_out_or_is_refused()
    {
        var random = new Random(Seed + 1);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 3_000; round++)
        {
            var lines = Enumerable.Range(2000, random.Next(1, 12)).Select(year => $"urbanization-rate,haian,{year},71.5,A,x,note").ToList();
            var whole = lines.Count;
            for (var damage = random.Next(0, 3); damage > 0; damage--)
            {
                var line = random.Next(lines.Count);
                lines[line] = lines[line].Insert(random.Next(lines[line].Length), Pieces[random.Next(Pieces.Length)]);
            }

            var file = Encoding.UTF8.GetBytes($"{Head}\n{string.Join('\n', lines)}\n");
            var reader = new ObservationReader(ThePlan.Read.Indicators, ThePlan.Read.Places.Select(place => place.Id), ThePlan.Read.About.Years);
            var rows = reader.Read(ObservationRows.Read(file), ThePlan.Read.Observations).ToList();
            var (good, bad) = (rows.Count(row => row.Error is null), rows.Count(row => row.Error is not null));
            Assert.True(bad > 0 || good == whole, $"{whole} rows in, {good} out: {Show(file)}");
            Assert.All(rows, row => Assert.True(row.Error is null || row.Error.Where.StartsWith("observations.csv line ", StringComparison.Ordinal)));
            (read, refused) = (read + good, refused + bad);
        }

        output.WriteLine($"observations: seed {Seed}, {read} rows read, {refused} faults told");
        Assert.True(read > 1000 && refused > 500, "both kinds must occur");
    }

    [Fact]
    public async Task Documents_that_are_accepted_are_accepted_by_a_strict_reader_too()
    {
        var random = new Random(Seed + 2);
        var description = Encoding.UTF8.GetString(ThePlan.Description);
        List<byte[]> accepted = [];
        var refused = 0;
        for (var round = 0; round < 4_000; round++)
        {
            var text = description;
            for (var damage = random.Next(1, 3); damage > 0; damage--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at)),
                    1 => text.Insert(at, Marks[random.Next(Marks.Length)]),
                    _ => text.Remove(at, 1).Insert(at, Marks[random.Next(Marks.Length)]),
                };
            }

            var file = Encoding.UTF8.GetBytes(text); // half a pair becomes U+FFFD
            var parsed = Curation.ReadDescription(file);
            Assert.True(parsed.Error is null != parsed.Value is null);
            if (parsed.Error is null)
                accepted.Add(file);
            else
                refused++;
        }

        var read = await StrictAsync("json", accepted.Select(file => TextEncoding.WithoutMark(file).ToArray()));
        foreach (var (file, strict) in accepted.Zip(read))
            Assert.True(strict.ValueKind is JsonValueKind.True, $"refused by the strict reader: {Show(file)}");
        output.WriteLine($"json: seed {Seed}, {accepted.Count} accepted as a strict reader does, {refused} refused");
        Assert.True(accepted.Count > 100 && refused > 1000, "both kinds must occur");
    }

    [Fact]
    public void Bytes_of_any_kind_are_answered_by_every_reader()
    {
        var random = new Random(Seed + 3);
        byte[][] files =
        [
            ThePlan.Source,
            ThePlan.Description,
            ThePlan.Errata,
            ThePlan.Places,
            Encoding.UTF8.GetBytes($"{Head}\nurbanization-rate,haian,2021,71.5,A,x,市统计局\n"),
        ];
        var (read, refused) = (0, 0);
        for (var round = 0; round < 4_000; round++)
        {
            var file = files[random.Next(files.Length)].ToArray().AsSpan();
            if (random.Next(4) == 0)
                file = file[random.Next(file.Length)..];
            if (random.Next(4) == 0)
                file = file[..random.Next(file.Length)];
            for (var damage = random.Next(0, 3); damage > 0 && file.Length > 0; damage--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            var bytes = file.ToArray();
            Unreadable?[] errors =
            [
                SourceText.Parse(bytes).Error,
                Curation.ReadErrata(bytes).Error,
                Curation.ReadGazetteer(bytes).Error,
                ObservationRows.Read(bytes).Select(row => row.Error).FirstOrDefault(error => error is not null),
            ];
            read += errors.Count(error => error is null);
            refused += errors.Count(error => error is { Where.Length: > 0 });
        }

        output.WriteLine($"bytes: seed {Seed}, {read} read, {refused} refused");
        Assert.True(read > 500 && refused > 1000, "both kinds must occur");
    }

    private static string Show(byte[] file) => Quoted.Text(Encoding.UTF8.GetString(file));

    /// <summary>What Python's strict readers say of many files, in one process.</summary>
    private static async Task<IReadOnlyList<JsonElement>> StrictAsync(string kind, IEnumerable<byte[]> files)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Inputs", "strict_readers.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var read = process.StandardOutput.ReadToEndAsync();
        foreach (var file in files)
            await process.StandardInput.WriteAsync($"{kind} {Convert.ToBase64String(file)}\n");
        process.StandardInput.Close();
        var lines = (await read).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return [.. lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
