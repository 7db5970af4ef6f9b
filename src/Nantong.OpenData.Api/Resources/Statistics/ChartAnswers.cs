using Nantong.OpenData.Api.Charts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Storage.Observations;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>The indicators as pictures, for whoever shows them elsewhere.</summary>
internal static class ChartAnswers
{
    public static void Map(RouteGroupBuilder plan)
    {
        var charts = plan.MapGroup("/indicators")
            .WithTags("Indicators")
            .Offers(Format.OfChart)
            .Takes(ChartOptions.WidthParameter, ChartOptions.ThemeParameter)
            .WithMetadata(new RawAnswer(Format.Svg.MediaType), new Sends(["Last-Modified", "Content-Location", "Content-Language", "Link", "Vary"]));
        charts
            .MapMethods("/chart", Verbs.Read, GetAllAsync)
            .Named("getIndicatorsChart", "All indicators as one chart, from the base year to the target: SVG to embed");
        charts.MapMethods("/{id}/chart", Verbs.Read, GetAsync).Named("getIndicatorChart", "One indicator as a chart: SVG to embed");
    }

    private static Task<Results<RawRepresentation, Problem>> GetAllAsync(
        PinnedRelease release,
        ObservationPages pages,
        CancellationToken cancellationToken
    ) => DrawAsync(release, release.Snapshot.Indicators, release.Entry.About.Title, pages, cancellationToken);

    private static async Task<Results<RawRepresentation, Problem>> GetAsync(
        PinnedRelease release,
        string id,
        ObservationPages pages,
        CancellationToken cancellationToken
    ) =>
        release.Snapshot.FindIndicator(id) is { } indicator
            ? await DrawAsync(release, [indicator], indicator.Label, pages, cancellationToken)
            : Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id), names: PlanNames.Of(release.Snapshot));

    private static async Task<Results<RawRepresentation, Problem>> DrawAsync(
        PinnedRelease release,
        IReadOnlyList<Indicator> indicators,
        Label title,
        ObservationPages pages,
        CancellationToken cancellationToken
    )
    {
        var (address, language) = (release.Address, release.Address.PageLanguage);
        var (offered, wish) = (Format.OfChart, address.RequestedFormat());
        if (Negotiation.Choose(offered, wish) is null)
            return Problems.NotAcceptable(offered, wish);
        if (!ChartOptions.Parse(address.Query).Try(out var options, out var error))
            return Problems.Invalid(error, error.Where == ChartOptions.ThemeParameter.Name ? ChartOptions.ThemeParameter.Values : []);

        var observed = await Timeouts.WithinAsync(
            token => Observed.ReadAsync(release.Snapshot, pages, indicators is [var only] ? only.Id : null, token),
            cancellationToken
        );
        var chart = DumbbellChart.Of(
            [.. indicators.Select(indicator => ChartRow.Of(indicator, observed[indicator.Id], language))],
            options.Width,
            language
        );
        var (about, entry) = (release.Entry.About, release.Entry);
        var picture = new ChartPicture(
            chart,
            language.Of(title),
            $"{language.Of(new("来源", "Source"))}: {about.Authority.DocumentNumber} · {entry.Version}",
            language,
            options.Dark ? ChartColours.Dark : ChartColours.Light
        );
        return new RawRepresentation(picture.Write(), Format.Svg, release) { Language = language, Extension = $".{Format.Svg.Extension}" };
    }
}
