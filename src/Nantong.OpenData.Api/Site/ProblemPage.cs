using System.Text;
using Nantong.OpenData.Api.Conventions;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site;

/// <summary>A refusal for people: what was wrong, where to go from here, and the search box with what was typed.</summary>
internal static class ProblemPage
{
    private const string Plans = "/v1/plans/";

    /// <summary>The page.</summary>
    /// <param name="problem">The refusal, as programs get it.</param>
    /// <param name="address">What was asked for.</param>
    public static byte[] Write(ProblemBody problem, Address address)
    {
        var (title, remedy) = ProblemTexts.Of(problem.Code);
        var body = Html.Of(
            $"""
            <div class="page">
            <header>
            <nav class="path" aria-label="位置"><a href="/">首页</a> › {problem.Status}</nav>
            </header>
            <main>
            <h1>{title}</h1>
            <p>{remedy}</p>
            {Reason(problem)}{problem.Errors.Select(Error)}{Near(problem, address)}{Search(problem, address)}<p class="sans"><a href="/">回到首页 Home</a>{Links(problem)}</p>
            <p class="note" lang="en">{problem.Detail} {problem.Remedy}</p>
            </main>
            <footer class="about">
            <p>状态码 {problem.Status}，代码 <code>{problem.Code}</code>，请求编号 <code>{problem.RequestId}</code>。</p>
            </footer>
            </div>
            """);
        return Encoding.UTF8.GetBytes(new HtmlPage($"{title} · 南通开放数据", "zh-CN", body) { Description = remedy }.Render());
    }

    private static Html Reason(ProblemBody problem) => problem.Reason is null ? Html.Nothing : Html.Of($"<p>撤回原因：{problem.Reason}</p>\n");

    /// <summary>What broke which rule. The rules are written for whoever writes programs, in English; how to search is said in the words of this
    /// page.</summary>
    private static Html Error(ProblemError error)
    {
        var found = error.Found is null ? Html.Nothing : Html.Of($"：<q>{error.Found}</q>");
        var allowed = error.Allowed is [] or [_, _, _, _, _, _, _, _, _, _, _, _, _, ..] ? Html.Nothing : Html.Of($" <small>{string.Join("、", error.Allowed)}</small>");
        var words = error.Parameter == TextParameters.Words.Name ? Html.Of($"。{SearchPage.HowTo}。") : Html.Nothing;
        return Html.Of($"<p><code>{error.Parameter}</code>{found}{words} <span lang=\"en\">{error.Detail}</span>{allowed}</p>\n");
    }

    private static Html Near(ProblemBody problem, Address address) => problem.DidYouMean is []
        ? Html.Nothing
        : Html.Of($"<p>您要找的可能是 <span lang=\"en\">did you mean</span>：{problem.DidYouMean.Select(near => Html.Of($"{Suggestion(near, problem, address)} "))}</p>\n");

    private static Html Suggestion(string near, ProblemBody problem, Address address)
    {
        var parts = address.Path.Split('/', 6); // "", v1, plans, {plan}, text, {path}
        var href = problem.Code switch
        {
            "unknown-route" => near,
            "unknown-plan" when parts is [_, _, _, _, ..] => $"{Plans}{near}/text.html",
            "not-found" when parts is [_, _, _, var plan, "text", _] => $"{Plans}{plan}/text/{near}.html",
            _ => null,
        };
        return href is null ? Html.Of($"<code>{near}</code>") : Html.Of($"<a href=\"{href}\">{near}</a>");
    }

    /// <summary>The search box where the plan that was asked for may be searched: at the release that was named, unless that is what cannot be
    /// had.</summary>
    private static Html Search(ProblemBody problem, Address address)
    {
        if (!address.Path.StartsWith(Plans, StringComparison.Ordinal) || problem.Code is "unknown-plan" || problem.Status >= StatusCodes.Status500InternalServerError) return Html.Nothing;

        var named = address.Path[Plans.Length..].Split('/')[0];
        var plan = problem.Code is "unknown-release" or "release-withdrawn" or "invalid-version" ? named.Split('@')[0] : named;
        return SearchPage.Form(new PathString(Plans + plan).ToUriComponent(), address.Query.GetValueOrDefault(TextParameters.Words.Name, ""));
    }

    private static Html Links(ProblemBody problem) => Html.Join(problem.Links
        .Where(link => link.Key is not "service")
        .Select(link => Html.Of($" · <a href=\"{link.Value}\">{ProblemTexts.OfLink(link.Key)}</a>")));
}
