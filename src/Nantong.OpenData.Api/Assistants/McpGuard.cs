using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>What is asked of a message before the protocol's library sees it: short, JSON in UTF-8, and sound in every part.</summary>
/// <remarks>The library reads parts of a message late. What it could not read then would look like a failure of the service.</remarks>
internal static class McpGuard
{
    private const string ParseError = "-32700",
        InvalidRequest = "-32600"; // JSON-RPC 2.0, 5.1

    /// <summary>Refuses what is no message; hands on what is one.</summary>
    public static RequestDelegate Check(RequestDelegate next) =>
        async context =>
        {
            var (request, address) = (context.Request, Address.Of(context));
            if (address.Extension is not null)
            {
                await Problems.UnknownRoute(address.AskedPath, Mcp.Path).ExecuteAsync(context);
                return;
            }

            if (!IsJson(request.ContentType))
            {
                const string rule = "A message is sent as Content-Type: application/json, in UTF-8.";
                await Problems.Malformed(rule, StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context);
                return;
            }

            if (await ReadAsync(request, context.RequestAborted) is not { } body)
            {
                await Problems.TooLarge().ExecuteAsync(context);
                return;
            }

            if (FindFault(body) is var (code, fault))
            {
                await RefuseAsync(context.Response, code, fault);
                return;
            }

            request.Body = new MemoryStream(body, writable: false);
            await next(context);
        };

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The body; null when it is too long. What was announced as too long is not read.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > RequestLimits.BodyBytes)
            return null;
        var result = await request.BodyReader.ReadAtLeastAsync(RequestLimits.BodyBytes + 1, cancellationToken);
        var body = result.Buffer.Length <= RequestLimits.BodyBytes ? result.Buffer.ToArray() : null;
        request.BodyReader.AdvanceTo(result.Buffer.End);
        return body;
    }

    /// <summary>Why a body is no message; null when it is one.</summary>
    private static (string Code, string Fault)? FindFault(byte[] body)
    {
        if (!Utf8.IsValid(body))
            return (ParseError, "The body is not UTF-8.");
        try
        {
            using var message = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (message.RootElement.ValueKind is JsonValueKind.Array)
                return (InvalidRequest, "Send one message at a time: batches are no part of the protocol.");
            if (message.RootElement.ValueKind is not JsonValueKind.Object)
                return (InvalidRequest, "A message is a JSON object.");
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            return null;
        }
        catch (JsonException exception)
        {
            return (ParseError, $"The body is no JSON: {exception.Message}");
        }
        catch (InvalidOperationException) // half a character, written as an escape
        {
            return (ParseError, "The body holds a text that is not well-formed Unicode.");
        }
    }

    private static Task RefuseAsync(HttpResponse response, string code, string fault)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = CacheRule.Never;
        var message = JsonEncodedText.Encode(fault);
        return response.WriteAsync($$"""{"jsonrpc":"2.0","id":null,"error":{"code":{{code}},"message":"{{message}}" } }""");
    }
}
