using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>The codes that may stand in a member, with their meaning.</summary>
/// <param name="Id">Stable slug: <c>version-rules</c>.</param>
/// <param name="Label">What the codes are for.</param>
/// <param name="Items">The codes.</param>
public sealed record Codelist(string Id, Label Label, IReadOnlyList<CodelistItem> Items)
{
    /// <summary>The codes of an enumeration as a codelist.</summary>
    internal static Codelist Of<T>(string id, Label label, JsonTypeInfo<T> json, params IReadOnlyList<(T Value, string Zh, string En)> items)
        where T : struct, Enum => new(id, label, [.. items.Select(item => CodelistItem.Of(RecordJson.Code(item.Value, json), item.Zh, item.En))]);

    /// <summary>The codes of a table's column as a codelist.</summary>
    internal static Codelist Of(string id, Label label, IReadOnlyList<CodeLabel> codes) =>
        new(id, label, [.. codes.Select(code => CodelistItem.Of(code.Code, code.Label))]);
}

/// <summary>One code.</summary>
/// <param name="Code">The code as it stands in answers.</param>
/// <param name="Label">What it means.</param>
/// <param name="Properties">What else is fixed for the code, by name: <c>bump</c> of a version rule. Empty when nothing is.</param>
public sealed record CodelistItem(string Code, Label Label, IReadOnlyDictionary<string, string> Properties)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>A code with its meaning and nothing else.</summary>
    internal static CodelistItem Of(string code, Label label) => new(code, label, Nothing);

    /// <inheritdoc cref="Of(string, Label)" />
    internal static CodelistItem Of(string code, string zh, string en) => Of(code, new(zh, en));
}
