using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>The cover notice: what stands before the plan's title, in the order that the layout declares.</summary>
internal static partial class Notice
{
    private const string Id = "notice";

    /// <summary>Reads the notice and leaves the reader at the plan's title.</summary>
    /// <param name="blocks">The blocks, standing at the first.</param>
    /// <param name="title">Where the plan's title stands.</param>
    /// <param name="about">What <c>plan.json</c> says.</param>
    /// <param name="drafts">Takes the nodes.</param>
    /// <param name="report">Takes each line that is not what is declared.</param>
    public static TitleBlock? Read(BlockReader blocks, TitleLines title, PlanDescription about, List<Draft> drafts, ReadingReport report)
    {
        var parts = about.Layout!.Notice ?? [];
        List<Block> lines = [];
        for (; blocks.Next is { } block && block.FirstLine < title.First; blocks.Advance())
            lines.Add(block);
        if (Assign(parts, lines) is not { } assigned)
        {
            var declared =
                parts.Count == 0
                    ? "no line before the plan's title, as layout.notice declares none"
                    : $"the notice before it: {string.Join(", ", parts.Select(part => part.ToString().ToLowerInvariant()))}, as layout.notice "
                        + "declares";
            report.Fault(
                lines is [var first, ..] && parts.Count == 0 ? first.FirstLine : blocks.Line,
                string.Create(CultureInfo.InvariantCulture, $"{lines.Count} lines"),
                declared
            );
            return null;
        }

        var read = new TitleBlock(
            about.Title.Zh,
            about.Authority.DocumentNumber,
            "",
            about.Issued?.Issuer ?? "",
            about.Issued?.Date ?? default,
            "",
            about.Title.Zh
        );
        var paragraphs = 0;
        foreach (var (part, block) in assigned)
        {
            var text = blocks.Text(block).Trim();
            if (part is NoticePart.Title)
                drafts.Add(new Draft(Id, NodeType.Notice, block.Span, null) { Heading = text });
            else
                drafts.Add(new Draft($"{Id}.{NameOf(part, ref paragraphs)}", NodeType.NoticeLine, block.Span, Id));
            read = Take(read, part, text, block, about, report);
        }

        if (YearOf(read.DocumentNumber) is { } numbered && read.Issued.Year is > 1 and < 9999 && read.Issued.Year - numbered is < 0 or > 1)
        {
            var (found, rule) = (
                read.Issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                $"a date in the year of the document number {read.DocumentNumber}, or in the next one"
            );
            if (assigned.Find(line => line.Item1 is NoticePart.Date).Item2 is { } dated)
                report.Fault(dated.FirstLine, found, rule);
            else
                report.FaultInDescription("$.issued.date", found, rule);
        }

        if (NamedPlan().Match(read.NoticeTitle) is { Success: true } named && !SamePlan(named.Groups[1].Value, about.Title.Zh))
            report.Warn(assigned[0].Item2.FirstLine, named.Value, $"the plan's title: {about.Title.Zh}");
        if (read.Issuer.Length == 0 || read.Issued == default)
            report.FaultInDescription(
                "$.authority",
                "no issuer and date",
                "a member 'issued' of plan.json with issuer and date, where the notice has none"
            );
        return read;
    }

    /// <summary>Which line is which part: the text takes what the others leave. Null when the numbers do not fit.</summary>
    private static List<(NoticePart, Block)>? Assign(IReadOnlyList<NoticePart> parts, List<Block> lines)
    {
        var surplus = lines.Count - parts.Count;
        if (surplus < 0 || (surplus > 0 && !parts.Contains(NoticePart.Text)))
            return null;
        List<(NoticePart, Block)> assigned = [];
        foreach (var part in parts)
        {
            var taken = part is NoticePart.Text ? 1 + surplus : 1;
            for (; taken > 0; taken--)
                assigned.Add((part, lines[assigned.Count]));
        }

        return assigned;
    }

    private static string NameOf(NoticePart part, ref int paragraphs) =>
        part is NoticePart.Text ? string.Create(CultureInfo.InvariantCulture, $"p{++paragraphs}") : part.ToString().ToLowerInvariant();

    private static TitleBlock Take(TitleBlock read, NoticePart part, string text, Block block, PlanDescription about, ReadingReport report)
    {
        switch (part)
        {
            case NoticePart.Title:
                return read with { NoticeTitle = text };
            case NoticePart.Addressees:
                if (!text.EndsWith('：') && !text.EndsWith(':'))
                    report.Fault(block.FirstLine, text, "the addressees, with ： at the end of the line");
                return read with { Addressees = text.TrimEnd('：', ':') };
            case NoticePart.Issuer:
                return read with { Issuer = text };
            case NoticePart.Number:
                if (!DocumentNumber().IsMatch(text))
                    report.Fault(block.FirstLine, text, "a document number such as 通政办发〔2021〕70号");
                else if (text != about.Authority.DocumentNumber)
                    report.Fault(
                        block.FirstLine,
                        text,
                        $"the document number that plan.json gives at $.authority.documentNumber: {about.Authority.DocumentNumber}"
                    );
                return read with { DocumentNumber = text };
            case NoticePart.Date:
                if (DateOnly.TryParseExact(text, "yyyy年M月d日", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued))
                    return read with { Issued = issued };
                report.Fault(block.FirstLine, text, "a date such as 2021年12月29日");
                return read with { Issued = DateOnly.MaxValue };
            case NoticePart.Publicity:
                if (text is ['（', .. var remark, '）'])
                    return read with { Publicity = remark };
                report.Fault(block.FirstLine, text, "a remark on publicity in brackets");
                return read;
            default:
                return read;
        }
    }

    private static int? YearOf(string documentNumber) =>
        NumberYear().Match(documentNumber) is { Success: true } year ? LinePattern.NumberOf(year.Groups[1].Value) : null;

    /// <summary>True for one title in two spellings of its brackets and quotation marks.</summary>
    private static bool SamePlan(string one, string other) => Letters(one) == Letters(other);

    private static string Letters(string title) => string.Concat(title.Where(char.IsLetterOrDigit));

    [GeneratedRegex("《(.+)》", RegexOptions.CultureInvariant)]
    private static partial Regex NamedPlan();

    [GeneratedRegex("[〔［\\[（(](\\d{4})[〕］\\]）)]", RegexOptions.CultureInvariant)]
    private static partial Regex NumberYear();

    [GeneratedRegex("^\\S+[〔［\\[（(]\\d{4}[〕］\\]）)]\\d+号$", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();
}
