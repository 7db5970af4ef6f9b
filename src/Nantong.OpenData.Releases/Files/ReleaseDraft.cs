using System.Text.Json.Nodes;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files.Delimited;
using Nantong.OpenData.Releases.Files.Packages;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Files;

/// <summary>A release while its files are being made: what they are made from, and those that are measured already, because some files tell of
/// others.</summary>
internal sealed class ReleaseDraft(Plan plan, ReleaseVersion version, IReadOnlyList<KeptKind> kinds)
{
    private readonly Dictionary<string, ReleaseFile> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemoryStream> packed = new(StringComparer.Ordinal); // until they are checked
    private JsonObject? checks;

    public Plan Plan => plan;

    public ReleaseVersion Version => version;

    /// <summary>The kinds of record that the release keeps.</summary>
    public IReadOnlyList<KeptKind> Kinds => kinds;

    /// <summary>The tabular datasets with their records.</summary>
    public IReadOnlyList<ReleaseTable> Tables { get; } = ReleaseTables.Of(plan, version, kinds);

    /// <summary>What stands in the Chinese files instead of codes and ids.</summary>
    public ChineseCells ChineseCells { get; } = new(plan.Indicators, plan.Places);

    /// <summary>What reading all files back found; read once, though the file that tells of it is written more often.</summary>
    public JsonObject Checks => checks ??= Check();

    /// <summary>The files that are measured.</summary>
    public IReadOnlyCollection<ReleaseFile> Measured => files.Values;

    public ReleaseTable Table(string name) => Tables.First(table => table.Dataset.Name == name);

    /// <summary>A file that is measured: one that stands earlier in <see cref="FileFormat.Of"/>, or an input.</summary>
    public ReleaseFile File(string path) => files[path];

    public void Add(ReleaseFile file) => files.Add(file.Path, file);

    /// <summary>Writes a file once, to measure it. One that is packed is kept until it is checked.</summary>
    public void Measure(FileFormat format)
    {
        var copy = format.IsPacked ? packed[format.Path] = new MemoryStream() : null;
        Add(ReleaseFile.Measure(format.Path, format.MediaType, stream => format.Write(this, stream), copy));
    }

    /// <summary>The bytes of a file that is packed, as they were measured.</summary>
    public MemoryStream OpenPacked(string path) => new(packed[path].GetBuffer(), 0, (int)packed[path].Length, writable: false);

    private JsonObject Check()
    {
        var found = SelfCheck.Describe(this);
        packed.Clear();
        return found;
    }
}
