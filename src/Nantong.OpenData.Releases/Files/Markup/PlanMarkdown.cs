using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary><c>plan.md</c>: a head that says what this is and what it is not, then the whole text.</summary>
internal static class PlanMarkdown
{
    public static string Render(Plan plan, ReleaseVersion version)
    {
        var (about, authority, license) = (plan.About, plan.About.Authority, plan.About.License);
        return $"""
                # {Markdown.Escape(about.Title.Zh)}

                - 非官方版本 / unofficial: {Markdown.Escape(authority.Statement.Zh)} {Markdown.Escape(authority.Statement.En)}
                - 来源 / source: {Markdown.Escape(authority.OfficialSource.Zh)}
                - 文号 / document number: {Markdown.Escape(authority.DocumentNumber)}
                - 版本 / release: {about.Id} {version}
                - 来源文本 / source text: SHA-256 `{plan.Source.Sha256}`
                - 许可 / licence: {Markdown.Link(license.Name, license.Url)} ({Markdown.Escape(license.Scope)}); {Markdown.Escape(
                    about.TextRights.Zh
                )}


                """.ReplaceLineEndings(
                "\n"
            ) + Markdown.Render(plan.Nodes);
    }
}
