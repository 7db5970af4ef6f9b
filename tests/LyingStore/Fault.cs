namespace Nantong.OpenData.Tests;

/// <summary>A script by which a store lies in one way, the same for the same seed.</summary>
/// <param name="kind">How it lies.</param>
/// <param name="seed">Decides everything that is left open.</param>
/// <param name="times">To how many requests it lies; the others get the truth.</param>
internal sealed class Fault(LieKind kind, int seed, int times = int.MaxValue)
{
    private static readonly string?[] Codes =
    [
        "ServerBusy",
        "InternalError",
        "OperationTimedOut",
        "AuthenticationFailed",
        "ResourceNotFound",
        "InvalidInput",
        "ConditionNotMet",
        "RequestBodyTooLarge",
        null,
        null,
    ];

    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int told;

    /// <summary>How it lies.</summary>
    public LieKind Kind => kind;

    /// <summary>To how many requests it has lied.</summary>
    public int Told => Math.Min(Volatile.Read(ref told), times);

    /// <summary>Ends it: the truth is told, and what is frozen is let go.</summary>
    public void End() => over.TrySetResult();

    /// <summary>What a request is told; null for the truth.</summary>
    public Lie? Answer(StoreRequest request)
    {
        if (over.Task.IsCompleted || !Fits(request))
            return null;
        var number = Interlocked.Increment(ref told);
        return number > times ? null : LieTo(request, new Random(HashCode.Combine(seed, number)));
    }

    /// <summary>True for requests to which it can lie.</summary>
    private bool Fits(StoreRequest request) =>
        kind switch
        {
            LieKind.GarbledBatch => request.IsBatch,
            LieKind.FlippedBlob => request.AsksForContent,
            LieKind.FlippedRow or LieKind.GarbledRows or LieKind.LostRows or LieKind.OtherValue => request.AsksForRows,
            LieKind.Cut or LieKind.Short or LieKind.BrokenOff => request.Method is "GET",
            _ => true,
        };

    private Lie LieTo(StoreRequest request, Random random) =>
        kind switch
        {
            LieKind.Status => Lie.Refusal(request, random.Next(200, 600), Codes[random.Next(Codes.Length)]),
            LieKind.Page => new Lie.Invented(
                Lie.Page(200, random.Next(2) == 0 ? "text/html" : "application/json", "<html><body>Please sign in</body></html>")
            ),
            LieKind.Redirect => new Lie.Invented(
                Lie.Page(random.Next(2) == 0 ? 302 : 307, "text/html", "<html>elsewhere</html>", ("Location", "https://sign-in.example.org/"))
            ),
            LieKind.Late => new Lie.Late(TimeSpan.FromMilliseconds(random.Next(50, 600))),
            LieKind.Frozen => new Lie.Frozen(over.Task),
            LieKind.Cut => new Lie.Cut(random.NextDouble(), Reset: false),
            LieKind.BrokenOff => new Lie.Cut(random.NextDouble(), Reset: true),
            LieKind.Gone => new Lie.Gone(),
            LieKind.Short => new Lie.Altered(answer => answer.With(answer.Body[..random.Next(answer.Body.Length + 1)])),
            LieKind.FlippedBlob or LieKind.FlippedRow => new Lie.Altered(answer => answer.With(Garbling.Flip(answer.Body, random))),
            LieKind.GarbledRows => new Lie.Altered(answer => answer.With(Garbling.Overwrite(answer.Body, random))),
            LieKind.LostRows => new Lie.Altered(answer => answer.With(Garbling.LoseRows(answer.Body, random))),
            LieKind.OtherValue => new Lie.Altered(answer => answer.With(Garbling.ChangeValue(answer.Body, random))),
            _ => new Lie.Altered(answer => answer.With(Garbling.GarbleBatch(answer.Body, random))),
        };
}
