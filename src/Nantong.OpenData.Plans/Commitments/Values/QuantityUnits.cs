using System.Collections.Frozen;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>The units that planning prose uses.</summary>
internal static class QuantityUnits
{
    private const int Longest = 5;

    /// <summary>Characters that, behind a unit, show that it is the beginning of another word: 100万人才, 3家庭, 5天然气.</summary>
    private static readonly FrozenDictionary<string, string> NotBefore = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["人"] = "才员士均工民大类物文",
        ["家"] = "庭园具电乡",
        ["天"] = "然",
        ["升"] = "级至到",
        ["部"] = "门分",
        ["分"] = "别之类级",
        ["位"] = "于置居",
        ["条"] = "件",
        ["处"] = "理置",
        ["度"] = "假",
        ["大"] = "于约概关",
        ["名"] = "录城镇村",
        ["片"] = "区",
        ["类"] = "似",
        ["期"] = "间",
        ["批"] = "准",
        ["周"] = "边",
        ["米"] = "粮",
        ["项"] = "目",
        ["台"] = "湾账",
        ["场"] = "所馆景",
        ["组"] = "织团",
        ["对"] = "外接",
        ["班"] = "子",
        ["层"] = "次",
        ["级"] = "别",
        ["座"] = "谈",
        ["张"] = "謇",
        ["年"] = "度龄",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The longest unit that stands at a place; null when none does.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The place.</param>
    public static QuantityUnit? At(string text, int at)
    {
        if (FindOne(text, at) is not { } unit)
            return null;
        var rest = at + unit.Raw.Length;
        if (rest >= text.Length || text[rest] != '/')
            return unit;
        if (FindOne(text, rest + 1) is { } per)
            return new QuantityUnit($"{unit.Raw}/{per.Raw}", $"{unit.Ucum}/{per.Ucum}", UnitClass.Measure);
        var (many, power) = Many.FirstOrDefault(word => string.CompareOrdinal(text, rest + 1, word.Word, 0, word.Word.Length) == 0);
        return many is not null && FindOne(text, rest + 1 + many.Length) is { } perMany
            ? new QuantityUnit($"{unit.Raw}/{many}{perMany.Raw}", $"{unit.Ucum}/(10*{power}.{perMany.Ucum})", UnitClass.Measure)
            : unit;
    }

    private static readonly (string Word, int Power)[] Many = [("百", 2), ("千", 3), ("万", 4), ("亿", 8)];

    /// <summary>A rate by so many, as deaths are counted (8/10万); null when none stands there.</summary>
    public static QuantityUnit? PerMany(string text, int at)
    {
        foreach (var (raw, ucum) in Rates)
        {
            if (string.CompareOrdinal(text, at, raw, 0, raw.Length) == 0)
                return new QuantityUnit(raw, ucum, UnitClass.Measure);
        }

        return null;
    }

    private static readonly (string Raw, string Ucum)[] Rates =
    [
        ("/10万", "10*-5"),
        ("/十万", "10*-5"),
        ("/100万", "10*-6"),
        ("/百万", "10*-6"),
        ("/万", "10*-4"),
        ("/千", "10*-3"),
    ];

    private static QuantityUnit? FindOne(string text, int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
        {
            if (!Known.TryGetValue(text.Substring(at, length), out var unit))
                continue;
            var next = at + length < text.Length ? text[at + length] : '。';
            if (!NotBefore.TryGetValue(unit.Raw, out var others) || !others.Contains(next, StringComparison.Ordinal))
                return unit;
        }

        return null;
    }

    /// <summary>Annotations for measure words; UCUM codes are ASCII (UCUM §6), so the printed word is a label and no code.</summary>
    private static readonly Dictionary<string, string> Counted = new(StringComparer.Ordinal)
    {
        ["个"] = "item",
        ["大"] = "item",
        ["车道"] = "lane",
        ["家"] = "establishment",
        ["所"] = "institution",
        ["座"] = "structure",
        ["处"] = "site",
        ["条"] = "line",
        ["项"] = "project",
        ["件"] = "piece",
        ["张"] = "sheet",
        ["套"] = "set",
        ["间"] = "room",
        ["栋"] = "building",
        ["幢"] = "building",
        ["艘"] = "ship",
        ["架"] = "aircraft",
        ["辆"] = "vehicle",
        ["台"] = "machine",
        ["片"] = "area",
        ["块"] = "plot",
        ["场"] = "event",
        ["期"] = "issue",
        ["批"] = "batch",
        ["种"] = "kind",
        ["类"] = "class",
        ["头"] = "head",
        ["株"] = "plant",
        ["册"] = "volume",
        ["万册"] = "volume",
        ["次"] = "occurrence",
        ["班"] = "shift",
        ["例"] = "case",
        ["床"] = "bed",
        ["课时"] = "lesson",
        ["学时"] = "lesson",
        ["席"] = "seat",
    };

