using System.Globalization;
using System.Text.Unicode;
using CsvHelper;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Releases.Inputs;

/// <summary>Takes <c>observations.csv</c> apart into rows of cells, as RFC 4180 says.</summary>
internal static class ObservationRows
{
    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with { Separator = ',', HasHeader = false, TrackLineNumbers = true };

    /// <summary>The rows one by one, the head first; what cannot be taken apart ends them.</summary>
    public static IEnumerable<Parsed<ObservationRow>> Read(ReadOnlyMemory<byte> file)
    {
        if (!Utf8.IsValid(file.Span))
        {
            yield return new Unreadable($"{PlanFile.Observations} line 1", "bytes that are no UTF-8", "text in UTF-8");
            yield break;
        }

        using var csv = CsvReader.Create(file, Options);
        while (Next(csv) is { } row)
        {
            yield return row;
            if (row.Error is not null) yield break;
        }
    }

    /// <summary>The next row; null behind the last one.</summary>
    private static Parsed<ObservationRow>? Next(CsvReader csv)
    {
        try
        {
            if (!csv.Read()) return null;
            return new ObservationRow((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
        catch (CsvFormatException error)
        {
            return new Unreadable(string.Create(CultureInfo.InvariantCulture, $"{PlanFile.Observations} line {error.LineNumber}"), error.Message, "rows of comma-separated cells, quoted as RFC 4180 says");
        }
    }
}
