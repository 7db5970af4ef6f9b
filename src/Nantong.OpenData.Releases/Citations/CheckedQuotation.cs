using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>Whether a plan says what somebody quotes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuotationResult>))]
public enum QuotationResult
{
    /// <summary>It stands so in one node, character for character.</summary>
    [JsonStringEnumMemberName("exact")]
    Exact,

    /// <summary>It stands so in one node but for width, white space, forms of punctuation, or a known defect of the source.</summary>
    [JsonStringEnumMemberName("normalized")]
    Normalized,

    /// <summary>Its sentences stand so one behind the other, in several nodes.</summary>
    [JsonStringEnumMemberName("spans")]
    Spans,

    /// <summary>Each of its sentences stands so, but not one behind the other.</summary>
    [JsonStringEnumMemberName("scattered")]
    Scattered,

    /// <summary>Its parts between marks of omission (……) stand so, in this order.</summary>
    [JsonStringEnumMemberName("with-omissions")]
    WithOmissions,

    /// <summary>At least a part of it is worded otherwise.</summary>
    [JsonStringEnumMemberName("differs")]
    Differs,

    /// <summary>Nothing in the text is near.</summary>
    [JsonStringEnumMemberName("not-found")]
    NotFound,
}

/// <summary>A quotation, or one sentence of it, that was looked for.</summary>
/// <param name="Quote">The words.</param>
/// <param name="Result">Whether they stand in the text.</param>
/// <param name="Places">Where, in reading order; empty when they do not.</param>
/// <param name="Nearest">What may have been meant; null when it is found, or nothing is near.</param>
public sealed record CheckedPiece(string Quote, QuotationResult Result, IReadOnlyList<QuotationPlace> Places, NearPassage? Nearest);

/// <summary>A quotation that was looked for.</summary>
/// <param name="Result">Whether the text says so.</param>
/// <param name="Pieces">The quotation where it stands in one node, otherwise its sentences.</param>
public sealed partial record CheckedQuotation(QuotationResult Result, IReadOnlyList<CheckedPiece> Pieces)
{
    /// <summary>Most sentences of a quotation that are looked for one by one.</summary>
    public const int MaxSentences = 20;

    private static readonly char[] Closing = ['。', '.'];

    private const int MostChained = 200; // places of a sentence that are tried when looking for what stands one behind the other

    /// <summary>Looks for a quotation: as a whole, and where no node holds that, sentence by sentence.</summary>
    /// <param name="parameter">Name of the parameter that it came in.</param>
    /// <param name="quote">The words.</param>
    /// <param name="quotations">Where words stand.</param>
    /// <param name="nearest">What is near to them.</param>
    public static Parsed<CheckedQuotation> Of(string parameter, string quote, Quotations quotations, NearestPassages nearest)
    {
        var whole = Find(quote, quotations);
        if (whole.Places is not [])
            return new CheckedQuotation(whole.Result, [whole]);
        string[] parts = [.. Omission().Split(quote).Select(part => part.Trim()).Where(part => Folding.Typographic(part).Any(char.IsLetterOrDigit))];
        if (Omission().IsMatch(quote) && parts is not [])
            return WithOmissions(parts, quotations, nearest);

        string[] sentences =
        [
            .. Sentences.Split(quote).Select(span => quote[span.Start..span.End].Trim()).Where(sentence => Folding.Typographic(sentence) is not ""),
        ];
        if (sentences.Length > MaxSentences)
            return new Unreadable(
                parameter,
                string.Create(CultureInfo.InvariantCulture, $"{sentences.Length} sentences"),
                $"at most {MaxSentences} sentences, where no node holds all of them"
            );

        CheckedPiece[] pieces = sentences is [] or [_]
            ? [whole with { Nearest = nearest.Find(quote) }]
            :
            [
                .. sentences
                    .Select(sentence => Find(sentence, quotations))
                    .Select(piece => piece.Places is [] ? piece with { Nearest = nearest.Find(piece.Quote) } : piece),
            ];
        pieces = [.. pieces.Select(piece => piece.Nearest is null ? piece : piece with { Result = QuotationResult.Differs })];
        return new CheckedQuotation(Sum(pieces), pieces);
    }

