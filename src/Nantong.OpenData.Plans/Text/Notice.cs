using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>The cover notice: title, document number, addressees, text, issuer, date, publicity, and then the plan's title.</summary>
internal static partial class Notice
{
    private const string Id = "notice";

    /// <summary>Reads the notice and leaves the reader at the plan's title.</summary>
    /// <param name="blocks">The blocks, standing at the first.</param>
    /// <param name="planTitle">The plan's title, which stands on a line of its own.</param>
    /// <param name="drafts">Takes the nodes.</param>
    public static Parsed<TitleBlock> Read(BlockReader blocks, string planTitle, List<Draft> drafts)
    {
        List<Block> lines = [];
        for (; blocks.Next is { } block && blocks.Text(block) != planTitle; blocks.Advance()) lines.Add(block);
        if (blocks.Next is null) return blocks.ErrorHere($"the plan's title on a line of its own: {planTitle}");
        if (lines is not [var title, var number, var addressees, .. var text, var issuer, var dateLine, var publicity] || text.Count == 0)
            return blocks.ErrorHere("the notice before it: title, document number, addressees, text, issuer, date, publicity");

        if (!DocumentNumber().IsMatch(blocks.Text(number))) return blocks.Error(number, "a document number such as 通政办发〔2021〕70号");
        if (!DateOnly.TryParseExact(blocks.Text(dateLine), "yyyy年M月d日", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued))
            return blocks.Error(dateLine, "a date such as 2021年12月29日");
        if (blocks.Text(publicity) is not ['（', .. var remark, '）']) return blocks.Error(publicity, "a remark on publicity in brackets");

        drafts.Add(new Draft(Id, NodeType.Notice, title.Span, null) { Heading = blocks.Text(title) });
        Add("number", number);
        Add("addressees", addressees);
        foreach (var (index, paragraph) in text.Index()) Add(string.Create(CultureInfo.InvariantCulture, $"p{index + 1}"), paragraph);
        Add("issuer", issuer);
        Add("date", dateLine);
        Add("publicity", publicity);

        return new TitleBlock(blocks.Text(title), blocks.Text(number), blocks.Text(addressees).TrimEnd('：'), blocks.Text(issuer), issued, remark, planTitle);

        void Add(string name, Block line) => drafts.Add(new Draft($"{Id}.{name}", NodeType.NoticeLine, line.Span, Id));
    }

    [GeneratedRegex("^\\S+〔\\d{4}〕\\d+号$", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();
}
