using Nantong.OpenData.Plans.Commitments.Subjects;
using Nantong.OpenData.Plans.Commitments.Values;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>One commitment before it has an id and an anchor.</summary>
internal sealed record Promise(
    TextSpan Span,
    CommitmentKind Kind,
    string Subject,
    Quantity? Quantity,
    QuantityOperator Operator,
    IReadOnlyList<string> Modality,
    PeriodMention? Deadline,
    TextSpan? DeadlineSpan,
    QuantityMeasure Measure = QuantityMeasure.Level,
    string? ChangeFrom = null
);

/// <summary>Reads the text of one node: names first, then dates, then quantities, and what the sentences say with them.</summary>
internal sealed class PassageReader
{
    private readonly string text;
    private readonly string folded;
    private readonly PlanYears years;
    private readonly bool looksBack;
    private readonly Clauses clauses;
    private readonly IReadOnlyList<PeriodMention> periods;
    private readonly IReadOnlyList<Quantity> quantities;
    private readonly PeriodMention? governing;
    private readonly List<Promise> promises = [];
    private readonly List<(TextSpan Span, ExclusionReason Reason)> circumstances = [];

    private PassageReader(string text, PlanYears years, bool looksBack, PeriodMention? inherited)
    {
        (this.text, this.years, this.looksBack) = (text, years, looksBack);
        folded = Digits.Fold(text);
        clauses = new Clauses(text);
        Names = Digits.Run().IsMatch(folded) ? NameMention.Find(folded) : [];
        periods = [.. Periods.Find(folded, years).Where(period => !Names.Any(name => name.Span.Overlaps(period.Span)))];
        quantities = Quantities.Find(text, [.. Names.Select(name => name.Span), .. periods.Select(period => period.Span)]);
        governing = Opening ?? inherited;
    }

    /// <summary>
    /// The date that opens the text, set off by a comma (展望2035年，…): it holds for every sentence that sets none of its own, and for the dash list
    /// behind.
    /// </summary>
    public PeriodMention? Opening =>
        periods.FirstOrDefault(period =>
            period is { Role: PeriodRole.Bound, To: not null, Span.Start: 0 } && period.Span.End < text.Length && text[period.Span.End] == '，'
        );

    /// <summary>The quantities that are circumstances, with the reason; those that bound a commitment in time are told of with it.</summary>
    public IEnumerable<(TextSpan Span, ExclusionReason Reason)> Circumstantial =>
        circumstances.Where(one => Digits.Run().IsMatch(one.Span.Of(text)) && !promises.Exists(promise => promise.DeadlineSpan == one.Span));

    /// <summary>What is no quantity because it is part of a name.</summary>
    public IReadOnlyList<NameMention> Names { get; }

    /// <summary>The dates with digits that bound no commitment.</summary>
    public IEnumerable<TextSpan> LooseDates =>
        periods
            .Select(period => period.Span)
            .Where(span =>
                Digits.Run().IsMatch(span.Of(text)) && !promises.Exists(promise => promise.DeadlineSpan == span || promise.Span.Contains(span))
            );

    /// <summary>The commitments in reading order.</summary>
    public IReadOnlyList<Promise> Promises => promises;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text of a node.</param>
    /// <param name="years">The years of the plan: a period that ends by the base year looks back.</param>
    /// <param name="looksBack">True when the headings above say that the text looks back.</param>
    /// <param name="inherited">The date of the paragraph that a dash list belongs to; null where there is none.</param>
    public static PassageReader Read(string text, PlanYears years, bool looksBack, PeriodMention? inherited = null)
    {
        var reader = new PassageReader(text, years, looksBack, inherited);
        foreach (var quantity in reader.quantities)
            reader.Take(quantity);
        foreach (var clause in reader.clauses.All)
            reader.TakeMilestone(clause);
        reader.promises.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return reader;
    }

