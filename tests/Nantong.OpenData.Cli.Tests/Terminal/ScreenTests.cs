using System.Text.RegularExpressions;
using Nantong.OpenData.Cli.Terminal;

namespace Nantong.OpenData.Cli.Tests.Terminal;

public sealed class ScreenTests : IDisposable
{
    private static readonly Column[] Columns = [new("PLAN"), new("ROWS") { Right = true }, new("STATUS") { Least = 10 }, new("MESSAGE")];

    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly VirtualTerminal terminal = new();
    private readonly Screen piped;
    private readonly Screen shown;

    public ScreenTests() => (piped, shown) = (new(output, error), new(terminal, terminal, terminal.Console, terminal.Console));

    public void Dispose()
    {
        piped.Dispose();
        shown.Dispose();
    }

    [Fact]
    public async Task On_a_terminal_progress_makes_way_for_other_lines()
    {
        await shown.StepAsync(
            "Working",
            () =>
            {
                shown.Line("a result");
                shown.Note("a remark");
                return Task.CompletedTask;
            }
        );
        shown.Line("the end");
        Assert.Collection(
            terminal.Lines,
            line => Assert.Equal("a result", line),
            line => Assert.Equal("a remark", line),
            line => Assert.Matches("^Working \\(\\d+\\.\\d s\\)$", line),
            line => Assert.Equal("the end", line)
        );
        Assert.Contains(terminal.Seen, line => line.EndsWith(" Working", StringComparison.Ordinal));
        Assert.True(terminal.HasCursor);
    }

