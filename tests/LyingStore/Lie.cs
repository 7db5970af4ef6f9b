using System.Text;

namespace Nantong.OpenData.Tests;

/// <summary>What a client gets in the place of the store's answer.</summary>
internal abstract record Lie
{
    private Lie() { }

    /// <summary>An answer that the store never gave; the store is not asked.</summary>
    public sealed record Invented(StoreAnswer Answer) : Lie;

    /// <summary>The store's answer, changed.</summary>
    public sealed record Altered(Func<StoreAnswer, StoreAnswer> Alter) : Lie;

    /// <summary>The store's answer, late.</summary>
    public sealed record Late(TimeSpan By) : Lie;

    /// <summary>Nothing: the connection is held until something has happened, and then reset.</summary>
    public sealed record Frozen(Task Until) : Lie;

    /// <summary>The head of the store's answer and a part of its body; then the connection ends.</summary>
    /// <param name="Share">How much of the body comes: from 0 to 1.</param>
    /// <param name="Reset">True when the connection is reset, false when it is closed.</param>
    public sealed record Cut(double Share, bool Reset) : Lie;

    /// <summary>Nothing: the connection is reset.</summary>
    public sealed record Gone : Lie;

    /// <summary>A refusal as the store words it.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="status">Its status.</param>
    /// <param name="code">The code in its body and headers; null for an answer without both.</param>
    public static Lie Refusal(StoreRequest request, int status, string? code)
    {
        if (code is null)
            return new Invented(new StoreAnswer(status, [], []));
        var body = request.OfBlobs
            ? $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>The store says {code}.</Message></Error>"
            : """{"odata.error":{"code":"?","message":{"lang":"en-US","value":"The store says ?."}}}""".Replace("?", code, StringComparison.Ordinal);
        return new Invented(Page(status, request.OfBlobs ? "application/xml" : "application/json", body, ("x-ms-error-code", code)));
    }

    /// <summary>An answer with a text as its body.</summary>
    public static StoreAnswer Page(int status, string type, string body, params (string Name, string Value)[] headers) =>
        new(
            status,
            [new("Content-Type", type), .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
            Encoding.UTF8.GetBytes(body)
        );
}
