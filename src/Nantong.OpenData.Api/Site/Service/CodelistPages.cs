using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Resources.Vocabularies;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;

namespace Nantong.OpenData.Api.Site.Service;

/// <summary>The codelists for people: what codes there are, and what each means.</summary>
internal static class CodelistPages
{
    /// <summary>All codelists.</summary>
    public static PageContent OfAll(PageView view, Selection<CodelistEntry> selection)
    {
        var next = selection.Listing.Page.Next is { } address ? view.Kept($"/v1/codelists.html{new Uri(address).Query}") : null;
        return new(
            PageNames.Of("/v1/codelists", view.Language),
            Slice.Fill<Templates.Codelists, CodelistsModel>(
                new(
                    view,
                    [
                        .. selection.Listing.Items.Select(list =>
                            (view.Say(list.Label), list.Id, view.ServicePage($"/v1/codelists/{list.Id}"), list.Count)
                        ),
                    ],
                    next
                )
            )
        );
    }

    /// <summary>One codelist.</summary>
    public static PageContent Of(PageView view, Codelist list)
    {
        string[] properties = [.. list.Items.SelectMany(item => item.Properties.Keys).Distinct()];
        return new(
            view.Say(list.Label),
            Slice.Fill<Templates.CodelistView, CodelistModel>(
                new(
                    view,
                    list.Id,
                    [.. properties.Select(name => FieldNames.Of(name, view.Language))],
                    [
                        .. list.Items.Select(item =>
                            (
                                item.Code,
                                view.Say(item.Label),
                                (IReadOnlyList<string>)[.. properties.Select(name => item.Properties.GetValueOrDefault(name, ""))]
                            )
                        ),
                    ]
                )
            )
        );
    }
}

/// <summary>Codelists as a page shows them.</summary>
internal sealed record CodelistsModel(PageView View, IReadOnlyList<(string Name, string Id, string Href, int Count)> Lists, string? Next);

/// <summary>A codelist as a page shows it.</summary>
internal sealed record CodelistModel(
    PageView View,
    string Id,
    IReadOnlyList<string> Properties,
    IReadOnlyList<(string Code, string Meaning, IReadOnlyList<string> Properties)> Items
);
