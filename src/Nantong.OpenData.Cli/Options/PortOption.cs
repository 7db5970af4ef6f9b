using System.CommandLine;
using System.Globalization;

namespace Nantong.OpenData.Cli.Options;

/// <summary>An option that takes a TCP port, where 0 means any free one.</summary>
internal static class PortOption
{
    public static Option<int> Create(string name, string description, int usual = 0) =>
        new(name)
        {
            Description = description,
            HelpName = "port",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                    return port;
                result.AddError($"{name} is a port number from 0 to 65535; found '{text}'.");
                return 0;
            },
        };
}
