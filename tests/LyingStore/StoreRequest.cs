namespace Nantong.OpenData.Tests;

/// <summary>What a client asks of the store.</summary>
/// <param name="OfBlobs">True when the service of blobs is asked, false when that of tables is.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, as they were sent: with the account, since requests are signed over it.</param>
/// <param name="Headers">The headers, in the order in which they came.</param>
/// <param name="Body">The body; empty when there is none.</param>
internal sealed record StoreRequest(bool OfBlobs, string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>True for a question, which leaves the store as it is.</summary>
    public bool Reads => Method is "GET" or "HEAD";

    /// <summary>True when rows are asked for.</summary>
    public bool AsksForRows => !OfBlobs && Method is "GET";

    /// <summary>True when the content of a blob is asked for.</summary>
    public bool AsksForContent => OfBlobs && Method is "GET" && !Target.Contains("comp=", StringComparison.Ordinal);

    /// <summary>True when several rows are written in one transaction.</summary>
    public bool IsBatch => !OfBlobs && Method is "POST" && Target.Contains("$batch", StringComparison.Ordinal);
}

/// <summary>What the client gets.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, without those that a connection has for itself.</param>
/// <param name="Body">The body; empty when there is none.</param>
internal sealed record StoreAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The length that a HEAD tells of, in bytes; null where the body tells it.</summary>
    public long? Length { get; init; }

    /// <summary>The same answer with another body.</summary>
    public StoreAnswer With(byte[] body) => this with { Body = body };
}
