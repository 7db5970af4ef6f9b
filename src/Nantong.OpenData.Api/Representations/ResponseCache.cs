using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Representations;

/// <summary>Answers that are ready to be sent again, until anything moves that readers see. Bounded: the least recently used go first.</summary>
/// <param name="snapshots">Tells when something has moved.</param>
/// <param name="budget">What they may take in memory, in bytes; none are kept when zero.</param>
internal sealed class ResponseCache(Snapshots snapshots, long budget)
{
    private const int LongestTarget = 1024; // characters of path and query as sent
    private const int LongestHost = 256;
    private const int Alternatives = 8;

    private volatile CacheGeneration shelf = new(snapshots.Generation, budget);

    /// <summary>Answers a request from memory, or lets it pass and remembers the answer when that lasts.</summary>
    /// <remarks>Stands before routing: what is found here runs nothing else. <c>Accept-Datetime</c> names moments without end: it passes. So does a
    /// condition that may fail, since a refusal tells of the address, which is read later.</remarks>
    /// <param name="next">What makes answers.</param>
    /// <param name="found">Told of a request that is answered from memory, before it is; null where nobody asks.</param>
    public RequestDelegate Serve(RequestDelegate next, Action<HttpContext>? found = null) =>
        context =>
        {
            var request = context.Request;
            var reads = request.IsGet || request.IsHead;
            if (budget == 0 || !reads || request.Headers.ContainsKey(Memento.AcceptDatetime) || Preconditions.MayFail(request))
                return next(context);

            var current = Current();
            Span<char> buffer = stackalloc char[LongestTarget + LongestHost + 16];
            var key = buffer[..WriteKey(buffer, request)];
            if (key.IsEmpty)
                return next(context);
            if (current.Find(key, request) is { } answer && !AcceptedCodings.Read(request.Headers.AcceptEncoding).IsNothing)
            {
                found?.Invoke(context);
                return answer.SendAsync(context);
            }

            context.Features.Set(new CacheSlot(current, key.ToString()));
            return next(context);
        };

    /// <summary>The answers of this moment: as soon as anything moves, those of before are let go whole, with whatever late requests still put
    /// there.</summary>
    private CacheGeneration Current()
    {
        var (held, moment) = (shelf, snapshots.Generation);
        return ReferenceEquals(held.Generation, moment) ? held : shelf = new CacheGeneration(moment, budget);
    }

    /// <summary>Address of an answer: scheme and host, of which links are made, and the target as it was sent.</summary>
    /// <remarks>Decoded, a path can hold what looks like a query: <c>/indicators%0A%3Flimit=1</c> is another address than
    /// <c>/indicators?limit=1</c>.</remarks>
    /// <returns>Its length; 0 when it is too long to keep.</returns>
    private static int WriteKey(Span<char> key, HttpRequest request)
    {
        var (length, target) = (0, request.HttpContext.Features.GetRequired<IHttpRequestFeature>().RawTarget);
        var fits = target.Length is > 0 and <= LongestTarget && Add(key, request.Scheme) && Add(key, request.Host.Value) && Add(key, target);
        return fits ? length : 0;

        bool Add(Span<char> to, string? part)
        {
            part ??= "";
            if (!part.TryCopyTo(to[length..]))
                return false;
            length += part.Length;
            if (length == to.Length)
                return false;
            to[length++] = '\n'; // no part can hold it: nothing is decoded
            return true;
        }
    }

    /// <summary>The answers of one moment.</summary>
    internal sealed class CacheGeneration(object moment, long budget)
    {
        private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = budget });

        /// <summary>The moment.</summary>
        public object Generation => moment;

        /// <summary>The answer at an address that fits the request's headers; null when none is kept.</summary>
        public CachedResponse? Find(ReadOnlySpan<char> key, HttpRequest request)
        {
            if (!answers.TryGetValue(key, out CachedResponse[]? kept))
                return null;
            foreach (var answer in kept!)
                if (Fits(answer, request))
                    return answer;
            return null;
        }

        /// <summary>Keeps an answer beside those of the same address that other headers ask for.</summary>
        public void Keep(string key, CachedResponse answer)
        {
            if (answer.Bytes > budget / 8)
                return; // one shall not drive out all others
            CachedResponse[] kept = [answer, .. (answers.TryGetValue(key, out CachedResponse[]? others) ? others! : []).Take(Alternatives - 1)];
            using var entry = answers.CreateEntry(key);
            entry.Value = kept;
            entry.Size = kept.Sum(one => one.Bytes);
        }

        private static bool Fits(CachedResponse answer, HttpRequest request)
        {
            foreach (var (name, value) in answer.Wishes)
                if (request.Headers[name] != value)
                    return false;
            return true;
        }
    }
}

/// <summary>The place of an answer that is not kept yet.</summary>
/// <param name="shelf">The answers of the moment at which the request came.</param>
/// <param name="key">Its address.</param>
internal sealed class CacheSlot(ResponseCache.CacheGeneration shelf, string key)
{
    /// <summary>Makes an answer ready and keeps it: its body, and the headers that are its own.</summary>
    public CachedResponse Fill(ReadOnlyMemory<byte> body, Delivery delivery, HttpContext context)
    {
        var answer = new CachedResponse(body, delivery, [.. context.Response.Headers.Where(header => !EdgeHeaders.Hold(header))])
        {
            Wishes = WishesOf(context),
        };
        shelf.Keep(key, answer);
        return answer;
    }

    private static KeyValuePair<string, StringValues>[] WishesOf(HttpContext context) =>
        [
            .. from name in context.Response.Headers.GetCommaSeparatedValues(HeaderNames.Vary).Distinct(StringComparer.OrdinalIgnoreCase)
            where
                !name.Equals(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase)
                && !name.Equals(Memento.AcceptDatetime, StringComparison.OrdinalIgnoreCase)
            select KeyValuePair.Create(name, context.Request.Headers[name]),
        ];
}
