using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Nantong.OpenData.Cli.Memory;

/// <summary>What the SDK shows of an answer of a service, where none was asked.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="etag">The tag of what was read or written; null where there is none.</param>
internal sealed class MemoryAnswer(int status, ETag? etag = null) : Response
{
    /// <inheritdoc />
    public override int Status => status;

    /// <inheritdoc />
    public override string ReasonPhrase => "";

    /// <inheritdoc />
    public override Stream? ContentStream { get; set; }

    /// <inheritdoc />
    public override string ClientRequestId { get; set; } = "";

    /// <summary>An answer with a value.</summary>
    public static Response<T> Of<T>(T value, int status = 200, ETag? etag = null) => FromValue(value, new MemoryAnswer(status, etag));

    /// <summary>A list in pages, as its readers expect it.</summary>
    public static AsyncPageable<T> List<T>(IReadOnlyList<T> items, int? pageSize = null)
        where T : notnull => AsyncPageable<T>.FromPages(Pages(items, pageSize));

    /// <summary>The pages of a list.</summary>
    public static IEnumerable<Page<T>> Pages<T>(IReadOnlyList<T> items, int? pageSize)
        where T : notnull => items.Chunk(pageSize ?? int.MaxValue).Select(page => Page<T>.FromValues(page, null, new MemoryAnswer(200)));

    /// <summary>A refusal, as the service would have sent it.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Code of the service: <c>EntityAlreadyExists</c>.</param>
    /// <param name="what">What it is about.</param>
    public static RequestFailedException Refusal(int status, string code, string what) => new(status, $"{code}: {what}", code, null);

    /// <inheritdoc />
    public override void Dispose() { }

    /// <inheritdoc />
    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    /// <inheritdoc />
    protected override IEnumerable<HttpHeader> EnumerateHeaders() => etag is { } tag ? [new HttpHeader("ETag", tag.ToString())] : [];

    /// <inheritdoc />
    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = etag is { } tag && name.Equals("ETag", StringComparison.OrdinalIgnoreCase) ? tag.ToString() : null;
        return value is not null;
    }

    /// <inheritdoc />
    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
