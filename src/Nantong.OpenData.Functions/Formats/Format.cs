namespace Nantong.OpenData.Functions.Formats;

/// <summary>A form that a resource can be sent in.</summary>
/// <param name="Extension">The extension that asks for it, without the dot: <c>json</c>.</param>
/// <param name="MediaType">Its media type, without parameters.</param>
internal sealed record Format(string Extension, string MediaType)
{
    /// <summary>JSON: every resource has it.</summary>
    public static Format Json { get; } = new("json", "application/json");

    /// <summary>Plain text, one node on a line.</summary>
    public static Format Text { get; } = new("txt", "text/plain");

    /// <summary>Markdown.</summary>
    public static Format Markdown { get; } = new("md", "text/markdown");

    /// <summary>What data resources are offered in.</summary>
    public static IReadOnlyList<Format> OfData { get; } = [Json];

    /// <summary>What text nodes are offered in; the first is the default.</summary>
    public static IReadOnlyList<Format> OfText { get; } = [Json, Text, Markdown];

    /// <summary>The value of <c>Content-Type</c>. Says UTF-8 for JSON too: some old clients guess otherwise and break Chinese.</summary>
    public string ContentType { get; } = $"{MediaType}; charset=utf-8";
}