    [Fact]
    public async Task Results_that_go_elsewhere_are_plain_beside_progress_on_a_terminal()
    {
        using var screen = new Screen(output, terminal, errorTerminal: terminal.Console);
        await screen.StepAsync(
            "Working",
            () =>
            {
                screen.Line("a [result]");
                screen.Table(
                    Columns,
                    [
                        ["a", "7", "old", "m"],
                    ]
                );
                return Task.CompletedTask;
            }
        );
        Assert.Equal("a [result]\nPLAN  ROWS  STATUS      MESSAGE\na        7  old         m\n", output.ToString());
        Assert.Single(terminal.Lines);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_behind_and_its_exception_as_it_is()
    {
        var fault = new TimeoutException();
        Assert.Same(fault, await Assert.ThrowsAsync<TimeoutException>(() => shown.StepAsync("Working", () => Task.FromException(fault))));
        Assert.Same(fault, await Assert.ThrowsAsync<TimeoutException>(() => shown.StepAsync("Working", () => throw fault)));
        Assert.Empty(terminal.Lines);
        Assert.True(terminal.HasCursor);
    }

    [Fact]
    public async Task Steps_nest_and_tell_how_far_they_have_come()
    {
        await shown.StepAsync(
            "Outer [1]",
            async () =>
            {
                shown.Status("before");
                await shown.StepAsync("Inner [2]", () => UntilSeenAsync(() => shown.Status("parts [3]", 3, 8), "parts \\[3\\] +━+ 3/8$"));
                await UntilSeenAsync(() => shown.Status("after [/]", 1, 1), "after \\[/\\]$");
            }
        );
        Assert.Collection(
            terminal.Lines,
            line => Assert.StartsWith("Inner [2] (", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Outer [1] (", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Progress_outside_of_a_step_stands_until_the_screen_is_left()
    {
        shown.Status("");
        await UntilSeenAsync(() => shown.Status("on the way", 0, 0), "on the way$");
        shown.Line("a result");
        shown.Dispose();
        shown.Dispose();
        Assert.Equal(["a result"], terminal.Lines);
        Assert.True(terminal.HasCursor);
        await shown.StepAsync("Again", () => Task.CompletedTask);
        Assert.Equal(2, terminal.Lines.Count);
    }

    [Fact]
    public async Task Lines_of_many_threads_stay_whole()
    {
        await shown.StepAsync(
            "Working",
            () =>
                Parallel.ForAsync(
                    0,
                    200,
                    async (number, stop) =>
                    {
                        shown.Status($"part {number}", number, 200);
                        shown.Log("api", $"line {number}");
                        await shown.StepAsync($"step {number}", () => Task.Delay(1, stop));
                    }
                )
        );
        Assert.Equal(
            Enumerable.Range(0, 200).Select(number => $"api   | line {number}").Order(),
            terminal.Lines.Where(line => line.StartsWith("api", StringComparison.Ordinal)).Order()
        );
        Assert.Equal(401, terminal.Lines.Count);
    }

    [Fact]
    public async Task A_line_is_as_long_as_it_is_also_on_a_terminal()
    {
        var text = $"[red]{new string('x', 300)}[/] ]] [";
        shown.Line(text);
        await shown.StepAsync("Working", () => Task.Run(() => shown.Problem(text, "[out]")));
        Assert.Equal([text, $"error: {text}", "[out]"], terminal.Lines.SkipLast(1));
    }

    [Fact]
    public async Task Elsewhere_each_step_is_two_plain_lines()
    {
        await piped.StepAsync(
            "Working [hard]",
            () =>
            {
                piped.Status("half done", 1, 2);
                return Task.CompletedTask;
            }
        );
        Assert.Matches("^Working \\[hard\\] …\nWorking \\[hard\\] \\(\\d+\\.\\d s\\)\n$", error.ToString());
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void Elsewhere_lines_are_as_they_are()
    {
        var text = $"[red]{new string('字', 300)}[/] ]] [";
        piped.Line(text);
        piped.Log("api", text);
        piped.Note(text);
        piped.Problem(text, "[out]");
        Assert.Equal($"{text}\napi   | {text}\n", output.ToString());
        Assert.Equal($"{text}\nerror: {text}\n[out]\n", error.ToString());
    }

    [Fact]
    public void Colour_is_for_terminals()
    {
        using var screen = new Screen(output, error, Screen.TerminalOf(output), Screen.TerminalOf(error));
        screen.Log("api", "[line]");
        screen.Problem("[problem]");
        Assert.Equal("\e[2mapi   |\e[0m [line]\n", output.ToString());
        Assert.Equal("\e[31merror:\e[0m [problem]\n", error.ToString());
    }

    [Fact]
    public void Json_shows_chinese_as_such_and_brackets_as_brackets()
    {
        foreach (var screen in new[] { piped, shown })
            screen.Json(new { Title = "南通", Rows = (int[])[1] });
        const string Json = "{\n  \"title\": \"南通\",\n  \"rows\": [\n    1\n  ]\n}\n";
        Assert.Equal(Json, output.ToString());
        Assert.Equal(Json.Trim().Split('\n'), terminal.Lines);
    }

    [Fact]
    public void Elsewhere_a_table_is_columns_of_plain_text()
    {
        piped.Table(
            Columns,
            [
                ["a-plan", "7", "old", "南通 [bold]first[/]"],
                ["b", "12000", "new", new string('x', 200)],
            ]
        );
        Assert.Equal(
            "PLAN     ROWS  STATUS      MESSAGE\n"
                + "a-plan      7  old         南通 [bold]first[/]\n"
                + $"b       12000  new         {new string('x', 200)}\n",
            output.ToString()
        );
    }

    [Fact]
    public void Elsewhere_a_table_may_be_sentences()
    {
        piped.Table(
            Columns,
            [
                ["a", "7", "old", ""],
            ],
            cells => $"{cells[0]} has {cells[1]} rows"
        );
        Assert.Equal("a has 7 rows\n", output.ToString());
    }

    [Fact]
    public void On_a_terminal_a_table_keeps_its_columns_and_wraps_what_is_long()
    {
        using var narrow = new VirtualTerminal(width: 40);
        using var screen = new Screen(narrow, narrow, narrow.Console, narrow.Console);
        screen.Table(
            Columns,
            [
                ["南通", "7", "old", "[bold]发布[/] 指标、承诺和地名，英文名称改用通行术语。"],
                ["plan", "12000", "new", "short"],
            ]
        );
        Assert.All(narrow.Lines, line => Assert.InRange(VirtualTerminal.Place($"{line}|", "|"), 0, 40));

        string Line(string text) => narrow.Lines.Single(line => line.Contains(text, StringComparison.Ordinal));
        var (head, first, second) = (Line("PLAN"), Line("南通"), Line("plan"));
        Assert.Equal(VirtualTerminal.Place(head, "PLAN"), VirtualTerminal.Place(first, "南通"));
        Assert.Equal(VirtualTerminal.Place(head, "STATUS"), VirtualTerminal.Place(first, "old"));
        Assert.Equal(VirtualTerminal.Place(head, "MESSAGE"), VirtualTerminal.Place(first, "[bold]发布[/]"));
        Assert.Equal(VirtualTerminal.Place(head, "MESSAGE"), VirtualTerminal.Place(second, "short"));
        Assert.Equal(VirtualTerminal.Place(second, "12000") + 4, VirtualTerminal.Place(first, "7"));

        var start = first.IndexOf("[bold]", StringComparison.Ordinal);
        var wrapped = narrow.Lines.SkipWhile(line => line != first).Skip(1).TakeWhile(line => line != second).Select(line => line.Trim());
        Assert.Equal("[bold]发布[/]指标、承诺和地名，英文名称改用通行术语。", string.Concat([first[start..], .. wrapped]));
    }

    /// <summary>Shows progress until the terminal has drawn it, which it does ten times a second.</summary>
    private async Task UntilSeenAsync(Action show, string pattern)
    {
        for (var look = 0; look < 300 && !terminal.Seen.Any(line => IsMatch(line, pattern)); look++)
        {
            show();
            await Task.Delay(20);
        }

        Assert.True(terminal.Seen.Any(line => IsMatch(line, pattern)), string.Join('\n', terminal.Seen));
    }

    private static bool IsMatch(string line, string pattern) => Regex.IsMatch(line, pattern);
}
