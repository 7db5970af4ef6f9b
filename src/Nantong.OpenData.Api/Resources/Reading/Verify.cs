using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>Whether the plan says what somebody quotes.</summary>
/// <param name="Quote">The words that were looked for.</param>
/// <param name="Result">Whether the text says so: see codelist <c>quotation-results</c>.</param>
/// <param name="Pieces">The quotation where it stands in one node; otherwise its sentences, each with what was found.</param>
public sealed record Verification(string Quote, QuotationResult Result, IReadOnlyList<VerifiedPiece> Pieces);

/// <summary>A quotation or one sentence of it.</summary>
/// <param name="Quote">The words.</param>
/// <param name="Result">Whether they stand in the text.</param>
/// <param name="Total">Number of places where they do.</param>
/// <param name="Places">The first 50 of these places, in reading order.</param>
/// <param name="Nearest">What may have been meant; null when the words are found, or nothing is near.</param>
public sealed record VerifiedPiece(string Quote, QuotationResult Result, int Total, IReadOnlyList<VerifiedPlace> Places, NearestPlace? Nearest);

/// <summary>The passage that is most like a quotation.</summary>
/// <param name="Similarity">How much of both is the same, from 0 to 1: twice the characters that both have in the same order, by the characters of
/// both, a number counting as one. At most 0.5 where the numbers differ.</param>
/// <param name="Place">Where it stands, and in what the quotation differs.</param>
public sealed record NearestPlace(decimal Similarity, VerifiedPlace Place);

/// <summary>A place in the text.</summary>
/// <param name="Node">Id of the node.</param>
/// <param name="Href">Its address, at exactly this release.</param>
/// <param name="Position">The range in the node's <c>text</c>.</param>
/// <param name="Quotation">The words that stand there, with what stands around them.</param>
/// <param name="Source">The same range in <c>source.txt</c>.</param>
/// <param name="Errata">Ids of the known defects of the source that explain a difference; empty when none does.</param>
/// <param name="Edits">How the quotation becomes the text; empty when they are equal.</param>
/// <param name="Citation">Address of the citation of the sentence, or of the node where there are several.</param>
/// <param name="Fragment">Address that lets a browser scroll to the words and mark them.</param>
public sealed record VerifiedPlace(
    string Node,
    string Href,
    TextPositionSelector Position,
    TextQuoteSelector Quotation,
    SourceRange Source,
    IReadOnlyList<string> Errata,
    IReadOnlyList<TextEdit> Edits,
    string Citation,
    string Fragment
);

/// <summary>A range of a text, as W3C Web Annotation selects it.</summary>
/// <param name="Type">Always <c>TextPositionSelector</c>.</param>
/// <param name="Start">First character, from 0, in Unicode code points.</param>
/// <param name="End">One past the last character.</param>
public sealed record TextPositionSelector(string Type, int Start, int End);

/// <summary>A quotation, as W3C Web Annotation selects it.</summary>
/// <param name="Type">Always <c>TextQuoteSelector</c>.</param>
/// <param name="Exact">The words as they stand in the text.</param>
/// <param name="Prefix">Up to 16 characters before them.</param>
/// <param name="Suffix">Up to 16 characters behind them.</param>
public sealed record TextQuoteSelector(string Type, string Exact, string Prefix, string Suffix);

internal static class Verify
{
    private const int MostPlaces = 50;
    private const string QuoteRule = "the words to check";

    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/verify", Verbs.Read, Get)
            .WithTags("Search")
            .Takes(TextParameters.Quote)
            .Named("verifyQuotation", "Check whether the plan says what somebody quotes, and where; otherwise what is nearest");

    private static Results<Representation<Verification>, PageOnly, Problem> Get(PinnedRelease release)
    {
        var parameter = TextParameters.Quote.Name;
        if (!release.Address.Query.TryGetValue(parameter, out var text))
            return release.IsPageWanted(Format.OfData)
                ? new PageOnly(view => VerifyPage.Of(view, found: null), release)
                : Problems.Absent(parameter, QuoteRule);

        if (!Quotations.Parse(parameter, text).Try(out var quote, out var error))
            return Problems.Invalid(error);

        var indexes = release.Snapshot.Indexes;
        if (!CheckedQuotation.Of(parameter, quote, indexes.Quotations, indexes.Nearest).Try(out var found, out error))
            return Problems.Invalid(error);

        var verification = new Verification(quote, found.Result, [.. found.Pieces.Select(piece => Show(piece, release))]);
        return new Representation<Verification>(verification, Wire.Json.Verification, release)
        {
            Page = view => VerifyPage.Of(view, verification),
            Links = new Dictionary<string, string> { ["results"] = release.Address.Href("/v1/codelists/quotation-results") },
        };
    }

    private static VerifiedPiece Show(CheckedPiece piece, PinnedRelease release) =>
        new(
            piece.Quote,
            piece.Result,
            piece.Places.Count,
            [.. piece.Places.Take(MostPlaces).Select(place => Show(place, piece.Quote, release))],
            piece.Nearest is { } near
                ? new(decimal.Round((decimal)near.Similarity, 3), Show(Quotations.At(near.Node, near.Passage), piece.Quote, release))
                : null
        );

    private static VerifiedPlace Show(QuotationPlace place, string quote, PinnedRelease release)
    {
        var (node, anchor, exact) = (place.Node, place.Anchor, place.Anchor.Quote.Exact);
        return new(
            node.Id,
            release.TextHref(node.Id),
            new(nameof(TextPositionSelector), anchor.CharStart!.Value, anchor.CharEnd!.Value),
            new(nameof(TextQuoteSelector), exact, anchor.Quote.Prefix, anchor.Quote.Suffix),
            anchor.Source,
            place.Errata,
            exact == quote ? [] : TextEdits.OfWholeNumbers(quote, exact),
            release.CiteHref(CitedPart.At(node, anchor.CharStart.Value, anchor.CharEnd.Value).Target),
            TextFragment.Of(release.TextHref(node.Id), node.Text, anchor)
        );
    }
}
