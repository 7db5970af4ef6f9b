using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>Runs long work on a thread of its own that gives way to all others: what follows an <c>await</c> comes back to it, not to the
/// threads that answer requests.</summary>
/// <remarks>Sockets complete on the threads that watch them: work that went on there would hold up every connection.</remarks>
internal static class QuietThread
{
    private const int Niceness = 10; // of 19: as `nice` does without a number
    private const ulong LongestSlice = 100_000_000; // nanoseconds: the most that Linux takes

    /// <summary>Runs some work to its end.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, result))
        {
            IsBackground = true,
            Name = "comparison",
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        return result.Task;
    }

    private static void Run<T>(Func<Task<T>> work, TaskCompletionSource<T> result)
    {
        if (OperatingSystem.IsLinux())
            GiveWay();
        using var steps = new Steps();
        SynchronizationContext.SetSynchronizationContext(steps);
        var task = work();
        task.ContinueWith(_ => steps.End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        steps.RunToTheEnd();
        if (task.IsCanceled)
            result.SetCanceled();
        else if (task.Exception is { } error)
            result.SetException(error.InnerExceptions);
        else
            result.SetResult(task.Result);
    }

    /// <summary>Has all other threads go first on Linux, where .NET sets no priorities. Since Linux 6.12 a thread that wakes takes the core at once
    /// from one whose slice is longer; otherwise it waits until that slice is over, however nice its owner is. Older ones look at niceness
    /// alone.</summary>
    private static void GiveWay()
    {
        _ = setpriority(which: 0, who: 0, Niceness); // of this thread alone
        var number = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => 314,
            Architecture.Arm64 => 274,
            _ => -1,
        };
        var wanted = default(SchedulingAttributes) with
        {
            Size = (uint)Marshal.SizeOf<SchedulingAttributes>(),
            Nice = Niceness,
            Runtime = LongestSlice,
        };
        _ = syscall(number, thread: 0, in wanted, flags: 0);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpriority(int which, int who, int priority);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint syscall(nint number, nint thread, in SchedulingAttributes wanted, nint flags);

    /// <summary><c>struct sched_attr</c> of sched_setattr(2): policy 0 is that of ordinary threads.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct SchedulingAttributes(
        uint Size,
        uint Policy,
        ulong Flags,
        int Nice,
        uint Priority,
        ulong Runtime,
        ulong Deadline,
        ulong Period
    );

    /// <summary>What is to be done on the thread next.</summary>
    private sealed class Steps : SynchronizationContext, IDisposable
    {
        private readonly BlockingCollection<(SendOrPostCallback Step, object? State)> steps = [];

        public override void Post(SendOrPostCallback d, object? state)
        {
            try
            {
                steps.Add((d, state));
            }
            catch (InvalidOperationException) // the work is done, and something that it started is not
            {
                ThreadPool.QueueUserWorkItem(step => d(step), state);
            }
        }

        public void End() => steps.CompleteAdding();

        public void RunToTheEnd()
        {
            foreach (var (step, state) in steps.GetConsumingEnumerable())
                step(state);
        }

        public void Dispose() => steps.Dispose();
    }
}
