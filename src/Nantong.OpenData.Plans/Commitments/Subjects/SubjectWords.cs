using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Commitments.Subjects;

/// <summary>The words around a subject.</summary>
internal static partial class SubjectWords
{
    /// <summary>True when what follows a number makes it a size: 人口规模, 等级.</summary>
    public static bool IsSize(string behind) => Size().IsMatch(behind);

    /// <summary>What is promised within an area (100平方公里内主要河道达到Ⅲ类水质); null when the number is no area to be inside of.</summary>
    public static string? Inside(string behind) => Within().Match(behind) is { Success: true } within ? within.Groups[1].Value : null;

    /// <summary>What stands behind the last verb that wins something: 全国文明城市 of 市区实现全国文明城市.</summary>
    public static string BehindVerb(string phrase) =>
        Wins().Match(phrase) is { Success: true } verb ? phrase[(verb.Index + verb.Length)..].Trim('“', '”') : phrase;

    /// <summary>The thing of a milestone: behind the verb of 所有县具备救治能力, without the saying at its end (应改尽改, 全覆盖).</summary>
    public static string Thing(string phrase)
    {
        var rest = AllDo().Match(phrase) is { Success: true } verb ? phrase[verb.Length..] : phrase;
        return Saying().Match(rest) is { Success: true, Index: > 1 } saying ? rest[..saying.Index] : rest;
    }

    /// <summary>The words without the modal ones that open them.</summary>
    public static (string Promise, IReadOnlyList<string> Modality) TrimAim(string clause)
    {
        var aims = OpeningAim().Match(clause);
        return (clause[aims.Length..], [.. aims.Groups["word"].Captures.Select(capture => capture.Value)]);
    }

    /// <summary>Takes dates, verbs and modal words off both ends of what stands before a number.</summary>
    /// <param name="before">The clause up to the number.</param>
    /// <param name="rank">True when the number is a rank: then the verb that holds it goes too (居全省).</param>
    public static (string Subject, IReadOnlyList<string> Modality) Trim(string before, bool rank = false)
    {
        List<string> ahead = [],
            behind = [];
        var rest = before;
        if (rank && Held().Match(rest) is { Success: true } held)
        {
            behind.Add(held.Value);
            rest = rest[..held.Index];
        }

        while (Lead().Match(rest) is { Success: true, Length: > 0 } lead)
        {
            if (lead.Groups["word"].Success)
                ahead.Add(lead.Groups["word"].Value);
            rest = rest[lead.Length..];
        }

        while (Trail().Match(rest) is { Success: true, Length: > 0 } trail)
        {
            if (trail.Value is "改造" or "建设" or "培育" && (ahead.Contains("完成") || behind.Contains("完成")))
                break; // 完成老旧小区改造1860个: the work is what is counted
            if (trail.Groups["word"].Success)
                behind.Insert(0, trail.Groups["word"].Value);
            rest = rest[..trail.Index];
        }

        var inner = Flow().Matches(rest).Select(match => match.Value);
        return (Unquoted(rest).Trim('（', '）', ' '), [.. ahead, .. inner, .. behind]);
    }

    /// <summary>A phrase without the quotation marks at its ends that lack their other half.</summary>
    private static string Unquoted(string phrase) =>
        phrase.Count(character => character == '“') == phrase.Count(character => character == '”') ? phrase : phrase.Trim('“', '”', ' ');

    /// <summary>The thing counted that stands behind a number; empty when none does.</summary>
    public static string Following(string behind)
    {
        var start = Particle().Match(behind).Length;
        if ((start == 0 && NoThing().IsMatch(behind)) || Rises().IsMatch(behind))
            return "";
        var described = Described().Match(behind, start);
        var stop = Stop().Match(behind, start + described.Length);
        var phrase = stop.Success ? behind[start..stop.Index] : behind[start..];
        var verb = LeadVerb().Match(phrase);
        phrase = phrase[verb.Length..];
        if (Work().Match(phrase) is { Success: true, Index: > 1 } work)
            phrase = phrase[..work.Index];
        return Unquoted(phrase).Trim();
    }

