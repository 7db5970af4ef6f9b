using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Corrections;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans;

/// <summary>Rules of the values in the files of editors that their form does not say: ids are slugs, and there once.</summary>
internal static partial class CurationRules
{
    private const string Slug = "an id of small letters a-z, digits and single hyphens, of at most 64 characters, that stands there once";

    /// <summary>The breaches in <c>plan.json</c>, each with its path.</summary>
    public static IEnumerable<(string Path, string Found, string Rule)> Of(PlanDescription about)
    {
        if (!PlanDescription.IsId(about.Id))
            yield return ("$.id", about.Id, Slug);
        var (from, to, baseline, target) = about.Years;
        if (from is < 1900 or > 2200 || to < from || to > 2200)
            yield return ("$.years", $"{Text(from)} to {Text(to)}", "a first year and a last one, from 1900 to 2200, that follows it");
        if (baseline is < 1900 or > 2200)
            yield return ("$.years.baseline", Text(baseline), "a year from 1900 to 2200");
        if (target is < 1900 or > 2200)
            yield return ("$.years.target", Text(target), "a year from 1900 to 2200");
        if (about.Authority.Official)
            yield return ("$.authority.official", "true", "false: this service is not the government's voice");
        if (!IsAddress(about.License.Url))
            yield return ("$.license.url", about.License.Url, "an address that begins with https:// or http://");
        if (!LanguageTag().IsMatch(about.Language))
            yield return ("$.language", about.Language, "a language tag as BCP 47 says, such as zh-CN");
        foreach (var breach in Ids("$.categories", about.Categories.Select(category => category.Id)))
            yield return breach;
        foreach (var breach in Ids("$.indicators", about.Indicators.Select(indicator => indicator.Id)))
            yield return breach;
        foreach (var (at, indicator) in about.Indicators.Index())
        {
            if (about.Indicators.Take(at).Any(other => other.Seq == indicator.Seq))
                yield return ($"$.indicators[{Text(at)}].seq", Text(indicator.Seq), "a number that stands there once");
            if (indicator.Short is { } label && (label.Zh.Length is 0 or > 12 || label.En.Length is 0 or > 32))
                yield return (
                    $"$.indicators[{Text(at)}].short",
                    $"{label.Zh} / {label.En}",
                    "a short name of at most 12 Chinese and 32 Latin characters"
                );
            if (indicator.Unit.Ucum is { } code && !UcumCode().IsMatch(code))
                yield return (
                    $"$.indicators[{Text(at)}].unit.ucum",
                    code,
                    "a UCUM code, which is ASCII: km2, %, or an annotation in braces such as {item}; null where there is none"
                );
            if (indicator.Unit is { Raw: not null, Inferred: true })
                yield return ($"$.indicators[{Text(at)}].unit.inferred", "true", "false, since the source prints the unit");
            if (indicator.Direction is { Rule.Length: 0 })
                yield return ($"$.indicators[{Text(at)}].direction.rule", "", "what the direction follows from");
            if (indicator.Direction is { } direction && !Direction.Values.Contains(direction.Value))
                yield return ($"$.indicators[{Text(at)}].direction.value", direction.Value, $"one of {string.Join(", ", Direction.Values)}");
        }

        foreach (var breach in LayoutRules.Of(about))
            yield return breach;
    }

