using Microsoft.AspNetCore.Html;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Site.Mistakes;

/// <summary>A refusal for people: what was wrong, where to go from here, and the search box with what was typed.</summary>
internal static class ProblemPage
{
    private const string Plans = "/v1/plans/";
    private const int MostAllowed = 12; // more would hide what matters

    /// <summary>The page.</summary>
    /// <param name="problem">The refusal, as programs get it.</param>
    /// <param name="view">From where it was asked.</param>
    /// <param name="onlyPlan">Path of the only plan that is served; null where there are several, or none.</param>
    public static byte[] Write(ProblemBody problem, PageView view, string? onlyPlan)
    {
        var (title, remedy) = ProblemTexts.Of(problem.Code);
        var shown = view.Language == Language.Chinese ? title : problem.Title;
        var model = new ProblemModel(
            view,
            problem,
            view.Language == Language.Chinese ? remedy : problem.Remedy,
            [.. problem.Errors.Select(error => error with { Allowed = error.Allowed.Count > MostAllowed ? [] : error.Allowed })],
            [.. problem.DidYouMean.Select(near => (near, HrefOf(near, problem, view.Address) is { } href ? view.Kept(href) : null))],
            [
                .. problem
                    .Links.Where(link => link.Key is not "service")
                    .Select(link => (view.Say(ProblemTexts.OfLink(link.Key)), view.Kept(link.Value))),
            ],
            SearchedAt(problem, view.Address),
            ChineseDetails.Of(problem)
        );
        HtmlString main = Slice.Fill<Templates.Problem, ProblemModel>(model);
        return new Frame(view, new PageContent(shown, main) { Description = model.Remedy }, [], [])
        {
            OnlyPlan = model.SearchedAt is null ? onlyPlan : null,
        }.Write();
    }

    private static string? HrefOf(string near, ProblemBody problem, Address address)
    {
        var parts = address.Path.Split('/', 6); // "", v1, plans, {plan}, text, {path}
        return problem.Code switch
        {
            "unknown-route" => near,
            "unknown-plan" when parts is [_, _, _, _, ..] => $"{Plans}{near}.html",
            "not-found" when parts is [_, _, _, var plan, "text", _] => $"{Plans}{plan}/text/{near}.html",
            "not-found" when parts is [_, _, _, var plan, var room, _] => $"{Plans}{plan}/{room}/{Uri.EscapeDataString(near)}.html",
            _ => null,
        };
    }

    /// <summary>Where the plan that was asked for may be searched: at the release that was named, unless that is what cannot be had; null where
    /// nothing can.</summary>
    private static string? SearchedAt(ProblemBody problem, Address address)
    {
        if (
            !address.Path.StartsWith(Plans, StringComparison.Ordinal)
            || problem.Code is "unknown-plan"
            || problem.Status >= StatusCodes.Status500InternalServerError
        )
            return null;

        var named = address.Path[Plans.Length..].Split('/')[0];
        var plan = problem.Code is "unknown-release" or "release-withdrawn" or "invalid-version" ? named.Split('@')[0] : named;
        return $"{new PathString(Plans + plan).ToUriComponent()}/search.html";
    }
}

/// <summary>A refusal as a page shows it.</summary>
/// <param name="View">From where it was asked.</param>
/// <param name="Body">The refusal, as programs get it.</param>
/// <param name="Remedy">What a reader can do.</param>
/// <param name="Errors">What broke which rule.</param>
/// <param name="Near">What may have been meant, each with its page; null where it has none.</param>
/// <param name="Links">Where to go from here.</param>
/// <param name="SearchedAt">Where the plan may be searched; null where nothing can.</param>
/// <param name="Detail">What was wrong, in Chinese; null where nobody has put it into Chinese.</param>
internal sealed record ProblemModel(
    PageView View,
    ProblemBody Body,
    string Remedy,
    IReadOnlyList<ProblemError> Errors,
    IReadOnlyList<(string Name, string? Href)> Near,
    IReadOnlyList<(string Name, string Href)> Links,
    string? SearchedAt,
    string? Detail
);
