using System.Text;
using System.Text.Json;

namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>An answer as it came.</summary>
/// <param name="Method">The method of the request.</param>
/// <param name="Target">Path and query of the request.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">The header fields.</param>
/// <param name="Body">The body, unpacked.</param>
internal sealed record Answer(string Method, string Target, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The media type without its parameters; null when there is none.</summary>
    public string? MediaType => Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0].Trim() : null;
}

/// <summary>Compares answers with what the document promises.</summary>
internal static class AnswerCheck
{
    /// <summary>What belongs to the connection, to CORS, to how browsers keep an answer from doing harm, or to the refusal of a method: the document
    /// says it once, for all.</summary>
    private static readonly HashSet<string> OfEveryAnswer = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date",
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "Content-Length",
        "Content-Type",
        "Content-Encoding",
        "Allow",
        "Access-Control-Allow-Origin",
        "Access-Control-Allow-Methods",
        "Access-Control-Allow-Headers",
        "Access-Control-Expose-Headers",
        "Access-Control-Max-Age",
        "X-Content-Type-Options",
        "Content-Security-Policy",
        "Referrer-Policy",
        "Cross-Origin-Resource-Policy",
        "Strict-Transport-Security",
    };

    /// <summary>What an answer does that the document does not say; null when all is as promised.</summary>
    public static string? Complaint(PublishedContract contract, Answer answer)
    {
        if (answer.Method is "OPTIONS" && answer.Status is 204)
            return answer.Body is [] ? null : "an answer to OPTIONS has a body";
        var path = answer.Target.Split('?')[0];
        var operation = contract.Find(path);
        if (answer.Status is 405 or 404 && operation?.AnswerOf(answer.Status) is null || operation is null)
            return OutsideComplaint(contract, answer, path);

        if (operation.AnswerOf(answer.Status) is not { } promised)
            return $"{operation.Id} promises no {answer.Status}";
        var isPage = answer.Status >= 400 && IsPage(path, answer.MediaType);
        if (
            answer
                .Headers.Keys.Where(header =>
                    !OfEveryAnswer.Contains(header) && !promised.Headers.ContainsKey(header) && !(isPage && header is "Content-Language")
                )
                .ToArray() is
            { Length: > 0 } unknown
        )
            return $"{operation.Id} {answer.Status} promises no header {string.Join(", ", unknown)}";
        if (promised.Headers.Where(header => header.Value && !answer.Headers.ContainsKey(header.Key)).ToArray() is { Length: > 0 } absent)
            return $"{operation.Id} {answer.Status} promises headers that are absent: {string.Join(", ", absent.Select(header => header.Key))}";
        if (answer.Method is "HEAD" || answer.Status is 304)
            return answer.Body is [] ? null : $"{answer.Method} {answer.Status} has a body";
        if (answer.MediaType is not { } mediaType)
            return $"{operation.Id} {answer.Status} has no media type";
        if (isPage)
            return null;
        if (!promised.Has(mediaType))
            return $"{operation.Id} {answer.Status} promises no {mediaType}";

        return answer.Status is 206 || !mediaType.EndsWith("json", StringComparison.Ordinal) ? null
            : mediaType is "application/x-ndjson" ? LinesComplaint(promised, answer)
            : JsonComplaint(promised, answer, mediaType);
    }

    /// <summary>At an address that the document does not have only refusals may be found, and pages for people.</summary>
    private static string? OutsideComplaint(PublishedContract contract, Answer answer, string path)
    {
        if (answer.Status < 400)
            return PublishedContract.IsForPeople(path) ? null : $"an address that the document does not have answered {answer.Status}";
        if (answer.Method is "HEAD")
            return null;
        if (answer.MediaType is "text/html")
            return null;
        return answer.MediaType is "application/problem+json"
            ? JsonComplaint(contract.Operations[0].AnswerOf(400)!, answer, answer.MediaType)
            : $"a refusal with {answer.Status} is no problem document but {answer.MediaType ?? "nothing"}";
    }

    /// <summary>An address that ends in <c>.html</c> is one for people, whether or not the operation has a page: what it refuses, it refuses by a
    /// page.</summary>
    private static bool IsPage(string path, string? mediaType) => mediaType is "text/html" && path.EndsWith(".html", StringComparison.Ordinal);

    private static string? JsonComplaint(PublishedAnswer promised, Answer answer, string mediaType)
    {
        try
        {
            using var json = Parse(answer.Body);
            if (answer.Status >= 400 && json.RootElement.GetProperty("status").GetInt32() != answer.Status)
                return "the problem tells of another status";
            return promised.SchemaOf(mediaType)?.Complaint(json.RootElement, IsCut(answer));
        }
        catch (JsonException exception)
        {
            return NoJson(mediaType, answer.Body, exception);
        }
    }

    private static string? LinesComplaint(PublishedAnswer promised, Answer answer)
    {
        if (answer.Body is [] || promised.SchemaOfLines is not { } schema)
            return null; // an empty list, or a file
        if (answer.Body[^1] is not (byte)'\n')
            return "the last line has no end";
        foreach (var range in answer.Body.AsSpan(0, answer.Body.Length - 1).Split((byte)'\n'))
        {
            var line = answer.Body[range];
            try
            {
                using var json = Parse(line);
                if (schema.Complaint(json.RootElement, IsCut(answer)) is { } complaint)
                    return complaint;
            }
            catch (JsonException exception)
            {
                return NoJson("a line", line, exception);
            }
        }

        return null;
    }

    private static JsonDocument Parse(byte[] body) => JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });

    private static bool IsCut(Answer answer) =>
        answer.Status is 200
        && (answer.Target.Contains("fields=", StringComparison.Ordinal) || answer.Target.Contains("envelope=none", StringComparison.Ordinal));

    private static string NoJson(string what, byte[] body, JsonException exception) =>
        $"{what} that is no JSON: {exception.Message} {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(200, body.Length)))}";
}
