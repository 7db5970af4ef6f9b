using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Programs;

/// <summary>What wrk measured.</summary>
/// <param name="Rate">Answers per second.</param>
/// <param name="P50">Half of them took no longer than this, in milliseconds.</param>
/// <param name="P99">And 99 of 100: at saturation, for wrk asks again as soon as it is answered.</param>
/// <param name="Megabytes">MB per second.</param>
/// <param name="Wrong">Answers that were no success, and connections that failed.</param>
internal sealed record WrkResult(double Rate, double P50, double P99, double Megabytes, long Wrong);

/// <summary>The load generator wrk, with one thread on a core of its own.</summary>
internal static partial class Wrk
{
    /// <summary>Asks for an address as fast as it is answered.</summary>
    /// <param name="address">The address.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="connections">Over how many connections.</param>
    /// <param name="more">Further arguments: headers, a script.</param>
    public static async Task<WrkResult> RunAsync(Uri address, int seconds, int connections, params string[] more)
    {
        string[] arguments = ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", "--latency", .. more, address.AbsoluteUri];
        var (exitCode, lines) = await Pinned
            .Start(Pinned.Load, Tool.Get("wrk", "wrk"), arguments, Path.GetTempPath())
            .ToEndAsync(CancellationToken.None);
        return exitCode == 0
            ? Read(string.Join('\n', lines))
            : throw new CannotStartException($"wrk ended with {exitCode}: {string.Join('\n', lines)}", "See what it says.");
    }

    private static WrkResult Read(string text)
    {
        var errors = Errors().Match(text);
        return new(
            Number(Rate().Match(text)),
            Milliseconds(P50().Match(text)),
            Milliseconds(P99().Match(text)),
            Megabytes(Transfer().Match(text)),
            (long)Number(NoSuccess().Match(text))
                + errors.Groups.Values.Skip(1).Sum(group => long.TryParse(group.Value, CultureInfo.InvariantCulture, out var count) ? count : 0)
        );
    }

    private static double Number(Match match) => match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    private static double Milliseconds(Match match) =>
        Number(match)
        * match.Groups[2].Value switch
        {
            "us" => 0.001,
            "ms" => 1,
            "s" => 1000,
            _ => 60_000,
        };

    private static double Megabytes(Match match) =>
        Number(match)
        * match.Groups[2].Value switch
        {
            "KB" => 1024,
            "MB" => 1024 * 1024,
            "GB" => 1024 * 1024 * 1024,
            _ => 1,
        }
        / 1_000_000;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"50%\s+([\d.]+)(us|ms|s|m)")]
    private static partial Regex P50();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s|m)")]
    private static partial Regex P99();

    [GeneratedRegex(@"Transfer/sec:\s+([\d.]+)(B|KB|MB|GB)")]
    private static partial Regex Transfer();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex NoSuccess();

    [GeneratedRegex(@"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")]
    private static partial Regex Errors();
}
