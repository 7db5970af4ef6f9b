using System.Text.RegularExpressions;
using Azure.Data.Tables;

namespace Nantong.OpenData.Cli.Memory;

/// <summary>A filter of the table service, as far as <see cref="Storage.Store"/> uses it: comparisons of texts and truths, joined by
/// <c>and</c>.</summary>
internal sealed partial class RowFilter
{
    private readonly List<(string Column, string Operator, string? Text, bool Truth)> terms = [];

    /// <summary>Reads a filter; null or empty passes every row.</summary>
    /// <exception cref="NotSupportedException">It has another form.</exception>
    public RowFilter(string? filter)
    {
        var at = 0;
        while (at < (filter ?? "").Length)
        {
            var term = Term().Match(filter!, at);
            if (!term.Success)
                throw new NotSupportedException($"A store in memory does not know the filter {filter}");
            var text = term.Groups["text"] is { Success: true, Value: var quoted } ? quoted.Replace("''", "'", StringComparison.Ordinal) : null;
            terms.Add((term.Groups["column"].Value, term.Groups["operator"].Value, text, term.Groups["truth"].Value is "true"));
            at += term.Length;
        }
    }

    /// <summary>The one partition that rows can be in; null when there may be several.</summary>
    public string? Partition => terms.Find(term => term is { Column: nameof(TableEntity.PartitionKey), Operator: "eq" }).Text;

    /// <summary>True when a row passes.</summary>
    public bool Passes(TableEntity row) =>
        terms.TrueForAll(term =>
            term.Text is null
                ? row.GetBoolean(term.Column) == term.Truth
                : Holds(term.Operator, string.CompareOrdinal(row.GetString(term.Column), term.Text))
        );

    private static bool Holds(string comparison, int order) =>
        comparison switch
        {
            "eq" => order == 0,
            "ge" => order >= 0,
            "gt" => order > 0,
            "le" => order <= 0,
            _ => order < 0,
        };

    [GeneratedRegex(@"\G(?: and )?(?<column>\w+) (?:(?<operator>eq|ge|gt|le|lt) '(?<text>(?:[^']|'')*)'|eq (?<truth>true|false))(?=$| and )")]
    private static partial Regex Term();
}
