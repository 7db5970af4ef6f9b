using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>From where a page is looked at: in which language, at which release, and how its links go on.</summary>
/// <remarks>Links keep to what was asked: below a pinned release they stay at that release, below the floating address they float. A language that
/// the address asks for is kept, too; one that a header asked for will be asked for again.</remarks>
/// <param name="address">The address that was asked for.</param>
/// <param name="release">The release that is shown; null for a page of the service itself.</param>
internal sealed class PageView(Address address, PinnedRelease? release)
{
    /// <summary>The address that was asked for.</summary>
    public Address Address => address;

    /// <summary>The release that is shown; null for a page of the service itself.</summary>
    public PinnedRelease? Release => release;

    /// <summary>The language of the page.</summary>
    public Language Language => address.PageLanguage;

    /// <summary>The tag of that language, as HTML and headers write it.</summary>
    public string LanguageTag => TagOf(Language);

    /// <summary>The language that the page is not in.</summary>
    public Language OtherLanguage => Language == Language.Chinese ? Language.English : Language.Chinese;

    /// <summary>Path of the plan, at the release that was asked for; empty for a page of the service itself.</summary>
    public string Plan { get; } = release is null ? "" : PlanOf(address, release);

    /// <summary>A text in the page's language.</summary>
    public string Say(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    /// <summary>A text in the page's language.</summary>
    public string Say(Label text) => Language.Of(text);

    /// <summary>The label of a unit in the page's language; null where the unit has none.</summary>
    public string? Say(Unit unit) => Language.LabelOf(unit);

    /// <summary>A page below the plan.</summary>
    /// <param name="below">Its path there, with its query: <c>/indicators</c>; empty for the plan itself.</param>
    public string Page(string below) => Page(Plan, below);

    /// <summary>A page below a release of the plan.</summary>
    public string PageAt(string version, string below) => Page($"/v1/plans/{release!.Entry.Plan}@{version}", below);

    /// <summary>The page below the plan at its latest release.</summary>
    public string LatestPage(string below) => Page($"/v1/plans/{release!.Entry.Plan}", below);

    /// <summary>A page of the service: <c>/v1/status</c>.</summary>
    public string ServicePage(string path) => Page("", path);

    /// <summary>The guide.</summary>
    public string Guide => InDocs("/docs/guide");

    /// <summary>The reference of the API.</summary>
    public string Reference => InDocs("/docs");

    /// <summary>An operation in the reference.</summary>
    public string ReferenceOf(string operation) =>
        $"{Reference}{(Reference.Contains('?', StringComparison.Ordinal) ? '&' : '?')}operation={operation}";

    /// <summary>A task of the guide.</summary>
    public string GuideOf(string task) => InDocs($"/docs/guide/{task}");

    /// <summary>A page of the documentation, in the language that the address of this page names.</summary>
    private string InDocs(string path) => address.Query.ContainsKey(Language.Parameter) ? $"{path}?{Language.Parameter}={Language.Tag}" : path;

    /// <summary>A file of the release that is shown.</summary>
    public string File(string name) => $"{release!.Root}/files/{name}";

    /// <summary>What the address asks of this page besides its language.</summary>
    public string Selection =>
        QueryString
            .Create(address.Query.Where(pair => pair.Key is not (Language.Parameter or "format" or "cursor" or PointInTime.AsOf)).Select(Pair))
            .Value
        ?? "";

    /// <summary>This page in a language.</summary>
    public string InLanguage(Language language) =>
        Here
        + QueryString.Create([
            .. address.Query.Where(pair => pair.Key is not Language.Parameter).Select(Pair),
            new(Language.Parameter, language.Tag),
        ]);

    /// <summary>This page without a language, as its readers' headers ask for one.</summary>
    public string InAnyLanguage => Here + QueryString.Create(address.Query.Where(pair => pair.Key is not Language.Parameter).Select(Pair));

    /// <summary>This page with another value of a parameter; without it where the value is null.</summary>
    public string With(string parameter, string? value)
    {
        var kept = address.Query.Where(pair => pair.Key != parameter && pair.Key is not ("cursor" or "format")).Select(Pair);
        return Here + QueryString.Create(value is null ? kept : kept.Append(new(parameter, value)));
    }

    /// <summary>This page's address in another form.</summary>
    public string As(Format format)
    {
        var asked = QueryString.Create(address.Query.Where(pair => pair.Key is not ("format" or Language.Parameter)).Select(Pair));
        return Escaped is "/" ? $"/{QueryString.Create("format", format.Extension)}" : WithExtension(Escaped, format) + asked;
    }

    /// <summary>The path without its extension: of a resource that may be spelled in several ways, as it is spelled.</summary>
    private string Escaped => release is null ? new PathString(address.Path).ToUriComponent() : Plan + release.Below;

    private string Here => Escaped is "/" || Escaped.StartsWith("/docs", StringComparison.Ordinal) ? Escaped : WithExtension(Escaped, Format.Html);

    /// <summary>The tag of a language, as HTML and headers write it.</summary>
    public static string TagOf(Language language) => language == Language.Chinese ? "zh-CN" : language.Tag;

    /// <summary>An address with the language that this one asks for.</summary>
    public string Kept(string href) =>
        address.Query.ContainsKey(Language.Parameter)
            ? $"{href}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Language.Parameter}={Language.Tag}"
            : href;

    private string Page(string root, string below)
    {
        var (path, query, fragment) = Parts(root + below);
        var asked = address.Query.ContainsKey(Language.Parameter) ? $"{(query is "" ? "?" : $"{query}&")}{Language.Parameter}={Language.Tag}" : query;
        return path is "/" ? $"/{asked}{fragment}" : $"{path}.{Format.Html.Extension}{asked}{fragment}";
    }

    private static string WithExtension(string path, Format format) => $"{path}.{format.Extension}";

    private static (string Path, string Query, string Fragment) Parts(string address)
    {
        var hash = address.IndexOf('#');
        var (whole, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        var mark = whole.IndexOf('?');
        return mark < 0 ? (whole, "", fragment) : (whole[..mark], whole[mark..], fragment);
    }

    private static KeyValuePair<string, string?> Pair(KeyValuePair<string, string> pair) => new(pair.Key, pair.Value);

    private static string PlanOf(Address address, PinnedRelease release) =>
        address.Query.ContainsKey(PointInTime.AsOf) || address.Path.Split('/', 5) is not ["", "v1", "plans", var named, ..]
            ? release.Root
            : $"/v1/plans/{named}";
}