    private const string Aim = "力争|争取|确保|保证|努力|力求|计划|预计|推动|促进";
    private const string Bring =
        "实现|完成|办理|滚动实施|守住|带动|新改建|腾退|续建|开工建设|加固|除险加固|治理|疏浚|开辟|关停|拥有|开放(?=公共|共享|数据)"
        + "|筹建|新培育|减少|分批更新|受理|建成|建设|新建(?![^，。]*(?:率|比例|占比|比重))|改建|扩建|新增|净增|打造|构建"
        + "|创建|创成|形成|启动|累计|吸纳|吸引|引进|引育|招引|发放|培育"
        + "|培养|培训|开展|组织|实施|投入|配备|设立|建立|改造|整治|修复|淘汰|关闭"
        + "|压减|认定|新认定|覆盖|具备|举办|种植|植树|供应|筹集|提供|惠及|补充|盘活|保持|稳定|控制|提高|提升|增加|扩大|降低|减少|缩小|达到|有";
    private const string Reach =
        "(?:提[高升]|压降|恢复|跃升|攀升|调整|增加|增长|扩大|上升|缩小|下降|降低|减少|压减|压缩|控制|稳定|保持|维持|增强|延长|拓展|缩短)(?:到|至|在)|达到|达成|达|恢复并|迈上|冲刺|跨越|提至|提到|跃上|降至|降到|增至|升至|突破"
        + "|超过|占|保持|增加"
        + "|增长|提升|提高|下降|降低|减少|缩小|缩短|压减|新增|净增|扩大";
    private const string Limit =
        "不(?:低|少|小|下|高|多|大|超)(?:于|过)|不超|至少|至多|最多|大于|高于|低于|小于|少于|多于|不足|控制在|限制在|逾|超|大?约|大概|将近|接近|近";

