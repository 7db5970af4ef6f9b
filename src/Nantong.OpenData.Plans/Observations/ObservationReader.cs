using System.Globalization;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>Reads the rows of <c>observations.csv</c>, one by one: the file may be large and is never held whole.</summary>
/// <param name="subjects">What may be observed.</param>
public sealed class ObservationReader(ObservationSubjects subjects)
{
    private const int YearsBefore = 20;
    private const int YearsAfter = 10;
    private const int StatedByPlan = 0;
    private const int MostTexts = 10_000;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal); // of indicators and areas, for keys
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal); // most rows repeat their source: each is held once

    /// <summary>A reader for a plan that was read.</summary>
    /// <param name="indicators">The indicators that may be observed.</param>
    /// <param name="areas">Ids of the places that may be observed.</param>
    /// <param name="years">The years of the plan; observed may be from 20 years before its base year to 10 after its last.</param>
    public ObservationReader(IEnumerable<Indicator> indicators, IEnumerable<string> areas, PlanYears years)
        : this(ObservationSubjects.Of(indicators, areas, years)) { }

    /// <summary>The columns that the first row must name, in any order; <c>note</c> may be left out.</summary>
    public static IReadOnlyList<string> Columns => ObservationHead.Columns;

    /// <summary>Reads rows, the head first.</summary>
    /// <param name="rows">The rows, each or the fault that makes it none.</param>
    /// <param name="known">Observations that are there already, such as the plan's own: a row must not repeat their key.</param>
    /// <returns>For each row below the head an observation, or the cell that breaks a rule, named by line. A head that breaks one ends the
    /// reading.</returns>
    /// <remarks>Where the plan could not be read, an observation is made up as far as its row is checked: its unit is unknown and it is of no
    /// further use.</remarks>
    public IEnumerable<Parsed<Observation>> Read(IEnumerable<Parsed<ObservationRow>> rows, IEnumerable<Observation> known)
    {
        var lines = known.ToDictionary(observation => KeyOf(observation.Indicator, observation.Area, observation.Year), _ => StatedByPlan);
        var (any, read) = (false, 0);
        ObservationHead? head = null;
        foreach (var parsed in rows)
        {
            any = true;
            if (parsed.Error is { } fault)
            {
                yield return fault;
                continue;
            }

            var row = parsed.Value;
            if (head is not null)
            {
                yield return ++read + lines.Count > Inputs.InputLimits.MostRows ? TooMany(row) : ReadRow(row, head, lines);
                if (read > Inputs.InputLimits.MostRows)
                    yield break;
                continue;
            }

            if (ObservationHead.Parse(row).Try(out head, out var misnamed))
                continue;
            yield return misnamed;
            yield break;
        }

        if (!any)
            yield return new Unreadable("observations.csv line 1", "", $"a first row with the columns {string.Join(", ", Columns)}");
    }

    private Parsed<Observation> ReadRow(ObservationRow row, ObservationHead head, Dictionary<long, int> lines)
    {
        var cells = new ObservationCells(row, head);
        if (cells.Misfit is { } misfit)
            return misfit;
        var (id, area, status, source) = (cells["indicator"], cells["area"], cells["status"], cells["source"]);
        if (!subjects.Knows(id, out var indicator))
            return cells.Error("indicator", $"the id of an indicator of this plan{Hints.OfId(id)}");
        if (!subjects.KnowsArea(area))
            return cells.Error("area", $"the id of a place of this plan{Hints.OfId(area)}");

        var (first, last) = subjects.Years is { } years ? (years.Baseline - YearsBefore, years.To + YearsAfter) : (1, 9999);
        if (!ObservedNumber.TryYear(cells["year"], out var year) || year < first || year > last)
            return cells.Error("year", string.Create(CultureInfo.InvariantCulture, $"a year from {first} to {last}{Hints.OfNumber(cells["year"])}"));
        if (ObservationStatus.Find(status) is not { } code)
            return cells.Error("status", $"an SDMX observation status: {Codes(ObservationStatus.All)}");
        if (!ReadValue(cells, code, id, indicator).Try(out var value, out var error))
            return error;
        if (source.Trim().Length == 0)
            return cells.Error("source", "who published the value");
        if (Swallowed(cells) is { } swallowed)
            return swallowed;

        var key = KeyOf(id, area, year);
        if (!lines.TryAdd(key, row.Line))
            return cells.Error(null, $"{id},{area},{cells["year"]}", Twice(lines[key]));
        return new Observation(
            Once(id),
            Once(area),
            year,
            value.Number,
            indicator?.Unit ?? new Unit(null, null, null, Inferred: true),
            code.Code,
            Once(source),
            cells["note"] is { Length: > 0 } note ? Once(note) : null
        );
    }

    private static Parsed<Cell> ReadValue(ObservationCells cells, ObservationStatus status, string id, Indicator? indicator)
    {
        var text = cells["value"].Trim(' ');
        if (text.Length == 0)
        {
            if (status.Missing)
                return new Cell(null);
            var missing = Codes(ObservationStatus.All.Where(status => status.Missing));
            return cells.Error("value", $"a number, or a status that says why there is none ({missing})");
        }

        if (status.Missing)
            return cells.Error("value", $"nothing where the status is {status.Code} ({status.Label.En})");
        if (!ObservedNumber.TryParse(text, out var number))
            return cells.Error("value", $"a decimal number without unit, words or signs between thousands{Hints.OfNumber(text)}");
        if (number.Digits > Inputs.InputLimits.MostDigits || Math.Abs(number.Value) >= 1e15m)
            return cells.Error(
                "value",
                $"a decimal number without unit, words or signs between thousands, of at most {Inputs.InputLimits.MostDigits} digits"
            );
        if (indicator is null)
            return new Cell(number.Value);
        if (indicator.Decimals is not { } decimals)
            return number.Value is 0 or 1 ? new Cell(number.With(0)) : cells.Error("value", "1 or 0, for a milestone reached or not");
        return number.Decimals <= decimals
            ? new Cell(number.With(decimals))
            : cells.Error("value", string.Create(CultureInfo.InvariantCulture, $"at most {decimals} decimals, as {id} has"));
    }

    /// <summary>A cell of several lines that has a row in it: a quotation mark before it was not closed, another one closed it by chance.</summary>
    private Unreadable? Swallowed(ObservationCells cells)
    {
        foreach (var column in new[] { "source", "note" })
        {
            var lines = cells[column].Split('\n');
            if (
                lines
                    .Skip(1)
                    .Any(line =>
                        line.Split(',') is [var id, var area, _, ..] && subjects.Knows(id.Trim('"'), out _) && subjects.KnowsArea(area.Trim('"'))
                    )
            )
                return cells.Error(
                    column,
                    "a text without rows of this file in it: the quotation mark at its beginning is closed by one of a later row"
                );
        }

        return null;
    }

    private static Unreadable TooMany(ObservationRow row) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"observations.csv line {row.Line}"),
            "one row more",
            string.Create(
                CultureInfo.InvariantCulture,
                $"at most {Inputs.InputLimits.MostRows} rows with those of the plan, as a sheet of a workbook takes"
            )
        );

    private static string Twice(int line) =>
        line == StatedByPlan
            ? "a key of indicator, area and year that the plan does not state itself"
            : string.Create(CultureInfo.InvariantCulture, $"a key of indicator, area and year that is there once: line {line} has it too");

    private static string Codes(IEnumerable<ObservationStatus> statuses) => string.Join(' ', statuses.Select(status => status.Code));

    /// <summary>One number for the three parts of a key, so that hundreds of thousands can be remembered.</summary>
    private long KeyOf(string indicator, string area, int year) => ((long)NumberOf(indicator) << 40) | ((long)NumberOf(area) << 16) | (uint)year;

    private int NumberOf(string id)
    {
        if (!numbers.TryGetValue(id, out var number))
            numbers.Add(id, number = numbers.Count);
        return number;
    }

    private string Once(string text)
    {
        if (texts.TryGetValue(text, out var known))
            return known;
        if (texts.Count < MostTexts)
            texts.Add(text, text);
        return text;
    }

    private sealed record Cell(decimal? Number);
}
