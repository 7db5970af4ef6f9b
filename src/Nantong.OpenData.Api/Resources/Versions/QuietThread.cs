using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>Runs long work on a thread of its own that gives way to all others: what follows an <c>await</c> comes back to it, not to the
/// threads that answer requests.</summary>
/// <remarks>Sockets complete on the threads that watch them: work that went on there would hold up every connection.</remarks>
internal static class QuietThread
{
    private const int GivingWay = 10; // of 19: as `nice` does without a number

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
            _ = setpriority(which: 0, who: 0, GivingWay); // of this thread alone: .NET sets no priorities there
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

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpriority(int which, int who, int priority);

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
