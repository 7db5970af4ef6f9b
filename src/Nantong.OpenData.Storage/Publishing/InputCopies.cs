using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>Container <c>source</c>: every file that a release was made from, once more, named by its hash. From them alone a release can be made
/// again.</summary>
internal sealed class InputCopies(Store store)
{
    /// <summary>Keeps the files that a plan was read from.</summary>
    public async Task KeepAsync(Plan plan, CancellationToken cancellationToken)
    {
        foreach (var file in plan.Files)
            await store
                .Container(ContainerNames.Source)
                .PutOnceAsync(NameOf(file.Name, Hashes.Of(file.Content.Span)), file.Content, MediaTypeOf(file.Name), cancellationToken);
    }

    /// <summary>Writes a copy in the place of one that is lost or damaged.</summary>
    public Task ReplaceAsync(PlanFile file, CancellationToken cancellationToken) =>
        store
            .Container(ContainerNames.Source)
            .ReplaceAsync(NameOf(file.Name, Hashes.Of(file.Content.Span)), file.Content, MediaTypeOf(file.Name), cancellationToken);

    /// <summary>The copy of a file; null when there is none that has the hash.</summary>
    public async Task<BinaryData?> FindAsync(FileEntry input, CancellationToken cancellationToken) =>
        await store.Container(ContainerNames.Source).FindAsync(NameOf(input.Path, input.Sha256), cancellationToken) is { Content: var content }
        && Hashes.Of(content) == input.Sha256
            ? content
            : null;

    /// <summary>The files of a manifest that the release was made from.</summary>
    public static IEnumerable<FileEntry> Of(Manifest manifest) =>
        PlanFile.Names.Select(PlanInputs.KeptAs).Select(path => manifest.Files.FirstOrDefault(file => file.Path == path)).OfType<FileEntry>();

    /// <summary>Name of the copy of a file.</summary>
    public static string NameOf(string file, string sha256) => sha256 + Path.GetExtension(file);

    private static string MediaTypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".json" => "application/json",
            ".csv" => "text/csv; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };
}
