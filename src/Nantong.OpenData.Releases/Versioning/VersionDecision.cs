using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Releases.Versioning;

/// <summary>The smallest bump that a release's changes allow, and why.</summary>
/// <param name="Smallest">The bump; <c>none</c> when nothing changed.</param>
/// <param name="Reasons">The rules that apply, the strictest first.</param>
/// <param name="Summary">The changes counted.</param>
public sealed record VersionDecision(Bump Smallest, IReadOnlyList<VersionReason> Reasons, ChangeSummary Summary)
{
    /// <summary>Places that a reason names.</summary>
    private const int MostExamples = 5;

    /// <summary>Decides by the rule table, for releases whose observations are the same.</summary>
    /// <param name="from">The predecessor.</param>
    /// <param name="to">The release that shall follow it.</param>
    public static VersionDecision Of(ReleaseContent from, ReleaseContent to) => Of(PlanDiff.Compare(from, to), JsonPatch.Between(from, to).Count > 0);

    /// <summary>Decides by the rule table, from a comparison that was made already.</summary>
    /// <param name="diff">The comparison with the predecessor.</param>
    /// <param name="differs">True when the two release documents differ at all, told or not.</param>
    public static VersionDecision Of(ReleaseDiff diff, bool differs)
    {
        var byRule = diff.Changes.ToLookup(change => change.Rule);
        VersionReason[] reasons =
        [
            .. from rule in VersionRules.All
            let changes = byRule[rule.Id].ToList()
            where changes.Count > 0
            select new VersionReason(rule.Id, rule.Bump, rule.Description, changes.Count, [.. changes.Take(MostExamples).Select(Name)]),
        ];
        if (reasons is [] && differs)
            reasons = [new(VersionRules.WithoutChanges.Id, VersionRules.WithoutChanges.Bump, VersionRules.WithoutChanges.Description, 0, [])];
        return new VersionDecision(reasons.Select(reason => reason.Bump).DefaultIfEmpty(Bump.None).Max(), reasons, diff.Summary);
    }

    /// <summary>The version of the next release: the one that is wanted, or by default the smallest that is allowed.</summary>
    /// <param name="predecessor">The version it follows.</param>
    /// <param name="wanted">The version that somebody asks for; null for the default.</param>
    /// <returns>The version; unreadable when the wanted one is too small, with the smallest allowed one and the reasons.</returns>
    public Parsed<ReleaseVersion> Choose(ReleaseVersion predecessor, ReleaseVersion? wanted)
    {
        var smallest = Next(predecessor, Smallest);
        if (wanted is not { } version)
            return smallest;
        if (version.CompareTo(smallest) >= 0)
            return version;
        var because = Smallest is Bump.None ? "" : $", because {string.Join("; ", Reasons.Where(reason => reason.Bump == Smallest))}";
        return new Unreadable("version", version.ToString(), $"{smallest} or higher{because}");
    }

    /// <summary>The version after another one: 1.2.3 is followed by 1.2.4, 1.3.0 or 2.0.0.</summary>
    public static ReleaseVersion Next(ReleaseVersion version, Bump bump) =>
        bump switch
        {
            Bump.Major => new(version.Major + 1, 0, 0),
            Bump.Minor => new(version.Major, version.Minor + 1, 0),
            Bump.Patch => new(version.Major, version.Minor, version.Patch + 1),
            _ => version,
        };

    private static string Name(Change change) => $"{change.Target.Type} {change.Target.Id ?? "*"}{(change.Path is "" ? "" : " " + change.Path)}";
}

/// <summary>A rule that applies, and to what.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Bump">The bump that it needs.</param>
/// <param name="Description">The rule in words.</param>
/// <param name="Count">Number of changes under it; 0 when only what follows from the records differs.</param>
/// <param name="Examples">The first few of them: <c>indicator urbanization-rate /unit/ucum</c>.</param>
public sealed record VersionReason(string Rule, Bump Bump, Label Description, int Count, IReadOnlyList<string> Examples)
{
    /// <summary>One line for a terminal.</summary>
    public override string ToString()
    {
        var more = Count > Examples.Count ? string.Create(CultureInfo.InvariantCulture, $" and {Count - Examples.Count} more") : "";
        return Examples is [] ? $"{Rule}: {Description.En}" : $"{Rule}: {Description.En} ({string.Join(", ", Examples)}{more})";
    }
}
