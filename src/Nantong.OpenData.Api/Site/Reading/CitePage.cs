using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Site.Reading;

/// <summary>How to cite something, for people: the citation in each style that is written as text, and the files that reference managers
/// take.</summary>
internal static class CitePage
{
    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="cited">What is cited.</param>
    /// <param name="written">The citation in each style.</param>
    public static PageContent Of(PageView view, Citation cited, IReadOnlyList<(string Style, string Text)> written) =>
        new(
            view.Say("引用", "Cite"),
            Slice.Fill<Templates.CiteView, CiteModel>(
                new(
                    view,
                    cited.Href,
                    written,
                    [
                        .. Format
                            .OfCitation.Where(form => form != Format.Html && form != Format.Json && form != Format.Text)
                            .Select(form => (form.Extension, view.As(form))),
                    ]
                )
            )
        );
}

/// <summary>A citation as a page shows it.</summary>
internal sealed record CiteModel(
    PageView View,
    string Href,
    IReadOnlyList<(string Style, string Text)> Written,
    IReadOnlyList<(string Name, string Href)> Files
);
