using System.Globalization;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Pins;

/// <summary>Tells readers of a deprecated release that they should move on: <c>Deprecation</c> (RFC 9745), <c>Sunset</c> (RFC 8594), and a
/// warning.</summary>
internal static class Deprecations
{
    /// <summary>Code of the warning about a deprecated release.</summary>
    public const string Code = "release-deprecated";

    /// <summary>Puts the headers on an answer of a deprecated release; does nothing for others.</summary>
    public static void Announce(HttpResponse response, ReleaseEntry release, Address address)
    {
        if (release is not { Status: ReleaseStatus.Deprecated, Note: { } note })
            return;

        response.Headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{note.Since.ToUnixTimeSeconds()}");
        if (note.Sunset is { } sunset)
            response.Headers["Sunset"] = sunset.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.Append("Link", $"<{address.Href($"/v1/plans/{release.Plan}/releases/{release.Version}")}>; rel=\"deprecation\"");
    }

    /// <summary>Tells readers of a moving address that the release that they meant is damaged, so that they get the one before; and readers who
    /// look through the releases that some may be missing.</summary>
    /// <param name="release">The release that answers.</param>
    /// <param name="ofHistory">True where the answer tells of all releases.</param>
    public static IEnumerable<Warning> WarnOfDamage(PinnedRelease release, bool ofHistory)
    {
        foreach (var doubt in release.Doubts.Where(doubt => ofHistory || release.LooksBack || (doubt.Version is null && !release.Exact)))
            yield return new Warning(
                "releases-damaged",
                release.Address.Language.Of(
                    new(
                        $"本规划的版本清单已损坏，其中可能缺少版本（{doubt.Damage.Where}：{doubt.Damage.What}）。见 status。",
                        $"The list of this plan's releases is damaged, and some may be missing ({doubt.Damage.Where}: {doubt.Damage.What}). "
                            + "See the status document."
                    )
                )
            );
        if (release.PassedOver is not { } damaged)
            yield break;
        yield return new Warning(
            "release-damaged",
            release.Address.Language.Of(
                new(
                    $"版本 {damaged} 已损坏，无法证明其完整；此处提供的是版本 {release.Entry.Version}。",
                    $"Release {damaged} is damaged and cannot be proven whole; this is release {release.Entry.Version}."
                )
            )
        );
    }

    /// <summary>The same for readers of bodies; empty for a release that is not deprecated.</summary>
    public static IEnumerable<Warning> Warn(ReleaseEntry release, IReadOnlyList<ReleaseEntry> history, Language language)
    {
        if (release is not { Status: ReleaseStatus.Deprecated, Note: { } note })
            yield break;

        var (zh, en) = (note.Replacement, Successors.ReplacementOf(history, release)) switch
        {
            (null, _) => ("", ""),
            ({ } named, null) => ($"曾指定的替代版本 {named} 也已撤回。", $" Its replacement {named} was withdrawn, too."),
            (_, { } version) => ($"请改用版本 {version}。", $" Use release {version}."),
        };
        yield return new Warning(
            Code,
            language.Of(new($"版本 {release.Version} 已弃用：{note.Reason}{zh}", $"Release {release.Version} is deprecated: {note.Reason}{en}"))
        );
    }
}