    /// <summary>The breaches in <c>errata.json</c>.</summary>
    public static IEnumerable<(string Path, string Found, string Rule)> Of(IReadOnlyList<Erratum> errata)
    {
        foreach (var breach in Ids("$", errata.Select(erratum => erratum.Id)))
            yield return breach;
        foreach (var (at, erratum) in errata.Index())
        {
            if (erratum.Expect < 1)
                yield return ($"$[{Text(at)}].expect", Text(erratum.Expect), "how often the source has it, 1 or more");
            if (!Erratum.Kinds.Contains(erratum.Kind))
                yield return ($"$[{Text(at)}].kind", erratum.Kind, OneOf(Erratum.Kinds));
            if (!Erratum.Statuses.Contains(erratum.Status))
                yield return ($"$[{Text(at)}].status", erratum.Status, OneOf(Erratum.Statuses));
            if (!Erratum.Confidences.Contains(erratum.Confidence))
                yield return ($"$[{Text(at)}].confidence", erratum.Confidence, OneOf(Erratum.Confidences));
            if (erratum is { Applied: true, Confidence: not "certain" } or { Applied: true, Kind: not ("typographic" or "encoding") })
                yield return (
                    $"$[{Text(at)}].applied",
                    "true",
                    "false, except for certain defects of typography or encoding: wording is never changed"
                );
        }
    }

    /// <summary>The breaches in <c>commitments.json</c>.</summary>
    public static IEnumerable<(string Path, string Found, string Rule)> Of(IReadOnlyList<Correction> corrections)
    {
        foreach (var (at, correction) in corrections.Index())
        {
            if (correction.Words.Length == 0)
                yield return ($"$[{Text(at)}].words", "", "the words of the source that it is about");
            if (corrections.Take(at).Any(other => (other.Node, other.Words, other.Action) == (correction.Node, correction.Words, correction.Action)))
                yield return ($"$[{Text(at)}]", correction.Words, "each correction once");
            if (correction.Reason.Length == 0)
                yield return ($"$[{Text(at)}].reason", "", "why it is corrected");
            if (correction.Action is CorrectionAction.Exclude == correction.As is null)
                yield return ($"$[{Text(at)}]", correction.Words, "a member 'as' where the action is exclude, and only there");
            if (correction is { Action: CorrectionAction.Add, Subject: null } or { Action: CorrectionAction.Add, Kind: null })
                yield return ($"$[{Text(at)}]", correction.Words, "subject and kind of what is added");
        }
    }

    /// <summary>The breaches in <c>places.json</c>.</summary>
    public static IEnumerable<(string Path, string Found, string Rule)> Of(Gazetteer gazetteer) =>
        [
            .. Ids("$.places", gazetteer.Places.Select(place => place.Id), once: false), // the gazetteer tells those that are there twice
            .. Ids("$.structures", gazetteer.Structures.Select(structure => structure.Id)),
            .. gazetteer
                .Places.Index()
                .Where(place =>
                    place.Item.Division is { } division
                    && (division.Code.Length != 6 || !division.Code.All(char.IsAsciiDigit) || division.Source.Length == 0)
                )
                .Select(place =>
                    (
                        $"$.places[{Text(place.Index)}].division",
                        place.Item.Division!.Code,
                        "six digits of the national list of divisions, and the list that has them"
                    )
                ),
            .. Ids("$.names", (gazetteer.Names ?? []).Select(name => name.Id)),
            .. Ids("$.passages", (gazetteer.Passages ?? []).Select(passages => passages.Id)),
            .. (gazetteer.Passages ?? [])
                .Index()
                .Where(passages => passages.Item.Texts.Count < 2)
                .Select(passages => ($"$.passages[{Text(passages.Index)}].texts", Text(passages.Item.Texts.Count), "two passages or more")),
        ];

    private static IEnumerable<(string Path, string Found, string Rule)> Ids(string path, IEnumerable<string> ids, bool once = true)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var (at, id) in ids.Index())
        {
            if (!PlanDescription.IsId(id) || (!known.Add(id) && once))
                yield return ($"{path}[{Text(at)}].id", id, Slug);
        }
    }

    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static string OneOf(IReadOnlyList<string> values) => $"one of {string.Join(", ", values)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Printable ASCII, braces in pairs: what a UCUM code consists of (UCUM §§1-12).</summary>
    [GeneratedRegex("^(?:[!-z|~]|\\{[!-z|~ ]*\\})+$", RegexOptions.CultureInvariant)]
    private static partial Regex UcumCode();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
