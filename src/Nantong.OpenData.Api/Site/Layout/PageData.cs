using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>What pages say to search engines: schema.org as JSON-LD.</summary>
internal static class PageData
{
    private const string Context = "https://schema.org";

    // For a script element of a page: <, > and & are escaped, letters of all scripts are not.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A plan as a <c>Dataset</c>, as it is at a release, with the files of that: a search engine shall find one data set, whatever
    /// release comes.</summary>
    public static string Dataset(Snapshot snapshot, Address address)
    {
        var (release, about) = (snapshot.Release, snapshot.Release.About);
        var (lasting, root) = (address.Href($"/v1/plans/{release.Plan}"), address.Href($"/v1/plans/{release.Plan}@{release.Version}"));
        return Write(
            new JsonObject
            {
                ["@context"] = Context,
                ["@type"] = "Dataset",
                ["@id"] = lasting,
                ["name"] = $"{about.Title.Zh}：开放数据",
                ["alternateName"] = about.Title.En,
                ["description"] = $"{about.Description.Zh} {about.Authority.Statement.Zh} {about.Description.En} {about.Authority.Statement.En}",
                ["url"] = lasting,
                ["identifier"] = $"{release.Plan}@{release.Version}",
                ["version"] = release.Version.ToString(),
                ["isAccessibleForFree"] = true,
                ["license"] = about.License.Url,
                ["inLanguage"] = about.Language,
                ["temporalCoverage"] = $"{about.Years.Baseline}/{about.Years.To}",
                ["dateModified"] = Day(release.PublishedAt),
                ["creator"] = Organization("Nantong.OpenData", address.Href("/")),
                ["isBasedOn"] = Notice(release),
                ["citation"] = about.Authority.OfficialSource.Zh,
                ["variableMeasured"] = new JsonArray([
                    .. snapshot.Indicators.Select(
                        JsonNode (indicator) =>
                            new JsonObject
                            {
                                ["@type"] = "PropertyValue",
                                ["name"] = indicator.Name,
                                ["propertyID"] = indicator.Id,
                                ["unitText"] = indicator.Unit.Label,
                            }
                    ),
                ]),
                ["distribution"] = new JsonArray([
                    .. snapshot
                        .ListFiles()
                        .Select(
                            JsonNode (file) =>
                                new JsonObject
                                {
                                    ["@type"] = "DataDownload",
                                    ["name"] = file.Path,
                                    ["contentUrl"] = $"{root}/files/{file.Path}",
                                    ["encodingFormat"] = file.MediaType.Split(';')[0],
                                    ["contentSize"] = $"{file.Bytes} B",
                                    ["sha256"] = file.Sha256,
                                }
                        ),
                ]),
            }
        );
    }

    /// <summary>A passage of the text as a <c>CreativeWork</c> that is part of the plan.</summary>
    public static string Passage(PinnedRelease release, Node? node, string name, string address)
    {
        var (entry, about) = (release.Entry, release.Entry.About);
        return Write(
            new JsonObject
            {
                ["@context"] = Context,
                ["@type"] = "CreativeWork",
                ["@id"] = address,
                ["url"] = address,
                ["name"] = name,
                ["identifier"] = node?.Id ?? entry.Plan,
                ["inLanguage"] = about.Language,
                ["version"] = entry.Version.ToString(),
                ["dateModified"] = Day(entry.PublishedAt),
                ["isBasedOn"] = Notice(entry),
                ["isPartOf"] = new JsonObject
                {
                    ["@type"] = "Dataset",
                    ["@id"] = release.LatestHref(""),
                    ["name"] = $"{about.Title.Zh}：开放数据",
                    ["description"] = about.Description.Zh,
                    ["license"] = about.License.Url,
                    ["url"] = release.LatestHref(""),
                },
            }
        );
    }

    private static JsonObject Notice(ReleaseEntry release) =>
        new()
        {
            ["@type"] = "CreativeWork",
            ["name"] = release.TitleBlock.NoticeTitle,
            ["identifier"] = release.TitleBlock.DocumentNumber,
            ["datePublished"] = $"{release.TitleBlock.Issued:yyyy-MM-dd}",
            ["publisher"] = Organization(release.TitleBlock.Issuer, null),
        };

    private static JsonObject Organization(string name, string? url)
    {
        var organization = new JsonObject { ["@type"] = "Organization", ["name"] = name };
        if (url is not null)
            organization["url"] = url;
        return organization;
    }

    private static string? Day(DateTimeOffset? moment) => moment is { UtcDateTime: var time } ? $"{time:yyyy-MM-dd}" : null;

    private static string Write(JsonObject data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Options))
            data.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
