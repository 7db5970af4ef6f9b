namespace Nantong.OpenData.Plans.Inputs;

/// <summary>A row of a file of comma-separated values, or the fault that makes it none.</summary>
/// <param name="Line">Line that it begins on, from 1.</param>
/// <param name="Cells">Its cells; empty where there is a fault.</param>
/// <param name="Fault">The fault; null for a row.</param>
internal readonly record struct CsvRow(int Line, IReadOnlyList<CsvCell> Cells, Unreadable? Fault);

/// <summary>A cell.</summary>
/// <param name="Start">Byte of the file that it begins at, its quotation mark where it has one.</param>
/// <param name="Quoted">True when it stands in quotation marks.</param>
/// <param name="Text">What it says, quoting undone.</param>
internal readonly record struct CsvCell(int Start, bool Quoted, string Text);