    private void Take(Quantity quantity)
    {
        var clause = clauses.At(quantity.Span.Start);
        var (period, span) = DeadlineOf(quantity.Span, clause);
        if (quantity.Value is { } && IsNumeral(quantity) && quantity.Class is UnitClass.Count && period?.To is null)
            return;

        var behind = folded[quantity.Span.End..Math.Max(quantity.Span.End, clause.End)];
        var before = folded[BehindCircumstance(quantity, clause)..quantity.Span.Start];
        if (Circumstances.Of(quantity, before, folded[clause.Start..quantity.Span.Start], behind) is { } reason)
        {
            circumstances.Add((quantity.Span, reason));
            return;
        }

        var subject = Subject.Find(before, behind, quantity);
        var phrase =
            Lists.Respectively(folded, quantities, quantity, clause)
            ?? (subject.Phrase.Length > 0 ? subject.Phrase : SubjectBefore(quantity.Span.Start) ?? clause.Of(text));
        var head = subject.Modality.Count == 0 ? ListedAfter(quantity, clause) : null;
        var modality = head is null ? subject.Modality : [.. head.Modality.Where(word => word != head.Quantity!.Bound)];
        var past = IsPast(quantity.Span, period);
        var sentence = clauses.SentenceAt(quantity.Span.Start).Of(text);
        var kind =
            past && head is { Kind: CommitmentKind.Baseline, Quantity.Class: UnitClass.Count } ? head.Kind
            : past
            && subject.Modality.Count == 0
            && promises.LastOrDefault() is { Kind: CommitmentKind.Baseline } level
            && InClauseBefore(level.Span, clause)
                ? CommitmentKind.Baseline // 拥有普通高校9所，在校大学生14.7万人
            : CommitmentKinds.Of(quantity, folded[clause.Start..quantity.Span.Start], behind, modality, sentence, past);
        var unit = ImpliedUnits.Complete(quantity.Unit, phrase);
        var words = folded[clause.Start..quantity.Span.Start];
        var measure = kind is CommitmentKind.Standard or CommitmentKind.DesignParameter
            ? QuantityMeasure.Level
            : Measures.Of(quantity, words, sentence);
        promises.Add(
            new Promise(
                quantity.Span,
                kind,
                phrase,
                quantity with
                {
                    Unit = unit,
                },
                Lists.OperatorOf(folded, quantities, quantity, clause),
                modality,
                kind is CommitmentKind.Baseline && period?.To?.Year > years.Baseline ? null : period,
                kind is CommitmentKind.Baseline && period?.To?.Year > years.Baseline ? null : span,
                measure,
                measure is QuantityMeasure.Change ? Measures.BaseOf(words) : null
            )
        );
    }

    /// <summary>Where the words on what is promised begin: behind the place or the number of things that the clause speaks of.</summary>
    private int BehindCircumstance(Quantity quantity, TextSpan clause)
    {
        var from = ListedFrom(quantity, clause);
        foreach (var (span, reason) in circumstances)
        {
            if (reason is not (ExclusionReason.Scope or ExclusionReason.Count) || span.Start < from || span.End > quantity.Span.Start)
                continue;
            if ((span.Start > clause.Start && folded[span.Start - 1] is '每') || (span.End < clause.End && folded[span.End] is '的'))
                continue; // 每10万人口 and 20万元以上的村 say of what a rate is
            from = span.End;
            foreach (var word in (string[])["范围", "以内", "之内", "内"])
            {
                if (folded.AsSpan(from).StartsWith(word, StringComparison.Ordinal))
                    from += word.Length;
            }
        }

        return from;
    }

    /// <summary>A number written with Chinese numerals counts only where the sentence sets a date.</summary>
    private bool IsNumeral(Quantity quantity) => !Digits.Run().IsMatch(quantity.Span.Of(text));

    /// <summary>A sentence looks back when its period is over by the base year, when it says so, or when its heading does and no later date is
    /// set.</summary>
    private bool IsPast(TextSpan span, PeriodMention? period) =>
        period?.To is { } to ? to.Year <= years.Baseline : looksBack || CommitmentKinds.SaysPast(clauses.SentenceAt(span.Start).Of(text));

    /// <summary>The last date or length of time before the quantity in its sentence; else the first one behind it in its clause.</summary>
    private (PeriodMention? Period, TextSpan? Span) DeadlineOf(TextSpan quantity, TextSpan clause)
    {
        var sentence = clauses.SentenceAt(quantity.Start);
        var bounds = periods.Where(period => period.Role is PeriodRole.Bound && sentence.Contains(period.Span)).ToList();
        var found =
            bounds.FindLast(period => period.Span.End <= quantity.Start)
            ?? bounds.Find(period => period.Span.Start >= quantity.End && clause.Contains(period.Span));
        if (found is { To: not null })
            return (found, found.Span);

        var length = quantities.LastOrDefault(other => other.Span.End <= quantity.Start && clause.Contains(other.Span) && IsLength(other));
        if (length is not null)
            return (new PeriodMention(length.Span, null, null, PeriodRole.Bound), length.Span);
        if (found is not null || governing is null)
            return (found, found?.Span);
        return (governing, governing == Opening ? governing.Span : null);
    }

