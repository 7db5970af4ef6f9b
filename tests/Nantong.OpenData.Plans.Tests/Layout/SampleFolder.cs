using System.Text;

namespace Nantong.OpenData.Plans.Tests.Layout;

/// <summary>A sample plan of <c>tests/samples</c>, and copies of it with passages replaced.</summary>
internal sealed class SampleFolder
{
    private readonly Dictionary<string, string> files;

    private SampleFolder(Dictionary<string, string> files) => this.files = files;

    public static SampleFolder Open(string id) =>
        new(
            Directory
                .EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "samples", id))
                .ToDictionary(path => System.IO.Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal)
        );

    /// <summary>A copy with the first place of a passage replaced; the passage must be there.</summary>
    public SampleFolder With(string file, string from, string to)
    {
        var text = files.GetValueOrDefault(file, "");
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{from}' is not in {file}");
        return new(new(files, StringComparer.Ordinal) { [file] = text[..at] + to + text[(at + from.Length)..] });
    }

    /// <summary>Line of a passage in a file, from 1.</summary>
    public int LineOf(string file, string passage)
    {
        var at = files[file].IndexOf(passage, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{passage}' is not in {file}");
        return files[file].AsSpan(0, at).Count('\n') + 1;
    }

    public PlanReading Inspect() =>
        PlanReader.Inspect(Bytes("source.txt"), Bytes("plan.json"), Bytes("errata.json"), Bytes("places.json"), Bytes("commitments.json"));

    /// <summary>The plan; the test fails with every fault where it cannot be published.</summary>
    public Plan Read()
    {
        var reading = Inspect();
        Assert.True(reading.Plan is not null, string.Join('\n', reading.Faults.Shown));
        return reading.Plan!;
    }

    private byte[] Bytes(string name) => files.TryGetValue(name, out var text) ? Encoding.UTF8.GetBytes(text) : [];
}
