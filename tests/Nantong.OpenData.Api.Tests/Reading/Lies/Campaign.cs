using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading.Lies;

/// <summary>Lies to the app, many times and in many ways, while readers ask it, and counts what they got.</summary>
/// <param name="connectionString">The store that tells the truth.</param>
/// <param name="expected">What each request is answered with while nobody lies.</param>
internal sealed class Campaign(string connectionString, IReadOnlyDictionary<AskedRequest, ReadAnswer> expected)
{
    private const int FaultsInALife = 5;
    private const int Beside = 4; // apps, each with a lying store of its own
    private const int AskedAtOnce = 6;

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30); // a busy machine included
    private static readonly TimeSpan LookedAtAgain = TimeSpan.FromSeconds(20); // later than any pause after damage

    /// <summary>Every way in which a store that is only read can lie.</summary>
    public static IReadOnlyList<LieKind> Kinds { get; } = [.. Enum.GetValues<LieKind>().Where(kind => kind is not LieKind.GarbledBatch)];

    private readonly ConcurrentDictionary<LieKind, int> told = new();
    private readonly ConcurrentQueue<string> wrong = new();
    private int answered,
        refused;

    /// <summary>What was wrong, each with its fault and its request.</summary>
    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>How often the store lied: faults of which at least one request was lied to.</summary>
    public int Told => told.Values.Sum();

    /// <summary>The counts in a line.</summary>
    public override string ToString() =>
        $"lied to {Told} times in {told.Count} kinds: {answered} answered rightly, {refused} refused, {wrong.Count} wrong";

    /// <summary>Runs it.</summary>
    /// <param name="faults">How many faults there are.</param>
    /// <param name="seed">Decides what they are.</param>
    public Task RunAsync(int faults, int seed)
    {
        var lives = Enumerable.Range(0, faults).Chunk(FaultsInALife);
        var beside = new ParallelOptions { MaxDegreeOfParallelism = Beside };
        return Parallel.ForEachAsync(lives, beside, async (numbers, _) => await LiveAsync(numbers, seed));
    }

    /// <summary>The life of a process: it starts, mostly under a lie, and is lied to some more times.</summary>
    private async Task LiveAsync(int[] numbers, int seed)
    {
        await using var lying = new LyingStore(connectionString);
        var clock = new QuickClock();
        var random = new Random(seed + numbers[0]);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        HostedApp? app = null;
        try
        {
            foreach (var number in numbers)
            {
                var fault = new Fault(Kinds[number % Kinds.Count], seed + number, random.Next(3) == 0 ? int.MaxValue : random.Next(1, 5));
                var fresh = app is null && random.Next(2) == 0;
                if (!fresh)
                    app ??= await StartAsync(lying, clock, client);
                lying.Script = fault.Answer;
                app ??= await StartUnderLiesAsync(lying, clock);
                var asked = Choose(random, fresh);
                await AskAsync(app, client, asked, fault, $"fault {number} ({fault.Kind}{(fresh ? ", from the start" : "")})", random);
                lying.Script = _ => null;
                clock.Skip(LookedAtAgain);
                await RecoverAsync(app, client, asked, $"after fault {number} ({fault.Kind})");
            }
        }
        finally
        {
            client.CancelPendingRequests();
            if (app is not null)
                await app.DisposeAsync();
        }
    }

    private static Task<HostedApp> StartUnderLiesAsync(LyingStore lying, QuickClock clock) =>
        HostedApp.StartAsync(
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                // Nothing is mended behind the reader's back.
                services.Remove(services.Single(service => service.ImplementationType?.Name == "Scheduler"));
            },
            ("OpenDataStorage", lying.ConnectionString),
            ("OpenData:PollSeconds", "1"),
            ("OpenData:PublicBaseUrl", BaseUrl)
        );

    /// <summary>The scheme and host in the links of all answers.</summary>
    public const string BaseUrl = "https://data.example.org";

    /// <summary>Starts an app and waits until it is ready.</summary>
    public static async Task<HostedApp> StartAsync(LyingStore store, QuickClock clock, HttpClient client)
    {
        var app = await StartUnderLiesAsync(store, clock);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var since = Stopwatch.StartNew(); since.Elapsed < Recovery; await pace.WaitForNextTickAsync())
        {
            using var ready = await client.GetAsync(new Uri(app.Address, "/health/ready"));
            if (ready.IsSuccessStatusCode)
                return app;
        }

        throw new TimeoutException("the app did not become ready over a store that tells the truth");
    }

    /// <summary>Some requests. Right from the start under a lie only exact addresses have one answer: the address of the plan shows the
    /// release before one that is damaged, and says so.</summary>
    private static AskedRequest[] Choose(Random random, bool fresh) =>
        [
            .. Enumerable
                .Range(0, AskedAtOnce)
                .Select(at =>
                    at < AskedAtOnce / 2 ? Questions.Read
                    : fresh || random.Next(2) == 0 ? Questions.Exact
                    : Questions.Moving
                )
                .Select(questions => questions[random.Next(questions.Count)])
                .Distinct(),
        ];

    private async Task AskAsync(HostedApp app, HttpClient client, AskedRequest[] asked, Fault fault, string when, Random random)
    {
        if (app.Services.GetRequiredService<Snapshots>() is { Condition.CheckedAt: null } snapshots)
            await Task.WhenAny(snapshots.RefreshAsync(), Task.Delay(fault.Kind is LieKind.Frozen ? 500 : 5_000));
        var asking = Task.WhenAll(asked.Select(request => JudgeAsync(app, client, request, when)));
        if (fault.Kind is LieKind.Frozen)
            await Task.WhenAny(asking, Task.Delay(random.Next(200, 1_500)));
        else
            await asking;
        fault.End();
        var all = await asking;
        if (fault.Told == 0)
            return; // everything was answered from memory: nothing was proven
        told.AddOrUpdate(fault.Kind, 1, (_, before) => before + 1);
        if (all.Contains(Outcome.Wrong))
            return;
        if (all.Contains(Outcome.Refused))
            Interlocked.Increment(ref refused);
        else
            Interlocked.Increment(ref answered);
    }

    private async Task<Outcome> JudgeAsync(HostedApp app, HttpClient client, AskedRequest request, string when)
    {
        try
        {
            var answer = await request.SendAsync(client, app.Address);
            if (answer.IsSame(expected[request]))
                return Outcome.Right;
            if (answer.IsRefusal || answer.SaysThatFiguresAreMissing || answer.SaysThatSomethingIsDamaged)
                return Outcome.Refused;
            wrong.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{when}: {request}: {answer}"));
            return Outcome.Wrong;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return Outcome.Refused; // it broke off, and the reader knows
        }
    }

    private async Task RecoverAsync(HostedApp app, HttpClient client, AskedRequest[] asked, string when)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        foreach (var request in asked)
        {
            for (var since = Stopwatch.StartNew(); ; await pace.WaitForNextTickAsync())
            {
                var answer = await request.SendAsync(client, app.Address);
                if (answer.IsSame(expected[request]))
                    break;
                if ((answer.IsRefusal || answer.SaysThatFiguresAreMissing || answer.SaysThatSomethingIsDamaged) && since.Elapsed < Recovery)
                    continue;
                wrong.Enqueue($"{when}: {request}: {answer}");
                break;
            }
        }
    }

    private enum Outcome
    {
        Right,
        Refused,
        Wrong,
    }
}
