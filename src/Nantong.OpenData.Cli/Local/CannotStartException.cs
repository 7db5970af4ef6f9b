namespace Nantong.OpenData.Cli.Local;

/// <summary>This machine cannot run a part as asked. Caught at the edge, where both sentences are shown.</summary>
/// <param name="problem">What is wrong, in one sentence.</param>
/// <param name="wayOut">What to do about it, in one sentence.</param>
public sealed class CannotStartException(string problem, string wayOut) : Exception($"{problem}{Environment.NewLine}{wayOut}")
{
    /// <summary>What is wrong.</summary>
    public string Problem => problem;

    /// <summary>What to do about it.</summary>
    public string WayOut => wayOut;
}
