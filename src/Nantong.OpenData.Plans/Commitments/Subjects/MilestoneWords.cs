using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Commitments.Subjects;

/// <summary>The words of <see cref="Milestone"/>.</summary>
internal static partial class MilestoneWords
{
    /// <summary>What joins a clause to the one before.</summary>
    [GeneratedRegex("^(?:并且|并|且|同时|其中|[，、\\s])*", RegexOptions.CultureInvariant)]
    public static partial Regex Joint();

    /// <summary>A verb of completion, led by modal words or by all of a kind (所有县), or a saying that nothing is left out (全覆盖, 应改尽改).</summary>
    [GeneratedRegex(
        "\\G(?:(?:力争|确保|争取|努力|(?<how>率先|全面|基本|初步|如期|提前|顺利)|实现)*(?<verb>建成|建立|形成|完成|消除|创成|具备|启动实施|启动建设|通车|投运|投用|开工|取缔|淘汰)"
            + "|(?:所有|全部|各)[^，]{0,20}?(?<verb>具备|实现|完成|建成|建立|消除|达到)|[^，]{2,16}?全部(?<verb>创成|建成|建立|完成|消除|达到)"
            + "|[^，]{2,40}?(?<how>全面|基本|普遍|初步)(?<verb>形成|确立|建立|建成|实现|消除|取缔|淘汰)$|(?<verb>实现)(?=[^，]{1,8}(?:通|互通|联网|达标)[^，]{0,4}$)"
            + "|[^，]*?(?<verb>全覆盖|清零|应[^，]{1,2}尽[^，]|(?:建成|通车|投运|投用|完工|投产|开工|竣工|合龙|贯通|封顶|交付|建成开放|投入运营|开通|全部完成)(?:并[^，]{1,6})?$))",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Done();

    [GeneratedRegex("应[^，]{1,2}尽[^，]|全部|全覆盖|所有", RegexOptions.CultureInvariant)]
    public static partial Regex All();
}
