using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Api.Site.Reading;

/// <summary>What pages of the text mark in it: promises and places, at the offsets that their records carry, and an address for each
/// sentence.</summary>
internal static class Aids
{
    /// <summary>An address for each sentence and nothing else: the whole text on one page has no room for more.</summary>
    public static ReadingAids OfSentences { get; } = new(_ => [], null);

    /// <summary>All that is known of a release's text.</summary>
    public static ReadingAids Of(PageView view, PinnedRelease release)
    {
        var snapshot = release.Snapshot;
        var promises = snapshot.Commitments.Select(commitment =>
            (
                commitment.Anchor,
                Kind: "promise",
                Href: $"/commitments/{commitment.Id}",
                Title: $"{view.Say("承诺：", "Commitment: ")}{CommitmentPages.SubjectOf(commitment, view)}"
            )
        );
        var places = snapshot.Places.SelectMany(place =>
            place.Mentions.Select(mention =>
                (Anchor: mention, Kind: "place-name", Href: $"/places/{place.Id}", Title: $"{view.Say("地名：", "Place: ")}{view.Say(place.Label)}")
            )
        );
        var named = promises.Concat(places).ToLookup(record => record.Anchor.Node, StringComparer.Ordinal);
        return new(NamesIn, target => view.Page($"/cite?target={Uri.EscapeDataString(target)}"));

        IEnumerable<NamedRange> NamesIn(Node node) =>
            from record in named[node.Id]
            where record.Anchor is { CharStart: not null, CharEnd: not null }
            select new NamedRange(record.Anchor.CharStart!.Value, record.Anchor.CharEnd!.Value, record.Kind, view.Page(record.Href), record.Title);
    }
}
