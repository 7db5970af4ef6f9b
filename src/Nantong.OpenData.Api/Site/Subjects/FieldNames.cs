using System.Collections.Frozen;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>What the fields of answers are called where people read them.</summary>
internal static class FieldNames
{
    // csharpier-ignore
    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>
    {
        ["accessed"] = "引用日期", ["aggregates"] = "统计", ["alg"] = "算法", ["algorithm"] = "算法", ["aliases"] = "别名", ["allowed"] = "允许的值",
        ["anchor"] = "位置", ["apiVersion"] = "接口版本", ["applied"] = "已改", ["approx"] = "约数", ["area"] = "地区", ["asOfRelease"] = "所据版本",
        ["at"] = "位置", ["attribute"] = "属性", ["author"] = "作者", ["baseline"] = "基数", ["basis"] = "依据", ["breaking"] = "不兼容", ["builtAt"] = "计算时间",
        ["bump"] = "版本增量", ["bytes"] = "字节", ["cacheBytes"] = "缓存字节", ["categories"] = "类别", ["category"] = "类别", ["caveats"] = "注意",
        ["changeFrom"] = "变化的起点", ["chapter"] = "章", ["chapters"] = "章", ["charEnd"] = "止于字符", ["charFrom"] = "起于字符", ["charStart"] = "起于字符",
        ["charTo"] = "止于字符", ["characters"] = "字符数", ["checkedAt"] = "检查时间", ["children"] = "下级", ["citation"] = "引用", ["cited"] = "所引",
        ["code"] = "代码", ["column"] = "专栏", ["columnItems"] = "专栏条目", ["columns"] = "专栏", ["commitment"] = "承诺", ["commitments"] = "承诺",
        ["confidence"] = "把握", ["connections"] = "连接数", ["contentHash"] = "内容散列", ["count"] = "数目", ["counts"] = "数目", ["cumulative"] = "累计",
        ["damage"] = "损坏", ["deadline"] = "期限", ["decimals"] = "小数位数", ["defaultLanguage"] = "默认语言", ["depth"] = "层数", ["description"] = "说明",
        ["detail"] = "详情", ["didYouMean"] = "您要找的可能是", ["digits"] = "数字", ["dimensions"] = "维度", ["direction"] = "方向", ["document"] = "文档",
        ["documentNumber"] = "文号", ["edits"] = "差别", ["end"] = "止", ["entries"] = "条目", ["errata"] = "勘误", ["erratum"] = "勘误", ["errors"] = "错误",
        ["examples"] = "例", ["excluded"] = "已排除", ["expect"] = "应有", ["extension"] = "扩展名", ["facetFields"] = "计数字段", ["facets"] = "分类计数",
        ["field"] = "字段", ["filterConditions"] = "条件数", ["filterValues"] = "条件值数", ["findings"] = "一致性检查", ["finishedAt"] = "结束时间",
        ["flat"] = "平列", ["formats"] = "格式", ["found"] = "实际内容", ["fragment"] = "片段", ["from"] = "起", ["gap"] = "差距", ["growth"] = "年均增长",
        ["headSeconds"] = "请求头秒数", ["headerBytes"] = "请求头字节", ["headerCount"] = "请求头数", ["heading"] = "标题", ["headingEn"] = "英文标题",
        ["heads"] = "表头", ["highlights"] = "命中", ["href"] = "网址", ["id"] = "编号", ["idleSeconds"] = "空闲秒数", ["included"] = "附带",
        ["indicator"] = "指标", ["indicators"] = "指标", ["inferred"] = "推断", ["inputsHash"] = "输入散列", ["instance"] = "请求", ["interpretation"] = "读法",
        ["issued"] = "印发", ["issuer"] = "发文机关", ["item"] = "条目", ["items"] = "条目", ["joins"] = "换页接合", ["jwk"] = "公钥（JWK）", ["kid"] = "公钥编号",
        ["kind"] = "种类", ["kty"] = "类型", ["label"] = "名称", ["language"] = "语言", ["languages"] = "语言", ["lastRun"] = "上次运行",
        ["lastSuccess"] = "上次成功", ["latest"] = "最新版本", ["lead"] = "段首", ["level"] = "层级", ["license"] = "许可", ["limit"] = "上限", ["limits"] = "限额",
        ["line"] = "行", ["lines"] = "行", ["links"] = "链接", ["mandatory"] = "必须同时显示", ["manifest"] = "清单", ["manifestSha256"] = "清单散列",
        ["measure"] = "水平或变化", ["measures"] = "数值", ["mediaType"] = "媒体类型", ["members"] = "成员", ["mentions"] = "提及", ["message"] = "说明",
        ["met"] = "是否达到", ["missingReason"] = "缺失原因", ["modality"] = "约束词", ["name"] = "名称", ["nearest"] = "最相近", ["nextDue"] = "下次运行",
        ["node"] = "节点", ["nodes"] = "节点", ["normalizations"] = "已作的改动", ["normalized"] = "改为", ["note"] = "注", ["notes"] = "注",
        ["noticeTitle"] = "通知标题", ["now"] = "现在", ["number"] = "序号", ["observations"] = "各年数值", ["official"] = "官方", ["officialSource"] = "官方来源",
        ["op"] = "变化", ["operator"] = "运算符", ["order"] = "次序", ["outcome"] = "结果", ["page"] = "页", ["pageDefault"] = "每页默认条数",
        ["pageMax"] = "每页最多条数", ["paragraphs"] = "正文段落", ["parameter"] = "参数", ["parameterLength"] = "参数长度", ["parent"] = "上级", ["path"] = "路径",
        ["pem"] = "公钥（PEM）", ["period"] = "时期", ["pieces"] = "各句", ["place"] = "位置", ["places"] = "地名", ["plan"] = "规划", ["plans"] = "规划",
        ["pollSeconds"] = "轮询秒数", ["position"] = "位置", ["predecessor"] = "前一版本", ["prefix"] = "前文", ["previous"] = "前一个", ["previousId"] = "原编号",
        ["problem"] = "问题", ["progress"] = "已走的路程", ["publicity"] = "公开方式", ["publishedAt"] = "发布时间", ["publisher"] = "发布者", ["quotation"] = "引文",
        ["quote"] = "引文", ["rate"] = "速率", ["raw"] = "原文", ["reachable"] = "可达", ["reached"] = "已达到", ["readingRate"] = "最低读取速度",
        ["readingSeconds"] = "读取秒数", ["reason"] = "理由", ["reasons"] = "理由", ["records"] = "记录", ["references"] = "相关记录", ["release"] = "版本",
        ["remedy"] = "补救办法", ["replacement"] = "替代版本", ["requestId"] = "请求编号", ["requests"] = "请求数", ["result"] = "结果", ["returned"] = "本页条数",
        ["rows"] = "行", ["rule"] = "规则", ["says"] = "所说", ["schedule"] = "时间表", ["scope"] = "范围", ["score"] = "相符程度", ["seconds"] = "秒",
        ["section"] = "节", ["sections"] = "节", ["sentence"] = "句", ["sentences"] = "句", ["seq"] = "序号", ["severity"] = "轻重",
        ["sha256"] = "SHA-256", ["shortLabel"] = "简称", ["sides"] = "两方", ["signature"] = "签名", ["signed"] = "已签名", ["signedBy"] = "签名公钥",
        ["similarity"] = "相似度", ["since"] = "自", ["smallest"] = "最小增量", ["snippets"] = "摘录", ["sortFields"] = "排序字段", ["source"] = "来源",
        ["sourceChanged"] = "源文本有变", ["sourceSha256"] = "源文本散列", ["stale"] = "过时", ["start"] = "起", ["startedAt"] = "启动时间", ["state"] = "状态",
        ["statement"] = "陈述", ["status"] = "状态", ["steps"] = "步骤", ["store"] = "存储", ["strict"] = "严格", ["structures"] = "空间格局", ["style"] = "样式",
        ["subject"] = "所指", ["succeeded"] = "成功", ["suffix"] = "后文", ["summary"] = "摘要", ["sunset"] = "停用日期", ["target"] = "目标",
        ["targetBytes"] = "网址字节", ["terms"] = "词", ["text"] = "文字", ["textRights"] = "文本权利", ["timer"] = "定时任务", ["timers"] = "定时任务",
        ["title"] = "标题", ["to"] = "止", ["tolerance"] = "容差", ["total"] = "总数", ["truncated"] = "截断", ["type"] = "类型", ["typographic"] = "排印",
        ["ucum"] = "UCUM 单位", ["unit"] = "单位", ["url"] = "网址", ["use"] = "用途", ["value"] = "数值", ["values"] = "值", ["valuesChanged"] = "数值有变",
        ["verbatim"] = "原样", ["version"] = "版本", ["warnings"] = "注意", ["what"] = "内容", ["where"] = "位置", ["within"] = "属于",
        ["withinBasis"] = "属于的依据", ["year"] = "年份", ["years"] = "年份", ["encoding"] = "编码", ["first"] = "首页", ["next"] = "下页", ["cells"] = "格",
        ["fields"] = "字段", ["reference"] = "参考", ["counted"] = "计数", ["shape"] = "形状", ["eid"] = "Akoma Ntoso 编号", ["targets"] = "目标数",
        ["baselines"] = "现状值", ["achievements"] = "已有成果", ["standards"] = "标准", ["designParameters"] = "设计参数", ["milestones"] = "节点任务",
        ["withDeadline"] = "有期限的", ["withIndicator"] = "对应指标的", ["requiredChange"] = "所需变化", ["requiredChangePerYear"] = "每年所需变化",
        ["numericTargets"] = "数值目标", ["approximateTargets"] = "约数目标", ["cumulativeTargets"] = "累计目标", ["statedOperators"] = "印明比较方式的",
        ["missingBaselines"] = "没有基数的", ["achieve"] = "建成", ["increase"] = "上升", ["decrease"] = "下降", ["maintain"] = "保持", ["floors"] = "下限",
        ["ratesOfDecline"] = "降幅", ["tableRows"] = "表格行", ["pageBreaksJoined"] = "接合的换页",
        ["targetYear"] = "目标年份", ["baselineYear"] = "基数年份", ["changeUnit"] = "变化的单位",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a field: in Chinese as listed here, in English its own words with spaces between them.</summary>
    public static string Of(string name, Language language) =>
        language == Language.Chinese && Chinese.TryGetValue(name, out var known) ? known : Words(name);

    private static string Words(string name) =>
        string.Concat(
            name.Select((letter, index) => index > 0 && char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")
        );
}
