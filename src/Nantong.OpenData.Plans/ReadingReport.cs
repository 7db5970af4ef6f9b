using System.Text;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans;

/// <summary>All that the reading of one plan has to tell: faults, with which it is not published, and warnings, which an editor looks at.</summary>
/// <param name="files">The bytes of the JSON files by name, so that a fault of what they say is told with its line.</param>
internal sealed class ReadingReport(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    /// <summary>The faults.</summary>
    public Faults Faults { get; } = new();

    /// <summary>The guesses and whatever else deserves a look.</summary>
    public Faults Warnings { get; } = new();

    /// <summary>A fault at a line of the source.</summary>
    public void Fault(int line, ReadOnlySpan<char> found, string rule) => Faults.Add(SourceText.At(line, found, rule));

    /// <summary>A warning at a line of the source.</summary>
    public void Warn(int line, ReadOnlySpan<char> found, string rule) => Warnings.Add(SourceText.At(line, found, rule));

    /// <summary>A fault at a place of <c>plan.json</c>.</summary>
    /// <param name="path">Path of the place: <c>$.layout.ignore[0]</c>.</param>
    /// <param name="found">What is found.</param>
    /// <param name="rule">What is allowed.</param>
    public void FaultInDescription(string path, string found, string rule) => FaultIn(PlanFile.Description, path, found, rule);

    /// <summary>A fault at a place of a JSON file.</summary>
    public void FaultIn(string file, string path, string found, string rule) => Faults.Add(At(file, path, found, rule));

    /// <summary>A warning at a place of <c>plan.json</c>.</summary>
    public void WarnInDescription(string path, string found, string rule) => WarnIn(PlanFile.Description, path, found, rule);

    /// <summary>A warning at a place of a JSON file.</summary>
    public void WarnIn(string file, string path, string found, string rule) => Warnings.Add(At(file, path, found, rule));

    /// <summary>A fault of an entry of a JSON list that its <c>id</c> names, with the line of that id.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="fault">The fault; its place begins with the name of the file and the id.</param>
    public void FaultOfEntry(string file, Unreadable fault)
    {
        var text = TextEncoding.WithoutMark(files[file]).Span;
        var entry = fault.Where[(file.Length + 1)..];
        var at =
            Encoding.UTF8.GetString(text) is var written && IdOf(entry.Split(' ')[0]).Match(written) is { Success: true } id
                ? Encoding.UTF8.GetByteCount(written.AsSpan(0, id.Groups["id"].Index))
                : -1;
        Faults.Add(at < 0 ? fault : TextPlace.Of(text, at).Fault(file, fault.Found, $"{entry}: {fault.Rule}"));
    }

    private static Regex IdOf(string entry) => new($"\"id\"\\s*:\\s*(?<id>\"{Regex.Escape(entry)}\")", RegexOptions.CultureInvariant);

    private Unreadable At(string file, string path, string found, string rule)
    {
        var text = TextEncoding.WithoutMark(files[file]);
        var root = new JsonPlaces(file, text, new Faults()).Read()!; // it was read before
        return TextPlace.Of(text.Span, JsonPath.Find(root, path).Start).Fault(file, found, $"{path}: {rule}");
    }
}
