using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Cli.Tests.Crashes;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Cli.Tests.Inputs;

/// <summary>What the first run puts into a store, and what it leaves as it is.</summary>
public sealed class FirstReleaseTests : IAsyncLifetime
{
    private const string Plan = "urbanization-14fyp";
    private static readonly string Folder = Path.Combine(RepositoryRoot.Get(), "src", "plans", Plan);
    private Azurite azurite = null!;

    public async Task InitializeAsync() => azurite = await Azurite.StartAsync();

    public async Task DisposeAsync() => await azurite.DisposeAsync();

    [Fact]
    public async Task An_empty_store_gets_the_earlier_release_and_the_plan_as_it_is_and_a_second_run_changes_nothing()
    {
        var first = await RunAsync();
        Assert.Equal(["1.1.0", "1.0.0"], await VersionsAsync());
        Assert.Contains("minor after 1.0.0: ", first, StringComparison.Ordinal);
        Assert.Contains("0 breaking", first, StringComparison.Ordinal);
        var told = (await ReleaseListing.ReadAsync(Store, Plan)).Releases.Select(listed => listed.Release.Message).ToList();
        Assert.Contains("Four values that others have reported", told[0], StringComparison.Ordinal);
        Assert.Contains("First release", told[1], StringComparison.Ordinal);

        Assert.Equal("", await RunAsync());
        Assert.Equal(["1.1.0", "1.0.0"], await VersionsAsync());
    }

    [Fact]
    public async Task A_run_that_was_cut_off_between_two_releases_is_gone_on_with()
    {
        Assert.Equal(
            0,
            (
                await OpenData.RunAsync(
                    ["publish", "--plan", Path.Combine(Folder, "releases", "1.0.0")],
                    ("OpenDataStorage", azurite.ConnectionString)
                )
            ).ExitCode
        );
        Assert.Contains($"Published {Plan}@1.1.0", await RunAsync(), StringComparison.Ordinal);
        Assert.Equal(["1.1.0", "1.0.0"], await VersionsAsync());
    }

    [Fact]
    public async Task What_an_editor_published_under_the_same_number_is_left_as_it_is()
    {
        using var folders = PlanFolders.OfRealPlan();
        Assert.Equal(
            0,
            (await OpenData.RunAsync(["publish", "--plan", folders.WriteCorrected(Plan)], ("OpenDataStorage", azurite.ConnectionString))).ExitCode
        );
        Assert.Equal("", await RunAsync());
        Assert.Equal(["1.0.0"], await VersionsAsync());
    }

    [Fact]
    public void A_folder_of_an_earlier_release_that_is_named_by_no_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "releases", "first"));
        Assert.Contains(
            "is not named by a version",
            Assert.Throws<BadInputException>(() => KeptReleases.In(folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    private Store Store => Store.Connect(azurite.ConnectionString);

    private async Task<string> RunAsync()
    {
        await using var output = new StringWriter();
        await using var progress = new StringWriter();
        await FirstRelease.PublishAsync(Store, new Screen(output, progress), default);
        return output.ToString();
    }

    private async Task<string[]> VersionsAsync() =>
        [.. (await ReleaseListing.ReadAsync(Store, Plan)).Releases.Select(listed => listed.Release.Version.ToString())];
}
