using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>A sample as a reader has it: alone in a folder, outside of the repository, whose build settings a reader does not have.</summary>
internal sealed class SampleRun : IDisposable
{
    /// <summary>What a reader does first stands at the beginning of a sample, as comments that are indented so.</summary>
    private const string ToDoFirst = "//     ";

    private static readonly Dictionary<string, string> Programs = new()
    {
        [".sh"] = "sh",
        [".mjs"] = "node",
        [".py"] = "python3",
        [".R"] = "Rscript",
    };

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("sample-");
    private readonly string source;
    private readonly string[] first;

    /// <param name="task">The folder of the sample in <c>src/samples</c>.</param>
    /// <param name="file">The sample: <c>python.py</c>.</param>
    public SampleRun(string task, string file)
    {
        Folder = parent.CreateSubdirectory("opendata").FullName; // the name of a new project
        source = Path.Combine(RepositoryRoot.Get(), "src", "samples", task, file);
        first =
        [
            .. File.ReadLines(source)
                .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
                .Where(line => line.StartsWith(ToDoFirst, StringComparison.Ordinal))
                .Select(line => line[ToDoFirst.Length..]),
        ];
    }

    /// <summary>Where the sample stands.</summary>
    public string Folder { get; }

    /// <summary>Does what is to be done first, and runs the sample.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> RunAsync(params (string Name, string Value)[] variables)
    {
        if (first is not [])
            await Tools.RunAsync(Folder, "sh", ["-e", "-c", string.Join('\n', first)], variables);
        var file = Path.Combine(Folder, first.Contains("dotnet new console") ? "Program.cs" : Path.GetFileName(source));
        File.Copy(source, file, overwrite: true);
        switch (Path.GetExtension(file))
        {
            case ".cs":
                string[] program = file.EndsWith("Program.cs", StringComparison.Ordinal) ? [] : [file];
                await Tools.RunAsync(Folder, "dotnet", ["build", .. program]); // apart, so that a failure says whether the build or the sample hung
                return await Tools.RunAsync(Folder, "dotnet", ["run", "--no-build", .. program], variables);
            case var ending:
                return await Tools.RunAsync(Folder, Programs[ending], [file], variables);
        }
    }

    public void Dispose() => parent.Delete(recursive: true);
}
