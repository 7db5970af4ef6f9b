using System.Text.Json.Serialization;

namespace Nantong.OpenData.Storage.Backup;

/// <summary>What a backup folder holds: <c>index.json</c>, written last. A folder without it is not a backup.</summary>
/// <param name="Format">Version of the folder's form: 1.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="Tables">The tables, in name order.</param>
/// <param name="Containers">The blob containers, in name order.</param>
public sealed record BackupIndex(int Format, DateTimeOffset CreatedAt, IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackupContainer> Containers)
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the file.</summary>
    public const string FileName = "index.json";

    /// <summary>Number of rows in it.</summary>
    [JsonIgnore]
    public long Rows => Tables.Sum(table => (long)table.Rows);

    /// <summary>Number of blobs in it.</summary>
    [JsonIgnore]
    public long Blobs => Containers.Sum(container => (long)container.Blobs.Count);
}

/// <summary>A table in a backup: a file with a row on each line.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="File">The file, from the folder: <c>tables/releases.ndjson</c>.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
public sealed record BackupTable(string Name, string File, int Rows, string Sha256);

/// <summary>A blob container in a backup.</summary>
/// <param name="Name">Name of the container.</param>
/// <param name="Blobs">Its blobs, in name order.</param>
public sealed record BackupContainer(string Name, IReadOnlyList<BackupBlob> Blobs);

/// <summary>A blob in a backup.</summary>
/// <param name="Name">Name of the blob.</param>
/// <param name="File">The file that holds it, from the folder: numbered, since the names of blobs may hold what file systems do not take.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Metadata">Its metadata.</param>
public sealed record BackupBlob(
    string Name,
    string File,
    long Bytes,
    string Sha256,
    string ContentType,
    IReadOnlyDictionary<string, string> Metadata
);

/// <summary>How far a backup or a restore has come.</summary>
/// <param name="Part">The table or container: <c>table nodes</c>.</param>
/// <param name="Done">Rows or blobs of it that are done.</param>
public readonly record struct BackupProgress(string Part, long Done);

/// <summary>A folder that is no backup, or is damaged; a store that a restore must not write into.</summary>
/// <param name="faults">What is wrong, each as a sentence.</param>
public sealed class BackupException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>What is wrong, each as a sentence.</summary>
    public IReadOnlyList<string> Faults => faults;
}

/// <summary>How the index becomes JSON.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(BackupIndex))]
internal sealed partial class BackupJson : JsonSerializerContext;
