using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary><c>plan.html</c>: the whole text as one page that needs nothing else, after a head that says what this is and what it is not.</summary>
internal static class PlanHtml
{
    public static string Render(Plan plan, ReleaseVersion version)
    {
        var (about, authority, license) = (plan.About, plan.About.Authority, plan.About.License);
        var body = Html.Of(
            $"""
            <main>
            <header>
            <h1>{about.Title.Zh}</h1>
            <p>{authority.Statement.Zh}</p>
            <p lang="en">{authority.Statement.En}</p>
            <p>来源：{authority.OfficialSource.Zh}；文号：{authority.DocumentNumber}；版本：{about.Id}@{version.ToString()}</p>
            <p>许可：<a rel="license" href="{license.Url}">{license.Name}</a>（{license.Scope}）。{about.TextRights.Zh}</p>
            </header>
            {NodeHtml.Render(plan.Nodes, level: 2)}</main>
            """
        );
        return new HtmlPage($"{about.Title.Zh} {version}", about.Language, body)
        {
            Description = about.Description.Zh,
            Links = [new PageLink("license", license.Url)],
        }.Render();
    }
}
