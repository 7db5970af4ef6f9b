using Nantong.OpenData.Cli.Terminal;

namespace Nantong.OpenData.Cli.Tests.Terminal;

public sealed class ScreenTests
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    [Fact]
    public async Task On_a_terminal_progress_is_one_line_that_makes_way_for_others()
    {
        var screen = new Screen(output, error, live: true, outputColor: false, errorColor: false);
        await screen.StepAsync(
            "Working",
            () =>
            {
                screen.Line("a result");
                return Task.CompletedTask;
            }
        );
        Assert.Equal("a result\n", output.ToString());
        Assert.Matches("^\r\e\\[2K… Working\r\e\\[2K… Working\r\e\\[2KWorking \\(\\d+\\.\\d s\\)\n$", error.ToString());
    }

    [Fact]
    public async Task Elsewhere_each_step_is_two_plain_lines()
    {
        var screen = new Screen(output, error, live: false, outputColor: false, errorColor: false);
        await screen.StepAsync(
            "Working",
            () =>
            {
                screen.Status("half done");
                return Task.CompletedTask;
            }
        );
        Assert.Matches("^Working …\nWorking \\(\\d+\\.\\d s\\)\n$", error.ToString());
    }

    [Fact]
    public async Task A_step_that_fails_leaves_no_unfinished_line_behind()
    {
        var screen = new Screen(output, error, live: true, outputColor: false, errorColor: false);
        await Assert.ThrowsAsync<TimeoutException>(() => screen.StepAsync("Working", () => Task.FromException(new TimeoutException())));
        Assert.EndsWith("… Working\r\e[2K", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_is_for_those_who_asked_for_it()
    {
        new Screen(output, error, live: false, outputColor: true, errorColor: false).Log("api", "line");
        new Screen(output, error, live: false, outputColor: false, errorColor: true).Log("api", "line");
        Assert.Equal("\e[2mapi   |\e[0m line\napi   | line\n", output.ToString());
    }

    [Fact]
    public void Json_shows_chinese_as_such()
    {
        new Screen(output, error, live: false, outputColor: false, errorColor: false).Json(new { Title = "南通" });
        Assert.Equal("{\n  \"title\": \"南通\"\n}\n", output.ToString());
    }
}
