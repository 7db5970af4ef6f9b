using Nantong.OpenData.Benchmarks.Samples;

namespace Nantong.OpenData.Benchmarks.Hot;

/// <summary>A request that popular data gets over and over.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="Path">Its address.</param>
/// <param name="Conditional">True when the client has the answer and asks whether it is still that.</param>
internal sealed record HotRequest(string Name, string Path, bool Conditional = false)
{
    /// <summary>The requests that are measured.</summary>
    public static IReadOnlyList<HotRequest> All { get; } =
    [
        new("list of 17 indicators", $"{SampleStore.Plan}/indicators"),
        new("one indicator", $"{SampleStore.Plan}/indicators/built-up-green-coverage"),
        new("one paragraph of the text", $"{SampleStore.Plan}/text/ch5/s5/p2"),
        new("search", $"{SampleStore.Plan}/search?q=%E7%BB%BF%E5%8C%96"),
        new("304 of the list", $"{SampleStore.Plan}/indicators", Conditional: true),
    ];

    /// <summary>Name of the file by which nginx serves the same bytes.</summary>
    public string File => $"{Name.Replace(' ', '-')}.json";
}
