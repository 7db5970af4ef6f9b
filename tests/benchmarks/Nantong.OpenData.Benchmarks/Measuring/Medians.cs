namespace Nantong.OpenData.Benchmarks.Measuring;

/// <summary>The middle of some measurements: one that a neighbour of the machine disturbed does not move it.</summary>
internal static class Medians
{
    /// <summary>The median.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Measures every subject once in every round, so that what disturbs the machine for a while disturbs all of them.</summary>
    /// <returns>Each subject with its measurements.</returns>
    public static async Task<IReadOnlyDictionary<TSubject, List<TResult>>> InterleavedAsync<TSubject, TResult>(
        IReadOnlyList<TSubject> subjects,
        int rounds,
        Func<TSubject, Task<TResult>> measure
    )
        where TSubject : notnull
    {
        var results = subjects.ToDictionary(subject => subject, _ => new List<TResult>());
        for (var round = 0; round < rounds; round++)
            foreach (var subject in subjects)
                results[subject].Add(await measure(subject));
        return results;
    }
}
