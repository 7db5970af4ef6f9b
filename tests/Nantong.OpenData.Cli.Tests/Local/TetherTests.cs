using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Cli.Tests.Local;

public sealed class TetherTests : IDisposable
{
    private static readonly Dictionary<string, string?> NoVariables = [];
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_program_runs_with_its_arguments_untouched_and_gives_its_exit_code()
    {
        List<string> lines = [];
        var (exitCode, lastLines) = await Tether
            .OfRepository.Start(
                "sh",
                ["-c", "printf '%s\\n' \"$@\"; exit 3", "sh", "two words", "$HOME", "南通"],
                folder.Path,
                NoVariables,
                lines.Add
            )
            .ToEndAsync(default);
        Assert.Equal(3, exitCode);
        Assert.Equal(["two words", "$HOME", "南通"], lines);
        Assert.Equal(lines, lastLines);
    }

    [Fact]
    public async Task Stopping_ends_the_program_and_what_it_started()
    {
        await using var child = Tether.OfRepository.Start("sh", ["-c", "sleep 100 & sleep 100"], folder.Path, NoVariables, _ => { });
        var ids = await TreeAsync(child, size: 3);
        await child.StopAsync(TimeSpan.FromSeconds(10));
        await Processes.AllEndedAsync(ids);
    }

    [Fact]
    public async Task A_program_that_does_not_listen_is_killed_after_its_grace()
    {
        await using var child = Tether.OfRepository.Start(
            "sh",
            ["-c", "trap '' TERM; while true; do sleep 0.1; done"],
            folder.Path,
            NoVariables,
            _ => { }
        );
        var ids = await TreeAsync(child, size: 2);
        await child.StopAsync(TimeSpan.FromSeconds(20));
        await Processes.AllEndedAsync(ids);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_named()
    {
        var (exitCode, lastLines) = await Tether.OfRepository.Start("no-such-program", [], folder.Path, NoVariables, _ => { }).ToEndAsync(default);
        Assert.Equal(127, exitCode);
        Assert.Contains("no-such-program", Assert.Single(lastLines), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The child with its descendants, once there are as many as expected.</summary>
    private static async Task<int[]> TreeAsync(ChildProcess child, int size)
    {
        while (child.TiedId is null || Processes.StartedBy(child.Id).Count < size)
            await Task.Delay(20);
        return [child.Id, .. Processes.StartedBy(child.Id).Select(process => process.Id)];
    }
}
