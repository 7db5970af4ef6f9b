using System.Globalization;
using System.Text;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary>The texts that go with a package of data: <c>README.md</c>, <c>LICENSE.txt</c> and <c>CITATION.cff</c>.</summary>
internal static class PackageTexts
{
    public const string CitationMediaType = "application/yaml; charset=utf-8";

    private const string Publisher = Citations.Citations.Publisher;

    public static string Readme(ReleaseDraft draft)
    {
        var (about, text) = (draft.Plan.About, new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"# {Markdown.Escape(about.Title.Zh)} {draft.Version}\n\n");
        foreach (var paragraph in new[] { about.Description.Zh, about.Authority.Statement.Zh, about.Description.En, about.Authority.Statement.En })
            text.Append(Markdown.Escape(paragraph)).Append("\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"- 来源 / source: {Markdown.Escape(about.Authority.OfficialSource.Zh)} ({Markdown.Escape(about.Authority.DocumentNumber)})\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"- 整理与发布（非官方） / curated and published, unofficially, by: {Publisher}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"- 许可 / licence: [{Markdown.Escape(about.License.Name)}]({about.License.Url}) ({Markdown.Escape(about.License.Scope)}); "
                + $"{Markdown.Escape(about.TextRights.Zh)}\n\n"
        );
        text.Append(
            "CSV as RFC 4180, UTF-8, no byte order mark. An empty cell is a missing value. `datapackage.json` and the "
                + "`*.csv-metadata.json` say types, keys and units. What the release was made from stands beside this package, in files named "
                + "`input-*`, as its editors handed it in.\n"
        );
        foreach (var table in draft.Tables)
            AppendDictionary(text, table.Dataset, draft.File($"{table.Dataset.Name}.csv").Rows);
        return text.ToString();
    }

    public static string License(ReleaseDraft draft)
    {
        var (about, license) = (draft.Plan.About, draft.Plan.About.License);
        return $"{license.Name}\nSPDX-License-Identifier: {license.Id}\n{license.Url}\n\nScope: "
            + $"{license.Scope}\n\n{about.TextRights.Zh}\n{about.TextRights.En}\n\n{about.Authority.Statement.Zh}\n{about.Authority.Statement.En}\n";
    }

    /// <summary>Citation File Format 1.2.0. It names no day of release: the files of a release are the same whenever they are made.</summary>
    public static string Citation(ReleaseDraft draft)
    {
        var (about, notice) = (draft.Plan.About, draft.Plan.TitleBlock);
        var title = Citations.Citations.TitleOf(about).Zh;
        var issued = notice.Issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"""
                cff-version: 1.2.0
                type: dataset
                title: {Quoted(title)}
                version: {Quoted(draft.Version.ToString())}
                message: {Quoted(about.Authority.Statement.En)}
                abstract: {Quoted(about.Description.En)}
                license: {about.License.Id}
                authors:
                  - name: {Quoted(notice.Issuer)}
                contact:
                  - name: {Quoted(Publisher)}
                preferred-citation:
                  type: data
                  title: {Quoted(title)}
                  version: {Quoted(draft.Version.ToString())}
                  authors:
                    - name: {Quoted(notice.Issuer)}
                  publisher:
                    name: {Quoted(Publisher)}
                  date-released: {issued}
                  number: {Quoted(notice.DocumentNumber)}
                  notes: {Quoted(Citations.Citations.NoteOf(about, notice))}
                references:
                  - type: government-document
                    title: {Quoted(notice.Title)}
                    authors:
                      - name: {Quoted(notice.Issuer)}
                    date-released: {issued}
                    number: {Quoted(notice.DocumentNumber)}
                """.ReplaceLineEndings("\n") + "\n";
    }

    private static void AppendDictionary(StringBuilder text, Dataset dataset, int? rows)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## {dataset.Name}.csv: {dataset.Title.Zh} / {dataset.Title.En}, {rows} rows\n\n"
                + $"| column | 含义 | meaning | type |\n| --- | --- | --- | --- |\n"
        );
        foreach (var column in dataset.Columns)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Markdown.Escape(column.Name)} | {Markdown.Escape(column.Label.Zh)} | {Markdown.Escape(Descriptors.Sentence(column))} | "
                    + $"{Descriptors.TypeName(column.Type, "number")} |\n"
            );
    }

    /// <summary>A YAML scalar in double quotes.</summary>
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
