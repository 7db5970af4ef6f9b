using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Files;

/// <summary>The proofs of files, kept while there is room: one proof for each file at a time, shared by all who wait for it.</summary>
/// <param name="store">Where the files are.</param>
/// <param name="damage">What is found broken is noted there, and forgotten when it is whole again.</param>
/// <param name="clock">Tells when a broken file may be looked at again.</param>
internal sealed class FileProofs(Store store, KnownDamage damage, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 2;
    private const int MostWaiting = 64;
    private const int MostBroken = 1_000;
    private const long Budget = 4 * 1024 * 1024; // of hashes: enough for 4 GB of files

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2); // a store that hangs must not hold a place for ever
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<FileKey, LinkedListNode<(FileKey Key, FileProof Proof)>> proven = [];
    private readonly LinkedList<(FileKey Key, FileProof Proof)> recent = []; // the last used first
    private readonly Dictionary<FileKey, (DateTimeOffset Until, Damage Damage)> broken = [];
    private readonly ConcurrentDictionary<FileKey, Lazy<Task<FileProof>>> running = new();
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();
    private long held;

    /// <summary>The proof of a file: from memory, or made now. It goes on being made when whoever asked for it has gone.</summary>
    /// <exception cref="BrokenReleaseException">The file is missing, or is not the one that the manifest lists.</exception>
    public Task<FileProof> GetAsync(FileKey file, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (proven.TryGetValue(file, out var kept))
            {
                recent.Remove(kept);
                recent.AddFirst(kept);
                return Task.FromResult(kept.Value.Proof);
            }

            if (broken.TryGetValue(file, out var known) && clock.GetUtcNow() < known.Until)
                throw new BrokenReleaseException(known.Damage);
        }

        if (running.Count >= MostWaiting && !running.ContainsKey(file))
            throw new TimeoutException("too many files wait to be proven");
        var proof = running.GetOrAdd(file, key => new Lazy<Task<FileProof>>(() => Task.Run(() => RunAsync(key)))).Value;
        return proof.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a proof that no longer holds: the blob has changed since.</summary>
    public void Forget(FileKey file, FileProof proof)
    {
        lock (gate)
        {
            if (proven.TryGetValue(file, out var kept) && ReferenceEquals(kept.Value.Proof, proof))
                Remove(kept);
        }
    }

    /// <summary>Notes that a file is not what it should be. It is not looked at again before a pause is over.</summary>
    public BrokenReleaseException Refuse(FileKey file, string what)
    {
        var found = new Damage(file.Release.ToString(), file.Where, what);
        lock (gate)
        {
            if (proven.TryGetValue(file, out var kept))
                Remove(kept);
            if (broken.Count >= MostBroken)
                broken.Remove(broken.MinBy(one => one.Value.Until).Key);
            broken[file] = (clock.GetUtcNow() + Pause, found);
        }

        damage.Report(found, stop => GetAsync(file, stop));
        return new BrokenReleaseException(found);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task<FileProof> RunAsync(FileKey file)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            limit.CancelAfter(Longest);
            await places.WaitAsync(limit.Token);
            try
            {
                var proof = await ProveAsync(file, limit.Token);
                Keep(file, proof);
                damage.Clear(file.Release.ToString(), file.Where);
                return proof;
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            running.TryRemove(file, out _);
        }
    }

    private async Task<FileProof> ProveAsync(FileKey file, CancellationToken cancellationToken)
    {
        try
        {
            var blob = store.Container(ContainerNames.Releases).GetBlobClient(file.Blob);
            using var answer = await blob.OpenAsync(null, cancellationToken);
            if (answer.Details.ETag == default)
                throw Refuse(file, "the store gives it without a tag");
            if (answer.Details.ContentLength != file.Bytes)
                throw Refuse(file, $"it has {answer.Details.ContentLength} bytes, the manifest says {file.Bytes}");
            var (sha256, length, chunks) = await FileProof.HashAsync(answer.Content, file.Bytes, cancellationToken);
            if (length != file.Bytes)
                throw Refuse(file, $"{length} bytes of it came, the manifest says {file.Bytes}");
            if (sha256 != file.Sha256)
                throw Refuse(file, $"its hash is {sha256}, the manifest says {file.Sha256}");
            return new FileProof(answer.Details.ETag, chunks);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw Refuse(file, "the store does not have it");
        }
    }

    private void Keep(FileKey file, FileProof proof)
    {
        lock (gate)
        {
            broken.Remove(file);
            if (proven.TryGetValue(file, out var before))
                Remove(before);
            proven[file] = recent.AddFirst((file, proof));
            held += proof.Bytes;
            while (held > Budget && recent.Count > 1)
                Remove(recent.Last!);
        }
    }

    private void Remove(LinkedListNode<(FileKey Key, FileProof Proof)> kept)
    {
        recent.Remove(kept);
        proven.Remove(kept.Value.Key);
        held -= kept.Value.Proof.Bytes;
    }
}
