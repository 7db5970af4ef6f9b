using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Site.Tables;

/// <summary>Makes a table of one's own: columns and conditions, the first rows of what they give, its address, and the code that reads it.</summary>
internal static class TablePage
{
    private const int Rows = 10;

    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="name">Name of the dataset.</param>
    /// <param name="table">What can be asked of it.</param>
    public static PageContent Of(PageView view, string name, AskedTable table)
    {
        var release = view.Release!;
        var dataset = table.DatasetOf(release);
        ShownColumn[] columns =
        [
            .. dataset
                .Columns.Where(column => table.Fields.Find(column.Name) is not null)
                .Select(column => new ShownColumn(column.Name, view.Say(column.Label), "", null)),
        ];
        var form = TableForm.Read(view.Address.Query, [.. columns.Select(column => column.Name)]);
        if (form.Header is "")
            form = form with { Header = view.Say("zh", "id") };

        var conditions = form.ConditionsOfData();
        var wrong = form.Conditions.FirstOrDefault(condition => condition.IsSet && FilterName.Parse(condition.Parameter, table.Fields) is null);
        FirstRows? first = null;
        Unreadable? error = null;
        if (wrong is null)
            table.First(release, conditions, form.Columns, Rows).Try(out first, out error);
        if (first is not null && form.Header is "zh")
        {
            var cells = CsvForm.ChineseCellsOf(release);
            first = first with { Rows = [.. first.Rows.Select(row => row.Select((cell, at) => cells.Show(first.Columns[at], cell)).ToArray())] };
        }

        var path = $"{view.Plan}/{name}.csv";
        var query = QueryString.Create(Parts(form, conditions, forSpreadsheets: false)).Value;
        var address = view.Address.Href(path + query);
        var model = new TableModel(
            view,
            name,
            columns,
            form,
            first,
            wrong ?? (error is null ? null : form.Conditions.FirstOrDefault(condition => condition.IsSet && condition.Parameter == error.Where)),
            error,
            path + QueryString.Create(Parts(form, conditions, forSpreadsheets: true)).Value,
            address,
            [
                ("curl", $"curl --fail --output {name}.csv '{address}'"),
                ("Python", $"import pandas\ntable = pandas.read_csv(\"{address}\")\nprint(table)"),
                ("JavaScript", $"const response = await fetch(\"{address}\");\nconsole.log(await response.text());"),
                ("C#", $"using var http = new HttpClient();\nConsole.WriteLine(await http.GetStringAsync(\"{address}\"));"),
                ("R", $"table <- read.csv(\"{address}\", fileEncoding = \"UTF-8\", check.names = FALSE)\nprint(table)"),
            ]
        );
        return new PageContent(
            view.Say($"做表：{dataset.Title.Zh}", $"Make a table: {dataset.Title.En}"),
            Slice.Fill<Templates.TableView, TableModel>(model)
        )
        {
            Section = "/files",
            Above = [(PageNames.Of("/files", view.Language), view.Page("/files"))],
        };
    }

    /// <summary>What a way to compare is called.</summary>
    public static string NameOf(Operator op, PageView view) =>
        view.Say(
            op switch
            {
                Operator.Eq => new Label("等于", "is"),
                Operator.Ne => new Label("不等于", "is not"),
                Operator.Gte => new Label("不小于", "is at least"),
                Operator.Lte => new Label("不大于", "is at most"),
                Operator.Gt => new Label("大于", "is more than"),
                Operator.Lt => new Label("小于", "is less than"),
                _ => new Label("含有", "contains"),
            }
        );

    private static IEnumerable<KeyValuePair<string, string?>> Parts(TableForm form, Dictionary<string, string> conditions, bool forSpreadsheets)
    {
        if (form.Columns is not [])
            yield return new(QueryParameter.Fields.Name, string.Join(',', form.Columns));
        foreach (var (name, value) in conditions)
            yield return new(name, value);
        if (form.Header is "zh")
            yield return new(QueryParameter.Header.Name, form.Header);
        if (forSpreadsheets)
            yield return new(QueryParameter.Bom.Name, "true");
    }
}

/// <summary>A table in the making as a page shows it.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Name">Name of the dataset.</param>
/// <param name="Columns">The columns that can be chosen.</param>
/// <param name="Form">What was chosen.</param>
/// <param name="First">The first rows; null where a condition cannot be read.</param>
/// <param name="Wrong">The condition that cannot be read; null when all can, or nobody knows which.</param>
/// <param name="Error">Why; null where the column is not compared so.</param>
/// <param name="Download">Path of the table for a spreadsheet.</param>
/// <param name="Address">Address of the table for programs.</param>
/// <param name="Code">Programs that read it, by language.</param>
internal sealed record TableModel(
    PageView View,
    string Name,
    IReadOnlyList<ShownColumn> Columns,
    TableForm Form,
    FirstRows? First,
    FormCondition? Wrong,
    Unreadable? Error,
    string Download,
    string Address,
    IReadOnlyList<(string Language, string Source)> Code
);
