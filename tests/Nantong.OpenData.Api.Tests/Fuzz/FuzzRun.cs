using System.Collections.Concurrent;
using System.Security.Cryptography;
using Nantong.OpenData.Api.Tests.Contracts;

namespace Nantong.OpenData.Api.Tests.Fuzz;

/// <summary>What came of many requests.</summary>
/// <param name="Statuses">How often each status came.</param>
/// <param name="Complaints">What was wrong, each with the request that shows it.</param>
internal sealed record FuzzResult(IReadOnlyDictionary<int, int> Statuses, IReadOnlyList<string> Complaints)
{
    /// <inheritdoc />
    public override string ToString() => string.Join(", ", Statuses.OrderBy(count => count.Key).Select(count => $"{count.Value}x {count.Key}"));
}

/// <summary>Sends many requests at once and looks at every answer.</summary>
/// <param name="contract">What answers are compared with.</param>
/// <param name="server">Who is asked.</param>
/// <param name="patience">How long an answer may take.</param>
internal sealed class FuzzRun(PublishedContract contract, Uri server, TimeSpan patience)
{
    private const int Connections = 8;
    private const int Large = 4096;

    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentDictionary<string, string?> seen = new();

    /// <summary>Sends the requests.</summary>
    public async Task<FuzzResult> SendAsync(IEnumerable<FuzzRequest> requests)
    {
        var waiting = new ConcurrentQueue<FuzzRequest>(requests);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => WorkAsync(waiting))));
        return new FuzzResult(statuses, [.. complaints]);
    }

    private async Task WorkAsync(ConcurrentQueue<FuzzRequest> waiting)
    {
        RawConnection? connection = null;
        while (waiting.TryDequeue(out var request))
        {
            using var limit = new CancellationTokenSource(patience);
            string? complaint;
            try
            {
                connection ??= await RawConnection.OpenAsync(server, limit.Token);
                var answer = await connection.AskAsync(request.Method, request.Meant, request.Bytes, limit.Token);
                complaint = answer is null ? "the connection was closed without an answer" : Complaint(request, answer);
                if (answer is not null)
                    statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                complaint = $"no answer within {patience.TotalSeconds} s";
            }
            // Whatever an answer does to its reader, the request that brought it is told.
            catch (Exception error) when (error is not OperationCanceledException)
            {
                complaint = $"{error.GetType().Name}: {error.Message}";
            }

            if (complaint is not null)
                complaints.Enqueue($"#{request.Number} {complaint}\n  {request.Curl(server)}");
            if (complaint is null && connection is { IsOpen: true })
                continue;
            connection?.Dispose();
            connection = null;
        }

        connection?.Dispose();
    }

    private string? Complaint(FuzzRequest request, Answer answer)
    {
        if (answer.Status >= 500)
            return $"answered {answer.Status}";
        if (request.MayBeNoHttp && answer is { Status: 400 or 405 or 414 or 431, Body: [] } && !answer.Headers.ContainsKey("X-Request-Id"))
            return null;
        if (answer.Body.Length < Large)
            return AnswerCheck.Complaint(contract, answer);

        // What is large comes often, and always the same.
        var key =
            $"{contract.Find(answer.Target)?.Id} {answer.Status} {answer.MediaType} {string.Join(',', answer.Headers.Keys)} "
            + $"{Convert.ToHexString(SHA256.HashData(answer.Body))}";
        return seen.GetOrAdd(key, _ => AnswerCheck.Complaint(contract, answer));
    }
}
