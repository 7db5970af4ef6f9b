using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Nantong.OpenData.Storage;

/// <summary>The two halves of a store: tables for rows, blobs for files.</summary>
/// <param name="Tables">Client of the table service.</param>
/// <param name="Blobs">Client of the blob service.</param>
public sealed record Store(TableServiceClient Tables, BlobServiceClient Blobs)
{
    /// <summary>Opens a store by connection string, as Azurite and Azure print it.</summary>
    public static Store Connect(string connectionString) => throw new NotSupportedException();

    /// <summary>Opens a store by the addresses of its services, with the identity that the process runs under.</summary>
    public static Store Connect(Uri tableService, Uri blobService) => throw new NotSupportedException();
}
