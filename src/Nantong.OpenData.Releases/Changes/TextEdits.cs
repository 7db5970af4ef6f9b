using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>What happens to a run of characters on the way from one text to another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditOp>))]
public enum EditOp
{
    /// <summary>It stands in both.</summary>
    [JsonStringEnumMemberName("equal")]
    Equal,

    /// <summary>It stands in the first text only.</summary>
    [JsonStringEnumMemberName("delete")]
    Delete,

    /// <summary>It stands in the second text only.</summary>
    [JsonStringEnumMemberName("insert")]
    Insert,
}

/// <summary>A run of characters. Equal and deleted runs put together are the first text, equal and inserted ones the second.</summary>
/// <param name="Op">What happens to it.</param>
/// <param name="Text">The characters.</param>
public sealed record TextEdit(EditOp Op, string Text);

/// <summary>How one text becomes another, character by character.</summary>
public static class TextEdits
{
    /// <summary>The runs in order; where both texts differ what is deleted comes before what is inserted.</summary>
    public static IReadOnlyList<TextEdit> Of(string from, string to)
    {
        List<TextEdit> edits = [];
        var (i, j) = (0, 0);
        foreach (var (nextFrom, nextTo) in CommonSubsequence.Of(Codes(from), Codes(to)).Append((from.Length, to.Length)))
        {
            Add(EditOp.Delete, from[i..nextFrom]);
            Add(EditOp.Insert, to[j..nextTo]);
            if (nextFrom < from.Length)
                Add(EditOp.Equal, from[nextFrom..(nextFrom + 1)]);
            (i, j) = (nextFrom + 1, nextTo + 1);
        }

        return edits;

        void Add(EditOp op, string text)
        {
            if (text is "")
                return;
            if (edits is [.., { } last] && last.Op == op)
                edits[^1] = last with { Text = last.Text + text };
            else
                edits.Add(new(op, text));
        }
    }

    /// <summary>The same, where a number is changed as a whole or not at all: 95 becomes 93, and not its last digit.</summary>
    public static IReadOnlyList<TextEdit> OfWholeNumbers(string from, string to)
    {
        Dictionary<string, char> codes = new(StringComparer.Ordinal);
        var (left, right) = (Numbers.Pieces(from), Numbers.Pieces(to));
        List<TextEdit> edits = [];
        var (i, j) = (0, 0);
        foreach (var edit in Of(string.Concat(left.Select(Code)), string.Concat(right.Select(Code))))
        {
            var pieces = edit.Op is EditOp.Insert ? right.Skip(j).Take(edit.Text.Length) : left.Skip(i).Take(edit.Text.Length);
            edits.Add(edit with { Text = string.Concat(pieces) });
            if (edit.Op is not EditOp.Insert)
                i += edit.Text.Length;
            if (edit.Op is not EditOp.Delete)
                j += edit.Text.Length;
        }

        return edits;

        char Code(string piece) => codes.TryGetValue(piece, out var code) ? code : codes[piece] = (char)(codes.Count + 1);
    }

    private static int[] Codes(string text) => [.. text.Select(character => (int)character)];
}
