using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage;

/// <summary>The two halves of a store: tables for rows, blobs for files.</summary>
/// <param name="Tables">Client of the table service.</param>
/// <param name="Blobs">Client of the blob service.</param>
public sealed record Store(TableServiceClient Tables, BlobServiceClient Blobs)
{
    private const string EmulatorAccount = "devstoreaccount1";

    private static readonly HttpClientTransport Transport = new(
        new HttpClient(
            new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(2),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4), // Azurite closes an idle connection after 5 s: let go first
                PooledConnectionLifetime = TimeSpan.FromMinutes(5), // notice when the name moves to another address
                AllowAutoRedirect = false,
                UseCookies = false,
                PlaintextStreamFilter = (connection, _) => new(new PooledReads(connection.PlaintextStream)),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        }
    );

    /// <summary>Opens a store by connection string, as Azurite and Azure print it. Nothing is sent before the first use.</summary>
    /// <exception cref="FormatException">The text is not a connection string with a table and a blob address.</exception>
    public static Store Connect(string connectionString)
    {
        try
        {
            return new Store(
                new TableServiceClient(connectionString, Patient(new TableClientOptions())),
                new BlobServiceClient(connectionString, Patient(new BlobClientOptions()))
            );
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException)
        {
            // The text itself is not repeated: it holds a key.
            throw new FormatException(
                "The storage connection string cannot be read: it needs AccountName and AccountKey, and a table and a blob address or an "
                    + "EndpointSuffix.",
                error
            );
        }
    }

    /// <summary>Opens a store by the addresses of its services, with the identity that the process runs under: managed identity in Azure, the
    /// signed-in developer elsewhere.</summary>
    public static Store Connect(Uri tableService, Uri blobService)
    {
        var identity = new DefaultAzureCredential();
        return new Store(
            new TableServiceClient(tableService, identity, Patient(new TableClientOptions())),
            new BlobServiceClient(blobService, identity, Patient(new BlobClientOptions()))
        );
    }

    /// <summary>Transactions of tables that may be under way beside each other. Azurite keeps the state of one for all: a second one meanwhile meets
    /// its "Transaction Overlap!" and may never be answered.</summary>
    internal int TransactionsAtOnce => Tables.AccountName is EmulatorAccount ? 1 : 4;

    /// <summary>The tables that hold the records of releases.</summary>
    internal RecordTables Records { get; init; } = RecordTables.Known;

    internal TableClient Table(string name) => Tables.GetTableClient(name);

    internal BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(name);

    /// <summary>Rides out a hiccup, and reports an absent store within seconds: three tries, at most 2 s each to connect.</summary>
    private static T Patient<T>(T options)
        where T : ClientOptions
    {
        options.Transport = Transport;
        // Within the retries: a garbled answer is asked for again.
        options.AddPolicy(new SoundAnswers(ofTables: options is TableClientOptions), HttpPipelinePosition.PerRetry);
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        return options;
    }
}
