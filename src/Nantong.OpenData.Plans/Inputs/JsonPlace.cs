using System.Text.Json;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>A value of a JSON document with the bytes that it stands in, so that whatever is wrong with it can be named by its place.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind its last.</param>
/// <param name="Text">A string, unescaped; null for other kinds, and for a string that cannot be a text.</param>
/// <param name="Members">The members of an object, in order.</param>
/// <param name="Items">The items of an array, in order.</param>
internal sealed record JsonPlace(
    JsonValueKind Kind,
    int Start,
    int End,
    string? Text,
    IReadOnlyList<JsonMember> Members,
    IReadOnlyList<JsonPlace> Items
);

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Start">First byte of its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Start, JsonPlace Value);
