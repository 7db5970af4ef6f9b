using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases.Citations;

namespace Nantong.OpenData.Api.Query;

/// <summary>The parameters of search, verification and citation.</summary>
internal static class TextParameters
{
    /// <summary>What is looked for.</summary>
    public static QueryParameter Words { get; } =
        new(
            "q",
            $"What to look for: at most {SearchQuery.MaxLength} characters and {SearchQuery.MaxTerms} terms. White space parts terms, and a "
                + "record must hold all of them; `\"…\"` or `“…”` hold a phrase together; "
                + "`-` in front of a term excludes records that hold it. Width and case make no difference. There are no wildcards.",
            "string"
        )
        {
            Required = true,
        };

    /// <summary>Where it is looked for.</summary>
    public static QueryParameter In { get; } =
        new("in", "Where to look, comma separated: `text`, `indicators`, `columns`, `commitments`, `places`; everywhere when absent.", "string");

    /// <summary>Types of record.</summary>
    public static QueryParameter Type { get; } =
        new(
            "type",
            "Types of record to keep, comma separated: a type of node (`paragraph`, `section`), `indicator`, `commitment` or `place`.",
            "string"
        );

    /// <summary>Chapters.</summary>
    public static QueryParameter Chapter { get; } =
        new("chapter", "Chapters to keep, comma separated: `ch5`, or another node at the top (`pre`, `notice`).", "string");

    /// <summary>A quotation.</summary>
    public static QueryParameter Quote { get; } =
        new(
            "quote",
            $"The words to check: at most {Quotations.MaxLength} characters, and at most {CheckedQuotation.MaxSentences} sentences where no "
                + "node holds all of them.",
            "string"
        )
        {
            Required = true,
        };

    /// <summary>What is cited.</summary>
    public static QueryParameter Target { get; } =
        new(
            "target",
            "What to cite: a node by id or path (`ch5.s5.p2`, `ch5/s5/p2`), a sentence of it counted from 1 (`ch5.s5.p2~3`), an indicator "
                + "(`urbanization-rate`), a cell of it "
                + "(`urbanization-rate.target`, `urbanization-rate.baseline`) or a data set (`indicators`); the release when absent.",
            "string"
        );

    /// <summary>How a citation is written.</summary>
    public static QueryParameter Style(IReadOnlyList<string> styles) =>
        new(
            "style",
            "How to write the citation. When absent, what the form asks for: `bibtex`, `ris` and `csl` are forms, too; otherwise `gbt7714`.",
            "string",
            Values: styles
        );

    /// <summary>When it was read.</summary>
    public static QueryParameter Accessed { get; } =
        new(
            "accessed",
            "The day on which you read it, as `2026-01-05`; left out of the citation when absent, since an answer that never changes cannot know it.",
            "string"
        );

    /// <summary>The release of an old citation.</summary>
    public static QueryParameter From { get; } = new("from", "Version of the release that was cited: `1.0.0`.", "string") { Required = true };
}
