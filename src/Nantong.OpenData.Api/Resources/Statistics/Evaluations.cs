using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>How a value stands to what the plan sets for an indicator.</summary>
internal static class Evaluations
{
    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/indicators/{id}/evaluate", Verbs.Read, Get)
            .Named("evaluateIndicator", "Compare a value with an indicator's target: met, not met or not comparable, gap and progress")
            .WithTags("Observations")
            .Takes(QueryParameter.Value, QueryParameter.Year);

    private static Results<Representation<Evaluation>, PageOnly, Problem> Get(PinnedRelease release, string id)
    {
        if (release.Snapshot.FindIndicator(id) is not { } indicator)
            return Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id), names: PlanNames.Of(release.Snapshot));

        var query = release.Address.Query;
        if (!query.ContainsKey(QueryParameter.Value.Name) && release.IsPageWanted(Format.OfData))
            return new PageOnly(view => IndicatorPages.OfEvaluation(view, indicator, evaluation: null), release);

        var year = Evaluation.ParseYear(indicator, query.GetValueOrDefault(QueryParameter.Year.Name));
        var value = Evaluation.ParseValue(
            indicator,
            query.GetValueOrDefault(QueryParameter.Value.Name),
            year.Try(out var when, out _) ? when : indicator.Target.Year
        );
        if (!value.Try(out var evaluation, out var error) || year.Error is not null)
        {
            Unreadable?[] faults = [error, year.Error];
            return Problems.Together([
                .. faults.OfType<Unreadable>().Select(fault => Refuse(fault, indicator, missing: !query.ContainsKey(fault.Where))),
            ]);
        }

        return new Representation<Evaluation>(evaluation, Wire.Json.Evaluation, release)
        {
            Page = view => IndicatorPages.OfEvaluation(view, indicator, evaluation),
            Links = new Dictionary<string, string>
            {
                ["indicator"] = release.Href($"/indicators/{id}"),
                ["observations"] = release.Href($"/indicators/{id}/observations"),
                ["results"] = release.Address.Href("/v1/codelists/evaluation-results"),
            },
        };
    }

    private static Problem Refuse(Unreadable error, Indicator indicator, bool missing)
    {
        string[] allowed = error.Where == QueryParameter.Value.Name && !indicator.Target.IsNumeric ? ["true", "false"] : [];
        return missing ? Problems.Absent(error.Where, error.Rule, allowed) : Problems.Invalid(error, allowed);
    }
}
