using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Tests.Crashes;

/// <summary>A real inbox run is killed. Its drop is neither lost nor applied twice. (Every other place is tried in the tests of the store, without a process.)</summary>
public sealed class InboxKillTests
{
    private const int KilledExitCode = 128 + 9;
    private const string Plan = "dropped";

    [Theory]
    [InlineData("WriteRows:2", false)]
    [InlineData("Publish:1", true)]
    [InlineData("Remove:1", true)]
    public async Task A_drop_survives_the_killing_of_its_run_and_is_applied_once(string place, bool applied)
    {
        await using var azurite = await Azurite.StartAsync();
        using var folders = new PlanFolders();
        var store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(store);
        var publisher = new Publisher(store, TimeProvider.System);
        var original = PlanFolders.Read(folders.Write(Plan));
        await publisher.PublishAsync(original, null, "first");
        var inbox = store.Blobs.GetBlobContainerClient("inbox");
        await inbox.GetBlobClient($"{Plan}/names/plan.json").UploadAsync(Path.Combine(folders.WriteCorrected(Plan), "plan.json"));
        await inbox.GetBlobClient($"{Plan}/names/publish.json").UploadAsync(BinaryData.FromString("""{"message":"a name corrected"}"""));

        var killed = await OpenData.RunAsync(["inbox", "--kill-at", place, "--store", azurite.ConnectionString]);
        Assert.True(killed.ExitCode == KilledExitCode, killed.Error);
        if (applied) Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(original, null, "taken back"));
        var (exitCode, output, error) = await OpenData.RunAsync(["inbox", "--store", azurite.ConnectionString]);

        Assert.True(exitCode == 0, error);
        Assert.StartsWith($"{Plan}/names: published: {Plan}@1.0.1", output, StringComparison.Ordinal);
        var releases = await ReleaseListing.ReadAsync(store, Plan);
        Assert.Equal(applied ? ["1.0.2", "1.0.1", "1.0.0"] : ["1.0.1", "1.0.0"], releases.Select(release => release.Release.Version.ToString()));
        Assert.Empty(inbox.GetBlobs());
        Assert.True((await new Verifier(store).VerifyAsync()).Whole);
    }
}
