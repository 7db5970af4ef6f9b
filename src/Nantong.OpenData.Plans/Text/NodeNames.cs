using System.Globalization;

namespace Nantong.OpenData.Plans.Text;

/// <summary>How people call a node: 第五章（五）第2段 for <c>ch5.s5.p2</c>.</summary>
public static class NodeNames
{
    private static readonly Dictionary<string, Label> Words = new(StringComparer.Ordinal)
    {
        ["pre"] = new("序言", "preamble"),
        ["notice"] = new("印发通知", "notice"),
        ["number"] = new("文号", "document number"),
        ["addressees"] = new("主送单位", "addressees"),
        ["issuer"] = new("发文机关", "issuer"),
        ["date"] = new("成文日期", "date"),
        ["publicity"] = new("公开方式", "publicity"),
        ["note"] = new("注", "note"),
    };

    /// <summary>The name of a node, made of its id.</summary>
    public static Label Of(string id)
    {
        var parts = id.Split('.').Select(Part).ToList();
        return new(string.Concat(parts.Select(part => part.Zh)), string.Join(", ", parts.Select(part => part.En)));
    }

    private static Label Part(string part)
    {
        var kind = part.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var digits = part[kind.Length..];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? kind switch
            {
                "ch" => new($"第{Headings.ToChinese(number)}章", $"chapter {digits}"),
                "s" => new($"（{Headings.ToChinese(number)}）", $"section {digits}"),
                "annex" => new($"附件{digits}", $"annex {digits}"),
                "p" => new($"第{digits}段", $"paragraph {digits}"),
                "col" => new($"专栏{digits}", $"box {digits}"),
                "i" => new($"第{digits}项", $"item {digits}"),
                "table" => new($"表{digits}", $"table {digits}"),
                "r" => new($"第{digits}行", $"row {digits}"),
                _ => new(part, part),
            }
            : Words.GetValueOrDefault(part, new(part, part));
    }
}
