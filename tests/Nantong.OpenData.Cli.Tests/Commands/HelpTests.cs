namespace Nantong.OpenData.Cli.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("up")]
    [InlineData("new")]
    [InlineData("check")]
    [InlineData("preview")]
    [InlineData("publish")]
    [InlineData("releases")]
    [InlineData("diff")]
    [InlineData("inbox")]
    [InlineData("deprecate")]
    [InlineData("withdraw")]
    [InlineData("verify")]
    [InlineData("completion")]
    public async Task Every_command_explains_itself_with_examples_and_exit_codes(string command)
    {
        var (exitCode, output, error) = await OpenData.RunAsync([command, "--help"]);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains($"Examples:\n  opendata {command}", output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:\n    0  done\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_lists_exactly_these_commands()
    {
        var (exitCode, output, _) = await OpenData.RunAsync(["--help"]);
        Assert.Equal(0, exitCode);
        var commands = output[(output.IndexOf("Commands:\n", StringComparison.Ordinal) + "Commands:\n".Length)..];
        Assert.Equal(
            [
                "up",
                "new",
                "check",
                "preview",
                "publish",
                "releases",
                "diff",
                "inbox",
                "deprecate",
                "withdraw",
                "verify",
                "repair",
                "backup",
                "restore",
                "completion",
            ],
            commands.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
        );
    }

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("'frob'", "frob")]
    [InlineData("--port", "up", "--prot", "0")]
    [InlineData("from 0 to 65535; found '99999'", "up", "--port", "99999")]
    [InlineData("from 0 to 65535; found 'abc'", "up", "--table-port", "abc")]
    [InlineData("such as 1.2.0; found '1.2'", "publish", "--version", "1.2")]
    [InlineData("--version needs --plan", "verify", "--version", "1.0.0")]
    [InlineData("such as 1.2.0; found 'x'", "verify", "--plan", "p", "--version", "x")]
    [InlineData("such as Wait:0; found 'Nowhere:1'", "publish", "--kill-at", "Nowhere:1")]
    [InlineData("such as 1.0.0..1.1.0; found '1.0.0'", "diff", "1.0.0")]
    [InlineData("'--reason' is required", "withdraw", "--plan", "p", "--version", "1.0.0")]
    [InlineData("such as 2027-01-31", "deprecate", "--plan", "p", "--version", "1.0.0", "--reason", "r", "--sunset", "soon")]
    [InlineData("such as 2027-01-31", "deprecate", "--plan", "p", "--version", "1.0.0", "--reason", "r", "--sunset", "02/03/2027")]
    [InlineData("found 'nowhere'", "releases", "--table-uri", "nowhere")]
    public async Task A_command_line_that_cannot_be_used_is_refused_by_name(string named, params string[] arguments)
    {
        var (exitCode, output, error) = await OpenData.RunAsync(arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Contains("--help'.", error, StringComparison.Ordinal);
    }
}
