namespace Nantong.OpenData.Releases.Files.Delimited;

/// <summary>For whom a CSV file is written. By default for programs: no byte order mark, heads are field ids, every cell as it is.</summary>
/// <param name="ForSpreadsheets">True for a byte order mark, without which Excel garbles Chinese, and an apostrophe before text that a spreadsheet
/// would take for something else: a formula, a date, a number.</param>
/// <param name="ChineseHeads">True for Chinese heads in place of field ids.</param>
public readonly record struct CsvVariant(bool ForSpreadsheets, bool ChineseHeads);
