using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Memory;

/// <summary>A store in the memory of this process, gone with it: every table and container is there as soon as it is asked for.</summary>
/// <remarks>For a preview, which shall show its pages within seconds and keep nothing. It answers what publishing, verifying and reading ask; a test
/// compares it with Azurite.</remarks>
internal static class MemoryStore
{
    /// <summary>Makes an empty one.</summary>
    public static Store Create() => new(new Tables(), new Blobs());

    private sealed class Tables : TableServiceClient
    {
        private readonly ConcurrentDictionary<string, MemoryTable> tables = new(StringComparer.Ordinal);

        public override string AccountName => "memory";

        public override TableClient GetTableClient(string tableName) => tables.GetOrAdd(tableName, name => new MemoryTable(name));
    }

    private sealed class Blobs : BlobServiceClient
    {
        private readonly ConcurrentDictionary<string, MemoryContainer> containers = new(StringComparer.Ordinal);

        public override BlobContainerClient GetBlobContainerClient(string blobContainerName) =>
            containers.GetOrAdd(blobContainerName, name => new MemoryContainer(name));
    }
}