    private static readonly FrozenDictionary<string, QuantityUnit> Known = Table().ToFrozenDictionary(unit => unit.Raw, StringComparer.Ordinal);

    private static IEnumerable<QuantityUnit> Table()
    {
        (string Raw, string Ucum)[] measures =
        [
            ("%", "%"),
            ("‰", "[ppth]"),
            ("个百分点", "{percentage_point}"),
            ("百分点", "{percentage_point}"),
            ("倍", "{fold}"),
            ("元", "{CNY}"),
            ("美元", "{USD}"),
            ("平方公里", "km2"),
            ("平方千米", "km2"),
            ("平方米", "m2"),
            ("㎡", "m2"),
            ("公顷", "har"),
            ("亩", "{mu}"),
            ("立方米", "m3"),
            ("升", "L"),
            ("吨标准煤", "t{coal_equivalent}"),
            ("吨", "t"),
            ("千克", "kg"),
            ("公斤", "kg"),
            ("斤", "{jin}"),
            ("克", "g"),
            ("毫克", "mg"),
            ("微克", "ug"),
            ("标准箱", "{TEU}"),
            ("标箱", "{TEU}"),
            ("千瓦时", "kW.h"),
            ("千瓦", "kW"),
            ("兆瓦", "MW"),
            ("吉瓦", "GW"),
            ("千伏", "kV"),
            ("kV", "kV"),
            ("MW", "MW"),
            ("GW", "GW"),
            ("kW", "kW"),
            ("TEU", "{TEU}"),
            ("Mbps", "Mbit/s"),
            ("Gbps", "Gbit/s"),
            ("摄氏度", "Cel"),
            ("℃", "Cel"),
            ("分贝", "dB"),
            ("度", "deg"),
            ("海里", "[nmi_i]"),
            ("公里/小时", "km/h"),
            ("吨公里", "t.km"),
            ("人公里", "{person}.km"),
            ("厘米", "cm"),
            ("毫米", "mm"),
            ("分", "{score}"),
            ("岁", "a"),
            ("周岁", "a"),
            ("级", "{level}"),
            ("ha", "har"),
        ];
        (string Raw, string Ucum)[] reaches =
        [
            ("分钟", "min"),
            ("小时", "h"),
            ("天", "d"),
            ("个工作日", "{working_day}"),
            ("工作日", "{working_day}"),
            ("周", "wk"),
            ("个月", "mo"),
            ("年", "a"),
            ("年一遇", "a"),
            ("公里", "km"),
            ("千米", "km"),
            ("km", "km"),
            ("米", "m"),
        ];
        (string Raw, string Ucum)[] people =
        [
            ("人", "{person}"),
            ("人口", "{person}"),
            ("人次", "{person_times}"),
            ("名", "{person}"),
            ("位", "{person}"),
            ("户", "{household}"),
            ("户次", "{household_times}"),
            ("户籍人口", "{person}"),
        ];
        string[] counted =
        [
            "个",
            "大",
            "车道",
            "家",
            "所",
            "座",
            "处",
            "条",
            "项",
            "件",
            "张",
            "套",
            "间",
            "栋",
            "幢",
            "艘",
            "架",
            "辆",
            "台",
            "部",
            "枚",
            "片",
            "块",
            "场",
            "期",
            "批",
            "种",
            "类",
            "只",
            "头",
            "株",
            "棵",
            "本",
            "册",
            "份",
            "篇",
            "次",
            "组",
            "对",
            "班",
            "层",
            "例",
            "起",
            "宗",
            "笔",
            "列",
            "床",
            "万册",
            "人天",
            "课时",
            "学时",
            "标段",
            "班次",
            "车次",
            "架次",
            "场次",
            "项次",
            "席",
            "眼",
            "口",
            "盏",
        ];
        return
        [
            .. measures.Select(unit => new QuantityUnit(unit.Raw, unit.Ucum, UnitClass.Measure)),
            .. reaches.Select(unit => new QuantityUnit(unit.Raw, unit.Ucum, UnitClass.Reach)),
            .. people.Select(unit => new QuantityUnit(unit.Raw, unit.Ucum, UnitClass.Count)),
            .. counted.Select(raw => new QuantityUnit(raw, $"{{{Counted.GetValueOrDefault(raw, "count")}}}", UnitClass.Count)),
        ];
    }
}
