using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Functions.Tests.Host;

/// <summary>A request that worker and server are both asked.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, as sent.</param>
/// <param name="Headers">Header fields.</param>
internal sealed record SharedRequest(string Method, string Target, params (string Name, string Value)[] Headers)
{
    /// <summary>A message for assistants that goes with it; null for a request without a body.</summary>
    public string? Message { get; init; }

    /// <summary>Sends it, and keeps of the answer what must be the same everywhere.</summary>
    public async Task<Reply> SendAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + Target));
        foreach (var (name, value) in Headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), $"{name}: {value}");
        if (Message is not null)
            request.Content = new StringContent(Message, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Method} {Target} {Message} {string.Join(" ", Headers.Select(header => $"{header.Name}: {header.Value}"))}".TrimEnd();
}

/// <summary>What of an answer must be the same, whoever answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">Header fields by name, but those that tell of the moment or of the connection.</param>
/// <param name="Body">The body, with the id of the request left out.</param>
internal sealed partial record Reply(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Moment, software, id of the request, what is left of a limit, and how the bytes are cut up for one connection.</summary>
    private static readonly string[] OfTheMoment =
    [
        "Date",
        "Server",
        "X-Request-Id",
        "Request-Id",
        "RateLimit",
        "RateLimit-Policy",
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
    ];

    /// <summary>Reads an answer.</summary>
    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var body = Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync()); // a character for each byte
        if (response.Content.Headers.ContentEncoding.All(coding => coding is "identity"))
            body = RequestId().Replace(body, "$1…");
        var headers = Of(response.Headers)
            .Concat(Of(response.Content.Headers))
            .Where(header => !OfTheMoment.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key.ToUpperInvariant(), header => header.Value);
        return new((int)response.StatusCode, headers, body);
    }

    /// <summary>The first difference from another answer, in a sentence; null when there is none.</summary>
    public string? Differs(Reply other)
    {
        if (Status != other.Status)
            return $"status {Status} and {other.Status}";
        foreach (var name in Headers.Keys.Union(other.Headers.Keys).Order(StringComparer.Ordinal))
            if (Headers.GetValueOrDefault(name) != other.Headers.GetValueOrDefault(name))
                return $"{name} '{Headers.GetValueOrDefault(name)}' and '{other.Headers.GetValueOrDefault(name)}'";
        if (Body == other.Body)
            return null;
        var at = Body.Zip(other.Body).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"body from character {at}: '{Cut(Body, at)}' and '{Cut(other.Body, at)}'";
    }

    private static string Cut(string body, int at) => body.Substring(Math.Max(0, at - 20), Math.Min(80, body.Length - Math.Max(0, at - 20)));

    private static IEnumerable<KeyValuePair<string, string>> Of(HttpHeaders headers) =>
        headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));

    [GeneratedRegex("""(requestId(?:\\*u0022|\\*")?: ?(?:\\*u0022|\\*")|<code>)[0-9a-f]{32}""")]
    private static partial Regex RequestId();
}
