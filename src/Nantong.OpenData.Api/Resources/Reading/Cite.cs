using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>How to cite a release or a part of it.</summary>
/// <param name="Cited">What is cited.</param>
/// <param name="Href">Its address, at exactly this release.</param>
/// <param name="Style">How <paramref name="Text"/> is written.</param>
/// <param name="Text">The citation.</param>
/// <param name="Item">The same as an item of CSL-JSON, from which every style is made.</param>
public sealed record Citation(CitedPart Cited, string Href, CitationStyle Style, string Text, CitationItem Item);

internal static class Cite
{
    /// <summary>Code of the warning that a citation lacks the day on which it was read.</summary>
    public const string NoAccessDate = "no-access-date";

    private const string TargetRule = "the id of a node, sentence, indicator, cell or data set, at most 100 characters";

    private static readonly FrozenDictionary<string, CitationStyle> Styles = Enum.GetValues<CitationStyle>()
        .ToFrozenDictionary(style => RecordJson.Code(style, Wire.Json.CitationStyle));

    /// <summary>The ways to write a citation.</summary>
    internal static readonly string[] StyleNames = [.. Styles.OrderBy(style => style.Value).Select(style => style.Key)];

    public static void Map(RouteGroupBuilder plan)
    {
        plan.MapMethods("/cite", Verbs.Read, Get)
            .WithTags("Citations")
            .Offers(Format.OfCitation)
            .Takes(() => [TextParameters.Target, TextParameters.Style(StyleNames), TextParameters.Accessed])
            .Named("cite", "How to cite a release, a node, a sentence, an indicator, a cell or a data set");
        CitationResolutions.Map(plan);
    }

    /// <summary>The part of a release that a request names, or why there is none.</summary>
    internal static (CitedPart? Part, Problem? Refusal) Find(Snapshot snapshot, IReadOnlyDictionary<string, string> query)
    {
        var (parameter, target) = (TextParameters.Target.Name, query.GetValueOrDefault(TextParameters.Target.Name, ""));
        if (target.Length > CitedPart.MaxLength || !Readable.Is(target))
            return (null, Problems.Invalid(new Unreadable(parameter, target, TargetRule)));
        return CitedPart.Find(target, snapshot.FindNode, snapshot.FindIndicator) is { } part
            ? (part, null)
            : (
                null,
                Problems.NotFound(
                    "target",
                    target,
                    [.. CitedPart.Datasets.Keys, .. snapshot.Indicators.Select(indicator => indicator.Id), .. snapshot.Nodes.Select(node => node.Id)],
                    parameter,
                    PlanNames.Of(snapshot)
                )
            );
    }

    private static Results<Representation<Citation>, Problem> Get(HttpContext context, PinnedRelease release)
    {
        var (offered, wish, query) = (Offer.Of(context), release.Address.RequestedFormat(), release.Address.Query);
        if (Negotiation.Choose(offered, wish) is not { } format)
            return Problems.NotAcceptable(offered, wish);
        List<Problem> faults = [];
        if (!StyleOf(query, format).Try(out var style, out var error))
            faults.Add(Problems.Invalid(error, StyleNames));
        if (!Accessed(query, release.Entry.TitleBlock.Issued).Try(out var accessed, out error))
            faults.Add(Problems.Invalid(error));
        var (part, refusal) = Find(release.Snapshot, query);
        if (faults is not [])
            return Problems.Together(refusal is { Type: var kind } && kind == ProblemType.InvalidParameter ? [.. faults, refusal] : faults);
        if (part is null)
            return refusal!;

        var (entry, href) = (release.Entry, release.Href(part.Below));
        var item = Citations.Of(entry.About, entry.TitleBlock, entry.Version, part, href, accessed.Day);
        var text = Write(item, style);
        var citation = new Citation(part, href, style, text, item);
        return new Representation<Citation>(citation, Wire.Json.Citation, release)
        {
            Page = view =>
                CitePage.Of(
                    view,
                    citation,
                    [
                        ("GB/T 7714", WrittenCitations.Gbt7714(item)),
                        ("APA", WrittenCitations.Apa(item)),
                        (view.Say("中文说明", "Plain Chinese"), WrittenCitations.Plain(item)),
                    ]
                ),
            Write = _ => Encoding.UTF8.GetBytes(text),
            Links = LinksOf(part, release),
            Warnings =
                style is CitationStyle.Gbt7714 && accessed.Day is null
                    ?
                    [
                        new Warning(
                            NoAccessDate,
                            release.Address.Language.Of(
                                new(
                                    "GB/T 7714 要求注明引用日期：请加上 accessed=，例如 accessed=2026-01-05。",
                                    "GB/T 7714 wants the day on which you read it: add accessed=, as in accessed=2026-01-05."
                                )
                            )
                        ),
                    ]
                    : [],
        };
    }

    private static string Write(CitationItem item, CitationStyle style) =>
        style switch
        {
            CitationStyle.Apa => WrittenCitations.Apa(item),
            CitationStyle.Plain => WrittenCitations.Plain(item),
            CitationStyle.Bibtex => BibTex.Write(item),
            CitationStyle.Ris => Ris.Write(item),
            CitationStyle.Csl => JsonSerializer.Serialize([item], Wire.Json.IReadOnlyListCitationItem),
            _ => WrittenCitations.Gbt7714(item),
        };

    /// <summary>The style that is asked for; a form that is a style itself allows no other.</summary>
    private static Parsed<CitationStyle> StyleOf(IReadOnlyDictionary<string, string> query, Format format)
    {
        CitationStyle? fixedBy =
            format == Format.Bibtex ? CitationStyle.Bibtex
            : format == Format.Ris ? CitationStyle.Ris
            : format == Format.Csl ? CitationStyle.Csl
            : null;
        if (!query.TryGetValue("style", out var name))
            return fixedBy ?? CitationStyle.Gbt7714;
        if (!Styles.TryGetValue(name, out var style))
            return new Unreadable("style", name, "one of the styles");
        return fixedBy is { } only && only != style
            ? new Unreadable("style", name, $"absent or the style that the form {format.Extension} is")
            : style;
    }

    private static Parsed<AccessDay> Accessed(IReadOnlyDictionary<string, string> query, DateOnly issued)
    {
        var name = TextParameters.Accessed.Name;
        if (!query.TryGetValue(name, out var text))
            return new AccessDay(null);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= issued
            ? new AccessDay(day)
            : new Unreadable(
                name,
                text,
                string.Create(CultureInfo.InvariantCulture, $"a date such as 2026-01-05, not before {issued:yyyy-MM-dd}, when the plan was issued")
            );
    }

    private static Dictionary<string, string> LinksOf(CitedPart part, PinnedRelease release)
    {
        var target = part.Target is "" ? "" : $"target={part.Target}&";
        var links = StyleNames.ToDictionary(style => style, style => release.Href($"/cite?{target}style={style}"));
        links["cited"] = release.Href(part.Below);
        links["resolve"] = release.LatestHref($"/cite/resolve?{target}from={release.Entry.Version}");
        return links;
    }

    private readonly record struct AccessDay(DateOnly? Day);
}
