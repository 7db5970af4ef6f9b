using System.Text.Json.Serialization;
using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>What became of a cited part in another release.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CitationState>))]
public enum CitationState
{
    /// <summary>It stands where it stood, and says the same.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>It stands where it stood, and differs.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>It is called otherwise now.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>It is no longer there.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,
}

/// <summary>What a citation finds in another release.</summary>
/// <param name="State">What became of the part.</param>
/// <param name="Now">The part there; null when it is gone.</param>
/// <param name="SameContent">True when it says the same, wherever it stands.</param>
/// <param name="Changes">The changes of it and of all that is below it.</param>
public sealed record CitationFate(CitationState State, CitedPart? Now, bool SameContent, IReadOnlyList<Change> Changes);
