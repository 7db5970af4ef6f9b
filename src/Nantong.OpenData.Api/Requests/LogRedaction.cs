using System.Text.RegularExpressions;

namespace Nantong.OpenData.Api.Requests;

/// <summary>Keeps to the log what the public need not know of a store in trouble: where it is.</summary>
internal static partial class LogRedaction
{
    /// <summary>The same words without hosts, ports and addresses.</summary>
    public static string Keep(string reason) => Whereabouts.Replace(reason, "");

    /// <summary>An endpoint in brackets, as sockets name it; an address; the host of a storage account.</summary>
    [GeneratedRegex(@"\s*\([^()\s]*:\d+\)|\s*https?://\S+|\s*\b[\w-]+\.(?:blob|table|queue)\.[\w.-]*\w(?::\d+)?")]
    private static partial Regex Whereabouts { get; }
}
