namespace Nantong.OpenData.Plans.Observations;

/// <summary>A row of <c>observations.csv</c>, taken apart and free of what a row may never have.</summary>
/// <param name="Line">Line of the file that the row begins on, from 1.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Columns">Where in its line each cell begins, in UTF-16 units from 1; null where the file is not at hand, or a cell is in a later
/// line than the row.</param>
public readonly record struct ObservationRow(int Line, IReadOnlyList<string> Cells, Func<int, int?>? Columns = null);
