namespace Nantong.OpenData.Cli.Terminal;

/// <summary>A column of a table.</summary>
/// <param name="Head">What stands above it.</param>
internal sealed record Column(string Head)
{
    /// <summary>How wide it is at least where it is plain text.</summary>
    public int Least { get; init; }

    /// <summary>True when its cells end at the same place: numbers.</summary>
    public bool Right { get; init; }
}
