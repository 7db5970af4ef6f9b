using System.Globalization;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Measuring;

/// <summary>How long and how often is measured.</summary>
internal sealed record Settings
{
    /// <summary>Rounds, of which the median is taken.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Seconds of load in each round.</summary>
    public int Seconds { get; init; } = 3;

    /// <summary>Minutes of the soak.</summary>
    public int Minutes { get; init; } = 5;

    /// <summary>Observations of the largest sample; others have a part of them.</summary>
    public int Observations { get; init; } = 200_000;

    /// <summary>Most releases of one plan.</summary>
    public int Releases { get; init; } = 200;

    /// <summary>Reads <c>--rounds 5 --seconds 3 --minutes 5 --observations 200000 --releases 200</c>, in any order.</summary>
    /// <exception cref="CannotStartException">An argument is none of these.</exception>
    public static Settings Parse(string[] arguments)
    {
        var settings = new Settings();
        foreach (var pair in arguments.Chunk(2))
        {
            settings = (pair[0], Number(pair)) switch
            {
                ("--rounds", var number) => settings with { Rounds = number },
                ("--seconds", var number) => settings with { Seconds = number },
                ("--minutes", var number) => settings with { Minutes = number },
                ("--observations", var number) => settings with { Observations = number },
                ("--releases", var number) => settings with { Releases = number },
                _ => throw Unknown(pair),
            };
        }

        return settings;
    }

    private static int Number(string[] pair) =>
        pair is [_, var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Unknown(pair);

    private static CannotStartException Unknown(string[] pair) =>
        new(
            $"'{string.Join(' ', pair)}' is no option of a benchmark.",
            "Options are --rounds, --seconds, --minutes, --observations and --releases, each with a whole number of at least 1."
        );
}
