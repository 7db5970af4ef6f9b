using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage;

/// <summary>The one place that says what a store's fault means, and tells it from a defect in our own code.</summary>
public static partial class StoreFault
{
    private const int LongestAnswer = 300;

    /// <summary>What is wrong with the store, in words for an operator and without anything by which one could sign; null when the failure
    /// is not the store's.</summary>
    public static string? Explain(Exception error) => Find(error) is { } reason ? Secrets.Replace(reason, "${name}…") : null;

    private static string? Find(Exception error) =>
        error switch
        {
            BrokenReleaseException broken => broken.Message,
            StoreAnswerException answer => answer.Message,
            AggregateException { InnerExceptions: [.., var last] } when Find(last) is { } reason => reason, // all retries failed
            RequestFailedException { Status: 0 } or HttpRequestException => $"The store does not answer: {Reason(error)}",
            RequestFailedException request when request.ErrorCode == TableErrorCode.TableNotFound =>
                "The store has no such table; 'opendata publish' creates what is missing, in Azure the Bicep template does.",
            RequestFailedException { ErrorCode: "ContainerNotFound" } =>
                "The store has no such container; 'opendata publish' creates what is missing, in Azure the Bicep template does.",
            RequestFailedException request => Explain(request.Status, request.ErrorCode, Reason(request)),
            AuthenticationFailedException => $"There is no identity for the store: {Reason(error)}",
            TimeoutException or TaskCanceledException => "The store did not answer in time.",
            IOException { InnerException: System.Net.Sockets.SocketException } or HttpIOException =>
                $"The store broke off its answer: {Reason(error)}",
            _ => null,
        };

    /// <summary>What an answer of the store means, with what it said in its own words.</summary>
    internal static string Explain(int status, string? code, string words)
    {
        var said = $"(status {status}{(code is { Length: > 0 } ? $", {code}" : "")}): {Cut(words)}";
        return status switch
        {
            507 => $"The store is full or failing {said} Make room where it keeps its data.",
            _ when IsFull(words) => $"The store has no room left {said} Make room where it keeps its data.",
            401 or 403 => $"The store refuses this identity or key {said}",
            429 or >= 500 => $"The store is busy or failing {said}",
            >= 300 and < 400 => $"Something in front of the store sends us elsewhere {said} Check the address of the store.",
            404 => $"The store has no such thing {said}",
            409 or 412 => $"The store says that something else was there first {said}",
            413 => $"The store finds a request too large {said}",
            >= 400 => $"The store refuses a request {said}",
            _ => $"The store gave an unexpected answer {said} Check that the address is that of the store, and what stands between.",
        };
    }

    private static bool IsFull(string words) =>
        words.Contains("ENOSPC", StringComparison.OrdinalIgnoreCase) || words.Contains("no space left", StringComparison.OrdinalIgnoreCase);

    private static string Reason(Exception error) => Cut(error.GetBaseException().Message);

    /// <summary>Keys, signatures of requests, and shared access signatures, as connection strings, addresses and the store's own refusals
    /// hold them.</summary>
    [GeneratedRegex(
        @"(?<name>\b(?:AccountKey|SharedAccessSignature|SharedKey(?:Lite)?|sig|Bearer)\b\s*(?:=|%3D|\s|:|\w+:)\s*"
            + @"|\bMAC signature found in the HTTP request ')[^\s;&'""]+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Secrets { get; }

    /// <summary>The first line, at a length that a log line and a status document can hold.</summary>
    private static string Cut(string words)
    {
        var line = words.Split('\n', 2)[0].Trim();
        return line.Length <= LongestAnswer ? line : $"{line[..LongestAnswer]}…";
    }
}

/// <summary>An answer that the store cannot have meant: no JSON where rows were asked for, a page of something in between. Worth another try, as
/// every broken transfer is.</summary>
/// <param name="status">The status that it came with.</param>
/// <param name="what">What is wrong with it.</param>
public sealed class StoreAnswerException(int status, string what) : IOException(StoreFault.Explain(status, null, what));

/// <summary>A stored release that is not what its manifest says.</summary>
/// <param name="damage">The first thing that is broken.</param>
public sealed class BrokenReleaseException(Damage damage) : Exception($"Release {damage.Release} is damaged: {damage.Where}: {damage.What}.")
{
    /// <summary>A release, by name, that is not what its manifest says.</summary>
    public BrokenReleaseException(string release, string where, string what)
        : this(new Damage(release, where, what)) { }

    /// <summary>A release that is not what its manifest says.</summary>
    public BrokenReleaseException(ReleaseKey release, string where, string what)
        : this(release.ToString(), where, what) { }

    /// <summary>The first thing that is broken.</summary>
    public Damage Damage => damage;
}
