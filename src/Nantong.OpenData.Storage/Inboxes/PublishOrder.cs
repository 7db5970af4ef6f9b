using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>The file <c>publish.json</c>, uploaded last: it says that a drop is complete, and what to tell readers.</summary>
/// <param name="Message">What readers should know about the release.</param>
/// <param name="Version">Version of the release; null or absent for the smallest that the changes allow; a major one has to be named.</param>
public sealed record PublishOrder(string Message, ReleaseVersion? Version = null)
{
    /// <summary>Its name.</summary>
    public const string FileName = "publish.json";

    /// <summary>Reads the file.</summary>
    public static Parsed<PublishOrder> Read(BinaryData file)
    {
        var read = EditedJson.Read(FileName, file, InboxJson.Default.PublishOrder);
        if (!read.Try(out var order, out _))
            return read;
        return !string.IsNullOrWhiteSpace(order.Message)
            ? order
            : new Unreadable($"{FileName} line 1", file.ToString().Trim(), "an object with a message for readers");
    }

    /// <summary>Why a drop with major changes is refused when its order names no version: the rules, and how to confirm them.</summary>
    internal static Unreadable Unconfirmed(ReleaseEntry latest, ReleaseVersion smallest, VersionDecision decision) =>
        new(
            FileName,
            "no version",
            $"\"version\": \"{smallest}\" to confirm a major release after {latest.Version}, because "
                + $"{string.Join("; ", decision.Reasons.Where(reason => reason.Bump is Bump.Major))}. "
                + $"An {PlanFile.Observations} replaces the whole file: rows left out count as removed"
        );
}
