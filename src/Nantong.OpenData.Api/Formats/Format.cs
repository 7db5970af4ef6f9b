using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Api.Formats;

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

    /// <summary>A collection as CSV, with a head.</summary>
    public static Format Csv { get; } = new("csv", "text/csv") { ContentType = CsvFile.MediaType };

    /// <summary>A collection as JSON, one record on a line.</summary>
    public static Format Ndjson { get; } = new("ndjson", NdjsonFile.MediaType);

    /// <summary>A page for people.</summary>
    public static Format Html { get; } = new("html", "text/html");

    /// <summary>A feed as Atom.</summary>
    public static Format Atom { get; } = new("atom", "application/atom+xml");

    /// <summary>A feed as JSON Feed. The extension <c>json</c> alone asks for the resource itself.</summary>
    public static Format JsonFeed { get; } = new("feed.json", "application/feed+json");

    /// <summary>A difference as JSON Patch.</summary>
    public static Format JsonPatch { get; } = new("patch.json", "application/json-patch+json");

    /// <summary>A citation as BibTeX.</summary>
    public static Format Bibtex { get; } = new("bib", "application/x-bibtex");

    /// <summary>A citation as RIS.</summary>
    public static Format Ris { get; } = new("ris", "application/x-research-info-systems");

    /// <summary>A citation as CSL-JSON.</summary>
    public static Format Csl { get; } = new("csl.json", "application/vnd.citationstyles.csl+json");

    /// <summary>The catalogue as JSON-LD.</summary>
    public static Format JsonLd { get; } = new("jsonld", "application/ld+json");

    /// <summary>The catalogue as Turtle.</summary>
    public static Format Turtle { get; } = new("ttl", "text/turtle");

    /// <summary>A public key as a PEM file.</summary>
    public static Format Pem { get; } = new("pem", "application/x-pem-file");

    /// <summary>A chart as a picture.</summary>
    public static Format Svg { get; } = new("svg", "image/svg+xml");

    /// <summary>The forms whose extension has two parts.</summary>
    public static IReadOnlyList<Format> WithTwoExtensions { get; } = [JsonFeed, JsonPatch, Csl];

    /// <summary>What data resources are offered in.</summary>
    public static IReadOnlyList<Format> OfData { get; } = [Json, Html];

    /// <summary>What JSON that goes out as it stands is offered in, and a page that says what it is.</summary>
    public static IReadOnlyList<Format> OfDocument { get; } = [Json, Html];

    /// <summary>What collections are offered in; the first is the default.</summary>
    public static IReadOnlyList<Format> OfCollection { get; } = [Json, Csv, Ndjson, Html];

    /// <summary>What figures are offered in; the first is the default.</summary>
    public static IReadOnlyList<Format> OfFigures { get; } = [Json, Csv, Html];

    /// <summary>What text nodes are offered in; the first is the default.</summary>
    public static IReadOnlyList<Format> OfText { get; } = [Json, Text, Markdown, Html];

    /// <summary>What the log of changes is offered in: itself, and feeds of the releases in it.</summary>
    public static IReadOnlyList<Format> OfLog { get; } = [.. OfCollection, Atom, JsonFeed];

    /// <summary>What a comparison is offered in.</summary>
    public static IReadOnlyList<Format> OfComparison { get; } = [Json, JsonPatch, Html];

    /// <summary>What citations are offered in.</summary>
    public static IReadOnlyList<Format> OfCitation { get; } = [Json, Text, Bibtex, Ris, Csl, Html];

    /// <summary>What a public key is offered in.</summary>
    public static IReadOnlyList<Format> OfKey { get; } = [Json, Pem, Html];

    /// <summary>What the catalogue is offered in.</summary>
    public static IReadOnlyList<Format> OfCatalogue { get; } = [JsonLd, Turtle, Html];

    /// <summary>What charts are offered in.</summary>
    public static IReadOnlyList<Format> OfChart { get; } = [Svg, Html];

    /// <summary>Every form, each once.</summary>
    public static IReadOnlyList<Format> All { get; } =
    [.. OfText.Concat(OfLog).Concat(OfComparison).Concat(OfCitation).Concat(OfCatalogue).Concat(OfKey).Concat(OfChart).Distinct()];

    /// <summary>The value of <c>Content-Type</c>. Says UTF-8 for JSON too: some old clients guess otherwise and break Chinese.</summary>
    public string ContentType { get; private init; } = $"{MediaType}; charset=utf-8";
}
