namespace Nantong.OpenData.Plans;

/// <summary>All that is wrong with files from outside: the first faults one by one, and the number of all.</summary>
public sealed class Faults
{
    /// <summary>The most faults that are kept one by one: a longer list is read by nobody.</summary>
    public const int MostShown = 100;

    private readonly List<Unreadable> shown = [];

    /// <summary>The first faults, in the order of the files and of their lines; at most <see cref="MostShown"/>.</summary>
    public IReadOnlyList<Unreadable> Shown => shown;

    /// <summary>The number of all faults.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a fault; null adds nothing.</summary>
    public void Add(Unreadable? fault)
    {
        if (fault is null)
            return;
        Count++;
        if (shown.Count < MostShown)
            shown.Add(fault);
    }

    /// <summary>Adds a fault that is worked out only when it is kept: finding the place of one takes time, and there may be a million.</summary>
    public void Add(Func<Unreadable> fault)
    {
        Count++;
        if (shown.Count < MostShown)
            shown.Add(fault());
    }

    /// <summary>Adds faults.</summary>
    public void Add(IEnumerable<Unreadable> faults)
    {
        foreach (var fault in faults)
            Add(fault);
    }

    /// <summary>Adds those of another list, with the number of all of them.</summary>
    public void Add(Faults? faults)
    {
        if (faults is null)
            return;
        shown.AddRange(faults.shown.Take(MostShown - shown.Count));
        Count += faults.Count;
    }

    /// <summary>Takes the value of what was read, or its faults.</summary>
    public T? Take<T>(Parsed<T> parsed)
    {
        Add(parsed.Faults);
        return parsed.Value;
    }
}
