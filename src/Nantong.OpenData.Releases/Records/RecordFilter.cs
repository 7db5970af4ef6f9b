namespace Nantong.OpenData.Releases.Records;

/// <summary>A value that the row of a record has beside the record, so that rows can be filtered by it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Name">Name of its column.</param>
/// <param name="Value">The value: a text, a whole number, a decimal, a day, true or false; null where a record has none.</param>
public sealed record RecordFilter<T>(string Name, Func<T, object?> Value);
