using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>Places and patterns for people: grouped by what they are, each with its mentions in context.</summary>
internal static class PlacePages
{
    /// <summary>The places that were asked for, by type.</summary>
    public static PageContent OfAll(PageView view, Selection<Place> selection)
    {
        var groups = selection
            .Listing.Items.GroupBy(place => RecordJson.Code(place.Type, Wire.Json.PlaceType))
            .Select(group => new PlaceGroup(
                CodeNames.Of("place-types", group.Key, view),
                [.. group.Select(place => new PlaceEntry(view.Say(place.Label), view.Page($"/places/{place.Id}"), place.Mentions.Count))]
            ));
        var model = new PlacesModel(view, [.. groups], selection.Listing.Page, ListPage.Turn(view, selection.Listing.Page.Next));
        return new PageContent(PageNames.Of("/places", view.Language), Slice.Fill<Templates.Places, PlacesModel>(model))
        {
            Section = "/places",
            Cited = "places",
        };
    }

    /// <summary>The page of one place.</summary>
    public static PageContent Of(PageView view, Place place)
    {
        var (release, snapshot) = (view.Release!, view.Release!.Snapshot);
        var model = new PlaceModel(
            view,
            place,
            CodeNames.Of("place-types", RecordJson.Code(place.Type, Wire.Json.PlaceType), view),
            place.Within is { } id && snapshot.Places.FirstOrDefault(other => other.Id == id) is { } holder
                ? (view.Say(holder.Label), view.Page($"/places/{id}"))
                : null,
            [.. snapshot.Places.Where(other => other.Within == place.Id).Select(other => (view.Say(other.Label), view.Page($"/places/{other.Id}")))],
            [
                .. snapshot
                    .SpatialStructures.Where(structure => structure.Members.Any(member => member.Places.Contains(place.Id)))
                    .Select(structure => (view.Say(structure.Label), view.Page($"/structures/{structure.Id}"))),
            ],
            [
                .. snapshot
                    .Commitments.Where(commitment => place.Commitments.Contains(commitment.Id))
                    .Select(commitment => CommitmentPages.RowOf(view, release, commitment)),
            ],
            MentionsOf(view, place.Mentions)
        );
        return new PageContent(view.Say(place.Label), Slice.Fill<Templates.PlacePage, PlaceModel>(model))
        {
            Section = "/places",
            Above = [(PageNames.Of("/places", view.Language), view.Page("/places"))],
        };
    }

    /// <summary>The patterns, each as a tree.</summary>
    public static PageContent OfStructures(PageView view, Selection<SpatialStructure> selection) =>
        new(
            PageNames.Of("/structures", view.Language),
            Slice.Fill<Templates.Structures, StructuresModel>(new(view, [.. selection.Listing.Items.Select(structure => TreeOf(view, structure))]))
        )
        {
            Section = "/places",
            Above = [(PageNames.Of("/places", view.Language), view.Page("/places"))],
        };

    /// <summary>One pattern as a tree.</summary>
    public static PageContent OfStructure(PageView view, SpatialStructure structure) =>
        new(view.Say(structure.Label), Slice.Fill<Templates.Structures, StructuresModel>(new(view, [TreeOf(view, structure)])))
        {
            Section = "/places",
            Above =
            [
                (PageNames.Of("/places", view.Language), view.Page("/places")),
                (PageNames.Of("/structures", view.Language), view.Page("/structures")),
            ],
        };

    /// <summary>The passages that name something.</summary>
    private static IReadOnlyList<Mention> MentionsOf(PageView view, IEnumerable<Anchor> anchors) =>
        [
            .. from anchor in anchors
            let node = view.Release!.Snapshot.FindNode(anchor.Node)
            where node is not null
            select new Mention(PageTitles.WithHolder(node, view), view.Page($"/text{node.Path}"), CommitmentPages.Sentence(node, anchor)),
        ];

    private static StructureTree TreeOf(PageView view, SpatialStructure structure)
    {
        var snapshot = view.Release!.Snapshot;
        return new(
            view.Say(structure.Label),
            view.Page($"/structures/{structure.Id}"),
            structure.Note is { } note ? view.Say(note) : null,
            [
                .. structure.Members.Select(member =>
                    (
                        view.Say(member.Label),
                        (IReadOnlyList<(string, string)>)
                            [
                                .. member
                                    .Places.Select(id => snapshot.Places.FirstOrDefault(place => place.Id == id))
                                    .OfType<Place>()
                                    .Select(place => (view.Say(place.Label), view.Page($"/places/{place.Id}"))),
                            ]
                    )
                ),
            ],
            MentionsOf(view, structure.Mentions)
        );
    }
}

/// <summary>Places as a page shows them.</summary>
internal sealed record PlacesModel(PageView View, IReadOnlyList<PlaceGroup> Groups, Page Page, string? Next);

/// <summary>Places of one type.</summary>
internal sealed record PlaceGroup(string Type, IReadOnlyList<PlaceEntry> Places);

/// <summary>A place in a list.</summary>
internal sealed record PlaceEntry(string Name, string Href, int Mentions);

/// <summary>A passage that names something, in parts that are marked or not.</summary>
internal sealed record Mention(string Where, string Href, IReadOnlyList<(string Text, bool Marked)> Sentence);

/// <summary>A place as its page shows it.</summary>
internal sealed record PlaceModel(
    PageView View,
    Place Place,
    string Type,
    (string Name, string Href)? Within,
    IReadOnlyList<(string Name, string Href)> Holds,
    IReadOnlyList<(string Name, string Href)> Structures,
    IReadOnlyList<CommitmentRow> Commitments,
    IReadOnlyList<Mention> Mentions
);

/// <summary>Patterns as a page shows them.</summary>
internal sealed record StructuresModel(PageView View, IReadOnlyList<StructureTree> Trees);

/// <summary>A pattern with its members.</summary>
internal sealed record StructureTree(
    string Name,
    string Href,
    string? Note,
    IReadOnlyList<(string Name, IReadOnlyList<(string Name, string Href)> Places)> Members,
    IReadOnlyList<Mention> Mentions
);
