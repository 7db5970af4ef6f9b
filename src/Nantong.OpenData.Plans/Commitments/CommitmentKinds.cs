using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Commitments.Subjects;
using Nantong.OpenData.Plans.Commitments.Values;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>The rules that tell a target from a baseline, an achievement, a standard and a design parameter.</summary>
internal static partial class CommitmentKinds
{
    /// <summary>What a quantity is.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="before">The clause up to it.</param>
    /// <param name="behind">The clause behind it.</param>
    /// <param name="modality">The words that say how it is meant.</param>
    /// <param name="sentence">The sentence that it stands in.</param>
    /// <param name="past">True when the sentence looks back.</param>
    public static CommitmentKind Of(Quantity quantity, string before, string behind, IReadOnlyList<string> modality, string sentence, bool past)
    {
        if (LeavesFrom(before, behind))
            return CommitmentKind.Baseline;
        if (past)
            return IsLevel(quantity, before, modality, sentence) ? CommitmentKind.Baseline : CommitmentKind.Achievement;
        if (IsSize(quantity, before, behind))
            return CommitmentKind.DesignParameter;
        return IsNorm(quantity, before, behind) ? CommitmentKind.Standard : CommitmentKind.Target;
    }

    /// <summary>True when a node stands under a heading that looks back: 规划基础, 主要成就; a heading on what comes next (发展趋势) overrides the
    /// chapter's.</summary>
    /// <param name="headings">The headings above it, nearest first.</param>
    public static bool LooksBack(IEnumerable<string> headings)
    {
        foreach (var heading in headings)
        {
            if (ComesNext().IsMatch(heading))
                return false;
            if (CameBefore().IsMatch(heading))
                return true;
        }

        return false;
    }

    /// <summary>True when a sentence says by itself that it looks back.</summary>
    public static bool SaysPast(string sentence) => Past().IsMatch(sentence);

    /// <summary>Where a change begins: 由38张增加到45张.</summary>
    private static bool LeavesFrom(string before, string behind) => (From().IsMatch(before) && MovesTo().IsMatch(behind)) || IsBase().IsMatch(behind);

    /// <summary>A level is reached (达到, 超过, 缩小到) or stands at a date (截至); what is added, counted up, set going or ranked is an
    /// achievement.</summary>
    private static bool IsLevel(Quantity quantity, string before, IReadOnlyList<string> modality, string sentence) =>
        Measures.IsBalance(before, sentence)
        || (
            quantity.Unit.Ucum is not "{rank}"
            && !Flow().IsMatch(before)
            && (modality.Any(word => Level().IsMatch(word)) || LevelBefore().IsMatch(before) || StandsAt().IsMatch(sentence))
        );

    private static bool IsSize(Quantity quantity, string before, string behind) =>
        quantity.Unit is { Ucum: "kV" }
        || (quantity.Unit.Raw is { Length: > 1 } raw && raw.EndsWith('级'))
        || (quantity is { Class: UnitClass.Measure, Unit.Ucum: not "%" } && OfThingsCounted().IsMatch(behind))
        || SubjectWords.IsSize(behind)
        || IsDesign().IsMatch(behind)
        || Designed().IsMatch(before);

    private static bool IsNorm(Quantity quantity, string before, string behind) =>
        quantity.Unit.Raw?.EndsWith("年一遇", StringComparison.Ordinal) is true
        || (quantity.Class is UnitClass.Reach && (Circle().IsMatch(behind) || Walk().IsMatch(before)))
        || Norm().IsMatch(behind)
        || (Allotted().IsMatch(before) && Provided().IsMatch(behind));

    /// <summary>What a change is made on: 在2020年680公里的基础上.</summary>
    [GeneratedRegex("^的?基础上", RegexOptions.CultureInvariant)]
    private static partial Regex IsBase();

    [GeneratedRegex("[由从](?:20[0-9]{2}年的?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(
        "^[^，。；]{0,8}?(?:提[高升]|增加|增长|扩大|上升|下降|降低|减少|缩小|缩短|压缩|优化)?(?:[到至为])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MovesTo();

    [GeneratedRegex("趋势|形势|要求|机遇|挑战|目标|任务|展望", RegexOptions.CultureInvariant)]
    private static partial Regex ComesNext();

    [GeneratedRegex("基础|成就|成效|成绩|回顾|现状|进展", RegexOptions.CultureInvariant)]
    private static partial Regex CameBefore();

    [GeneratedRegex(
        "已经|已(?=[建完达实成累有全初形超突获培认])|截至|以来|目前|现有|去年|上年|迄今|[得取]得了|[成完]了",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Past();

    [GeneratedRegex(
        "累计|新增|净增|净流入|增加(?!到|至|值)|增长(?!到|至|率)|提升(?!到|至)|提高(?!到|至)|下降(?!到|至|率)|减少(?!到|至)|建成|完成|启动|发放|引进",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Flow();

    [GeneratedRegex("[到至]$|^达|超|突破|占|保持|稳定|[高低多少]于", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex(
        "(?:拥有|现有|共有)[^，]*$|(?:为|[为是](?:20[0-9]{2}年|上年|去年|同期)的|是|[到至]|占|率|比重|比例|占比|人口|面积|密度|总量|总数|总值|产值|存量|保有量)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LevelBefore();

    [GeneratedRegex("^截至", RegexOptions.CultureInvariant)]
    private static partial Regex StandsAt();

    /// <summary>The size of things whose number follows: 50万千瓦海上风电项目2个.</summary>
    [GeneratedRegex("^[^，。；、的0-9]{2,12}[0-9]+[个座台套艘条处]", RegexOptions.CultureInvariant)]
    private static partial Regex OfThingsCounted();

    [GeneratedRegex(
        "设计[^，]{0,8}$|时速[^，]{0,4}$|(?:规划|总|建筑|用地|占地)面积(?!比)[^，]{0,4}$|(?:总|估算|概算)投资[^，]{0,4}$|全长[^，]{0,2}$|装机容量[^，"
            + "]{0,4}$|(?<![总全增周延提升较最更抬拔])[长宽高深厚]$|人口规模(?:达到|为|约)?$|规模为[^，]{0,6}$|双向$|吞吐能力[^，]{0,4}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Designed();

    /// <summary>What works are designed for: 按满足吞吐量3500万人次的目标设计.</summary>
    [GeneratedRegex("^的?[^，。；]{0,6}设计$", RegexOptions.CultureInvariant)]
    private static partial Regex IsDesign();

    [GeneratedRegex(
        "^(?:以?内?的?)?[^，。；、]{0,10}(?:圈|半径|可达|通达|到达|直达|响应|办结|覆盖|到场|上高[速铁]|达$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Circle();

    [GeneratedRegex("(?:半径|步行|车程|间距|发生后|接[报警]后)[^，]{0,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Walk();

    /// <summary>By what measure something is provided: 按每百户不少于20平方米配建.</summary>
    [GeneratedRegex("按(?:照)?(?:每|人均)?[^，。；、]{0,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Allotted();

    [GeneratedRegex("(?:配建|配置|配备|建设|设置)$|^预留", RegexOptions.CultureInvariant)]
    private static partial Regex Provided();

    [GeneratedRegex("^(?:的)?[^，。；、]{0,6}标准(?!化)", RegexOptions.CultureInvariant)]
    private static partial Regex Norm();
}
