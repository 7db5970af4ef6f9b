using Nantong.OpenData.Api.Charts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
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

    private static Task<Results<RawRepresentation, PageOnly, Problem>> GetAllAsync(
        PinnedRelease release,
        ObservationPages pages,
        CancellationToken cancellationToken
    ) => DrawAsync(release, release.Snapshot.Indicators, release.Entry.About.Title, pages, cancellationToken);

    private static async Task<Results<RawRepresentation, PageOnly, Problem>> GetAsync(
        PinnedRelease release,
        string id,
        ObservationPages pages,
        CancellationToken cancellationToken
    ) =>
        release.Snapshot.FindIndicator(id) is { } indicator
            ? await DrawAsync(release, [indicator], indicator.Label, pages, cancellationToken)
            : Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id), names: PlanNames.Of(release.Snapshot));

    private static async Task<Results<RawRepresentation, PageOnly, Problem>> DrawAsync(
        PinnedRelease release,
        IReadOnlyList<Indicator> indicators,
        Label title,
        ObservationPages pages,
        CancellationToken cancellationToken
    )
    {
        var (address, language) = (release.Address, release.Address.PageLanguage);
        var (offered, wish) = (Format.OfChart, address.RequestedFormat());
        if (Negotiation.Choose(offered, wish) is not { } format)
            return Problems.NotAcceptable(offered, wish);
        if (!ChartOptions.Parse(address.Query).Try(out var options, out var error))
            return Problems.Invalid(error, error.Where == ChartOptions.ThemeParameter.Name ? ChartOptions.ThemeParameter.Values : []);

        if (format == Format.Html)
            return new PageOnly(view => DownloadPage.OfChart(view, indicators is [var one] ? one : null), release);

        var observed = await Timeouts.WithinAsync(
            token => Observed.ReadAsync(release.Snapshot, pages, indicators is [var only] ? only.Id : null, token),
            cancellationToken
        );
        var rows = indicators.Select(indicator => ChartRow.Of(indicator, observed[indicator.Id], language));
        if (indicators is [_])
            rows = rows.Select(row => row with { Group = language.Of(title) });
        var chart = DumbbellChart.Of([.. rows], options.Width, language);
        var (about, entry) = (release.Entry.About, release.Entry);
        var picture = new ChartPicture(
            chart,
            language.Of(title),
            $"{language.Of(new("来源", "Source"))}: {about.Authority.DocumentNumber} · {entry.Version}",
            LaterSources(indicators.SelectMany(indicator => observed[indicator.Id].Where(row => row.Year > indicator.Baseline.Year)), language),
            language,
            options.Dark ? ChartColours.Dark : ChartColours.Light
        );
        return new RawRepresentation(picture.Write(), Format.Svg, release) { Language = language, Extension = $".{Format.Svg.Extension}" };
    }

    /// <summary>Who published the values that are not the plan's, with the year of each; empty where there are none.</summary>
    private static string LaterSources(IEnumerable<Observation> later, Language language)
    {
        var sources = later
            .Where(row => row.Value is not null)
            .Select(row => (row.Year, Publisher: row.Source.Split([',', '，'])[0].Trim()))
            .Distinct()
            .OrderBy(source => source.Year)
            .GroupBy(source => source.Publisher)
            .Select(group => $"{group.Key} ({string.Join(", ", group.Select(source => source.Year))})")
            .ToList();
        return sources is [] ? "" : $"{language.Of(new("后来的数", "Later values"))}: {string.Join("; ", sources)}";
    }
}
