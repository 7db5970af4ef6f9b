namespace Nantong.OpenData.Tests;

/// <summary>A store in front of a real one, which passes everything on until a script says otherwise: it answers in the store's place,
/// late, in part, not at all, or wrongly.</summary>
/// <remarks>Path, account and headers stay as they were sent, so that signatures by the account's key stay valid.</remarks>
internal sealed class LyingStore : IAsyncDisposable
{
    private readonly LyingService blobs;
    private readonly LyingService tables;
    private int told;

    /// <summary>Starts it.</summary>
    /// <param name="connectionString">The real store, with the addresses of both services.</param>
    public LyingStore(string connectionString)
    {
        (blobs, tables) = (Start("BlobEndpoint", ofBlobs: true), Start("TableEndpoint", ofBlobs: false));
        ConnectionString = string.Join(
            ';',
            connectionString
                .Split(';')
                .Select(part =>
                    part.Split('=')[0] switch
                    {
                        "BlobEndpoint" => $"BlobEndpoint={blobs.Address}",
                        "TableEndpoint" => $"TableEndpoint={tables.Address}",
                        _ => part,
                    }
                )
        );

        LyingService Start(string name, bool ofBlobs)
        {
            var address = connectionString.Split(';').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
            return new LyingService(new Uri(address), ofBlobs, Ask);
        }
    }

    /// <summary>Connects clients to the lying store.</summary>
    public string ConnectionString { get; }

    /// <summary>Asked for every request; null passes it on. Requests come beside each other.</summary>
    public Func<StoreRequest, Lie?> Script { get; set; } = _ => null;

    /// <summary>How many requests it has lied to.</summary>
    public int Told => Volatile.Read(ref told);

    public async ValueTask DisposeAsync()
    {
        await blobs.DisposeAsync();
        await tables.DisposeAsync();
    }

    private Lie? Ask(StoreRequest request)
    {
        var lie = Script(request);
        if (lie is not null)
            Interlocked.Increment(ref told);
        return lie;
    }
}
