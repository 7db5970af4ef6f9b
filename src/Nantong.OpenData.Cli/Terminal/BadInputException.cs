namespace Nantong.OpenData.Cli.Terminal;

/// <summary>The command line or a file that it names cannot be used. Caught at the edge.</summary>
/// <param name="problem">What is wrong, in one sentence.</param>
/// <param name="wayOut">What to do about it, in one sentence.</param>
internal sealed class BadInputException(string problem, string wayOut) : Exception($"{problem} {wayOut}")
{
    /// <summary>What is wrong.</summary>
    public string Problem => problem;

    /// <summary>What to do about it.</summary>
    public string WayOut => wayOut;
}
