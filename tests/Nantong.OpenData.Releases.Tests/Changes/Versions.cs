using System.Text;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Releases.Tests.Changes;

/// <summary>The real plan as a release, and versions of it whose files were edited.</summary>
internal static class Versions
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");

    public static Release First { get; } = Edit();

    /// <summary>The content of the plan as it is.</summary>
    public static ReleaseContent Plan { get; } = ReleaseContent.Of(First);

    /// <summary>The content of the plan with passages of its source replaced.</summary>
    public static ReleaseContent Source(params (string, string)[] edits) => ReleaseContent.Of(Edit(source: edits));

    /// <summary>Builds the plan with passages of its files replaced; each passage must be there once.</summary>
    public static Release Edit((string, string)[]? source = null, (string, string)[]? description = null, (string, string)[]? errata = null)
    {
        var plan = PlanReader.Read(
            File("source.txt", source),
            File("plan.json", description),
            File("errata.json", errata),
            File("places.json", null)
        );
        return ReleaseBuilder.Build(plan.Value ?? throw new InvalidOperationException(plan.Error!.ToString()), ReleaseVersion.First, null);
    }

    /// <summary>A plan whose records were changed after reading, from the same source or, by its hash, from another one.</summary>
    public static ReleaseContent Of(Plan plan, string? source = null) =>
        ReleaseContent.Of(First with { Plan = plan, Manifest = First.Manifest with { SourceSha256 = source ?? First.Manifest.SourceSha256 } });

    /// <summary>The changes as comparable lines: op, kind, target, path, severity, rule.</summary>
    public static string[] Lines(ReleaseDiff diff) =>
        [
            .. diff.Changes.Select(change =>
                $"{change.Op} {change.Kind} {change.Target.Type} {change.Target.Id}{change.Path} {change.Severity} {change.Rule}"
            ),
        ];

    private static byte[] File(string name, (string, string)[]? edits)
    {
        var text = System.IO.File.ReadAllText(Path.Combine(Folder, name));
        foreach (var (passage, replacement) in edits ?? [])
        {
            Assert.Equal(2, text.Split(passage).Length);
            text = text.Replace(passage, replacement, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
