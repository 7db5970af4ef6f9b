using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>The quantity and the deadline of a promise as a page says them: as printed in Chinese, from the record in English.</summary>
internal static class CommitmentWords
{
    /// <summary>What is promised: <c>2.7万套</c>, <c>≥ 93 %</c>; empty for a milestone, whose subject says it.</summary>
    public static string Quantity(Commitment commitment, PageView view) =>
        view.Language == Language.Chinese
            ? commitment.Unit is null
                ? ""
                : commitment.Anchor.Quote.Exact
            : EnglishWords.Quantity(commitment);

    /// <summary>By when, or when: <c>到2025年</c>, <c>by 2025</c>; empty where the text sets no date.</summary>
    public static string Deadline(Commitment commitment, PageView view) =>
        view.Language == Language.Chinese ? commitment.Deadline?.Raw ?? "" : EnglishWords.Deadline(commitment);
}
