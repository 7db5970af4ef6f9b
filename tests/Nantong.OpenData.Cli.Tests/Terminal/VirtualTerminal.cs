using System.Globalization;
using System.Text;
using Nantong.OpenData.Cli.Terminal;
using Spectre.Console;

namespace Nantong.OpenData.Cli.Tests.Terminal;

/// <summary>What a person sees of what was written: a terminal that knows as much of the language of terminals as progress and tables need.</summary>
internal sealed class VirtualTerminal : TextWriter
{
    private readonly Lock turn = new();
    private readonly List<StringBuilder> rows = [new()];
    private readonly HashSet<string> seen = [];
    private string? escape;
    private (int Row, int Column) cursor;

    /// <summary>A terminal of a width.</summary>
    public VirtualTerminal(int width = 80)
    {
        Console = Screen.TerminalOf(this);
        (Console.Profile.Width, Console.Profile.Height) = (width, 30);
    }

    /// <inheritdoc />
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The console that draws on it.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>True when the cursor can be seen.</summary>
    public bool HasCursor { get; private set; } = true;

    /// <summary>What stands on it now.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (turn)
                return [.. rows.Select(Text).Reverse().SkipWhile(line => line is "").Reverse()];
        }
    }

    /// <summary>What stood on it at any time, line by line.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (turn)
                return [.. seen];
        }
    }

    /// <summary>How many cells stand before a text: a Chinese character fills two.</summary>
    public static int Place(string line, string text)
    {
        var before = line.IndexOf(text, StringComparison.Ordinal);
        Assert.True(before >= 0, $"'{text}' is not in '{line}'");
        return line[..before].Sum(character => character >= '\u2e80' ? 2 : 1);
    }

    /// <inheritdoc />
    public override void Write(char value)
    {
        lock (turn)
            if (escape is not null)
                Escape(value);
            else if (value is '\e')
                escape = "";
            else if (value is '\r' or '\n')
                Move(value is '\r' ? 0 : 1);
            else
                Put(value);
    }

    private static string Text(StringBuilder row) => row.ToString().TrimEnd();

    private void Escape(char value)
    {
        escape += value;
        if (value is '[' or '?' or ';' || char.IsAsciiDigit(value))
            return;
        var number = int.TryParse(escape[1..^1], CultureInfo.InvariantCulture, out var given) ? given : 0;
        switch (value)
        {
            case 'A':
                Move(-Math.Max(number, 1));
                break;
            case 'J' or 'K':
                Assert.Equal(value is 'K' ? 2 : 0, number);
                Erase(value is 'K' ? 1 : rows.Count - cursor.Row);
                break;
            case 'h' or 'l':
                Assert.StartsWith("[?25", escape, StringComparison.Ordinal);
                HasCursor = value is 'h';
                break;
            default:
                Assert.Equal('m', value); // colour
                break;
        }

        escape = null;
    }

    private void Move(int down)
    {
        seen.Add(Text(rows[cursor.Row]));
        cursor = (cursor.Row + down, down < 0 ? cursor.Column : 0);
        if (cursor.Row == rows.Count)
            rows.Add(new());
    }

    /// <summary>Clears lines from the cursor's on, whose beginning is where it stands whenever this is asked for.</summary>
    private void Erase(int count)
    {
        foreach (var row in rows.GetRange(cursor.Row, count))
        {
            seen.Add(Text(row));
            row.Clear();
        }
    }

    private void Put(char value)
    {
        var row = rows[cursor.Row];
        row.Append(' ', Math.Max(0, cursor.Column + 1 - row.Length))[cursor.Column] = value;
        cursor.Column++;
    }
}
