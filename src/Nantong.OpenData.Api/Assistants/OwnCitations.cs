using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>Where an answer comes from.</summary>
/// <param name="Release">Version of its release; null where it is of none.</param>
/// <param name="Source">Its permanent address; where it is of no release, its address.</param>
/// <param name="Citation">How to cite it; null where it is of no release, or its release cannot be cited.</param>
internal sealed record Provenance(string? Release, string Source, string? Citation)
{
    /// <summary>Where an answer about the service comes from.</summary>
    public static Provenance OfService(JsonObject answer) => new(null, (string)answer["links"]!["self"]!, null);
}

/// <summary>Says how to cite what an assistant was answered, with the day: it was read today.</summary>
/// <param name="own">Asks the HTTP interface, which writes citations.</param>
/// <param name="clock">Knows the day.</param>
internal sealed class OwnCitations(OwnRequests own, TimeProvider clock)
{
    /// <summary>Where an answer of a release comes from.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="target">What of the release is to be cited; empty for the whole.</param>
    public Task<Provenance> OfAsync(JsonObject answer, string target)
    {
        var (version, href) = ((string)answer["release"]!["version"]!, (string)answer["release"]!["href"]!);
        return OfAsync(href[own.Base.Length..], version, (string)answer["permalink"]!, target);
    }

    /// <summary>Where an answer of a release comes from.</summary>
    /// <param name="root">Path of the plan at exactly this release.</param>
    /// <param name="version">The release.</param>
    /// <param name="source">The permanent address of the answer.</param>
    /// <param name="target">What of the release is to be cited; empty for the whole.</param>
    public async Task<Provenance> OfAsync(string root, string version, string source, string target)
    {
        var today = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var query = QueryString.Create("accessed", today);
        if (target is not "")
            query = query.Add("target", target);
        var citation = await own.GetAsync($"{root}/cite.txt", query);
        return new(version, source, citation.IsSuccess ? Encoding.UTF8.GetString(citation.Body.Span) : null);
    }
}
