namespace Nantong.OpenData.Plans.Search;

/// <summary>A resident's word and the word of plans for the same thing.</summary>
/// <param name="Word">What people say.</param>
/// <param name="Instead">What plans print.</param>
/// <param name="Reason">Why the two belong together, in Chinese: the list is about Chinese words.</param>
public sealed record Synonym(string Word, string Instead, string Reason);

/// <summary>The curated list of synonyms. It is used only for a word that a release does not hold, and published as a codelist.</summary>
public static class Synonyms
{
    /// <summary>Every pair; a word may stand there more than once, the better substitute first.</summary>
    public static IReadOnlyList<Synonym> All { get; } =
    [
        new("地铁", "轨道交通", "居民多称“地铁”，规划称“轨道交通”"),
        new("轻轨", "轨道交通", "居民多称“轻轨”，规划称“轨道交通”"),
        new("火车站", "高铁西站", "规划只提及高铁西站"),
        new("火车", "铁路", "口语与公文用词"),
        new("机场大巴", "机场", "规划未分列"),
        new("公租房", "公共租赁住房", "简称与全称"),
        new("廉租房", "保障性住房", "廉租住房已并入保障性住房"),
        new("经适房", "保障性住房", "经济适用住房属保障性住房"),
        new("棚户区", "棚改", "规划称“棚改”"),
        new("托儿所", "托位", "规划以婴幼儿托位计"),
        new("养老院", "养老", "规划统称“养老服务”"),
        new("敬老院", "养老", "规划统称“养老服务”"),
        new("退休金", "养老金", "口语与公文用词"),
        new("医保", "基本医疗保险", "简称与全称"),
        new("外来工", "农业转移人口", "规划称“农业转移人口”"),
        new("打工者", "农业转移人口", "规划称“农业转移人口”"),
        new("户口本", "户籍", "口语与公文用词"),
        new("雾霾", "空气质量", "规划以空气质量优良天数计"),
        new("空气污染", "污染防治", "规划称“污染防治”"),
        new("公交车", "公交", "口语与公文用词"),
        new("飞机场", "机场", "口语与公文用词"),
        new("码头", "港区", "规划称“港区”"),
        new("看病", "医疗", "口语与公文用词"),
        new("上网", "宽带", "规划以宽带网络计"),
        new("网速", "宽带", "规划以宽带网络计"),
        new("房价", "房地产市场", "规划称“房地产市场平稳健康发展”"),
        new("买房", "购房", "口语与公文用词"),
        new("租房", "租赁住房", "口语与公文用词"),
        new("找工作", "就业", "口语与公文用词"),
        new("工资", "收入", "规划以居民收入计"),
        new("健身房", "健身", "规划称“全民健身”"),
        new("夜市", "夜间经济", "规划称“夜间经济”"),
        new("网购", "电商", "口语与公文用词"),
        new("洪水", "防洪", "规划从防御一面表述"),
        new("二胎", "三孩政策", "生育政策现为三孩"),
        new("三胎", "三孩", "口语与公文用词"),
        new("老人", "老年人", "口语与公文用词"),
        new("自行车", "慢行系统", "规划称“慢行系统”"),
        new("AI", "人工智能", "英文缩写"),
        new("农家乐", "乡村旅游", "规划称“乡村旅游”"),
        new("拆迁", "动迁", "规划称“动迁”"),
        new("办证", "政务服务", "规划称“政务服务”"),
        new("警察", "警务", "规划称“智慧警务”"),
        new("光伏", "太阳能", "规划称“分布式太阳能”"),
        new("隧道", "过江通道", "规划称“过江通道”"),
        new("停车位", "停车", "规划称“停车设施”"),
        new("务工人员子女", "随迁子女", "规划称“随迁子女”"),
        new("上学", "义务教育", "规划以义务教育计"),
        new("房租", "租赁住房", "规划称“租赁住房”"),
        new("加装电梯", "老旧小区", "规划从老旧小区改造表述"),
        new("堵车", "交通", "规划从交通治理表述"),
        new("垃圾桶", "垃圾分类", "规划称“垃圾分类”"),
    ];
}
