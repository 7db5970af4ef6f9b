using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Primitives;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;

namespace Nantong.OpenData.Api.Requests;

/// <summary>A bucket of requests for each client, refilled evenly (draft-ietf-httpapi-ratelimit-headers).</summary>
/// <remarks>
/// An IPv4 address is a client, and so is an IPv6 /64, which is what one subscriber has. Clients share a fixed number of buckets by a hash that
/// differs from process to process: however many addresses somebody has, they take no more memory.
/// </remarks>
internal sealed class RateLimit : IDisposable
{
    private const string Policy = "burst";
    private const int Buckets = 32_768;
    private const int WorkPrice = 3; // for each request that comes back meanwhile
    private static readonly FrozenSet<string> Exempt = FrozenSet.ToFrozenSet(
        ["/health/live", "/health/ready", "/v1/config", "/v1/config.json"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly PartitionedRateLimiter<int> limiter;
    private readonly StringValues policy;
    private readonly StringValues[] states;
    private readonly TimeSpan refillOfOne;
    private readonly TimeSpan untilNext;

    /// <param name="requests">How many requests a bucket holds.</param>
    /// <param name="window">How long it takes to fill.</param>
    public RateLimit(int requests, TimeSpan window)
    {
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = requests,
            TokensPerPeriod = requests,
            ReplenishmentPeriod = window,
            AutoReplenishment = false, // one timer fills all buckets
            QueueLimit = 0,
        };
        limiter = PartitionedRateLimiter.Create<int, int>(bucket => RateLimitPartition.GetTokenBucketLimiter(bucket, _ => options));
        policy = string.Create(CultureInfo.InvariantCulture, $"\"{Policy}\";q={requests};w={window.TotalSeconds:F0}");
        refillOfOne = window / requests;
        untilNext = TimeSpan.FromSeconds(Math.Ceiling(refillOfOne.TotalSeconds));
        states =
        [
            .. Enumerable
                .Range(0, requests + 1)
                .Select(left => new StringValues(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"\"{Policy}\";r={left};t={Math.Ceiling(window.TotalSeconds * (requests - left) / requests):F0}"
                    )
                )),
        ];
    }

    /// <summary>Tells a client what is left, on an answer that is not counted since it comes from memory.</summary>
    public void Announce(HttpContext context)
    {
        if (!IsExempt(context))
            Tell(context, BucketOf(context.Connection.RemoteIpAddress));
    }

    /// <summary>Counts a request for which something has to be done, unless it asks for options, as browsers do before others, or belongs to one
    /// that was counted; refuses it when nothing is left.</summary>
    public RequestDelegate Guard(RequestDelegate next) =>
        context =>
        {
            if (IsExempt(context))
                return next(context);

            var bucket = BucketOf(context.Connection.RemoteIpAddress);
            using var lease = limiter.AttemptAcquire(bucket);
            Tell(context, bucket);
            if (!lease.IsAcquired)
                return Address.Read(Problems.QuotaExceeded(Policy, states.Length - 1, untilNext).ExecuteAsync)(context);
            context.Features.Set(this);
            return next(context);
        };

    /// <summary>Takes for long work three times as many requests as come back while it is done: in the long run no client has it done for more than a
    /// third of the time. Where less is left, that is taken: what was begun is answered.</summary>
    /// <param name="context">The request that the work was done for, or a part of it.</param>
    /// <param name="took">How long the work took.</param>
    public static void Charge(HttpContext context, TimeSpan took)
    {
        var counted = context.Features.Get<Waiver>()?.Counted ?? context;
        counted.Features.Get<RateLimit>()?.Take(counted, took);
    }

    /// <summary>Marks a request as part of one that was counted: it is not counted itself.</summary>
    /// <param name="context">The part.</param>
    /// <param name="counted">The one that was counted.</param>
    public static void Waive(HttpContext context, HttpContext counted) => context.Features.Set(new Waiver(counted));

    /// <summary>True for an address that is not counted, so that probes and clients can ask about limits without spending them.</summary>
    public static bool Exempts(string path) => Exempt.Contains(path);

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    private static bool IsExempt(HttpContext context) =>
        context.Request.IsOptions || Exempt.Contains(Trimmed(context.Request.Path.Value ?? "")) || context.Features.Get<Waiver>() is not null;

    private void Take(HttpContext context, TimeSpan took)
    {
        var bucket = BucketOf(context.Connection.RemoteIpAddress);
        var price = WorkPrice * took / refillOfOne;
        for (var left = LeftIn(bucket); left > 0; left = LeftIn(bucket))
        {
            using var lease = limiter.AttemptAcquire(bucket, (int)Math.Min(left, price));
            if (lease.IsAcquired)
                break; // otherwise another request took some meanwhile
        }

        if (!context.Response.HasStarted)
            Tell(context, bucket);
    }

    private void Tell(HttpContext context, int bucket)
    {
        context.Response.Headers["RateLimit-Policy"] = policy;
        context.Response.Headers["RateLimit"] = states[LeftIn(bucket)];
    }

    private int LeftIn(int bucket) => (int)Math.Clamp(limiter.GetStatistics(bucket)?.CurrentAvailablePermits ?? 0, 0, states.Length - 1);

    /// <summary>The path without a slash at its end: routes do not see it either.</summary>
    private static string Trimmed(string path) => path.EndsWith('/') ? path[..^1] : path;

    private static int BucketOf(IPAddress? client)
    {
        if (client is null)
            return 0;
        Span<byte> bytes = stackalloc byte[16];
        client = client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client;
        client.TryWriteBytes(bytes, out _);
        var hash = new HashCode();
        hash.AddBytes(client.AddressFamily is AddressFamily.InterNetworkV6 ? bytes[..8] : bytes[..4]);
        return hash.ToHashCode() & (Buckets - 1);
    }

    private sealed record Waiver(HttpContext Counted);
}
