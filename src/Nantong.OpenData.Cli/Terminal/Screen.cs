using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Nantong.OpenData.Cli.Terminal;

/// <summary>What a command writes: results to standard output, progress and errors to standard error. Plain lines, except at a terminal.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="outputTerminal">The terminal that shows standard output; null where it goes elsewhere, or where nothing may be drawn.</param>
/// <param name="errorTerminal">The terminal that shows standard error, likewise. Only there is progress redrawn in place.</param>
internal sealed class Screen(TextWriter output, TextWriter error, IAnsiConsole? outputTerminal = null, IAnsiConsole? errorTerminal = null)
    : IDisposable
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly Lock turn = new();
    private LiveLines? live;

    /// <summary>The console of this process: colour and redrawing only on a terminal, and not against NO_COLOR (https://no-color.org) or
    /// TERM=dumb.</summary>
    public static Screen OfConsole()
    {
        var escapes =
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        var screen = new Screen(
            Console.Out,
            Console.Error,
            escapes && !Console.IsOutputRedirected ? TerminalOf(Console.Out) : null,
            escapes && !Console.IsErrorRedirected ? TerminalOf(Console.Error) : null
        );
        if (screen.Live)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => screen.CloseAtExit();
        return screen;
    }

    /// <summary>A terminal behind a writer.</summary>
    public static IAnsiConsole TerminalOf(TextWriter writer) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Interactive = InteractionSupport.Yes,
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false }, // what the environment says was asked above
            }
        );

    /// <summary>True when progress is redrawn in place.</summary>
    public bool Live => errorTerminal is not null;

    /// <summary>A line of the result.</summary>
    public void Line(string text = "") => Write(output, outputTerminal, text);

    /// <summary>A line of a part's log, told apart by the part's name.</summary>
    public void Log(string part, string text) => Write(output, outputTerminal, $" {text}", $"{part, -5} |", new Style(decoration: Decoration.Dim));

    /// <summary>A result for a program to read: one JSON document, Chinese as such.</summary>
    public void Json<T>(T result) => Write(output, outputTerminal, JsonSerializer.Serialize(result, JsonForm));

    /// <summary>A table of the result: drawn at a terminal, elsewhere lines of plain text.</summary>
    /// <param name="columns">Its columns. At a terminal the widest wrap.</param>
    /// <param name="rows">The cells of each row.</param>
    /// <param name="sentence">What a row reads like as plain text; null for columns under their heads.</param>
    public void Table(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows, Func<string[], string>? sentence = null)
    {
        var lines =
            outputTerminal is not null ? [outputTerminal.ToAnsi(TableForms.Drawn(columns, rows)).TrimEnd('\r', '\n')]
            : sentence is null ? TableForms.Plain(columns, rows)
            : rows.Select(sentence);
        foreach (var line in lines)
            Line(line);
    }

    /// <summary>A line of progress.</summary>
    public void Note(string text) => Write(error, errorTerminal, text);

    /// <summary>How far the work has come, also outside of a step. Redrawn in place on a terminal, left out elsewhere.</summary>
    /// <param name="text">What is going on.</param>
    /// <param name="done">How many of its parts are done.</param>
    /// <param name="total">How many parts it has; a bar shows when there is more than one.</param>
    public void Status(string text, int done = 0, int total = 0)
    {
        if (errorTerminal is null)
            return;
        lock (turn)
            (live ??= new LiveLines(errorTerminal)).Say(text, done, total);
    }

    /// <summary>What went wrong, and what to do about it.</summary>
    public void Problem(string problem, string? wayOut = null)
    {
        Write(error, errorTerminal, $" {problem}", "error:", new Style(Color.Maroon));
        if (wayOut is not null)
            Write(error, errorTerminal, wayOut);
    }

    /// <summary>Asks for a yes at a terminal; false without asking where there is nobody to answer.</summary>
    public bool Asks(string question)
    {
        if (!Live || Console.IsInputRedirected)
            return false;
        Dispose();
        error.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    /// <summary>Does a piece of work, saying when it begins and how long it took.</summary>
    public Task StepAsync(string doing, Func<Task> work) =>
        StepAsync(
            doing,
            async () =>
            {
                await work();
                return true;
            }
        );

    /// <summary>Does a piece of work, saying when it begins and how long it took.</summary>
    public async Task<T> StepAsync<T>(string doing, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var step = Begin(doing);
        T result;
        try
        {
            result = await work();
        }
        finally
        {
            End(step);
        }

        Note(string.Create(CultureInfo.InvariantCulture, $"{doing} ({watch.Elapsed.TotalSeconds:0.0} s)"));
        return result;
    }

    /// <summary>Takes what is redrawn off the terminal. The screen can be used again.</summary>
    public void Dispose()
    {
        lock (turn)
        {
            live?.Close();
            live = null;
        }
    }

    /// <summary>Gives the cursor back when a command is cut off. Whoever holds the screen may be stuck in a pipe that nobody reads: it is not
    /// waited for long.</summary>
    private void CloseAtExit()
    {
        if (!turn.TryEnter(TimeSpan.FromSeconds(1)))
            return;
        try
        {
            Dispose();
        }
        finally
        {
            turn.Exit();
        }
    }

    private ProgressTask? Begin(string doing)
    {
        lock (turn)
        {
            if (errorTerminal is not null)
                return (live ??= new LiveLines(errorTerminal)).Begin(doing);
            error.WriteLine($"{doing} …");
            return null;
        }
    }

    private void End(ProgressTask? step)
    {
        if (step is null)
            return;
        lock (turn)
        {
            live?.End(step);
            if (live is { Idle: true })
                Dispose();
        }
    }

    /// <summary>Writes a line as it is, neither parsed nor wrapped.</summary>
    private void Write(TextWriter writer, IAnsiConsole? terminal, string text, string head = "", Style? style = null)
    {
        lock (turn)
            if (terminal is null)
                writer.WriteLine($"{head}{text}");
            else if (live is null)
                terminal.Write(ControlCode.Create(terminal, to => to.Write(head, style ?? Style.Plain).WriteLine(text)));
            else // by the console that draws the live lines again below; what stands of them is erased, because it may be longer than the text
                errorTerminal!.Write(ControlCode.Create(terminal, to => to.EraseInDisplay(0).Write(head, style ?? Style.Plain).WriteLine(text)));
    }
}
