using System.Globalization;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Measuring;

/// <summary>What a benchmark found, in Markdown: on the console as it comes, and whole in <c>results/</c> when it has ended.</summary>
internal sealed class Report
{
    private readonly string name;
    private readonly TextWriter output;
    private readonly List<string> parts;
    private readonly DateTimeOffset start = DateTimeOffset.UtcNow;
    private readonly string loadAtStart = Machine.Load;

    private Report(string name, string title, TextWriter output)
    {
        (this.name, this.output, parts) = (name, output, [$"# {title}"]);
        output.WriteLine($"{parts[0]}{Environment.NewLine}");
    }

    /// <summary>Begins a report.</summary>
    public static Report Begin(string name, string title, TextWriter output) => new(name, title, output);

    /// <summary>Adds a paragraph or a table.</summary>
    public void Add(object part)
    {
        parts.Add(part.ToString()!);
        output.WriteLine($"{part}{Environment.NewLine}");
    }

    /// <summary>Says on the console alone what is being done: some of it takes minutes.</summary>
    public static void Say(string sentence) => Console.Error.WriteLine(sentence);

    /// <summary>Writes the results' file.</summary>
    public void End()
    {
        Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Machine.Description}. {start:yyyy-MM-dd HH:mm} UTC, took {(DateTimeOffset.UtcNow - start).TotalMinutes:F1} min; load "
                    + $"average {loadAtStart} before, {Machine.Load} after."
            )
        );
        var folder = Path.Combine(RepositoryRoot.Get(), "tests", "benchmarks", "results");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.md"), string.Join("\n\n", parts) + "\n");
    }
}
