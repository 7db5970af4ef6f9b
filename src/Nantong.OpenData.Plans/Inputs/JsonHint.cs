using System.Text;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>What a person has probably written where a JSON document breaks off, as the end of a rule; nothing where it cannot be told.</summary>
internal static class JsonHint
{
    /// <summary>The hint for a byte of a file.</summary>
    public static string Of(ReadOnlySpan<byte> file, int at)
    {
        if (file.Trim(" \t\r\n"u8).IsEmpty)
            return ": the file is empty";
        if (at >= file.Length)
            return ": the file ends before the document does";
        var before = file[..at].TrimEnd(" \t\r\n"u8);
        _ = Rune.DecodeFromUtf8(file[at..], out var rune, out _);
        return rune.Value switch
        {
            '}' or ']' when before is [.., (byte)','] => ": there is a comma too many before it",
            ',' when before is [.., (byte)','] => ": there is a comma too many",
            '/' or '#' => ": JSON has no comments",
            '\'' or '“' or '”' or '‘' or '’' or '「' or '＂' => ": names and texts stand in straight double quotation marks",
            '，' or '：' or '｛' or '｝' or '［' or '］' => ": this mark is of full width, JSON has those of ASCII",
            >= '0' and <= '9' when before is [.., (byte)'0'] or [.., (byte)'-'] => ": a number has no zeros before it",
            '\n' or '\r' or '\t' => ": a line break or tab in a text is written \\n or \\t",
            '"' when before is [.., not ((byte)',' or (byte)'{' or (byte)'[' or (byte)':')] => ": there is a comma missing before it",
            _ => "",
        };
    }
}
