using System.Text;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>How an item of a box opens: <c>{name}工程。</c>, <c>{n}．{name}。</c>, <c>{n}．</c>. The heading is what stands from <c>{name}</c> to the
/// separator.</summary>
internal sealed class ItemPattern
{
    /// <summary>The items of a box that declares no other form.</summary>
    public const string Default = "{name}工程。";

    private const string Name = "{name}";
    private const string Separators = "。：:、 　";
    private readonly Regex opening;

    /// <summary>Takes a pattern.</summary>
    public ItemPattern(string pattern)
    {
        var text = new StringBuilder("^[ \u3000]*");
        var name = pattern.IndexOf(Name, StringComparison.Ordinal);
        if (name < 0)
        {
            var core = pattern.TrimEnd('、', '．', '.', ' ', '　');
            LinePattern.Append(text, core);
            foreach (var separator in pattern[core.Length..])
                text.Append(LinePattern.SeparatorOf(separator));
        }
        else
        {
            foreach (var part in Split(pattern[..name]))
                text.Append(part);
            var behind = pattern[(name + Name.Length)..];
            var suffix = behind.TrimEnd(Separators.ToCharArray());
            text.Append("(?<heading>[^。，；：\\t\\n]{2,24}");
            foreach (var character in suffix)
                text.Append(LinePattern.Literal(character));
            text.Append(')');
            foreach (var character in behind[suffix.Length..])
                text.Append(LinePattern.Literal(character));
        }

        opening = new Regex(text.Append('.').ToString(), RegexOptions.CultureInvariant);
    }

    /// <summary>True for a line that opens an item.</summary>
    public bool Opens(string line) => opening.IsMatch(line);

    /// <summary>The number that an item prints; null for a line that opens none, and for a pattern without a number.</summary>
    public int? NumberOf(string line) => LinePattern.NumberIn(opening.Match(line));

    /// <summary>The heading of an item; null for a line that opens none, and for a pattern without a name.</summary>
    public string? HeadingOf(string line) => opening.Match(line).Groups["heading"] is { Success: true } heading ? heading.Value : null;

    /// <summary>What stands before the name: literals and numbers, full stops as separators.</summary>
    private static IEnumerable<string> Split(string before)
    {
        var core = before.TrimEnd('、', '．', '.', ' ', '　');
        var text = new StringBuilder();
        LinePattern.Append(text, core);
        yield return text.ToString();
        foreach (var separator in before[core.Length..])
            yield return LinePattern.SeparatorOf(separator);
    }
}
