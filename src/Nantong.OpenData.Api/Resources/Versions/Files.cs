using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>A file that can be downloaded.</summary>
/// <param name="Path">File name: <c>indicators.csv</c>.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256, as lower-case hexadecimal digits.</param>
/// <param name="MediaType">Media type with parameters.</param>
/// <param name="Rows">Number of records in it; null for a text.</param>
/// <param name="Href">Where it is.</param>
public sealed record Download(string Path, long Bytes, string Sha256, string MediaType, int? Rows, string Href);

internal static class Files
{
    private static readonly Collection<Download> All = new(file => file.Path, () => Wire.Json.Download, () => Wire.Json.ListingDownload);

    public static void Map(RouteGroupBuilder plan)
    {
        var files = plan.MapGroup("/files").WithTags("Files");
        files.MapMethods("", Verbs.Read, List).Named("listFiles", "List the files of the release").Lists(All);
        files.MapMethods("/{name}", Verbs.Read, Get).Named("getFile", "Download a file of the release").Offers([]);
    }

    private static Results<Representation<Listing<Download>>, Problem> List(PinnedRelease release) =>
        release.Page(
            [
                .. release
                    .Snapshot.ListFiles()
                    .Select(file => new Download(file.Path, file.Bytes, file.Sha256, file.MediaType, file.Rows, release.Href($"/files/{file.Path}"))),
            ],
            All,
            (view, _) => DataPage.Of(view)
        );

    private static Results<FileDownload, Problem> Get(PinnedRelease release, string name, ReleaseFiles blobs)
    {
        var files = release.Snapshot.ListFiles();
        return files.FirstOrDefault(file => file.Path == name) is { } file
            ? new FileDownload(file, release, blobs)
            : Problems.NotFound("file", name, files.Select(known => known.Path), parameter: "name");
    }
}