    /// <summary>At the front: comparisons, dates, joints, words of degree; and modal words and verbs, which are kept.</summary>
    [GeneratedRegex(
        $"^(?:(?:与|同|和)[^，、]{{1,10}}相比|(?:比|较)(?:“[^”]*”|[0-9]{{4}}年[底末]?|上年|去年|同期|基期|上一年)|每人每[年月日]|每[^，。；0-9]{{1,10}}?(?:配备"
            + $"|拥有)(?=[^，。；]{{2,}})(?![^，。；]*(?:数|量|面积|率|比)[^，。；]{{0,6}}$)|[、，:\\s—]+|{Dates}|以及|并且|同时"
            + "|其中|此外|和|及|与|并|且|共(?!建共|享|治|同|创)有?|再(?!生)|将|把|使|要|由|利用|用(?=[0-9一二三四五]{1,2}(?:—[0-9])?年)|规划(?=建设|新建|布局)|按照|按(?!时|期|需)"
            + "|全[市省县区](?=已|计划|实现|拥有|完成|现有|共有|新增|累计|转移|改扩建|扩建)|现有|所有|全部"
            + "|[一二两三四五六七八九十]+年(?=累计|共|总|新增|新建|建成|完成)|已(?=建成|完成|形成|拥有)|到(?=“)"
            + "|在(?![校园岗职册建线用读编])|每年|年均|全年|进一步|基本(?!公共|养老|医疗|生活|农田|民生|建设|制度|药物)|全面|加快|继续|持续"
            + $"|大力|积极|稳步|全力|共计|总计|合计|均|率先|初步|逐步|(?<word>{Aim})|(?<word>累计|新增|净增|改扩建|扩建|续建|新开工|投入(?!产)|转移(?!支付)|消除)"
            + $"|(?<word>{Bring})(?![（(率度的性者式型制力区化面展规平项资用量幅额效关序机条组线偿色]|市[场政民容]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Lead();

    private const string Dates =
        "(?:截至|到|至|展望)?(?:(?:19|20)[0-9]{2}年?(?:—|至|-))?(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[底末初]?(?:之?前|以前)?的?|“?十[一二三四五六]五”?(?:期间"
        + "|时期|期?末)?|“?[五六七八九]人普”?|[0-9]+(?:—[0-9]+)?年(?:左右)?(?:时间|内|间)|[一二两三四五六七八九十]+年(?:时间|内|后)";

    /// <summary>At the end: the verbs and bounds that set the number, which are kept, and words of degree.</summary>
    [GeneratedRegex(
        $"(?:(?:按(?:照)?|不[低少高]于)?每[^，。；0-9]{{1,6}}|(?:高于|低于|快于|优于)(?:全国|全省|全市|各项|同期|地区|城镇|农村)[^，。；0-9]{{0,12}}"
            + $"|(?<=[\\u4e00-\\u9fff]{{3}})(?:19|20)[0-9]{{2}}年(?:即"
            + $"|就|[底末])|(?<word>{Limit}|(?:{Reach})了?|{Aim}|累计|建成|完成|实现|消除|取缔|淘汰|建设|培育|新建|改造|启动|引进|吸引|吸纳|发放|有)|(?:比|较)(?:“[^”]*”|[0-9]{{4}}年[底末]?"
            + $"|上年|去年|同期|基期)|(?:与|同)[^，]{{1,10}}相比|[由从](?:20[0-9]{{2}}年的?)?[0-9][0-9.]*[^，"
            + $"0-9]{{0,4}}|(?:进一步|分别|首次|双双|基本|平均|稳居?(?=$)|(?<![0-9续])[一二三四五六七八九十]年|年均|均|全部|合计|共计|总计|共|也|都|已经?|将|要|再|同比|每年|平均|率先|为|是|在|由|从|稳定"
            + $"|连续(?:[0-9]+|[一二两三四五六七八九十]+)年|至|到|于|、|，|:|第|前|\\s)+)$",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft
    )]
    private static partial Regex Trail();

    /// <summary>The verb that holds a rank, with the field that it is held in: 居全省, 进入全国综合竞争力百强县.</summary>
    [GeneratedRegex("(?:保持|位居|居|位列|列|排名|进入|跻身)[^，]{0,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Held();

    [GeneratedRegex("^以?内(?!的)([^，。；]{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex($"^(?:[并且]|(?<word>{Aim}))*", RegexOptions.CultureInvariant)]
    private static partial Regex OpeningAim();

    [GeneratedRegex("(?:实现|获得|荣获|获评|跻身|创成)", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex Wins();

    [GeneratedRegex(
        "^[^，]{1,16}?(?:全部|全面|基本|均)?(?:具备|创成|建成(?!的|区)|建立(?!的)|消除|达到(?!的))(?=[^，]{2,}$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AllDo();

    [GeneratedRegex(
        "(?:基本|全面|全部)$|(?:基本|全面|普遍|初步)(?:形成|确立|建立|实现)$|应[^，]{1,2}尽[^，]$|(?:动态)?清零$|全覆盖$"
            + "|(?:(?:力争|争取|确保|计划)?在?(?:19|20)[0-9]{2}年[^，]{0,10}?)?(?:全部)?(?:建成|完成|通车|投运|投用|完工|投产|开工"
            + "|竣工|合龙|贯通|封顶"
            + "|交付)(?:并[^，]{1,6})?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Saying();

    [GeneratedRegex("累计|新增|净增", RegexOptions.CultureInvariant)]
    private static partial Regex Flow();

    /// <summary>Between a number and what it counts.</summary>
    [GeneratedRegex("^(?:的|时间|内的?|级的?)+", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();

    /// <summary>What is no thing counted: 到8000家的跃升.</summary>
    [GeneratedRegex("^的(?:跃升|台阶|目标|水平|红线|基础|规模|(?:合理)?(?:区间|范围))", RegexOptions.CultureInvariant)]
    private static partial Regex Rises();

    [GeneratedRegex(
        "^(?:[，。；:：、（(）)”\\s]|以上|以内|左右|并|且|(?:[降增升提]|减少|增加|提[高升]|下降|扩大|缩[小短]|压减)?(?:到|至)|的?(?:跃升|台阶|目标|水平|红线|基础|大关|关口)|的$|实现|用于|纳入|完成"
            + "|和(?=[^，。；]{0,8}[0-9])|及(?=[^，。；]{0,8}[0-9]))|^$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NoThing();

    /// <summary>What describes the thing counted: 达到生物安全三级水平的.</summary>
    [GeneratedRegex("\\G[^，。；:：、0-9]{2,}的(?=[^，。；、])", RegexOptions.CultureInvariant)]
    private static partial Regex Described();

    /// <summary>Where the thing counted ends: at a mark, before the next number that it is listed with, before a verb or bound.</summary>
    [GeneratedRegex(
        $"[，。；:：、？！]|全部|(?:以?及|和|与|或)(?=[^，。；]{{0,12}}[0-9])|{Limit}|位?居(?=全|第)|向[^，"
            + $"]{{1,8}}(?:迈进|转变|转型)|达到|(?:提[高升]|增加|下降)(?:到|至)|优?[ⅠⅡⅢⅣⅤ]类|(?<![A-Za-z])[0-9]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Stop();

    [GeneratedRegex($"^(?:{Aim}|完成|实现|建成|开展|解决)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadVerb();

    /// <summary>What is done with the things counted, set behind them: 先进村培育.</summary>
    [GeneratedRegex("(?:培育|建设|创建|改造|整治|试点|除险加固|加固|治理|修复|迁建)(?:任务|工作)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Work();

    [GeneratedRegex("^(?:[、和][^，。；]{0,24}的规模|的?规模|等级|级(?!的))", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
