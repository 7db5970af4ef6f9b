using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Nantong.OpenData.Api.Tests.Reading.Lies;

/// <summary>A request of a reader.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Accept">The form that is wanted; null for whatever comes.</param>
/// <param name="Range">The part that is wanted; null for all of it.</param>
internal sealed record AskedRequest(string Target, string? Accept = null, string? Range = null)
{
    /// <summary>Sends it and reads the whole answer.</summary>
    /// <exception cref="HttpRequestException">The answer broke off.</exception>
    public async Task<ReadAnswer> SendAsync(HttpClient client, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, Target));
        if (Accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Range is not null)
            request.Headers.TryAddWithoutValidation("Range", Range);
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        return new ReadAnswer(response.StatusCode, response.Content.Headers.ContentType, response.Headers.ETag?.ToString(), body);
    }

    public override string ToString() => string.Join(' ', new[] { Target, Accept, Range }.OfType<string>());
}

/// <summary>An answer, as far as it must be the same whatever the store does.</summary>
internal sealed record ReadAnswer(HttpStatusCode Status, MediaTypeHeaderValue? Type, string? Tag, byte[] Body)
{
    /// <summary>True when both say the same.</summary>
    public bool IsSame(ReadAnswer other) =>
        (Status, Type?.ToString(), Tag) == (other.Status, other.Type?.ToString(), other.Tag) && Body.AsSpan().SequenceEqual(other.Body);

    /// <summary>True for a refusal that names the store, as data or as a page: not for a failure of the app's own.</summary>
    public bool IsRefusal =>
        Status is HttpStatusCode.ServiceUnavailable
        && Type?.MediaType switch
        {
            "application/problem+json" => IsProblem(Body),
            "text/html" => Body.AsSpan().IndexOf("数据暂时无法读取"u8) >= 0 | Body.AsSpan().IndexOf("这个版本的数据已损坏"u8) >= 0,
            _ => false,
        };

    /// <summary>True for an answer that gives no figures and says so: a store that has lost all rows of them cannot be told from one in
    /// which none were computed yet.</summary>
    public bool SaysThatFiguresAreMissing =>
        Status is HttpStatusCode.OK && Body.AsSpan().IndexOf("\"not-built-yet\""u8) >= 0 | Body.AsSpan().IndexOf("\"stale-figures\""u8) >= 0;

    /// <summary>True for an answer that says that a release may be missing from it, or that it comes from the one before a damaged one: its reader
    /// knows.</summary>
    public bool SaysThatSomethingIsDamaged =>
        Status is HttpStatusCode.OK && (Body.AsSpan().IndexOf("\"release-damaged\""u8) >= 0 || Body.AsSpan().IndexOf("\"releases-damaged\""u8) >= 0);

    /// <summary>The first words of it.</summary>
    public override string ToString() =>
        $"{(int)Status} {Type} {Tag}: {Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 400))} … "
        + $"{Encoding.UTF8.GetString(Body, Math.Max(0, Body.Length - 400), Math.Min(Body.Length, 400))}";

    private static bool IsProblem(byte[] body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            return problem.RootElement.GetProperty("status").GetInt32() is 503;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
