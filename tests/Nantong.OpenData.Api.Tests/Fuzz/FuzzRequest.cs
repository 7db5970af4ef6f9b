using System.Text;

namespace Nantong.OpenData.Api.Tests.Fuzz;

/// <summary>A request as its bytes will be.</summary>
/// <param name="Number">Which one of the run it is.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, as written.</param>
/// <param name="Headers">The header fields, as written.</param>
internal sealed record FuzzRequest(int Number, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <summary>Path and query without scheme and host, and without dots that mean folders: what the server makes of the target.</summary>
    public string Meant =>
        Uri.TryCreate(Target.StartsWith('/') ? $"http://host{Target}" : Target, UriKind.Absolute, out var uri)
            ? uri.AbsolutePath + Target[Query..]
            : Target;

    /// <summary>True when the server's own parser may refuse it: it does so in its own words, with a status and nothing else, and nothing of ours is
    /// asked.</summary>
    public bool MayBeNoHttp =>
        Target[..Query].Contains("%00", StringComparison.Ordinal)
        || Target.Any(c => c is < '!' or > '~')
        || !Target.StartsWith('/')
        || Headers.Count(header => header.Name is "Host") is not 1
        || Headers.Any(header =>
            header is { Name: "Host", Value: var host } && !host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']')
        )
        || Headers.Any(header => header.Value.Any(c => c is < ' ' or > '~') || header.Name.Contains(' ', StringComparison.Ordinal));

    /// <summary>The request on the wire.</summary>
    public byte[] Bytes =>
        Encoding.UTF8.GetBytes($"{Method} {Target} HTTP/1.1\r\n{string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n");

    /// <summary>The request as a line for a shell, to ask it again.</summary>
    public string Curl(Uri server) =>
        $"curl -gi --path-as-is -X {Method} "
        + $"{string.Concat(Headers.Select(header => $"-H {Quote(header.Value is "" ? $"{header.Name};" : $"{header.Name}: {header.Value}")} "))}"
        + (Target.StartsWith('/') ? Quote(server.GetLeftPart(UriPartial.Authority) + Target) : $"--request-target {Quote(Target)} {server}");

    private int Query => Target.IndexOf('?') is var at and >= 0 ? at : Target.Length;

    private static string Quote(string text) =>
        $"$'{string.Concat(text.Select(c => c is '\'' or '\\' ? $"\\{c}" : c is < ' ' or > '~' ? $"\\u{(int)c:x4}" : $"{c}"))}'";
}
