using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files.Delimited;
using Nantong.OpenData.Storage.Files;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>A file of a release, or parts of it, streamed from its blob: the same bytes for ever, with their digest.</summary>
/// <remarks>Always sent as it is: its tag, its digest and its ranges are those of the bytes that the manifest lists.</remarks>
internal sealed class FileDownload(FileEntry file, PinnedRelease release, ReleaseFiles blobs) : IResult, IEndpointMetadataProvider
{
    private readonly ReleaseKey key = new(release.Entry.Plan, release.Entry.Version);
    private readonly Delivery delivery = release.Deliver(Delivery.TagOf(file.Sha256), file.MediaType, extension: "", moves: false);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (AcceptedCodings.Read(request.Headers.AcceptEncoding).Identity is 0)
            return Problems.NoSuchCoding(request.Headers.AcceptEncoding.ToString()).ExecuteAsync(context);

        Announce(response);
        if (Preconditions.Fail(request, delivery, IsCurrent) is { } failed)
            return failed.ExecuteAsync(context);
        if (IsKnownTo(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return WantedOf(request) switch
        {
            null => SendAsync(context, new BytePart(0, file.Bytes)),
            [] => Problems.RangeNotSatisfiable(request.Headers.Range.ToString(), file.Bytes).ExecuteAsync(context),
            [var part] => SendAsync(context, part, part.Of(file.Bytes)),
            var parts => SendAsync(context, parts),
        };
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new RawAnswer(RawAnswer.OfAnyType));
        builder.Metadata.Add(new Sends(["Last-Modified", "Content-Location", "Content-Disposition", "Accept-Ranges", "Repr-Digest", "Link", "Vary"]));
    }

    /// <summary><c>indicators.csv</c> of 1.0.0 is saved as <c>indicators-1.0.0.csv</c>: a download keeps saying what it is.</summary>
    internal static string NameWithVersion(string path, ReleaseVersion version) =>
        path.IndexOf('.') is var dot and > 0 ? $"{path[..dot]}-{version}{path[dot..]}" : $"{path}-{version}";

    private void Announce(HttpResponse response)
    {
        delivery.Announce(response);
        response.Headers.ETag = delivery.Tag;
        response.Headers.AcceptRanges = "bytes";
        // RFC 9530: of the whole file, also on a part of it.
        response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(file.Sha256))}:";
        response.Headers.ContentDisposition = release.SaveAs(NameWithVersion(file.Path, release.Entry.Version));
        KeyValuePair<string, string> license = new("license", release.Entry.About.License.Url);
        LinkHeader.Announce(response, [license, .. release.ServedVersions()]);
        if (Csvw.MetadataOf(file.Path) is { } metadata)
            response.Headers.Append("Link", $"<{release.Href($"/files/{metadata}")}>; rel=\"describedby\"; type=\"{Csvw.MediaType}\"");
    }

    /// <summary>The parts that a request wants; null for the whole file: without <c>Range</c>, and when <c>If-Range</c> names another file than
    /// this.</summary>
    private IReadOnlyList<BytePart>? WantedOf(HttpRequest request)
    {
        if (!request.IsGet || request.Headers.Range is not [_, ..] range)
            return null;
        return Preconditions.HoldsForRange(request, delivery) ? ByteRanges.Choose(range.ToString(), file.Bytes) : null;
    }

    /// <summary>True when the client has the file, which exists in one coding (RFC 9110, 13.1.2 and 13.1.3: tags decide, dates only without
    /// them).</summary>
    private bool IsKnownTo(HttpRequest request) =>
        request.Headers.IfNoneMatch is [_, ..] tags
            ? Preconditions.FindKnown(tags, delivery.Tag, IsCurrent) is not null
            : Preconditions.IsUnchanged(request, delivery);

    private bool IsCurrent(string tag) => tag == delivery.Tag;

    private async Task SendAsync(HttpContext context, BytePart part, string? contentRange = null)
    {
        var response = context.Response;
        var isHead = context.Request.IsHead;
        if (isHead)
            await ProveAsync(context.RequestAborted); // HEAD promises no more than GET would keep
        await using var content = isHead ? null : await OpenAsync(part, context.RequestAborted); // before anything is said of success
        if (contentRange is not null)
            (response.StatusCode, response.Headers.ContentRange) = (StatusCodes.Status206PartialContent, contentRange);
        response.ContentType = delivery.ContentType;
        response.ContentLength = part.Length;
        if (content is not null)
            await CopyAsync(content, context);
    }

    /// <summary>Several parts in one body: <c>multipart/byteranges</c> (RFC 9110, 14.6).</summary>
    private async Task SendAsync(HttpContext context, IReadOnlyList<BytePart> parts)
    {
        var response = context.Response;
        var boundary = $"part-{file.Sha256[..24]}";
        byte[][] heads = [.. parts.Select(part => Encoding.ASCII.GetBytes(HeadOf(part, boundary)))];
        var end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");

        var content = await OpenAsync(parts[0], context.RequestAborted);
        response.StatusCode = StatusCodes.Status206PartialContent;
        response.ContentType = $"multipart/byteranges; boundary={boundary}";
        response.ContentLength = heads.Sum(head => head.LongLength) + parts.Sum(part => part.Length) + end.Length;
        foreach (var (index, head) in heads.Index())
        {
            if (index > 0)
                content = await OpenAsync(parts[index], context.RequestAborted);
            await using (content)
            {
                await context.WriteAsync(head);
                await CopyAsync(content, context);
            }
        }

        await context.WriteAsync(end);
    }

    private static async Task CopyAsync(ProvenPart content, HttpContext context)
    {
        for (; !content.Ready.IsEmpty; await content.ReadAsync(context.RequestAborted))
            await context.WriteAsync(content.Ready);
    }

    private string HeadOf(BytePart part, string boundary) =>
        $"\r\n--{boundary}\r\nContent-Type: {delivery.ContentType}\r\nContent-Range: {part.Of(file.Bytes)}\r\n\r\n";

    private async Task<ProvenPart> OpenAsync(BytePart part, CancellationToken cancellationToken)
    {
        await ProveAsync(cancellationToken);
        return await Timeouts.WithinAsync(token => blobs.OpenAsync(key, file, part.First, part.Length, token), cancellationToken);
    }

    /// <summary>Waits for the proof no longer than for anything else; it is there for the next request.</summary>
    private async Task ProveAsync(CancellationToken cancellationToken) =>
        await blobs.ProveAsync(key, file, cancellationToken).WaitAsync(Timeouts.OfRequest, cancellationToken);
}
