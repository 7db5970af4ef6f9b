using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>Pages as a test reads them.</summary>
internal static class ReadPage
{
    /// <summary>A page that must be there.</summary>
    public static async Task<XElement> PageAsync(this ServedPlan served, string path, int status = 200)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, path, ("Accept", "text/html"));
        var markup = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{path}: {(int)response.StatusCode} {markup}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(markup, LoadOptions.PreserveWhitespace).Root!;
    }

    /// <summary>The chips of a filter.</summary>
    public static IReadOnlyList<(string Name, int Count, string? Href)> Chips(this XElement page, string filter) =>
        [
            .. page.Descendants("nav")
                .Single(nav => (string?)nav.Attribute("aria-label") == filter)
                .Descendants("li")
                .Skip(1)
                .Select(item => item.Elements().First())
                .Where(chip => chip.Value is not "✕")
                .Select(chip =>
                    (
                        chip.Value[..chip.Value.LastIndexOf(' ')],
                        int.Parse(chip.Value[(chip.Value.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture),
                        (string?)chip.Attribute("href")
                    )
                ),
        ];

    /// <summary>The elements of a class.</summary>
    public static IEnumerable<XElement> OfClass(this XElement page, string name) =>
        page.Descendants().Where(element => ((string?)element.Attribute("class"))?.Split(' ').Contains(name) ?? false);
}