    private bool IsLength(Quantity quantity) =>
        quantity.Unit.Ucum is "a" or "mo" && Circumstances.IsLength(quantity, folded[..quantity.Span.Start], folded[quantity.Span.End..]);

    /// <summary>Where the words that belong to a quantity begin: behind the one before it, when both are members of a list.</summary>
    private int ListedFrom(Quantity quantity, TextSpan clause)
    {
        foreach (var before in quantities.Where(other => other.Span.End <= quantity.Span.Start && other.Span.Start >= clause.Start).Reverse())
        {
            var between = folded.AsSpan(before.Span.End, quantity.Span.Start - before.Span.End);
            var joint = between.LastIndexOfAny("、和及与");
            if (joint >= 0 && (joint == 0 || before.Class is UnitClass.Count))
                return before.Span.End + joint + 1;
        }

        return clause.Start;
    }

    /// <summary>The head of the list, for a member that prints no words of its own (建成A100个，B1000个); null for what is no list.</summary>
    private Promise? ListedAfter(Quantity quantity, TextSpan clause)
    {
        if (promises.LastOrDefault() is not { Quantity: { } head } promise || head.Unit.Ucum != quantity.Unit.Ucum)
            return null;
        return clause.Contains(head.Span) || InClauseBefore(head.Span, clause) ? promise : null;
    }

    private bool InClauseBefore(TextSpan span, TextSpan clause) =>
        span.End <= clause.Start
        && clauses.SentenceAt(clause.Start).Contains(span)
        && !folded.AsSpan(span.End, clause.Start - span.End).TrimEnd('，').ContainsAny("，；");

    /// <summary>The subject that the sentence last named, for a clause that names none (比“六人普”增加44.3万人).</summary>
    private string? SubjectBefore(int at)
    {
        var sentence = clauses.SentenceAt(at);
        return promises.FindLast(promise => sentence.Contains(promise.Span))?.Subject;
    }

    /// <summary>True when names, dates and circumstances explain every digit of a clause: a number that no rule could read must not hide in a
    /// milestone.</summary>
    private bool IsExplained(TextSpan clause) =>
        Digits
            .Run()
            .Matches(clause.Of(text))
            .All(run =>
            {
                var digits = new TextSpan(clause.Start + run.Index, clause.Start + run.Index + run.Length);
                return Names.Any(name => name.Span.Contains(digits))
                    || circumstances.Exists(one => one.Span.Contains(digits))
                    || periods.Any(period => period.Span.Contains(digits));
            });

    private void TakeMilestone(TextSpan clause)
    {
        if (quantities.Any(quantity => clause.Contains(quantity.Span) && promises.Exists(promise => promise.Span == quantity.Span)))
            return;
        var delimiter = periods.FirstOrDefault(period =>
            period.Role is PeriodRole.Attribute && clause.Contains(period.Span) && Digits.Run().IsMatch(period.Span.Of(text))
        );
        if (delimiter is not null && !looksBack && IsExplained(clause) && Milestone.PromisesAll(clause.Of(text)))
        {
            var (subject, modality) = SubjectWords.TrimAim(clause.Of(text));
            promises.Add(
                new Promise(clause, CommitmentKind.Milestone, SubjectWords.Thing(subject), null, QuantityOperator.None, modality, null, null)
            );
            return;
        }

        if (!IsExplained(clause))
            return;
        var inClause = periods.FirstOrDefault(period => period.Role is PeriodRole.Bound && clause.Contains(period.Span));
        var (period, span) = inClause is null ? DeadlineOf(clause, clause) : (inClause, inClause.Span);
        if (period?.To is not { } to || to.Year <= years.Baseline)
            return;
        var leads = inClause is not null && SubjectWords.TrimAim(text[clause.Start..inClause.Span.Start]).Promise.Length == 0;
        var own = leads ? clause with { Start = inClause!.Span.End } : clause;
        if (own.Length > 1 && Milestone.Read(text, own) is { } milestone)
            promises.Add(
                new Promise(
                    milestone.Span,
                    CommitmentKind.Milestone,
                    milestone.Subject,
                    null,
                    QuantityOperator.None,
                    milestone.Modality,
                    period,
                    span
                )
            );
    }
}
