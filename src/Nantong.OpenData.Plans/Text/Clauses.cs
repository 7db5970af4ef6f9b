namespace Nantong.OpenData.Plans.Text;

/// <summary>The clauses of a text, and the sentences that they make up. Marks inside quotation marks, brackets and titles part nothing.</summary>
internal sealed class Clauses
{
    private readonly List<TextSpan> sentences = [];
    private readonly List<TextSpan> clauses = [];

    /// <summary>Cuts a text.</summary>
    public Clauses(string text)
    {
        var (sentence, clause, depth) = (0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth = text[at] switch
            {
                '“' or '（' or '《' or '(' => depth + 1,
                '”' or '）' or '》' or ')' => Math.Max(0, depth - 1),
                '。' or '！' or '？' => 0,
                _ => depth,
            };
            if (depth > 0 || IsInNumber(text, at))
                continue;
            var ends = text[at] is '。' or '！' or '？';
            if (ends || text[at] is '，' or '；' or '：' or ',' or ';')
                Close(clauses, ref clause, at);
            if (ends)
                Close(sentences, ref sentence, at);
        }

        Close(clauses, ref clause, text.Length);
        Close(sentences, ref sentence, text.Length);
    }

    /// <summary>The clauses in order, without the marks behind them.</summary>
    public IReadOnlyList<TextSpan> All => clauses;

    /// <summary>The sentence that a place is in.</summary>
    public TextSpan SentenceAt(int at) => Find(sentences, at);

    /// <summary>The clause that a place is in.</summary>
    public TextSpan At(int at) => Find(clauses, at);

    /// <summary>A ratio (2.01：1) and thousands (1,200) hold a mark that parts nothing.</summary>
    private static bool IsInNumber(string text, int at) =>
        text[at] is '：' or ',' && at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    private static TextSpan Find(List<TextSpan> spans, int at) => spans.Find(span => at <= span.End);

    private static void Close(List<TextSpan> spans, ref int start, int end)
    {
        if (end > start)
            spans.Add(new TextSpan(start, end));
        start = end + 1;
    }
}
