using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>Which entries of two lists of texts are the same one, by what they say.</summary>
/// <remarks>
/// In this order: equal texts in the same order, equal texts anywhere, texts that differ in typography alone, texts that share enough, and at last
/// the same id.
/// The answer for (a, b) is the mirror of the answer for (b, a): the two are brought into one order first.
/// </remarks>
internal sealed class Alignment
{
    /// <summary>Work that comparing every text with every other may cost; beyond it, texts that only resemble each other are not matched.</summary>
    private const long MostWork = 50_000_000;

    private readonly IReadOnlyList<Entry> from;
    private readonly IReadOnlyList<Entry> to;
    private readonly int?[] toOf;
    private readonly bool[] taken;

    private Alignment(IReadOnlyList<Entry> from, IReadOnlyList<Entry> to)
    {
        (this.from, this.to) = (from, to);
        toOf = new int?[from.Count];
        taken = new bool[to.Count];
    }

    /// <summary>One entry: only entries of one kind can be the same.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="Id">What it is called; null where entries have no name.</param>
    internal readonly record struct Entry(string Kind, string Text, string? Id);

    /// <summary>Two positions that hold the same entry.</summary>
    /// <param name="From">Position in the first list.</param>
    /// <param name="To">Position in the second list.</param>
    /// <param name="Moved">True when it does not keep its order among the others.</param>
    internal readonly record struct Pair(int From, int To, bool Moved);

    /// <summary>The positions that hold the same entry, in the order of the second list.</summary>
    /// <param name="from">The entries before.</param>
    /// <param name="to">The entries after.</param>
    /// <param name="enough">Share of character pairs, from 0 to 1, from which two texts are versions of each other.</param>
    public static IReadOnlyList<Pair> Of(IReadOnlyList<Entry> from, IReadOnlyList<Entry> to, double enough)
    {
        var turned = Compare(from, to) > 0;
        var alignment = turned ? new Alignment(to, from) : new Alignment(from, to);
        alignment.Run(enough);
        return [.. alignment.Pairs().Select(pair => turned ? new Pair(pair.To, pair.From, pair.Moved) : pair).OrderBy(pair => pair.To)];
    }

    private void Run(double enough)
    {
        Dictionary<(string, string), int> symbols = [];
        foreach (var (i, j) in CommonSubsequence.Of(Symbols(from, symbols), Symbols(to, symbols)))
            Take(i, j);
        TakeEqual(entry => (entry.Kind, entry.Text));
        TakeEqual(entry => (entry.Kind, Folding.Typographic(entry.Text)));
        TakeSimilar(enough);
        TakeEqual(entry => entry.Id is null ? null : ("", entry.Id));
    }

    private IEnumerable<Pair> Pairs()
    {
        int[] places = [.. toOf.OfType<int>()];
        var steady = CommonSubsequence.Of([.. places.Order()], places).Select(pair => places[pair.To]).ToHashSet(); // the longest run that rises
        for (var i = 0; i < toOf.Length; i++)
        {
            if (toOf[i] is { } j)
                yield return new Pair(i, j, !steady.Contains(j));
        }
    }

    /// <summary>Pairs what has the same key, first with first; entries without a key are passed over.</summary>
    private void TakeEqual(Func<Entry, (string, string)?> key)
    {
        var waiting = to.Index()
            .Where(entry => !taken[entry.Index])
            .Select(entry => (entry.Index, Key: key(entry.Item)))
            .Where(entry => entry.Key is not null)
            .GroupBy(entry => entry.Key!.Value, entry => entry.Index)
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        foreach (var i in Left())
        {
            if (key(from[i]) is { } wanted && waiting.TryGetValue(wanted, out var places) && places.TryDequeue(out var j))
                Take(i, j);
        }
    }

    /// <summary>Pairs the most similar first; of equals the ones that stand closest.</summary>
    private void TakeSimilar(double enough)
    {
        var before = Left().Select(i => (At: i, from[i].Kind, Text: Of(from[i]))).ToList();
        var after = to.Index().Where(entry => !taken[entry.Index]).Select(entry => (At: entry.Index, entry.Item.Kind, Text: Of(entry.Item))).ToList();
        if (before.Sum(entry => (long)entry.Text.Cost) * after.Count + after.Sum(entry => (long)entry.Text.Cost) * before.Count > MostWork)
            return;

        var pairs =
            from one in before
            from other in after
            where string.Equals(one.Kind, other.Kind, StringComparison.Ordinal)
            let share = one.Text.To(other.Text)
            where share >= enough
            orderby share descending, Math.Abs(one.At - other.At), Math.Min(one.At, other.At), one.At
            select (From: one.At, To: other.At);
        foreach (var (i, j) in pairs)
        {
            if (toOf[i] is null && !taken[j])
                Take(i, j);
        }

        static Similarity Of(Entry entry) => new(Folding.Typographic(entry.Text));
    }

    private List<int> Left() => [.. Enumerable.Range(0, from.Count).Where(i => toOf[i] is null)];

    private void Take(int i, int j) => (toOf[i], taken[j]) = (j, true);

    private static int[] Symbols(IReadOnlyList<Entry> entries, Dictionary<(string, string), int> symbols)
    {
        var numbers = new int[entries.Count];
        foreach (var (index, entry) in entries.Index())
        {
            if (!symbols.TryGetValue((entry.Kind, entry.Text), out numbers[index]))
                symbols.Add((entry.Kind, entry.Text), numbers[index] = symbols.Count);
        }

        return numbers;
    }

    private static int Compare(IReadOnlyList<Entry> one, IReadOnlyList<Entry> other)
    {
        if (one.Count != other.Count)
            return one.Count - other.Count;
        return one.Zip(
                other,
                (a, b) =>
                    string.CompareOrdinal(a.Kind, b.Kind) is var kind and not 0 ? kind
                    : string.CompareOrdinal(a.Text, b.Text) is var text and not 0 ? text
                    : string.CompareOrdinal(a.Id, b.Id)
            )
            .FirstOrDefault(order => order != 0);
    }
}
