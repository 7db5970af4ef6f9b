using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>The programs of others in <c>Readers</c>: they are installed on first use.</summary>
internal static class ReaderPrograms
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Get(), "tests", "Nantong.OpenData.Api.Tests", "Readers");
    private static readonly Lazy<Task> Installed = new(() => Tools.InstallAsync(Folder));

    /// <summary>Runs one of them with Node.js; fails with what it wrote when it fails.</summary>
    public static async Task<string> RunAsync(IReadOnlyList<string> arguments, params (string Name, string Value)[] variables)
    {
        await Installed.Value;
        return await Tools.RunAsync(Folder, "node", arguments, variables);
    }
}
