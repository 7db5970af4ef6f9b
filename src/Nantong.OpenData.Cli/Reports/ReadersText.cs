using System.CommandLine;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Cli.Reports;

/// <summary>Options whose text is published: it has to be one that every format can carry.</summary>
internal static class ReadersText
{
    /// <summary>Refuses a text with characters that cannot be published.</summary>
    public static void ForReaders<T>(this Option<T> option) =>
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Characters.Check(option.Name, token.Value) is { } fault)
                    result.AddError($"{fault}.");
            }
        });
}
