using System.Collections.Frozen;

namespace Nantong.OpenData.Plans.Search;

/// <summary>What compatibility characters stand for: ㎡ for m2, Ⅲ for III, ① for 1.</summary>
/// <remarks>
/// Normalisation form KC of the Unicode Character Database 14.0 for the blocks that Chinese documents meet, spaces and spacing accents left out.
/// <c>string.Normalize</c> cannot do it here: with invariant globalisation it returns text outside ASCII unchanged.
/// </remarks>
internal static class CompatibilityCharacters
{
    /// <summary>What a character stands for; null when it stands for itself.</summary>
    public static string? Find(char character) =>
        character switch
        {
            < '\u00A0' => null,
            >= '\uFF01' and <= '\uFF5E' => Ascii[character - '\uFF01'],
            _ => Table.GetValueOrDefault(character),
        };

    /// <summary>Every character in the table with what it stands for.</summary>
    internal static IReadOnlyDictionary<char, string> All => Table;

    // Runs of neighbouring characters: the first one, then what each stands for, a space between.
    private static readonly (int First, string Forms)[] Runs =
    [
        // Latin-1
        (0x00AA, "a"),
        (0x00B2, "2 3"),
        (0x00B5, "μ"),
        (0x00B9, "1 o"),
        (0x00BC, "1⁄4 1⁄2 3⁄4"),
        // general punctuation
        (0x2011, "‐"),
        (0x2024, ". .. ..."),
        (0x2033, "′′ ′′′"),
        (0x2036, "‵‵ ‵‵‵"),
        (0x203C, "!!"),
        (0x2047, "?? ?! !?"),
        (0x2057, "′′′′"),
        // superscripts and subscripts
        (0x2070, "0 i"),
        (0x2074, "4 5 6 7 8 9 + − = ( ) n 0 1 2 3 4 5 6 7 8 9 + − = ( )"),
        (0x2090, "a e o x ə h k l m n p s t"),
        // letterlike symbols: ℃ №
        (0x2100, "a/c a/s C °C"),
        (0x2105, "c/o c/u Ɛ"),
        (0x2109, "°F g H H H h ħ I I L l"),
        (0x2115, "N No"),
        (0x2119, "P Q R R R"),
        (0x2120, "SM TEL TM"),
        (0x2124, "Z"),
        (0x2126, "Ω"),
        (0x2128, "Z"),
        (0x212A, "K Å B C"),
        (0x212F, "e E F"),
        (0x2133, "M o א ב ג ד i"),
        (0x213B, "FAX π γ Γ Π ∑"),
        (0x2145, "D d e i j"),
        // number forms: Ⅲ ½
        (0x2150, "1⁄7 1⁄9 1⁄10 1⁄3 2⁄3 1⁄5 2⁄5 3⁄5 4⁄5 1⁄6 5⁄6 1⁄8 3⁄8 5⁄8 7⁄8 1⁄ I II III IV V VI VII VIII"),
        (0x2168, "IX X XI XII L C D M i ii iii iv v vi vii viii ix x xi xii l c d m"),
        (0x2189, "0⁄3"),
        // enclosed numbers and letters: ①
        (0x2460, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 (1) (2) (3) (4) (5) (6) (7) (8)"),
        (0x247C, "(9) (10) (11) (12) (13) (14) (15) (16) (17) (18) (19) (20) 1. 2. 3. 4. 5. 6. 7. 8. 9. 10."),
        (0x2492, "11. 12. 13. 14. 15. 16. 17. 18. 19. 20. (a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (l)"),
        (0x24A8, "(m) (n) (o) (p) (q) (r) (s) (t) (u) (v) (w) (x) (y) (z) A B C D E F G H I J K L M N"),
        (0x24C4, "O P Q R S T U V W X Y Z a b c d e f g h i j k l m n o p q r s t u v w x y"),
        (0x24E9, "z 0"),
        // CJK radicals
        (0x2E9F, "母"),
        (0x2EF3, "龟"),
        // Kangxi radicals, which text taken from a PDF shows in place of characters
        (0x2F00, "一 丨 丶 丿 乙 亅 二 亠 人 儿 入 八 冂 冖 冫 几 凵 刀 力 勹 匕 匚 匸 十 卜 卩 厂 厶 又 口 囗 土 士 夂 夊 夕 大"),
        (0x2F25, "女 子 宀 寸 小 尢 尸 屮 山 巛 工 己 巾 干 幺 广 廴 廾 弋 弓 彐 彡 彳 心 戈 戶 手 支 攴 文 斗 斤 方 无 日 曰 月"),
        (0x2F4A, "木 欠 止 歹 殳 毋 比 毛 氏 气 水 火 爪 父 爻 爿 片 牙 牛 犬 玄 玉 瓜 瓦 甘 生 用 田 疋 疒 癶 白 皮 皿 目 矛 矢"),
        (0x2F6F, "石 示 禸 禾 穴 立 竹 米 糸 缶 网 羊 羽 老 而 耒 耳 聿 肉 臣 自 至 臼 舌 舛 舟 艮 色 艸 虍 虫 血 行 衣 襾 見 角"),
        (0x2F94, "言 谷 豆 豕 豸 貝 赤 走 足 身 車 辛 辰 辵 邑 酉 釆 里 金 長 門 阜 隶 隹 雨 靑 非 面 革 韋 韭 音 頁 風 飛 食 首"),
        (0x2FB9, "香 馬 骨 高 髟 鬥 鬯 鬲 鬼 魚 鳥 鹵 鹿 麥 麻 黃 黍 黑 黹 黽 鼎 鼓 鼠 鼻 齊 齒 龍 龜 龠"),
        // CJK symbols
        (0x3036, "〒"),
        (0x3038, "十 卄 卅"),
        // enclosed CJK: ㈠
        (0x3200, "(ᄀ) (ᄂ) (ᄃ) (ᄅ) (ᄆ) (ᄇ) (ᄉ) (ᄋ) (ᄌ) (ᄎ) (ᄏ) (ᄐ) (ᄑ) (ᄒ) (가) (나) (다) (라) (마) (바) (사) (아)"),
        (0x3216, "(자) (차) (카) (타) (파) (하) (주) (오전) (오후)"),
        (0x3220, "(一) (二) (三) (四) (五) (六) (七) (八) (九) (十) (月) (火) (水) (木) (金) (土) (日) (株) (有) (社) (名) (特)"),
        (0x3236, "(財) (祝) (労) (代) (呼) (学) (監) (企) (資) (協) (祭) (休) (自) (至) 問 幼 文 箏"),
        (0x3250, "PTE 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 ᄀ ᄂ ᄃ ᄅ ᄆ ᄇ ᄉ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ 가"),
        (0x326F, "나 다 라 마 바 사 아 자 차 카 타 파 하 참고 주의 우"),
        (0x3280, "一 二 三 四 五 六 七 八 九 十 月 火 水 木 金 土 日 株 有 社 名 特 財 祝 労 秘 男 女 適 優 印 注 項 休 写 正 上"),
        (0x32A5, "中 下 左 右 医 宗 学 監 企 資 協 夜 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 1月 2月 3月 4月"),
        (0x32C4, "5月 6月 7月 8月 9月 10月 11月 12月 Hg erg eV LTD ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ"),
        (0x32E3, "ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ヰ ヱ ヲ 令和"),
        // CJK units: ㎡ ㎞
        (
            0x3300,
            "アパート アルファ アンペア アール イニング インチ ウォン エスクード エーカー オンス オーム カイリ カラット カロリー ガロン ガンマ ギガ ギニー キュリー ギルダー"
        ),
        (
            0x3314,
            "キロ キログラム キロメートル キロワット グラム グラムトン クルゼイロ クローネ ケース コルナ コーポ サイクル サンチーム シリング センチ セント ダース デシ ドル トン"
        ),
        (
            0x3328,
            "ナノ ノット ハイツ パーセント パーツ バーレル ピアストル ピクル ピコ ビル ファラッド フィート ブッシェル フラン ヘクタール ペソ ペニヒ ヘルツ ペンス ページ ベータ"
        ),
        (
            0x333D,
            "ポイント ボルト ホン ポンド ホール ホーン マイクロ マイル マッハ マルク マンション ミクロン ミリ ミリバール メガ メガトン メートル ヤード ヤール ユアン リットル"
        ),
        (0x3352, "リラ ルピー ルーブル レム レントゲン ワット 0点 1点 2点 3点 4点 5点 6点 7点 8点 9点 10点 11点 12点 13点 14点 15点 16点 17点"),
        (0x336A, "18点 19点 20点 21点 22点 23点 24点 hPa da AU bar oV pc dm dm2 dm3 IU 平成 昭和 大正 明治 株式会社 pA nA μA"),
        (0x3383, "mA kA KB MB GB cal kcal pF nF μF μg mg kg Hz kHz MHz GHz THz μl ml dl kl fm nm μm mm"),
        (0x339D, "cm km mm2 cm2 m2 km2 mm3 cm3 m3 km3 m∕s m∕s2 Pa kPa MPa GPa rad rad∕s rad∕s2 ps ns μs ms"),
        (0x33B4, "pV nV μV mV kV MV pW nW μW mW kW MW kΩ MΩ a.m. Bq cc cd C∕kg Co. dB Gy ha HP in KK KM"),
        (0x33CF, "kt lm ln log lx mb mil mol PH p.m. PPM PR sr Sv Wb V∕m A∕m 1日 2日 3日 4日 5日 6日 7日 8日 9日"),
        (0x33E9, "10日 11日 12日 13日 14日 15日 16日 17日 18日 19日 20日 21日 22日 23日 24日 25日 26日 27日 28日 29日 30日 31日"),
        (0x33FF, "gal"),
        // CJK compatibility ideographs
        (0xF900, "豈 更 車 賈 滑 串 句 龜 龜 契 金 喇 奈 懶 癩 羅 蘿 螺 裸 邏 樂 洛 烙 珞 落 酪 駱 亂 卵 欄 爛 蘭 鸞 嵐 濫 藍 襤"),
        (0xF925, "拉 臘 蠟 廊 朗 浪 狼 郎 來 冷 勞 擄 櫓 爐 盧 老 蘆 虜 路 露 魯 鷺 碌 祿 綠 菉 錄 鹿 論 壟 弄 籠 聾 牢 磊 賂 雷"),
        (0xF94A, "壘 屢 樓 淚 漏 累 縷 陋 勒 肋 凜 凌 稜 綾 菱 陵 讀 拏 樂 諾 丹 寧 怒 率 異 北 磻 便 復 不 泌 數 索 參 塞 省 葉"),
        (0xF96F, "說 殺 辰 沈 拾 若 掠 略 亮 兩 凉 梁 糧 良 諒 量 勵 呂 女 廬 旅 濾 礪 閭 驪 麗 黎 力 曆 歷 轢 年 憐 戀 撚 漣 煉"),
        (0xF994, "璉 秊 練 聯 輦 蓮 連 鍊 列 劣 咽 烈 裂 說 廉 念 捻 殮 簾 獵 令 囹 寧 嶺 怜 玲 瑩 羚 聆 鈴 零 靈 領 例 禮 醴 隸"),
        (0xF9B9, "惡 了 僚 寮 尿 料 樂 燎 療 蓼 遼 龍 暈 阮 劉 杻 柳 流 溜 琉 留 硫 紐 類 六 戮 陸 倫 崙 淪 輪 律 慄 栗 率 隆 利"),
        (0xF9DE, "吏 履 易 李 梨 泥 理 痢 罹 裏 裡 里 離 匿 溺 吝 燐 璘 藺 隣 鱗 麟 林 淋 臨 立 笠 粒 狀 炙 識 什 茶 刺 切 度 拓"),
        (0xFA03, "糖 宅 洞 暴 輻 行 降 見 廓 兀 嗀"),
        (0xFA10, "塚"),
        (0xFA12, "晴"),
        (0xFA15, "凞 猪 益 礼 神 祥 福 靖 精 羽"),
        (0xFA20, "蘒"),
        (0xFA22, "諸"),
        (0xFA25, "逸 都"),
        (0xFA2A, "飯 飼 館 鶴 郞 隷 侮 僧 免 勉 勤 卑 喝 嘆 器 塀 墨 層 屮 悔 慨 憎 懲 敏 既 暑 梅 海 渚 漢 煮 爫 琢 碑 社 祉 祈"),
        (0xFA4F, "祐 祖 祝 禍 禎 穀 突 節 練 縉 繁 署 者 臭 艹 艹 著 褐 視 謁 謹 賓 贈 辶 逸 難 響 頻 恵 𤋮 舘"),
        (0xFA70, "並 况 全 侀 充 冀 勇 勺 喝 啕 喙 嗢 塚 墳 奄 奔 婢 嬨 廒 廙 彩 徭 惘 慎 愈 憎 慠 懲 戴 揄 搜 摒 敖 晴 朗 望 杖"),
        (0xFA95, "歹 殺 流 滛 滋 漢 瀞 煮 瞧 爵 犯 猪 瑱 甆 画 瘝 瘟 益 盛 直 睊 着 磌 窱 節 类 絛 練 缾 者 荒 華 蝹 襁 覆 視 調"),
        (0xFABA, "諸 請 謁 諾 諭 謹 變 贈 輸 遲 醙 鉶 陼 難 靖 韛 響 頋 頻 鬒 龜 𢡊 𢡄 𣏕 㮝 䀘 䀹 𥉉 𥳐 𧻓 齃 龎"),
        // Latin ligatures
        (0xFB00, "ff fi fl ffi ffl st st"),
        // vertical forms
        (0xFE10, ", 、 。 : ; ! ? 〖 〗 ..."),
        // CJK compatibility forms: ︰
        (0xFE30, ".. — – _ _ ( ) { } 〔 〕 【 】 《 》 〈 〉 「 」 『 』"),
        (0xFE47, "[ ]"),
        (0xFE4D, "_ _ _"),
        // small forms
        (0xFE50, ", 、 ."),
        (0xFE54, "; : ? ! — ( ) { } 〔 〕 # & * + - < > ="),
        (0xFE68, "\\ $ % @"),
        // half-width katakana and hangul, full-width signs (FF01 to FF5E are a rule, not rows)
        (0xFF5F, "⦅ ⦆ 。 「 」 、 ・ ヲ ァ ィ ゥ ェ ォ ャ ュ ョ ッ ー ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ"),
        (0xFF84, "ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ン \u3099 \u309A ᅠ ᄀ ᄁ ᆪ ᄂ ᆬ"),
        (0xFFA6, "ᆭ ᄃ ᄄ ᄅ ᆰ ᆱ ᆲ ᆳ ᆴ ᆵ ᄚ ᄆ ᄇ ᄈ ᄡ ᄉ ᄊ ᄋ ᄌ ᄍ ᄎ ᄏ ᄐ ᄑ ᄒ"),
        (0xFFC2, "ᅡ ᅢ ᅣ ᅤ ᅥ ᅦ"),
        (0xFFCA, "ᅧ ᅨ ᅩ ᅪ ᅫ ᅬ"),
        (0xFFD2, "ᅭ ᅮ ᅯ ᅰ ᅱ ᅲ"),
        (0xFFDA, "ᅳ ᅴ ᅵ"),
        (0xFFE0, "¢ £ ¬"),
        (0xFFE4, "¦ ¥ ₩"),
        (0xFFE8, "│ ← ↑ → ↓ ■ ○"),
    ];

    private static readonly string[] Ascii = [.. Enumerable.Range('!', '~' - '!' + 1).Select(character => ((char)character).ToString())];

    private static readonly FrozenDictionary<char, string> Table = Runs.SelectMany(run =>
            run.Forms.Split(' ').Select((form, index) => KeyValuePair.Create((char)(run.First + index), form))
        )
        .ToFrozenDictionary();
}
