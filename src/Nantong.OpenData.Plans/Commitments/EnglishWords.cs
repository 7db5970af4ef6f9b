using System.Globalization;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Quantities and deadlines of commitments in English, made from their records: editorial, never official.</summary>
public static partial class EnglishWords
{
    private const decimal Million = 1_000_000;

    /// <summary>What is promised: <c>≥ 93 %</c>, <c>top 50</c>; empty for a milestone, whose subject says it.</summary>
    public static string Quantity(Commitment commitment) =>
        commitment.Unit is not { } unit
            ? ""
            : unit.Ucum switch
            {
                "{rank}" when commitment.Operator is QuantityOperator.Lte => $"top {Number(commitment.Value)}",
                "{rank}" => $"rank {Number(commitment.Value)}",
                "{class}" => $"{Bound(commitment.Operator)}class {Number(commitment.Value)}",
                "{item}" or "{sheet}" or "{set}" => $"{Bound(commitment.Operator)}{Numbers(commitment)}", // classifiers: the subject says of what
                _ => $"{Bound(commitment.Operator)}{Numbers(commitment)}{(unit.LabelEn is { } label ? $" {label}" : "")}",
            };

    /// <summary>By when, or when: <c>by 2025</c>, <c>2014–2020</c>, <c>3–5 years</c>; empty where the text sets no date.</summary>
    public static string Deadline(Commitment commitment) =>
        commitment.Deadline switch
        {
            null => "",
            { From: null, To: { } to } => $"by {Day(to)}",
            { From: { } from, To: { } to } when from == to => Day(to),
            { From: { Month: 1, Day: 1 } from, To: { Month: 12, Day: 31 } to } => from.Year == to.Year
                ? Text(to.Year)
                : $"{Text(from.Year)}–{Text(to.Year)}",
            { From: { } from, To: { } to } => $"{Day(from)} to {Day(to)}",
            var length => Years().Replace(length.Raw, match => $"{match.Groups[1].Value.Replace('—', '–')} years"),
        };

    private static string Bound(QuantityOperator op) =>
        op switch
        {
            QuantityOperator.Gt => "> ",
            QuantityOperator.Gte => "≥ ",
            QuantityOperator.Lt => "< ",
            QuantityOperator.Lte => "≤ ",
            QuantityOperator.About => "about ",
            _ => "",
        };

    private static string Numbers(Commitment commitment)
    {
        if (commitment is not { From: { } from, To: { } to })
            return Number(commitment.Value);
        var (size, name) = ScaleOf(from);
        return $"{Text(from / size)}–{Text(to / size)}{name}";
    }

    private static string Number(decimal? value)
    {
        var (size, name) = ScaleOf(value ?? 0);
        return Text((value ?? 0) / size) + name;
    }

    private static (decimal Size, string Name) ScaleOf(decimal value) =>
        value switch
        {
            >= Million * Million => (Million * Million, " trillion"),
            >= Million * 1000 => (Million * 1000, " billion"),
            >= Million => (Million, " million"),
            _ => (1, ""),
        };

    private static string Day(DateOnly day) =>
        day is { Month: 12, Day: 31 } ? Text(day.Year) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("#,0.#########", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[^0-9]*([0-9]+(?:—[0-9]+)?)年.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
