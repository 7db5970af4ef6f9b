using System.Globalization;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>A row of <c>observations.csv</c>, taken apart: quoting is undone by whoever reads the file.</summary>
/// <param name="Line">Line of the file that the row begins on, from 1.</param>
/// <param name="Cells">Its cells.</param>
public readonly record struct ObservationRow(int Line, IReadOnlyList<string> Cells);

/// <summary>Reads the rows of <c>observations.csv</c>, one by one: the file may be large and is never held whole.</summary>
/// <param name="indicators">The indicators that may be observed.</param>
/// <param name="areas">Ids of the places that may be observed.</param>
/// <param name="years">The years of the plan; observed may be from 20 years before its base year to 10 after its last.</param>
public sealed class ObservationReader(IEnumerable<Indicator> indicators, IEnumerable<string> areas, PlanYears years)
{
    private const int YearsBefore = 20;
    private const int YearsAfter = 10;
    private const int StatedByPlan = 0;
    private const int MostTexts = 10_000;

    private readonly Dictionary<string, (Indicator Indicator, int Number)> indicators =
        indicators.Index().ToDictionary(indexed => indexed.Item.Id, indexed => (indexed.Item, indexed.Index), StringComparer.Ordinal);

    private readonly Dictionary<string, (string Id, int Number)> areas =
        areas.Index().ToDictionary(indexed => indexed.Item, indexed => (indexed.Item, indexed.Index), StringComparer.Ordinal);

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal); // most rows repeat their source: each is held once

    /// <summary>The columns that the first row must name, in any order; <c>note</c> may be left out.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["indicator", "area", "year", "value", "status", "source", "note"];

    /// <summary>Reads rows, the head first.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="known">Observations that are there already, such as the plan's own: a row must not repeat their key.</param>
    /// <returns>For each row below the head an observation, or the cell that breaks a rule, named by line. A head that breaks one ends the reading.</returns>
    public IEnumerable<Parsed<Observation>> Read(IEnumerable<ObservationRow> rows, IEnumerable<Observation> known)
    {
        var lines = known.ToDictionary(observation => KeyOf(observation.Indicator, observation.Area, observation.Year), _ => StatedByPlan);
        Head? head = null;
        foreach (var row in rows)
        {
            if (head is null)
            {
                if (!Head.Parse(row).Try(out head, out var misnamed))
                {
                    yield return misnamed;
                    yield break;
                }
            }
            else
            {
                yield return ReadRow(row, head, lines);
            }
        }

        if (head is null) yield return new Unreadable("observations.csv line 1", "", $"a first row with the columns {string.Join(", ", Columns)}");
    }

    private Parsed<Observation> ReadRow(ObservationRow row, Head head, Dictionary<long, int> lines)
    {
        if (row.Cells.Count != head.Count) return Error(row, string.Join(',', row.Cells), $"{head.Count} cells, as the first row has");
        var (id, area, status, source) = (head["indicator", row], head["area", row], head["status", row], head["source", row]);
        if (!indicators.TryGetValue(id, out var entry)) return Error(row, id, $"indicator: the id of an indicator of this plan");
        if (!areas.TryGetValue(area, out var place)) return Error(row, area, $"area: the id of a place of this plan");

        var (first, last) = (years.Baseline - YearsBefore, years.To + YearsAfter);
        if (!int.TryParse(head["year", row], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < first || year > last)
            return Error(row, head["year", row], $"year: a year from {first} to {last}");
        if (ObservationStatus.Find(status) is not { } code) return Error(row, status, $"status: an SDMX observation status: {Codes(ObservationStatus.All)}");
        if (!ReadValue(row, head["value", row], code, entry.Indicator).Try(out var value, out var error)) return error;
        if (source.Trim().Length == 0) return Error(row, source, $"source: who published the value");

        var key = KeyOf(id, area, year);
        if (!lines.TryAdd(key, row.Line)) return Error(row, $"{id},{area},{head["year", row]}", Twice(lines[key]));
        return new Observation(entry.Indicator.Id, place.Id, year, value.Number, entry.Indicator.Unit, code.Code, Once(source), head["note", row] is { Length: > 0 } note ? Once(note) : null);
    }

    private static Parsed<Cell> ReadValue(ObservationRow row, string text, ObservationStatus status, Indicator indicator)
    {
        if (text.Length == 0) return status.Missing ? new Cell(null) : Error(row, text, $"value: a number, or a status that says why there is none ({Codes(ObservationStatus.All.Where(status => status.Missing))})");
        if (status.Missing) return Error(row, text, $"value: nothing where the status is {status.Code} ({status.Label.En})");
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1e15m)
            return Error(row, text, $"value: a decimal number without unit, words or signs between thousands");
        if (indicator.Decimals is not { } decimals) return text is "0" or "1" ? new Cell(number) : Error(row, text, $"value: 1 or 0, for a milestone reached or not");
        return number.Scale <= decimals ? new Cell(number) : Error(row, text, $"value: at most {decimals} decimals, as {indicator.Id} has");
    }

    private static FormattableString Twice(int line) => line == StatedByPlan
        ? (FormattableString)$"a key of indicator, area and year that the plan does not state itself"
        : $"a key of indicator, area and year that is there once: line {line} has it too";

    private static string Codes(IEnumerable<ObservationStatus> statuses) => string.Join(' ', statuses.Select(status => status.Code));

    /// <summary>One number for the three parts of a key, so that hundreds of thousands can be remembered.</summary>
    private long KeyOf(string indicator, string area, int year) => ((long)indicators[indicator].Number << 48) | ((long)areas[area].Number << 16) | (uint)year;

    private string Once(string text)
    {
        if (texts.TryGetValue(text, out var known)) return known;
        if (texts.Count < MostTexts) texts.Add(text, text);
        return text;
    }

    private static Unreadable Error(ObservationRow row, string found, FormattableString rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"observations.csv line {row.Line}"), found, rule.ToString(CultureInfo.InvariantCulture));

    private sealed record Cell(decimal? Number);

    /// <summary>Which column stands where.</summary>
    private sealed class Head(IReadOnlyList<string> names)
    {
        public int Count => names.Count;

        public string this[string column, ObservationRow row] => Place(column) is >= 0 and var at ? row.Cells[at] : "";

        public static Parsed<Head> Parse(ObservationRow row)
        {
            if (row.Cells.FirstOrDefault(name => !Columns.Contains(name)) is { } unknown) return Error(row, unknown, $"columns named {string.Join(", ", Columns)}");
            if (row.Cells.CountBy(name => name).FirstOrDefault(name => name.Value > 1) is { Key: { } twice }) return Error(row, twice, $"each column once");
            return Columns.FirstOrDefault(name => name != "note" && !row.Cells.Contains(name)) is { } missing
                ? Error(row, string.Join(',', row.Cells), $"a column named {missing}")
                : new Head(row.Cells);
        }

        private int Place(string column)
        {
            for (var at = 0; at < names.Count; at++)
            {
                if (names[at] == column) return at;
            }

            return -1;
        }
    }
}
