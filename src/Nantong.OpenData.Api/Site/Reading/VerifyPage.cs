using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans.Search;
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
            piece.Nearest is { } passage ? Likeness(piece.Quote, passage, view) : ""
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
    private static string Likeness(string quote, NearestPlace near, PageView view)
    {
        var (quoted, printed) = (NumbersIn(quote), NumbersIn(near.Place.Quotation.Exact));
        if (quoted.SequenceEqual(printed, StringComparer.Ordinal))
            return view.Say($"相同 {near.Similarity:P0}", $"{near.Similarity:P0} the same");
        var (only, instead) = (string.Join(", ", quoted.Except(printed)), string.Join(", ", printed.Except(quoted)));
        return view.Say(
            $"数字不同：引文{(only is "" ? "无" : $"作 {only}")}，原文{(instead is "" ? "无" : $"作 {instead}")}",
            $"other numbers: {(only is "" ? "none" : only)} in the quotation, {(instead is "" ? "none" : instead)} in the plan"
        );
    }

    private static IReadOnlyList<string> NumbersIn(string text) => Numbers.Of(Folding.Typographic(text));

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
