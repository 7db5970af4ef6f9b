using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Sentences and clauses of a text. Marks inside quotation marks, brackets and titles part nothing.</summary>
internal sealed class Sentences
{
    private readonly List<TextSpan> sentences = [];
    private readonly List<TextSpan> clauses = [];

    /// <summary>Cuts a text.</summary>
    public Sentences(string text)
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
            if (depth > 0) continue;
            var ends = text[at] is '。' or '！' or '？';
            if (ends || text[at] is '，' or '；' or '：' or ',' or ';') Close(clauses, ref clause, at);
            if (ends) Close(sentences, ref sentence, at);
        }

        Close(clauses, ref clause, text.Length);
        Close(sentences, ref sentence, text.Length);
    }

    /// <summary>The clauses in order, without the marks behind them.</summary>
    public IReadOnlyList<TextSpan> Clauses => clauses;

    /// <summary>The sentence that a place is in.</summary>
    public TextSpan SentenceAt(int at) => At(sentences, at);

    /// <summary>The clause that a place is in.</summary>
    public TextSpan ClauseAt(int at) => At(clauses, at);

    private static TextSpan At(List<TextSpan> spans, int at) => spans.Find(span => at <= span.End);

    private static void Close(List<TextSpan> spans, ref int start, int end)
    {
        if (end > start) spans.Add(new TextSpan(start, end));
        start = end + 1;
    }
}
