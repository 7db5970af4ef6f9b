using System.Collections.Frozen;
using Nantong.OpenData.Api.Http;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Site;

/// <summary>What codes are called where people read them: as their codelists say.</summary>
internal static class CodeNames
{
    private static readonly FrozenDictionary<string, Label> All = Codelists.All
        .SelectMany(list => list.Items.Select(item => KeyValuePair.Create($"{list.Id}/{item.Code}", item.Label)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a code; the code itself where no codelist has it. What stands behind a colon explains, and is left out.</summary>
    public static string Of(string list, string code, PageView view) =>
        All.GetValueOrDefault($"{list}/{code}") is { } label ? view.Say(label).Split('：', ':')[0] : code;
}
