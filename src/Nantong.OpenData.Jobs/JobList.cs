namespace Nantong.OpenData.Jobs;

/// <summary>Every job, in name order.</summary>
/// <param name="publish">Publishes what was dropped.</param>
/// <param name="rebuild">Computes the aggregates.</param>
/// <param name="verify">Verifies what is stored.</param>
public sealed class JobList(PublishInbox publish, RebuildAggregates rebuild, VerifyReleases verify)
{
    /// <summary>The jobs.</summary>
    public IReadOnlyList<Job> All { get; } = [publish.Job, rebuild.Job, verify.Job];

    /// <summary>The job with a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Job Get(string name) => All.Single(job => job.Name == name);
}
