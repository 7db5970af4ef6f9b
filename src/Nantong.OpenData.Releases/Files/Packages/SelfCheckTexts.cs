using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.Statistical;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary>The part of <c>selfcheck.json</c> about what is no table: the text as Akoma Ntoso, the two columns of numbers in JSON-stat and in
/// SDMX-ML, the archive.</summary>
internal static class SelfCheckTexts
{
    public static JsonArray Describe(ReleaseDraft draft)
    {
        var paragraphs = draft.Plan.Nodes.Where(node => node.Type is NodeType.Paragraph).ToList();
        var numbers = ValueHash.Of(draft.Plan.Indicators.SelectMany(row => new[] { row.Baseline.Value, row.Target.Value }).Select(Number));
        return new JsonArray( // not a collection expression: its Add is not for native builds
            SelfCheck.Compare(
                "plan.akn.xml",
                ValueHash.Of(paragraphs.Select(node => new[] { node.Eid, node.Text })),
                Read(draft, "plan.akn.xml", stream => Elements(stream, paragraphs.Select(node => node.Eid)))
            ),
            SelfCheck.Compare(JsonStatFile.Path, numbers, Read(draft, JsonStatFile.Path, Values)),
            SelfCheck.Compare(SdmxFile.Path, numbers, Read(draft, SdmxFile.Path, Observed)),
            SelfCheck.Compare("all.zip", ValueHash.Of(ZipBundle.Listed(draft)), ValueHash.Of(Entries(draft)))
        );
    }

    private static ValueHash Read(ReleaseDraft draft, string path, Func<Stream, IEnumerable<IReadOnlyList<string?>>> rows)
    {
        using var stream = draft.File(path).OpenRead();
        return ValueHash.Of(rows(stream));
    }

    /// <summary>The elements that bear one of the eIds, each with all text in it.</summary>
    private static IEnumerable<string[]> Elements(Stream stream, IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        using var xml = XmlReader.Create(stream);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.GetAttribute("eId") is not { } id || !wanted.Contains(id))
                continue;
            using var inside = xml.ReadSubtree();
            var text = new StringBuilder();
            while (inside.Read())
            {
                if (inside.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                    text.Append(inside.Value);
            }

            yield return [id, text.ToString()];
        }
    }

    private static List<string?[]> Values(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document
                .RootElement.GetProperty("value")
                .EnumerateArray()
                .Select(value => Number(value.ValueKind is JsonValueKind.Null ? null : value.GetDecimal())),
        ];
    }

    /// <summary>The value of every observation of the SDMX message; null where it has none.</summary>
    private static IEnumerable<string?[]> Observed(Stream stream)
    {
        using var xml = XmlReader.Create(stream);
        while (xml.ReadToFollowing("Obs", SdmxFile.Generic))
        {
            using var observation = xml.ReadSubtree();
            yield return [observation.ReadToFollowing("ObsValue", SdmxFile.Generic) ? observation.GetAttribute("value") : null];
        }
    }

    private static string?[] Number(decimal? value) => [value?.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Name and hash of every entry of the archive.</summary>
    private static List<string[]> Entries(ReleaseDraft draft)
    {
        using var archive = new ZipArchive(draft.OpenPacked("all.zip"), ZipArchiveMode.Read);
        return [.. archive.Entries.Where(entry => entry.Name != ReleaseFile.SumsName).Select(HashOf)];

        static string[] HashOf(ZipArchiveEntry entry)
        {
            using var content = entry.Open();
            return [entry.FullName, Convert.ToHexStringLower(SHA256.HashData(content))];
        }
    }
}
