using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Api.Query;

/// <summary>One step from a record down to a field.</summary>
/// <param name="Get">Reads the member.</param>
/// <param name="Lists">True when the member is a list: the way goes on in each of its elements.</param>
internal sealed record FieldStep(Func<object, object?> Get, bool Lists);

/// <summary>A member of a record that queries can name, however deep it lies: <c>target.value</c>.</summary>
/// <param name="Path">Its JSON path, with dots.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Codes">The codes that may stand in it; empty when any value may.</param>
/// <param name="Steps">The way to it.</param>
/// <param name="Normalize">Makes what stands there a value that can be compared.</param>
/// <param name="Json">How the member is written.</param>
internal sealed record Field(
    string Path,
    FieldKind Kind,
    IReadOnlyList<string> Codes,
    IReadOnlyList<FieldStep> Steps,
    Func<object, object> Normalize,
    JsonTypeInfo Json
)
{
    /// <summary>True when a record may hold several values: any of them counts.</summary>
    public bool Many { get; } = Steps.Any(step => step.Lists);

    /// <summary>The other spelling that is understood, as heads of CSV columns write it: <c>target_missing_reason</c>.</summary>
    public string Alias { get; } = SnakeCase(Path);

    /// <summary>The values in a record; none where something on the way to them is null or empty.</summary>
    public IEnumerable<object> Values(object record)
    {
        if (Many)
            return Below(record, 0);
        return Value(record) is { } value ? [value] : [];
    }

    /// <summary>The one value in a record; null when there is none. Of several the first.</summary>
    public object? Value(object record)
    {
        if (Many)
            return Below(record, 0).FirstOrDefault();

        object? value = record;
        for (var depth = 0; depth < Steps.Count && value is not null; depth++)
            value = Steps[depth].Get(value);
        return value is null ? null : Normalize(value);
    }

    /// <summary>True when any value in a record passes a test.</summary>
    public bool Any(object record, Predicate<object> passes)
    {
        if (!Many)
            return Value(record) is { } value && passes(value);
        foreach (var value in Below(record, 0))
            if (passes(value))
                return true;
        return false;
    }

    /// <summary>True when the member itself is at most once in a record: no list is above it.</summary>
    public bool StandsOnce { get; } = Steps.SkipLast(1).All(step => !step.Lists);

    /// <summary>The member as JSON, in one line; null when it is null or absent. Where lists are above it, a list of what stands in all of
    /// them.</summary>
    public string? Line(object record)
    {
        if (!StandsOnce)
        {
            var element = Json.Kind is JsonTypeInfoKind.Enumerable ? Json.Options.GetTypeInfo(Json.ElementType!) : Json;
            return Below(record, 0).Select(one => JsonSerializer.Serialize(one, element)).ToArray() is [_, ..] all
                ? $"[{string.Join(',', all)}]"
                : null;
        }

        object? value = record;
        foreach (var step in Steps)
            value = value is null ? null : step.Get(value);
        return value is null ? null : JsonSerializer.Serialize(value, Json);
    }

    private IEnumerable<object> Below(object? value, int depth)
    {
        if (value is null)
            yield break;
        if (depth == Steps.Count)
        {
            yield return Normalize(value);
            yield break;
        }

        var (next, lists) = (Steps[depth].Get(value), Steps[depth].Lists);
        foreach (var element in lists ? next as IEnumerable ?? Array.Empty<object>() : new[] { next })
        foreach (var found in Below(element, depth + 1))
            yield return found;
    }

    private static string SnakeCase(string path) =>
        string.Concat(
            path.Select(c =>
                c is '.' ? "_"
                : char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}"
                : $"{c}"
            )
        );
}
