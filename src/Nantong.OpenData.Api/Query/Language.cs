using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Api.Query;

/// <summary>The language of the sentences that an answer says to people: its warnings. Data stand in both languages, whatever is asked for.</summary>
/// <param name="Tag">BCP 47 tag.</param>
internal sealed record Language(string Tag)
{
    /// <summary>Name of the parameter that asks for a language.</summary>
    public const string Parameter = "lang";

    /// <summary>English: what holds when nobody asks for anything else.</summary>
    public static Language English { get; } = new("en");

    /// <summary>Chinese.</summary>
    public static Language Chinese { get; } = new("zh");

    /// <summary>Every language, the default first.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Chinese];

    /// <summary>The language that a tag or a range covers, whatever region or script follows: <c>zh-CN</c> means Chinese; null when there is
    /// none.</summary>
    public static Language? Find(string tag) =>
        All.FirstOrDefault(language => tag.Split('-')[0].Equals(language.Tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>The language that a request wants: by the parameter, else by <c>Accept-Language</c>, else the default.</summary>
    /// <remarks>A range covers a language when it is its tag or begins with it, so <c>zh-Hans-CN</c> asks for Chinese (RFC 4647, 3.4, lookup). An
    /// unreadable header counts as absent.</remarks>
    public static Language Choose(string? parameter, string? acceptLanguage) => Choose(parameter, acceptLanguage, English);

    /// <summary>The language that a request wants, with another default.</summary>
    public static Language Choose(string? parameter, string? acceptLanguage, Language usual)
    {
        if (parameter is not null)
            return Find(parameter) ?? usual;
        if (acceptLanguage is null || !StringWithQualityHeaderValue.TryParseList([acceptLanguage], out var ranges))
            return usual;

        return ranges
                .Where(range => range.Quality is not 0)
                .OrderByDescending(range => range.Quality ?? 1)
                .Select(range => range.Value is { Value: "*" } ? usual : Find(range.Value.Value!))
                .FirstOrDefault(language => language is not null)
            ?? usual;
    }

    /// <summary>The label of a unit in this language; null where the unit has none.</summary>
    public string? LabelOf(Unit unit) => this == Chinese ? unit.Label : unit.LabelEn ?? unit.Label;

    /// <summary>A text in this language.</summary>
    public string Of(Label text) => this == Chinese ? text.Zh : text.En;
}
