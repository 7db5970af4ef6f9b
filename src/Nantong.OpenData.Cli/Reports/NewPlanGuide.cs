namespace Nantong.OpenData.Cli.Reports;

/// <summary>The README that <c>opendata new</c> puts into a plan folder: what is a guess, and how it is confirmed.</summary>
internal static class NewPlanGuide
{
    /// <summary>The text.</summary>
    /// <param name="id">Id of the plan.</param>
    public static string Of(string id) =>
        $$"""
            # {{id}}

            `source.txt` is the text as it was published, byte for byte. Never mend it: what is wrong in it belongs in `errata.json`.
            Everything else is a guess by `opendata new`, to be confirmed in this order. `opendata check .` shows what is read and what is wrong;
            run it after each step.

            1. `plan.json`, `layout`: the notice, the patterns of the headings (`第{zh}章`), each box and table in reading
               order, lines to ignore.
            2. `plan.json`, `layout.tables`: what each column holds. Heads are compared with it, years included.
            3. `plan.json`, `indicators` and `categories`: ids in words, English names, units and their UCUM codes, `direction` where neither
               operator nor baseline tells.
            4. `layout.joins`: look at each sentence that `check` shows as joined, then write `confirmed`.
            5. `expect`: compare the counts with the printed text, then keep them. A source that differs later is refused.
            6. `places.json`: the places that the text names; `area` in `plan.json` is the one that the baselines are for.
            7. `commitments.json`: corrections of what the rules read wrongly, each with its words and a reason.
            8. `errata.json`: the defects of the source.
            9. `opendata publish --plan . --dry-run`, then without `--dry-run`.

            Each `*.schema.json` is the JSON Schema of the file of that name: an editor that knows JSON Schema completes and checks while you type.

            """;
}
