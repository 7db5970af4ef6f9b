using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>Makes citations.</summary>
public static class Citations
{
    /// <summary>Who publishes the data.</summary>
    public const string Publisher = "Nantong.OpenData";

    /// <summary>Title of a plan's data, in every citation: not that of the plan itself.</summary>
    public static Label TitleOf(PlanDescription about) => new($"{about.Title.Zh}：开放数据", $"{about.Title.En}: open data");

    /// <summary>Who issued the document, who publishes the data, and that this is not official: in every form that has a place for it.</summary>
    internal static string NoteOf(PlanDescription about, TitleBlock issued) =>
        $"文件由{issued.Issuer}印发（{issued.DocumentNumber}）；数据集由 {Publisher} 非官方整理并发布。{about.Authority.Statement.Zh}";

    /// <summary>The citation of a part of a release.</summary>
    /// <remarks>The author is who issued the plan, of the text as of the data; who curates and publishes the data, unofficially, stands beside as
    /// publisher.</remarks>
    /// <param name="about">What the editors say about the plan.</param>
    /// <param name="issued">The notice that issued it.</param>
    /// <param name="version">The release.</param>
    /// <param name="part">What is cited.</param>
    /// <param name="url">Its address at exactly this release.</param>
    /// <param name="accessed">When it was read; null when nobody says.</param>
    public static CitationItem Of(PlanDescription about, TitleBlock issued, ReleaseVersion version, CitedPart part, string url, DateOnly? accessed)
    {
        var whole = TitleOf(about);
        var isWhole = part.Kind is CitedKind.Release;
        var ofText = part.Kind is CitedKind.Node or CitedKind.Sentence;
        return new(
            $"{about.Id}-{version}{(isWhole ? "" : "-")}{part.Target.Replace('~', '-')}",
            ofText ? "report" : "dataset",
            isWhole ? whole.Zh : part.Label.Zh,
            [new(issued.Issuer)],
            CitationDate.Of(issued.Issued),
            version.ToString(),
            Publisher,
            issued.DocumentNumber,
            url,
            about.Language,
            NoteOf(about, issued)
        )
        {
            ContainerTitle = isWhole ? null : whole.Zh,
            English = isWhole ? whole.En : part.Label.En,
            ContainerEnglish = isWhole ? null : whole.En,
            Accessed = accessed is { } day ? CitationDate.Of(day) : null,
        };
    }
}
