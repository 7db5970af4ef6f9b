using System.Collections.Frozen;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Resources.Vocabularies;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>What codes are called where people read them: as their codelists say.</summary>
internal static class CodeNames
{
    private static readonly FrozenDictionary<string, Label> All = Codelists
        .All.SelectMany(list => list.Items.Select(item => KeyValuePair.Create($"{list.Id}/{item.Code}", item.Label)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a code: in Chinese what its codelist says, up to a colon or bracket behind which it explains; in English the code itself,
    /// which is made of words there.</summary>
    public static string Of(string list, string code, PageView view) =>
        view.Language == Language.English ? InEnglish(code)
        : All.GetValueOrDefault($"{list}/{code}") is { } label ? label.Zh.Split('：', '（')[0]
        : code;

    /// <summary>A code in words: <c>not-found</c> is not found. A column is a box for people.</summary>
    public static string InEnglish(string code) =>
        code switch
        {
            "column" => "project box",
            "column-item" => "item of a box",
            "columns" => "project boxes",
            _ => code.Replace('-', ' '),
        };
}
