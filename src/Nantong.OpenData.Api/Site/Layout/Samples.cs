using System.Text;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>A program that shows how to do one task. It stands in <c>src/samples</c>, and a test runs it.</summary>
/// <param name="Folder">Its folder: the operation that it shows (<c>listIndicators</c>), or the task (<c>subscribe</c>).</param>
/// <param name="Language">The language as OpenAPI viewers and highlighters name it: <c>python</c>.</param>
/// <param name="Label">The language as people name it.</param>
/// <param name="Source">The program.</param>
internal sealed record Sample(string Folder, string Language, string Label, string Source);

/// <summary>The samples, compiled into the program.</summary>
internal static class Samples
{
    /// <summary>Where samples find the API when nobody says: the answer of a running service says its own address.</summary>
    public const string LocalBase = "http://127.0.0.1:7071";

    private const string Root = "samples/";

    private static readonly (string File, string Language, string Label)[] Languages =
    [
        ("curl.sh", "shell", "curl"),
        ("javascript.mjs", "javascript", "JavaScript"),
        ("python.py", "python", "Python"),
        ("r.R", "r", "R"),
        ("csharp.cs", "csharp", "C#"),
    ];

    /// <summary>All of them, those of one folder in the order of the languages.</summary>
    public static IReadOnlyList<Sample> All { get; } = [.. Read()];

    private static IEnumerable<Sample> Read()
    {
        var names = typeof(Samples).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).ToHashSet();
        foreach (var folder in names.Select(name => name.Split('/')[1]).Distinct().Order(StringComparer.Ordinal))
        foreach (var (file, language, label) in Languages)
            if (names.Contains($"{Root}{folder}/{file}"))
                yield return new(folder, language, label, Text($"{Root}{folder}/{file}"));
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Samples).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
