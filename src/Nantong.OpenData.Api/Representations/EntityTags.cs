using Microsoft.Extensions.Primitives;

namespace Nantong.OpenData.Api.Representations;

/// <summary>The entity tags of a header <c>If-Match</c> or <c>If-None-Match</c> (RFC 9110, 8.8.3 and 13.1).</summary>
/// <param name="IsAny">True for <c>*</c>: whatever is there now.</param>
/// <param name="Strong">The strong ones, quotes included.</param>
/// <param name="Weak">The weak ones, without their <c>W/</c>.</param>
internal sealed record EntityTags(bool IsAny, IReadOnlyList<string> Strong, IReadOnlyList<string> Weak)
{
    private static readonly EntityTags Any = new(true, [], []);

    /// <summary>Every tag, strong or not: what a weak comparison looks at.</summary>
    public IEnumerable<string> All => Strong.Concat(Weak);

    /// <summary>Reads the header, which may stand on several lines.</summary>
    /// <returns>Null when it is neither <c>*</c> nor a list of tags: then nothing is known to match it.</returns>
    /// <remarks>Our own: the framework's reader takes a backslash for an escape, which it is not in a tag, and <c>*</c> for a tag among
    /// others.</remarks>
    public static EntityTags? Read(StringValues header)
    {
        var text = header.ToString().AsSpan().Trim(" \t");
        if (text is "*")
            return Any;

        List<string> strong = [],
            weak = [];
        while (!text.IsEmpty)
        {
            var isWeak = text.StartsWith("W/", StringComparison.Ordinal);
            if (isWeak)
                text = text[2..];
            if (text is ['"', ..] && text[1..].IndexOf('"') is var length and >= 0)
            {
                var tag = text[..(length + 2)];
                if (tag[1..^1].ContainsAnyInRange('\0', ' ') || tag.Contains('\x7f'))
                    return null;
                (isWeak ? weak : strong).Add(tag.ToString());
                text = text[tag.Length..].TrimStart(" \t");
            }
            else if (isWeak || text[0] is not ',')
                return null;

            if (text.IsEmpty)
                break;
            if (text[0] is not ',')
                return null;
            text = text[1..].TrimStart(" \t"); // a list may have empty elements (RFC 9110, 5.6.1.2)
        }

        return strong.Count + weak.Count > 0 ? new(false, strong, weak) : null;
    }
}
