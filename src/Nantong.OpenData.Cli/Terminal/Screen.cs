using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nantong.OpenData.Cli.Terminal;

/// <summary>What a command writes: results to standard output, progress and errors to standard error.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="live">True when progress may redraw one line, which only a terminal can.</param>
/// <param name="outputColor">True when results may carry colour.</param>
/// <param name="errorColor">True when progress and errors may carry colour.</param>
internal sealed class Screen(TextWriter output, TextWriter error, bool live, bool outputColor, bool errorColor)
{
    private const string ClearLine = "\r\e[2K";
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly Lock turn = new();
    private string? status;

    /// <summary>The console of this process: colour and redrawing only on a terminal, and not against NO_COLOR (https://no-color.org) or
    /// TERM=dumb.</summary>
    public static Screen OfConsole()
    {
        var escapes =
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new(
            Console.Out,
            Console.Error,
            escapes && !Console.IsErrorRedirected,
            escapes && !Console.IsOutputRedirected,
            escapes && !Console.IsErrorRedirected
        );
    }

    /// <summary>True when progress is redrawn in place.</summary>
    public bool Live => live;

    /// <summary>A line of the result.</summary>
    public void Line(string text = "") => Write(output, text);

    /// <summary>A line of a part's log, told apart by the part's name.</summary>
    public void Log(string part, string text) => Write(output, $"{Paint(outputColor, "2", $"{part, -5} |")} {text}");

    /// <summary>A result for a program to read: one JSON document, Chinese as such.</summary>
    public void Json<T>(T result) => Write(output, JsonSerializer.Serialize(result, JsonForm));

    /// <summary>A line of progress.</summary>
    public void Note(string text) => Write(error, text);

    /// <summary>What is going on right now. Redrawn in place on a terminal, left out elsewhere.</summary>
    public void Status(string text)
    {
        if (!live)
            return;
        lock (turn)
        {
            status = text;
            error.Write($"{ClearLine}{text}");
        }
    }

    /// <summary>What went wrong, and what to do about it.</summary>
    public void Problem(string problem, string? wayOut = null)
    {
        Write(error, $"{Paint(errorColor, "31", "error:")} {problem}");
        if (wayOut is not null)
            Write(error, wayOut);
    }

    /// <summary>Asks for a yes at a terminal; false without asking where there is nobody to answer.</summary>
    public bool Asks(string question)
    {
        if (!live || Console.IsInputRedirected)
            return false;
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
        if (live)
            Status($"… {doing}");
        else
            Note($"{doing} …");
        try
        {
            var result = await work();
            EndStatus();
            Note(string.Create(CultureInfo.InvariantCulture, $"{doing} ({watch.Elapsed.TotalSeconds:0.0} s)"));
            return result;
        }
        finally
        {
            EndStatus();
        }
    }

    private void EndStatus()
    {
        lock (turn)
        {
            if (status is not null)
                error.Write(ClearLine);
            status = null;
        }
    }

    private void Write(TextWriter to, string text)
    {
        lock (turn)
        {
            if (status is not null)
                error.Write(ClearLine);
            to.WriteLine(text);
            if (status is not null)
                error.Write(status);
        }
    }

    private static string Paint(bool color, string code, string text) => color ? $"\e[{code}m{text}\e[0m" : text;
}
