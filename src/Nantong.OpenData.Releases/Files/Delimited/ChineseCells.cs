using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Releases.Files.Delimited;

/// <summary>The records that a column names by their ids.</summary>
public enum NamedRecords
{
    /// <summary>The indicators.</summary>
    Indicators,

    /// <summary>The places.</summary>
    Places,
}

/// <summary>What stands in the cells of the Chinese files instead of a code: its meaning; instead of the id of an indicator or place: its name; 是 and
/// 否. And the way back.</summary>
public sealed class ChineseCells
{
    private const string Yes = "是",
        No = "否";
    private readonly Dictionary<NamedRecords, IReadOnlyDictionary<string, string>> names;
    private readonly Dictionary<NamedRecords, Dictionary<string, string>> ids;

    /// <summary>Knows the names of a plan's records.</summary>
    public ChineseCells(IReadOnlyList<Indicator> indicators, IReadOnlyList<Place> places)
    {
        names = new()
        {
            [NamedRecords.Indicators] = Distinct(indicators.Select(row => (row.Id, row.Name))),
            [NamedRecords.Places] = Distinct(places.Select(row => (row.Id, row.Name))),
        };
        ids = names.ToDictionary(kind => kind.Key, kind => kind.Value.ToDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal));
    }

    /// <summary>The cell for a value.</summary>
    public string? Show(DataColumn column, string? value) =>
        (column, value) switch
        {
            (_, null) => null,
            ({ Type: DataType.Boolean }, _) => value is "true" ? Yes : No,
            ({ Codes: { } codes }, _) => codes.FirstOrDefault(code => code.Code == value)?.Label.Zh ?? value,
            ({ Names: { } records }, _) => names[records].GetValueOrDefault(value, value),
            _ => value,
        };

    /// <summary>The value that a cell stands for.</summary>
    public string Read(DataColumn column, string cell) =>
        column switch
        {
            _ when cell is "" => cell,
            { Type: DataType.Boolean } => cell is Yes ? "true"
            : cell is No ? "false"
            : cell,
            { Codes: { } codes } => codes.FirstOrDefault(code => code.Label.Zh == cell)?.Code ?? cell,
            { Names: { } records } => ids[records].GetValueOrDefault(cell, cell),
            _ => cell,
        };

    /// <summary>Names by id; one that several records bear has its id behind it.</summary>
    private static Dictionary<string, string> Distinct(IEnumerable<(string Id, string Name)> records)
    {
        var all = records.ToList();
        var shared = all.CountBy(record => record.Name).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        return all.ToDictionary(
            record => record.Id,
            record => shared.Contains(record.Name) ? $"{record.Name}（{record.Id}）" : record.Name,
            StringComparer.Ordinal
        );
    }
}
