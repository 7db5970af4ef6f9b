using System.Globalization;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>A number as a row says it. Zeros at its end are no decimals more: programs write 100.0 for 100 as soon as one value of a column is
/// missing.</summary>
/// <param name="Value">The number.</param>
/// <param name="Decimals">Its decimals that are not zeros at the end.</param>
/// <param name="Digits">Its digits that count: without zeros at the front, and at the end of the decimals.</param>
internal readonly record struct ObservedNumber(decimal Value, int Decimals, int Digits)
{
    /// <summary>The number with at most as many decimals as its indicator has; it must not have more that count.</summary>
    public decimal With(int decimals)
    {
        var value = Value.Scale > decimals ? decimal.Round(Value, decimals) : Value;
        return value == 0 ? Math.Abs(value) : value; // zero has no sign
    }

    /// <summary>Reads digits with a sign before and a decimal point among them, and nothing else; never rounds.</summary>
    public static bool TryParse(string text, out ObservedNumber number)
    {
        number = default;
        var unsigned = text.AsSpan();
        if (unsigned is ['-' or '+', ..])
            unsigned = unsigned[1..];
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var fraction = point < 0 ? default : unsigned[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9'))
            return false;

        var counted = fraction.TrimEnd('0');
        var front = whole.TrimStart('0');
        var digits = front.Length == 0 ? counted.TrimStart('0').Length : front.Length + counted.Length;
        if (front.Length + fraction.Length > 27)
            fraction = counted; // as printed where that can be kept
        if (front.Length + fraction.Length > 27)
        {
            number = new ObservedNumber(decimal.MaxValue, counted.Length, digits); // too long to be held: refused for its digits
            return true;
        }

        var parsed = decimal.Parse($"{front}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var exact = decimal.Round(parsed, fraction.Length);
        number = new ObservedNumber(text[0] == '-' ? -exact : exact, counted.Length, digits);
        return true;
    }

    /// <summary>Reads a year: digits, which a program may have written as 2021.0.</summary>
    public static bool TryYear(string text, out int year)
    {
        year = 0;
        if (!TryParse(text.Trim(' '), out var number) || number.Decimals > 0 || number.Value is < 0 or > 9999 || text.Trim(' ')[0] is '+' or '-')
            return false;
        year = (int)number.Value;
        return true;
    }
}
