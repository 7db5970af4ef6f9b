namespace Nantong.OpenData.Releases.Changes;

/// <summary>How much two texts share, counted in pairs of neighbouring characters.</summary>
internal sealed class Similarity
{
    /// <summary>Pairs that are looked at: the beginning of a text says enough.</summary>
    private const int MostPairs = 2_000;

    private readonly int[] pairs;

    /// <summary>Takes a text, folded.</summary>
    public Similarity(string text)
    {
        pairs = new int[Math.Clamp(text.Length, 1, MostPairs)];
        for (var at = 0; at < Math.Min(text.Length, MostPairs); at++)
            pairs[at] = (text[at] << 16) | (at + 1 < text.Length ? text[at + 1] : 0);
        Array.Sort(pairs);
    }

    /// <summary>Work of comparing with this text.</summary>
    public int Cost => pairs.Length;

    /// <summary>From 0, nothing in common, to 1, the same pairs (Dice's coefficient). The same in both directions.</summary>
    public double To(Similarity other) => 2.0 * Shared(other) / (pairs.Length + other.pairs.Length);

    /// <summary>The share of this text, from 0 to 1, that the other holds.</summary>
    public double Within(Similarity other) => (double)Shared(other) / pairs.Length;

    private int Shared(Similarity other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < pairs.Length && j < other.pairs.Length)
        {
            if (pairs[i] == other.pairs[j])
                (shared, i, j) = (shared + 1, i + 1, j + 1);
            else if (pairs[i] < other.pairs[j])
                i++;
            else
                j++;
        }

        return shared;
    }
}