    /// <summary>Looks for each part that omissions leave, and whether they stand in this order.</summary>
    private static CheckedQuotation WithOmissions(string[] parts, Quotations quotations, NearestPassages nearest)
    {
        CheckedPiece[] pieces =
        [
            .. parts
                .Select(part => Find(part, quotations))
                .Select(piece =>
                    piece.Places is [] && nearest.Find(piece.Quote) is { } near
                        ? piece with
                        {
                            Nearest = near,
                            Result = QuotationResult.Differs,
                        }
                        : piece
                ),
        ];
        var sum = Sum(pieces);
        return new CheckedQuotation(
            sum is QuotationResult.Spans or QuotationResult.Scattered
                ? IsInOrder(pieces)
                    ? QuotationResult.WithOmissions
                    : QuotationResult.Scattered
                : sum,
            pieces
        );
    }

    /// <summary>True when each piece stands somewhere behind a place of the one before.</summary>
    private static bool IsInOrder(CheckedPiece[] pieces)
    {
        var reached = (Node: 0, At: 0);
        foreach (var piece in pieces)
        {
            var next = piece
                .Places.Select(place => (place.Node.Order, place.Anchor.CharStart!.Value, place.Anchor.CharEnd!.Value))
                .Where(place => place.Order > reached.Node || (place.Order == reached.Node && place.Item2 >= reached.At))
                .Select(place => (Node: place.Order, At: place.Item3))
                .DefaultIfEmpty((Node: -1, At: 0))
                .First();
            if (next.Node < 0)
                return false;
            reached = next;
        }

        return true;
    }

    /// <summary>…, ……, ... and 。。。, in brackets or without: [...], （……）.</summary>
    [GeneratedRegex("[\\[［(（【]?(?:…+|⋯+|\\.{3,}|。{3,})[\\]］)）】]?", RegexOptions.CultureInvariant)]
    private static partial Regex Omission();

    private static CheckedPiece Find(string quote, Quotations quotations)
    {
        if (quotations.FindExact(quote) is { Count: > 0 } exact)
            return new(quote, QuotationResult.Exact, exact, null);
        var folded = quotations.FindFolded(quote);
        if (folded is [] && quote.TrimEnd().TrimEnd(Closing) is { Length: > 0 } open && open.Length < quote.TrimEnd().Length)
            folded = quotations.FindFolded(open); // a quotation is closed by a full stop where the sentence goes on
        return new(quote, folded is [] ? QuotationResult.NotFound : QuotationResult.Normalized, folded, null);
    }

    private static QuotationResult Sum(CheckedPiece[] pieces)
    {
        if (Array.TrueForAll(pieces, piece => piece.Result is QuotationResult.NotFound))
            return QuotationResult.NotFound;
        if (Array.Exists(pieces, piece => piece.Places is []))
            return QuotationResult.Differs;
        return IsChain(pieces) ? QuotationResult.Spans : QuotationResult.Scattered;
    }

    /// <summary>True when the pieces can be read one behind the other.</summary>
    private static bool IsChain(CheckedPiece[] pieces)
    {
        IReadOnlyList<QuotationPlace> reached = pieces[0].Places;
        foreach (var piece in pieces.Skip(1))
            reached = [.. piece.Places.Take(MostChained).Where(place => reached.Take(MostChained).Any(before => Follows(before, place)))];
        return reached is not [];
    }

    private static bool Follows(QuotationPlace before, QuotationPlace place)
    {
        var (text, end, start) = (before.Node.Text, before.Anchor.CharEnd!.Value, place.Anchor.CharStart!.Value);
        if (before.Node.Id == place.Node.Id)
            return start >= end && text.AsSpan(end, start - end).IsWhiteSpace();
        return before.Node.Next == place.Node.Id && text.AsSpan(end).IsWhiteSpace() && place.Node.Text.AsSpan(0, start).IsWhiteSpace();
    }
}
