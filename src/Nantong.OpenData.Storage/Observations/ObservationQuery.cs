using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Observations;

namespace Nantong.OpenData.Storage.Observations;

/// <summary>Which observations are wanted. What keys can tell narrows what is read; the rest is asked of every row that was read.</summary>
public sealed record ObservationQuery
{
    /// <summary>All of them.</summary>
    public static ObservationQuery All { get; } = new();

    /// <summary>Ids of the indicators, each a partition; null for all.</summary>
    public IReadOnlyCollection<string>? Indicators { get; init; }

    /// <summary>Ids of the areas, each a range of keys in every partition; null for all.</summary>
    public IReadOnlyCollection<string>? Areas { get; init; }

    /// <summary>The years; null for all. Where one year of all areas is wanted, no other is read of large parts, which list their rows by year,
    /// too.</summary>
    public IReadOnlyCollection<int>? Years { get; init; }

    /// <summary>What else must be true of a row, beyond what the keys tell; null for nothing.</summary>
    public Func<Observation, bool>? Where { get; init; }

    internal bool Takes(Observation row) =>
        Areas?.Contains(row.Area) is not false && Years?.Contains(row.Year) is not false && Where?.Invoke(row) is not false;

    /// <summary>True when the key of a row and the year of its block tell whether it is wanted.</summary>
    internal bool IsToldByKeys(BlockAt block) => Where is null && (Years is null || block.Year is not null);

    /// <summary>True when every row of a block is wanted, so that their number is known without reading.</summary>
    internal bool TakesAll(BlockAt block) => Areas is null && IsToldByKeys(block);

    /// <summary>The blocks that may hold what is wanted, in their order.</summary>
    internal List<BlockAt> BlocksIn(IReadOnlyList<ObservationPart> parts)
    {
        // Every request goes through all blocks of a release: thousands, where there are many observations.
        (string First, string Behind)[]? areas = Areas is null ? null : [.. Areas.Select(BlockAt.KeysOf)];
        List<BlockAt> blocks = [];
        if (Years is { Count: 0 })
            return blocks;
        foreach (var part in parts.Where(part => Indicators?.Contains(part.Indicator) is not false))
        {
            var year = OneYearOf(part);
            for (var number = 0; number < (year?.Blocks ?? part.Blocks).Count; number++)
            {
                var block = new BlockAt(part, number, year);
                if (areas is null || Array.Exists(areas, block.MayHold))
                    blocks.Add(block);
            }
        }

        return blocks;
    }

    /// <summary>The one year that is wanted of a part that lists its years; null otherwise, and where only some areas are: all years of an area stand
    /// together.</summary>
    private ObservationYear? OneYearOf(ObservationPart part) =>
        part.Years is { } listed && Areas is null && Years is { Count: 1 }
            ? listed.FirstOrDefault(year => Years.Contains(year.Year)) ?? new(Years.Single(), "", [])
            : null;
}

/// <summary>A block of a release's observations.</summary>
/// <param name="Part">The part that it is of.</param>
/// <param name="Number">Its place there, from 0.</param>
/// <param name="Year">The year that it is of; null for a block of all years.</param>
internal readonly record struct BlockAt(ObservationPart Part, int Number, ObservationYear? Year = null)
{
    public ObservationBlock Block => Blocks[Number];

    /// <summary>A key behind all of its rows, and not behind any of the next block; null in the last block of all years.</summary>
    public string? Before =>
        Number + 1 < Blocks.Count ? Blocks[Number + 1].From
        : Year is null ? null
        : $"{Year.To}!";

    private IReadOnlyList<ObservationBlock> Blocks => Year?.Blocks ?? Part.Blocks;

    /// <summary>The first key that an area may have, and one behind all that it may have.</summary>
    /// <remarks>A brace follows the line in the order of characters: the keys of an area lie between them.</remarks>
    public static (string First, string Behind) KeysOf(string area) => ($"{area}|", $"{area}}}");

    /// <summary>True when rows with such keys may lie in it.</summary>
    public bool MayHold((string First, string Behind) keys) => string.CompareOrdinal(keys.Behind, Block.From) > 0 && !EndsBefore(keys.First);

    /// <summary>Groups of blocks that each follow one another in their part, so that a range of keys holds them; none has more rows than are read at
    /// once, unless one block alone has.</summary>
    public static IReadOnlyList<IReadOnlyList<BlockAt>> RunsOf(IEnumerable<BlockAt> blocks)
    {
        List<List<BlockAt>> runs = [];
        foreach (var block in blocks)
        {
            if (
                runs is [.., var run]
                && (run[^1].Part, run[^1].Year) == (block.Part, block.Year)
                && run[^1].Number + 1 == block.Number
                && run.Sum(one => one.Block.Rows) + block.Block.Rows <= ObservationTable.MostAtOnce
            )
                run.Add(block);
            else
                runs.Add([block]);
        }

        return runs;
    }

    /// <summary>True when no row with this key or a later one lies in it.</summary>
    public bool EndsBefore(string key) => Before is { } before && string.CompareOrdinal(before, key) <= 0;
}
