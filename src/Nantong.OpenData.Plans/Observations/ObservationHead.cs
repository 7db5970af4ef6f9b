using System.Globalization;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>Which column stands where.</summary>
internal sealed class ObservationHead
{
    private readonly IReadOnlyList<string> names;

    private ObservationHead(IReadOnlyList<string> names) => this.names = names;

    /// <summary>The columns that the first row must name, in any order; <c>note</c> may be left out.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["indicator", "area", "year", "value", "status", "source", "note"];

    /// <summary>The number of columns.</summary>
    public int Count => names.Count;

    /// <summary>The place of a column; -1 when there is none.</summary>
    public int Place(string column)
    {
        for (var at = 0; at < names.Count; at++)
        {
            if (names[at] == column)
                return at;
        }

        return -1;
    }

    /// <summary>Reads the first row.</summary>
    public static Parsed<ObservationHead> Parse(ObservationRow row)
    {
        var unknown = row.Cells.Index().FirstOrDefault(cell => !Columns.Contains(cell.Item));
        if (unknown.Item is not null)
            return Error(row, unknown.Index, unknown.Item, $"columns named {string.Join(", ", Columns)}");
        if (row.Cells.CountBy(name => name).FirstOrDefault(name => name.Value > 1) is { Key: { } twice })
            return Error(row, null, twice, "each column once");
        return Columns.FirstOrDefault(name => name != "note" && !row.Cells.Contains(name)) is { } missing
            ? Error(row, null, string.Join(',', row.Cells), $"a column named {missing}")
            : new ObservationHead(row.Cells);
    }

    private static Unreadable Error(ObservationRow row, int? at, string found, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"observations.csv line {row.Line}"), found, rule)
        {
            Column = at is { } place ? row.Columns?.Invoke(place) : null,
        };
}

/// <summary>The cells of a row by their columns.</summary>
/// <param name="row">The row.</param>
/// <param name="head">Which column stands where.</param>
internal readonly struct ObservationCells(ObservationRow row, ObservationHead head)
{
    /// <summary>The cell in a column; nothing where there is no such column.</summary>
    public string this[string column] => head.Place(column) is >= 0 and var at ? row.Cells[at] : "";

    /// <summary>What is wrong with a row of more or fewer cells than the head; null when it has as many.</summary>
    public Unreadable? Misfit =>
        row.Cells.Count == head.Count
            ? null
            : Error(null, string.Join(',', row.Cells), string.Create(CultureInfo.InvariantCulture, $"{head.Count} cells, as the first row has"));

    /// <summary>A cell that breaks a rule.</summary>
    public Unreadable Error(string column, string rule) => Error(column, this[column], $"{column}: {rule}");

    /// <summary>A cell, or a row where no column is named, that breaks a rule.</summary>
    public Unreadable Error(string? column, string found, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"observations.csv line {row.Line}"), found, rule)
        {
            Column = column is null ? null : row.Columns?.Invoke(head.Place(column)),
        };
}
