namespace Nantong.OpenData.Cli.Terminal;

/// <summary>The command line or a file that it names cannot be used. Caught at the edge.</summary>
/// <param name="problem">What is wrong, in one sentence.</param>
/// <param name="wayOut">What to do about it, in one sentence.</param>
internal sealed class BadInputException(string problem, string wayOut) : Exception($"{problem} {wayOut}")
{
    /// <summary>What is wrong.</summary>
    public string Problem => problem;

    /// <summary>The faults of files one by one, to be shown behind the problem; empty where the problem says all.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What to do about it.</summary>
    public string WayOut => wayOut;
}
