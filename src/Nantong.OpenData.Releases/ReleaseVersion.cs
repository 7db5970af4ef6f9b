using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nantong.OpenData.Releases;

/// <summary>A semantic version of a release: <c>1.2.0</c>.</summary>
/// <param name="Major">Grows when something readers rely on is removed, renamed or changes its meaning.</param>
/// <param name="Minor">Grows when something is added.</param>
/// <param name="Patch">Grows when a transcription or extraction is corrected.</param>
[JsonConverter(typeof(ReleaseVersionJson))]
public readonly record struct ReleaseVersion(int Major, int Minor, int Patch) : IComparable<ReleaseVersion>
{
    /// <summary>The version of a plan's first release.</summary>
    public static ReleaseVersion First { get; } = new(1, 0, 0);

    /// <summary>The version as text that sorts as the versions do: <c>00001.00002.00000</c>.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{Major:D5}.{Minor:D5}.{Patch:D5}");

    /// <summary>Reads an exact version; false for anything but three whole numbers from 0 to 99999 without leading zeros.</summary>
    public static bool TryParse(string? text, out ReleaseVersion version)
    {
        version = default;
        if (text?.Split('.') is not [var major, var minor, var patch])
            return false;
        if (Part(major) is not { } a || Part(minor) is not { } b || Part(patch) is not { } c)
            return false;
        version = new(a, b, c);
        return true;
    }

    /// <summary>Reads a <see cref="SortKey"/>; false for anything else.</summary>
    public static bool TryParseSortKey(string? key, out ReleaseVersion version)
    {
        version = default;
        if (key?.Split('.') is not [{ Length: 5 }, { Length: 5 }, { Length: 5 }] parts || !parts.All(part => part.All(char.IsAsciiDigit)))
            return false;
        version = new(Number(parts[0]), Number(parts[1]), Number(parts[2]));
        return true;

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public int CompareTo(ReleaseVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>The version as <c>major.minor.patch</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    /// <summary>One part of a version; null unless it is a whole number from 0 to 99999 without leading zeros.</summary>
    internal static int? Part(string text) =>
        text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0')
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}

/// <summary>Which releases of a plan are meant: exactly one, the newest of a line, or the latest of all.</summary>
/// <param name="Major">The major number; null for the latest release.</param>
/// <param name="Minor">The minor number; null for the newest of the major line.</param>
/// <param name="Patch">The patch number; null for the newest of the minor line.</param>
public readonly record struct VersionPin(int? Major, int? Minor, int? Patch)
{
    /// <summary>No pin: the latest release.</summary>
    public static VersionPin Latest => default;

    /// <summary>The one release that is named; null when the pin leaves room.</summary>
    public ReleaseVersion? Exact => (Major, Minor, Patch) is ({ } a, { } b, { } c) ? new ReleaseVersion(a, b, c) : null;

    /// <summary>Reads what stands behind the <c>@</c> of a plan: <c>1</c>, <c>1.2</c> or <c>1.2.0</c>.</summary>
    public static bool TryParse(string text, out VersionPin pin)
    {
        pin = default;
        var parts = text.Split('.').Select(ReleaseVersion.Part).ToArray();
        if (parts.Length is 0 or > 3 || parts.Any(part => part is null))
            return false;
        pin = new(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        return true;
    }

    /// <summary>True when the pin covers a version.</summary>
    public bool Covers(ReleaseVersion version) =>
        (Major ?? version.Major) == version.Major && (Minor ?? version.Minor) == version.Minor && (Patch ?? version.Patch) == version.Patch;
}

/// <summary>Writes a version as its text. Public, because every assembly with a generated JSON contract must see it.</summary>
public sealed class ReleaseVersionJson : JsonConverter<ReleaseVersion>
{
    /// <inheritdoc />
    public override ReleaseVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && ReleaseVersion.TryParse(reader.GetString(), out var version)
            ? version
            : throw new JsonException("a version as a text, such as \"1.2.0\"");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ReleaseVersion value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
