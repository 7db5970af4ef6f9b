using System.Text;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Releases.Files.Packages;
using Nantong.OpenData.Releases.Files.Spreadsheets;
using Nantong.OpenData.Releases.Files.Statistical;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Files;

/// <summary>One file of a release: its name, its media type, and how it is written.</summary>
/// <param name="Path">File name.</param>
/// <param name="MediaType">Media type with parameters.</param>
/// <param name="Write">Writes it piece by piece, the same bytes for the same plan and version on any machine, and tells the number of its records;
/// null for a text.</param>
internal sealed record FileFormat(string Path, string MediaType, Func<ReleaseDraft, Stream, int?> Write)
{
    /// <summary>True for a compressed file: its bytes are kept until the self-check has read them, since to make them again is slow.</summary>
    public bool IsPacked { get; init; }

    /// <summary>Every file of a release but the inputs, <c>manifest.json</c> and <c>SHA256SUMS</c>. A file that tells of others stands behind
    /// them.</summary>
    /// <param name="kinds">The kinds of record that the release keeps.</param>
    public static IReadOnlyList<FileFormat> Of(IReadOnlyList<KeptKind> kinds) =>
        [
            .. ReleaseTables.NamesOf(kinds).SelectMany(DatasetFiles.Of),
            new(Bundle.Path, JsonFile.MediaType, Bundle.Write),
            new(JsonStatFile.Path, JsonFile.MediaType, (draft, stream) => Descriptors.Write(stream, JsonStatFile.Describe(draft))),
            new(SdmxFile.Path, SdmxFile.MediaType, SdmxFile.Write),
            new("plan.akn.xml", AkomaNtosoFile.MediaType, AkomaNtosoFile.Write),
            new("plan.html", NodeHtml.MediaType, (draft, stream) => WriteText(stream, PlanHtml.Render(draft.Plan, draft.Version))),
            new("plan.md", Markdown.MediaType, (draft, stream) => WriteText(stream, PlanMarkdown.Render(draft.Plan, draft.Version))),
            new("plan.txt", PlainText.MediaType, (draft, stream) => WriteText(stream, PlainText.Render(draft.Plan.Nodes))),
            new(XlsxFile.Path, XlsxFile.MediaType, XlsxFile.Write) { IsPacked = true },
            new("source.txt", PlainText.MediaType, (draft, stream) => WriteBytes(stream, draft.Plan.Source.Bytes.Span)),
            new(DataPackage.Path, JsonFile.MediaType, (draft, stream) => Descriptors.Write(stream, DataPackage.Describe(draft))),
            new("README.md", Markdown.MediaType, (draft, stream) => WriteText(stream, PackageTexts.Readme(draft))),
            new("LICENSE.txt", PlainText.MediaType, (draft, stream) => WriteText(stream, PackageTexts.License(draft))),
            new("CITATION.cff", PackageTexts.CitationMediaType, (draft, stream) => WriteText(stream, PackageTexts.Citation(draft))),
            new("all.zip", ZipBundle.MediaType, ZipBundle.Write) { IsPacked = true },
            new("selfcheck.json", JsonFile.MediaType, (draft, stream) => Descriptors.Write(stream, draft.Checks)),
        ];

    private static int? WriteText(Stream stream, string text) => WriteBytes(stream, Encoding.UTF8.GetBytes(text));

    private static int? WriteBytes(Stream stream, ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        return null;
    }
}
