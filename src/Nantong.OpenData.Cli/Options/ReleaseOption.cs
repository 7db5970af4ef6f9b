using System.CommandLine;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Cli.Options;

/// <summary><c>--version</c>: an exact version of a release.</summary>
internal static class ReleaseOption
{
    public static Option<ReleaseVersion?> Create(string description) => Create("--version", description);

    /// <summary>An option of another name that takes such a version.</summary>
    public static Option<ReleaseVersion?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "1.2.0",
            CustomParser = result =>
            {
                if (ReleaseVersion.TryParse(result.Tokens[0].Value, out var version))
                    return version;
                result.AddError($"{name} is three whole numbers such as 1.2.0; found '{result.Tokens[0].Value}'.");
                return null;
            },
        };
}
