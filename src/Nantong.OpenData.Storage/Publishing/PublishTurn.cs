using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>The turn that everybody takes who changes the releases of a plan: one at a time, each with the pointer in hand.</summary>
/// <remarks>
/// A lease alone does not do: a process that is stopped, and goes on when its lease is over, still believes that it is its turn. So the first thing
/// that a turn writes is the pointer's row (the fence): whoever held the turn before has an old ETag of it, and can move it no more.
/// </remarks>
internal sealed class PublishTurn : IAsyncDisposable
{
    /// <summary>How long to wait for it: the turn of a publisher that died ends within it.</summary>
    public static readonly TimeSpan LongestWait = StoreLock.Term + TimeSpan.FromSeconds(5);

    private readonly StoreLock held;
    private readonly Store store;
    private readonly TimeProvider clock;
    private readonly LatestPointer pointers;
    private PointerAt? pointer;

    private PublishTurn(StoreLock held, Store store, string plan, TimeProvider clock)
    {
        (this.held, this.store, this.clock, Plan) = (held, store, clock, plan);
        pointers = new LatestPointer(store);
    }

    /// <summary>Id of the plan.</summary>
    public string Plan { get; }

    /// <summary>Tells this turn from every other one.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>True when this turn has shown to readers what an earlier one had sealed.</summary>
    public bool HasShown { get; private set; }

    /// <summary>Cancelled when the turn is lost; what is under way must stop then.</summary>
    public CancellationToken Lost => held.Lost;

    /// <summary>Name of the lock.</summary>
    public static string Name(string plan) => $"publish-{RowAddress.Slug(plan)}";

    /// <summary>Waits for the turn; null when another process keeps it.</summary>
    public static async Task<PublishTurn?> TakeAsync(
        Store store,
        string plan,
        TimeSpan patience,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        await StoreLock.AcquireAsync(store, Name(plan), patience, clock, cancellationToken) is { } held
            ? new PublishTurn(held, store, plan, clock)
            : null;

    /// <summary>Stops whoever goes on after the turn is over: asked before everything that cannot be taken back.</summary>
    /// <exception cref="OperationCanceledException">The turn is over.</exception>
    public void EnsureHeld() => held.EnsureHeld();

    /// <summary>Reads the plan's releases, and shows what an earlier turn had sealed when it ended: its publisher may have been told so, and readers
    /// were not.</summary>
    /// <exception cref="BrokenReleaseException">The pointer is missing, was set back, or names no release: nobody may publish over that.</exception>
    public async Task<PublishHistory> BeginAsync(CancellationToken cancellationToken)
    {
        var history = await PublishHistory.ReadAsync(store, Plan, cancellationToken);
        if (history.FindPointerDamage() is { } damage)
            throw new BrokenReleaseException(damage);
        pointer = history.Pointer;
        if (history.Unshown is [] || pointer is null)
            return history;

        HasShown |= await ShowAsync(history, cancellationToken);
        return await BeginAsync(cancellationToken);
    }

    /// <summary>Takes the pointer: writes its row as it stands, under the name of this turn.</summary>
    /// <returns>False when somebody else has written it since this turn began.</returns>
    public async Task<bool> FenceAsync(CancellationToken cancellationToken)
    {
        EnsureHeld();
        var values = pointer?.Values ?? new PointerValues(null, null, null, null, []);
        if (await pointers.WriteAsync(Plan, values with { Turns = [.. values.Turns, Id] }, pointer, cancellationToken) is not { } fenced)
            return false;
        pointer = fenced;
        return true;
    }

    /// <summary>True while nobody else has taken the pointer: asked of the store before each step, since a turn may be over before its holder
    /// knows.</summary>
    public async Task<bool> IsFencedAsync(CancellationToken cancellationToken)
    {
        EnsureHeld();
        return (await pointers.FindRowAsync(Plan, cancellationToken))?.ETag == pointer?.ETag;
    }

    /// <summary>Keeps the records of what was sealed, and moves the pointer to what the rows say now.</summary>
    /// <returns>False when somebody else has written the pointer since, and not to this.</returns>
    public async Task<bool> ShowAsync(PublishHistory history, CancellationToken cancellationToken)
    {
        foreach (var release in history.Unshown)
        {
            if (release.Entry.Record is { } record)
                await new ReleaseRecords(store).KeepAsync(record, cancellationToken);
        }

        return await pointers.WriteAsync(Plan, history.RightPointer(clock.GetUtcNow()), pointer, cancellationToken) is not null;
    }

    /// <summary>Reads the rows again, with the pointer as this turn has it.</summary>
    public async Task<PublishHistory> ReadAgainAsync(CancellationToken cancellationToken)
    {
        var rows = await new ReleaseRows(store).AllAsync(Plan, cancellationToken);
        return new PublishHistory(Plan, pointer, rows.Rows, rows.Damage);
    }

    /// <summary>Ends the turn.</summary>
    public ValueTask DisposeAsync() => held.DisposeAsync();
}
