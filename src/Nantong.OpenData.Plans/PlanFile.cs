using System.Globalization;

namespace Nantong.OpenData.Plans;

/// <summary>A file that a plan was read from, as its editors handed it in. A release keeps these, so that the next one can be made from them and one
/// new file.</summary>
/// <param name="Name">Its name: <c>plan.json</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PlanFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Name of the source text.</summary>
    public const string Source = "source.txt";

    /// <summary>Name of what the editors say about the plan.</summary>
    public const string Description = "plan.json";

    /// <summary>Name of the known defects of the source.</summary>
    public const string Errata = "errata.json";

    /// <summary>Name of the gazetteer; a plan may be without it.</summary>
    public const string Places = "places.json";

    /// <summary>Name of the editors' corrections of the commitments; a plan may be without them.</summary>
    public const string Commitments = "commitments.json";

    /// <summary>Name of the values that somebody published beside the plan; a plan may be without them.</summary>
    public const string Observations = "observations.csv";

    private const int Mebi = 1024 * 1024;

    /// <summary>Every name, the source first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Source, Description, Errata, Places, Commitments, Observations];

    /// <summary>The names of the files without which there is no plan.</summary>
    public static IReadOnlyList<string> Required { get; } = [Source, Description, Errata];

    /// <summary>Tells before a file is read whether it is too large: 64 MiB is the limit for <c>observations.csv</c>, 4 MiB for any other.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="length">Its bytes.</param>
    /// <returns>The rule that it breaks; null when it may be read.</returns>
    public static Unreadable? TooLarge(string name, long length)
    {
        var limit = name is Observations ? 64 : 4;
        return length <= limit * Mebi
            ? null
            : new Unreadable(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{length} bytes"),
                string.Create(CultureInfo.InvariantCulture, $"a file of at most {limit} MiB")
            );
    }
}
