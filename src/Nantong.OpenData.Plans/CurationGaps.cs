using System.Globalization;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Plans;

/// <summary>Tells what editors have left empty, and what is unusual: the plan can be published so, and readers may miss it.</summary>
internal static class CurationGaps
{
    /// <summary>Tells each of them.</summary>
    public static void Tell(PlanDescription about, Gazetteer gazetteer, ReadingReport report)
    {
        if (about.Years.Target > about.Years.To || about.Years.Target < about.Years.From)
            report.WarnInDescription(
                "$.years.target",
                Text(about.Years.Target),
                string.Create(CultureInfo.InvariantCulture, $"a year of the plan, from {about.Years.From} to {about.Years.To}")
            );
        const string English = "the same in English: an editorial translation";
        Require("$.title.en", about.Title.En, English);
        Require("$.description.zh", about.Description.Zh, "what the plan is, in a sentence");
        Require("$.description.en", about.Description.En, English);
        Require("$.authority.statement.zh", about.Authority.Statement.Zh, "who speaks here, and who does not");
        Require("$.authority.statement.en", about.Authority.Statement.En, English);
        Require("$.authority.officialSource.zh", about.Authority.OfficialSource.Zh, "where the authentic text comes from");
        Require("$.authority.officialSource.en", about.Authority.OfficialSource.En, English);
        Require("$.textRights.zh", about.TextRights.Zh, "who may print the text of the plan, and why");
        Require("$.textRights.en", about.TextRights.En, English);
        foreach (var (at, category) in about.Categories.Index())
            Require(Path("$.categories", at, "label.en"), category.Label.En, English);
        foreach (var (at, indicator) in about.Indicators.Index())
            Require(Path("$.indicators", at, "en"), indicator.En, "the name in English");
        foreach (var (at, place) in gazetteer.Places.Index())
        {
            if (place.En.Length == 0)
                report.WarnIn(PlanFile.Places, Path("$.places", at, "en"), "", "the name in English");
        }

        void Require(string path, string value, string rule)
        {
            if (string.IsNullOrWhiteSpace(value))
                report.WarnInDescription(path, value, rule);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Path(string list, int at, string member) => string.Create(CultureInfo.InvariantCulture, $"{list}[{at}].{member}");
}
