using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Lists;

/// <summary>What may have been meant by a value that no record has: a synonym of a code, its meaning in words, the value of the field beside it, a
/// slip of the finger.</summary>
internal static class FilterHints
{
    private const int Most = 3;
    private const int MostCompared = 2000; // values, letter by letter

    /// <summary>The conditions that may have been meant, as they would be written: <c>category.id=city-function</c>.</summary>
    /// <param name="condition">The condition of which a value occurs nowhere.</param>
    /// <param name="value">The value.</param>
    /// <param name="records">The records.</param>
    /// <param name="fields">Their fields.</param>
    /// <param name="names">The ids of what is called by the value.</param>
    public static IReadOnlyList<string> Of(
        Condition condition,
        string value,
        IReadOnlyList<object> records,
        FieldSet fields,
        IReadOnlyList<string> names
    )
    {
        var own = condition.Field;
        if (own.Kind != FieldKind.Text || value.Length is 0 or > 100)
            return [];

        string[] present = [.. records.SelectMany(own.Values).Cast<string>().Distinct()];
        Field[] beside = [.. Siblings(own, fields).Where(field => records.Any(record => Says(field, record, value)))];
        IEnumerable<string> hints =
        [
            .. names.Where(present.Contains).Select(id => Written(own, id)),
            .. present.Where(known => Same(known, value)).Select(known => Written(own, known)),
            .. beside.Select(field => Written(field, records.SelectMany(field.Values).Cast<string>().First(known => Same(known, value)))),
            .. own.Many
                ? []
                : beside
                    .SelectMany(field => records.Where(record => Says(field, record, value)))
                    .Select(own.Value)
                    .OfType<string>()
                    .Distinct()
                    .Select(known => Written(own, known)),
            .. DidYouMean.Of(value, own.Codes.Concat(present).Distinct().Take(MostCompared)).Select(known => Written(own, known)),
        ];
        return [.. hints.Distinct().Take(Most)];
    }

    /// <summary>The fields that say the same of a record in other words: those of the same object, or those of the record itself.</summary>
    private static IEnumerable<Field> Siblings(Field field, FieldSet fields)
    {
        var holder = HolderOf(field.Path);
        return fields.Scalars.Where(other =>
            other != field && other.Kind == FieldKind.Text && (HolderOf(other.Path) == holder || HolderOf(other.Path) == $"{holder}label.")
        );
    }

    private static string Written(Field field, string value) => $"{field.Path}={value}";

    private static bool Says(Field field, object record, string value) => field.Any(record, known => Same(known, value));

    private static string HolderOf(string path) => path[..(path.LastIndexOf('.') + 1)];

    private static bool Same(object other, string value) => other is string text && text.Equals(value, StringComparison.OrdinalIgnoreCase);
}
