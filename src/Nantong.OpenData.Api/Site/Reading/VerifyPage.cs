using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site.Reading;

/// <summary>Whether the plan says what somebody quotes: a form, and the verdict in words with the differences marked.</summary>
internal static class VerifyPage
{
    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="found">What was found; null where nothing was asked.</param>
    public static PageContent Of(PageView view, Verification? found)
    {
        var pieces = (found?.Pieces ?? []).Select(piece => new QuotedPiece(
            piece.Quote,
            Word(piece.Result, view),
            Good(piece.Result),
            [.. piece.Places.Take(5).Select(place => PlaceOf(view, place))],
            piece.Total,
            piece.Nearest is { } near ? PlaceOf(view, near.Place) : null,
            piece.Nearest is { } passage ? Likeness(passage, view) : ""
        ));
        var model = new VerifyModel(
            view,
            found?.Quote ?? "",
            found is null ? null : Word(found.Result, view),
            found is not null && Good(found.Result),
            [.. pieces]
        );
        return new PageContent(
            view.Say("核对引文：规划里有没有这句话", "Check a quotation: does the plan say so?"),
            Slice.Fill<Templates.VerifyView, VerifyModel>(model)
        )
        {
            Section = "/verify",
        };
    }

    /// <summary>How near the nearest passage is, in words: where numbers differ, that says more than any share.</summary>
    private static string Likeness(NearestPlace near, PageView view)
    {
        var (struck, printed) = (Digits(near.Place, EditOp.Delete), Digits(near.Place, EditOp.Insert));
        return struck is "" && printed is ""
            ? view.Say($"相同 {near.Similarity:P0}", $"{near.Similarity:P0} the same")
            : view.Say(
                $"数字不同：引文{(struck is "" ? "无" : $"作 {struck}")}，原文{(printed is "" ? "无" : $"作 {printed}")}",
                $"other numbers: {(struck is "" ? "none" : struck)} in the quotation, {(printed is "" ? "none" : printed)} in the plan"
            );
    }

    private static string Digits(VerifiedPlace place, EditOp op) =>
        string.Join(", ", place.Edits.Where(edit => edit.Op == op && edit.Text.Any(char.IsDigit)).Select(edit => edit.Text));

    private static bool Good(QuotationResult result) => result is not (QuotationResult.Differs or QuotationResult.NotFound);

    private static string Word(QuotationResult result, PageView view) =>
        CodeNames.Of("quotation-results", RecordJson.Code(result, Formats.Wire.Json.QuotationResult), view);

    private static QuotedPlace PlaceOf(PageView view, VerifiedPlace place)
    {
        var node = view.Release!.Snapshot.FindNode(place.Node)!;
        return new(
            PageTitles.WithHolder(node, view),
            $"{view.Page($"/text{node.Path}")}{place.Fragment[Math.Max(place.Fragment.IndexOf('#', StringComparison.Ordinal), 0)..]}",
            place.Quotation.Prefix,
            place.Edits is [] ? [new(EditOp.Equal, place.Quotation.Exact)] : place.Edits,
            place.Quotation.Suffix,
            view.Page(CiteOf(place.Citation)),
            view.Say("引用", "Cite")
        );
    }

    private static string CiteOf(string citation) => citation[citation.IndexOf("/cite", StringComparison.Ordinal)..];
}

/// <summary>A quotation that was looked for, as a page shows it.</summary>
internal sealed record VerifyModel(PageView View, string Quote, string? Verdict, bool Good, IReadOnlyList<QuotedPiece> Pieces);

/// <summary>A quotation or one sentence of it.</summary>
internal sealed record QuotedPiece(
    string Quote,
    string Verdict,
    bool Good,
    IReadOnlyList<QuotedPlace> Places,
    int Total,
    QuotedPlace? Nearest,
    string Similar
);

/// <summary>Where it stands, with what differs.</summary>
internal sealed record QuotedPlace(
    string Where,
    string Href,
    string Before,
    IReadOnlyList<TextEdit> Edits,
    string Behind,
    string Cite,
    string CiteName
);
