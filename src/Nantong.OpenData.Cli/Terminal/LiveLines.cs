using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nantong.OpenData.Cli.Terminal;

/// <summary>What is going on right now, at the foot of a terminal: a line for each open step, and one for how far the innermost has come. One
/// display for all of them, because Spectre.Console allows one at a time. Not for two threads at once.</summary>
internal sealed class LiveLines
{
    private readonly TaskCompletionSource over = new();
    private readonly Task display;
    private readonly List<ProgressTask> steps = [];
    private ProgressContext? context;
    private ProgressTask? status;

    /// <summary>Puts an empty display on a terminal, where it stays until <see cref="Close"/>.</summary>
    public LiveLines(IAnsiConsole terminal) =>
        display = new Progress(terminal)
            .AutoClear(true)
            .ExcludeVerticalPadding()
            .Columns(
                new SpinnerColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new CountedColumn(new ProgressBarColumn { Width = 20 }),
                new CountedColumn(new ShareColumn())
            )
            .StartAsync(started =>
            {
                context = started;
                return over.Task;
            });

    /// <summary>True when no step is open.</summary>
    public bool Idle => steps is [];

    /// <summary>Adds the line of a step, below those that are open.</summary>
    public ProgressTask Begin(string doing)
    {
        EndStatus();
        var step = Add(doing);
        steps.Add(step);
        context!.Refresh();
        return step;
    }

    /// <summary>Removes the line of a step, and how far it had come.</summary>
    public void End(ProgressTask step)
    {
        EndStatus();
        steps.Remove(step);
        context!.RemoveTask(step);
    }

    /// <summary>Says how far the innermost step has come, with a bar where there is more than one part to count.</summary>
    public void Say(string text, int done, int total)
    {
        status ??= Add(text);
        status.Description = Escape(text);
        status.IsIndeterminate = total <= 1;
        status.MaxValue = Math.Max(total, 1);
        status.Value = total <= 1 ? 0 : done;
    }

    /// <summary>Removes the display. What was open is forgotten.</summary>
    public void Close()
    {
        over.TrySetResult();
        display.GetAwaiter().GetResult();
    }

    private ProgressTask Add(string text)
    {
        var task = context!.AddTask(Escape(text));
        task.IsIndeterminate = true;
        return task;
    }

    private void EndStatus()
    {
        if (status is not null)
            context!.RemoveTask(status);
        status = null;
    }

    /// <summary>Brackets stand for themselves; a line has at least one character.</summary>
    private static string Escape(string text) => string.IsNullOrWhiteSpace(text) ? "…" : Markup.Escape(text);

    /// <summary>A column that is empty where nothing is counted.</summary>
    private sealed class CountedColumn(ProgressColumn counted) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            task.IsIndeterminate ? Text.Empty : counted.Render(options, task, deltaTime);
    }

    /// <summary>How many parts are done, of how many.</summary>
    private sealed class ShareColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text($"{task.Value}/{task.MaxValue}");
    }
}
