using System.Diagnostics.CodeAnalysis;

namespace Nantong.OpenData.Plans;

/// <summary>Why a text from outside could not be read.</summary>
/// <param name="Where">The place: a parameter (<c>limit</c>), or a file with its line (<c>source.txt line 298</c>).</param>
/// <param name="Found">What stood there, quoted as it is; only its beginning where it is long.</param>
/// <param name="Rule">The rule that it broke, as a noun phrase that says what is allowed.</param>
public sealed record Unreadable(string Where, string Found, string Rule)
{
    /// <summary>The most characters that are quoted. What stood there may be a whole file.</summary>
    private const int MostQuoted = 200;

    /// <summary>The place: a parameter, or a file with its line or the id that stands there.</summary>
    public string Where { get; } = Quoted.Text(Cut(Where));

    /// <summary>What stood there, by <see cref="Quoted"/>; with … at its end where it is longer than 200 characters.</summary>
    public string Found { get; } = Quoted.Text(Cut(Found));

    /// <summary>The rule that it broke, as a noun phrase that says what is allowed.</summary>
    public string Rule { get; } = Quoted.Text(Rule);

    /// <summary>Where in the line it stands, in UTF-16 units from 1; null where the line as a whole is meant, or no line.</summary>
    public int? Column { get; init; }

    /// <summary>One sentence for a log or a terminal.</summary>
    public override string ToString() =>
        Column is { } column
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Where} column {column}: found '{Found}', expected {Rule}")
            : $"{Where}: found '{Found}', expected {Rule}";

    /// <summary>The beginning of a text, with no character of two halves cut in half.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= MostQuoted)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MostQuoted - 1]) ? MostQuoted - 1 : MostQuoted), "…");
    }
}

/// <summary>A value read from text, or the reason why there is none.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed class Parsed<T>
{
    private readonly Unreadable? first;
    private readonly Faults? all;

    private Parsed(T? value, Unreadable? first, Faults? all) => (Value, this.first, this.all) = (value, first, all);

    /// <summary>The value; null when <see cref="Error"/> is set.</summary>
    public T? Value { get; }

    /// <summary>Why the text could not be read, the first reason where there are many; null when it could.</summary>
    public Unreadable? Error => first;

    /// <summary>Every reason why the text could not be read; null when it could.</summary>
    public Faults? Faults
    {
        get
        {
            if (first is null)
                return null;
            if (all is not null)
                return all;
            var one = new Faults();
            one.Add(first);
            return one;
        }
    }

    /// <summary>Takes the two forms apart: true with the value, or false with the error.</summary>
    public bool Try([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Unreadable? error)
    {
        (value, error) = (Value, Error);
        return error is null;
    }

    /// <summary>A value that was read.</summary>
    public static implicit operator Parsed<T>(T value) => new(value, null, null);

    /// <summary>A text that could not be read.</summary>
    public static implicit operator Parsed<T>(Unreadable error) => new(default, error, null);

    /// <summary>A text that could not be read, for one reason or more.</summary>
    public static implicit operator Parsed<T>(Faults faults) => new(default, faults.Shown[0], faults);
}
