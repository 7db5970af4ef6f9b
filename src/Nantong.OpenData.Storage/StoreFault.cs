using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Nantong.OpenData.Storage;

/// <summary>Tells a store that is away, full, locked or incomplete from a defect in our own code.</summary>
public static class StoreFault
{
    /// <summary>What is wrong with the store, in words for an operator; null when the failure is not the store's.</summary>
    public static string? Explain(Exception error) => error switch
    {
        BrokenReleaseException broken => broken.Message,
        RequestFailedException { Status: 0 } or HttpRequestException => $"The store does not answer: {Reason(error)}",
        AggregateException { InnerExceptions: [.., var last] } when Explain(last) is { } reason => reason, // all retries failed
        RequestFailedException request when request.ErrorCode == TableErrorCode.TableNotFound => "The store has no such table; 'opendata publish' creates what is missing, in Azure the Bicep template does.",
        RequestFailedException { ErrorCode: "ContainerNotFound" } => "The store has no such container; 'opendata publish' creates what is missing, in Azure the Bicep template does.",
        RequestFailedException { Status: 401 or 403 } request => $"The store refuses this identity or key (status {request.Status}, {request.ErrorCode}).",
        RequestFailedException { Status: 429 or >= 500 } request => $"The store is busy or failing (status {request.Status}, {request.ErrorCode}).",
        AuthenticationFailedException => $"There is no identity for the store: {Reason(error)}",
        TimeoutException or TaskCanceledException => "The store did not answer in time.",
        _ => null,
    };

    private static string Reason(Exception error) => error.GetBaseException().Message.Split('\n')[0].TrimEnd();
}

/// <summary>A stored release that is not what its manifest says.</summary>
/// <param name="damage">The first thing that is broken.</param>
public sealed class BrokenReleaseException(Damage damage) : Exception($"Release {damage.Release} is damaged: {damage.Where}: {damage.What}.")
{
    /// <summary>A release, by name, that is not what its manifest says.</summary>
    public BrokenReleaseException(string release, string where, string what) : this(new Damage(release, where, what)) { }

    /// <summary>A release that is not what its manifest says.</summary>
    public BrokenReleaseException(ReleaseKey release, string where, string what) : this(release.ToString(), where, what) { }

    /// <summary>The first thing that is broken.</summary>
    public Damage Damage => damage;
}
