using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Cli.Tests.Local;

/// <summary>The installation's rules, with a small script in the place of npm: the real one is run by every test that starts a store.</summary>
public sealed class AzuriteInstallTests : IDisposable
{
    private const string WorkingNpm = """
        #!/bin/sh
        echo run >> npm-runs
        sleep 0.2
        mkdir -p node_modules/azurite/dist/src
        touch node_modules/azurite/dist/src/azurite.js
        """;

    private readonly TemporaryFolder folder = new();

    public AzuriteInstallTests()
    {
        var pinned = Path.Combine(RepositoryRoot.Get(), "infra", "local");
        foreach (var file in new[] { "package.json", "package-lock.json", "tether.cjs" })
            File.Copy(Path.Combine(pinned, file), Path.Combine(folder.Path, file));
    }

    [Fact]
    public async Task Processes_that_start_at_once_install_once()
    {
        var install = With(npm: WorkingNpm);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => install.EnsureAsync(_ => { }, default)));
        Assert.Equal(1, NpmRuns);
    }

    [Fact]
    public async Task An_installation_that_was_cut_short_is_repeated()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "node_modules", "azurite", "dist", "src"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "node_modules", "azurite", "dist", "src", "azurite.js"), "");
        await With(npm: WorkingNpm).EnsureAsync(_ => { }, default);
        Assert.Equal(1, NpmRuns);
    }

    [Fact]
    public async Task Another_lock_file_means_another_installation()
    {
        var install = With(npm: WorkingNpm);
        await install.EnsureAsync(_ => { }, default);
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "package-lock.json"), "\n");
        await install.EnsureAsync(_ => { }, default);
        await install.EnsureAsync(_ => { }, default);
        Assert.Equal(2, NpmRuns);
    }

    [Fact]
    public async Task A_failing_npm_is_quoted_with_the_way_out()
    {
        var error = await Assert.ThrowsAsync<CannotStartException>(() =>
            With(npm: "#!/bin/sh\necho registry is away >&2\nexit 7\n").EnsureAsync(_ => { }, default)
        );
        Assert.Contains("ended with 7", error.Problem, StringComparison.Ordinal);
        Assert.EndsWith($"{Environment.NewLine}registry is away", error.Problem, StringComparison.Ordinal);
        Assert.Contains("run the same command again", error.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_npm_is_named()
    {
        var install = new AzuriteInstall(folder.Path, "node", Path.Combine(folder.Path, "no-npm"));
        var error = await Assert.ThrowsAsync<CannotStartException>(() => install.EnsureAsync(_ => { }, default));
        Assert.Contains("no-npm", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_node_is_named_with_the_version_to_install()
    {
        var install = new AzuriteInstall(folder.Path, Path.Combine(folder.Path, "no-node"), "npm");
        var error = await Assert.ThrowsAsync<CannotStartException>(() => install.EnsureAsync(_ => { }, default));
        Assert.Contains("no-node", error.Problem, StringComparison.Ordinal);
        Assert.Contains("Node.js 20.6 or newer", error.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_too_old_is_named_with_its_version()
    {
        var install = new AzuriteInstall(folder.Path, folder.Script("old-node", "#!/bin/sh\necho v18.19.0\n"), "npm");
        var error = await Assert.ThrowsAsync<CannotStartException>(() => install.EnsureAsync(_ => { }, default));
        Assert.Contains("v18.19.0", error.Problem, StringComparison.Ordinal);
        Assert.Contains("Node.js 20.6 or newer", error.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_file_names_no_download_addresses_and_exactly_one_azurite()
    {
        var pinned = Path.Combine(RepositoryRoot.Get(), "infra", "local");
        Assert.DoesNotContain("\"resolved\"", await File.ReadAllTextAsync(Path.Combine(pinned, "package-lock.json")), StringComparison.Ordinal);
        Assert.Contains("\"azurite\": \"3.35.0\"", await File.ReadAllTextAsync(Path.Combine(pinned, "package.json")), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private int NpmRuns => File.ReadAllLines(Path.Combine(folder.Path, "npm-runs")).Length;

    private AzuriteInstall With(string npm) => new(folder.Path, "node", folder.Script("npm", npm));
}
