using System.Globalization;
using System.Text.Json;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>Any answer as a page: what its JSON says, with names that people read, lists as tables and addresses as links.</summary>
internal static class RecordPage
{
    // What the frame of a page says already.
    private static readonly string[] OfTheFrame = ["release", "permalink", "authority", "license", "warnings", "links", "page"];

    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="json">The answer as JSON.</param>
    public static PageContent Of(PageView view, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new PageContent(TitleOf(view, root), Slice.Fill<Templates.Record, RecordModel>(Read(view, root)))
        {
            Section = $"/{view.Release?.Below.Trim('/').Split('/')[0]}",
        };
    }

    /// <summary>A record in a line: its plain members with their names; what is nested, numbered or hashed is left to its own page.</summary>
    public static string InWords(PageView view, JsonElement record) =>
        string.Join(
            view.Say("；", "; "),
            record
                .EnumerateObject()
                .Where(member => member.Name is not ("id" or "order" or "sha256" or "missingReason"))
                .Select(member =>
                    (
                        member.Name,
                        Text: member.Value.ValueKind switch
                        {
                            JsonValueKind.String => member.Value.GetString(),
                            JsonValueKind.Number => member.Value.GetRawText(),
                            JsonValueKind.True => view.Say("是", "yes"),
                            JsonValueKind.False => view.Say("否", "no"),
                            JsonValueKind.Object => LabelOf(view, member.Value)
                                ?? (
                                    member.Value.TryGetProperty("label", out var label) && label.ValueKind is JsonValueKind.String
                                        ? label.GetString()
                                        : null
                                ),
                            _ => null,
                        }
                    )
                )
                .Where(member => member.Text is not (null or ""))
                .Select(member => $"{FieldNames.Of(member.Name, view.Language)}{view.Say("：", ": ")}{member.Text}")
        );

    private static RecordModel Read(PageView view, JsonElement root)
    {
        List<RecordField> fields = [];
        foreach (var member in root.EnumerateObject().Where(member => !OfTheFrame.Contains(member.Name)))
            fields.Add(new(FieldNames.Of(member.Name, view.Language), ValueOf(view, member.Value)));
        var page = root.TryGetProperty("page", out var told) ? told : default;
        var next =
            page.ValueKind is JsonValueKind.Object && page.GetProperty("next") is { ValueKind: JsonValueKind.String } address
                ? address.GetString()
                : null;
        return new(view, fields, view.Release is null ? next : ListPage.Turn(view, next));
    }

    private static RecordValue ValueOf(PageView view, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when LabelOf(view, value) is { } label => new RecordValue.Plain(label, null),
            JsonValueKind.Object => new RecordValue.Fields([
                .. value.EnumerateObject().Select(member => new RecordField(FieldNames.Of(member.Name, view.Language), ValueOf(view, member.Value))),
            ]),
            JsonValueKind.Array when TableOf(view, value) is { } table => table,
            JsonValueKind.Array => new RecordValue.Several([.. value.EnumerateArray().Select(item => ValueOf(view, item))]),
            JsonValueKind.String => OfText(view, value.GetString()!),
            JsonValueKind.Null => new RecordValue.Plain("—", null),
            JsonValueKind.True => new RecordValue.Plain(view.Say("是", "yes"), null),
            JsonValueKind.False => new RecordValue.Plain(view.Say("否", "no"), null),
            _ => new RecordValue.Plain(value.GetRawText(), null),
        };

    /// <summary>An address of ours is a link, called by what it leads to.</summary>
    private static RecordValue OfText(PageView view, string text)
    {
        if (text.StartsWith(view.Address.Base + "/", StringComparison.Ordinal) && !text.Contains('{', StringComparison.Ordinal))
            return LinkTo(view, text[view.Address.Base.Length..]);
        if (
            text.Length > 18
            && text[10] is 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
        )
            return new RecordValue.Plain(instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture), null);
        return text.StartsWith("https://", StringComparison.Ordinal) ? new RecordValue.Plain(text, text) : new RecordValue.Plain(text, null);
    }

    /// <summary>A link to an address of ours: to its page, where it has one, in the language of this page and at the release of it.</summary>
    private static RecordValue.Plain LinkTo(PageView view, string path)
    {
        if (
            path.Contains("/files/", StringComparison.Ordinal)
            || path.Contains('?', StringComparison.Ordinal)
            || path.Split('/')[^1].Contains('.', StringComparison.Ordinal)
            || path is "/"
        )
            return new(path, path);
        if (view.Release is not { } release || !path.StartsWith($"{release.Root}/", StringComparison.Ordinal))
            return new(path, path.StartsWith("/v1", StringComparison.Ordinal) ? view.ServicePage(path) : path);

        var below = path[release.Root.Length..];
        var node =
            release.HasContent && below.StartsWith("/text/", StringComparison.Ordinal)
                ? release.Snapshot.FindNode(NodePath.ToId(below["/text/".Length..]))
                : null;
        return new(node is null ? below : PageTitles.WithHolder(node, view), view.Page(below));
    }

    /// <summary>A text in two languages, in the one of the page; null for what is none.</summary>
    private static string? LabelOf(PageView view, JsonElement value) =>
        value.TryGetProperty("zh", out var chinese) && value.TryGetProperty("en", out var english) && value.EnumerateObject().Count() == 2
            ? view.Say(chinese.GetString() ?? "", english.GetString() ?? "")
            : null;

    /// <summary>A list of objects as a table; null for any other list.</summary>
    private static RecordValue.Table? TableOf(PageView view, JsonElement list)
    {
        JsonElement[] rows = [.. list.EnumerateArray()];
        if (rows is [] || !rows.All(row => row.ValueKind is JsonValueKind.Object && LabelOf(view, row) is null))
            return null;

        string[] names = [.. rows.SelectMany(row => row.EnumerateObject().Select(member => member.Name)).Distinct()];
        return new(
            [.. names.Select(name => FieldNames.Of(name, view.Language))],
            [
                .. rows.Select(
                    IReadOnlyList<RecordValue> (row) =>
                        [
                            .. names.Select(name =>
                                row.TryGetProperty(name, out var cell) ? Small(view, ValueOf(view, cell)) : new RecordValue.Plain("", null)
                            ),
                        ]
                ),
            ]
        );
    }

    /// <summary>A value in a cell: of a table in a table only the number of rows has room.</summary>
    private static RecordValue Small(PageView view, RecordValue value) =>
        value is RecordValue.Table { Rows.Count: var rows } ? new RecordValue.Plain(view.Say($"{rows} 项", $"{rows} entries"), null) : value;

    private static string TitleOf(PageView view, JsonElement root)
    {
        if (root.TryGetProperty("label", out var label) && LabelOf(view, label) is { } name)
            return name;
        if (root.TryGetProperty("title", out var title) && title.ValueKind is JsonValueKind.String)
            return title.GetString()!;
        var path = view.Release?.Below is { Length: > 1 } below ? below : view.Address.Path;
        return PageNames.Of(path, view.Language);
    }
}

/// <summary>An answer as a page shows it.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Fields">What it says.</param>
/// <param name="Next">Where it goes on; null when nothing follows.</param>
internal sealed record RecordModel(PageView View, IReadOnlyList<RecordField> Fields, string? Next);

/// <summary>One thing that an answer says.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What it is.</param>
internal sealed record RecordField(string Name, RecordValue Value);

/// <summary>A value as a page shows it.</summary>
internal abstract record RecordValue
{
    /// <summary>A text, and where it leads; null when nowhere.</summary>
    public sealed record Plain(string Text, string? Href) : RecordValue;

    /// <summary>Things that are said of one thing.</summary>
    public sealed record Fields(IReadOnlyList<RecordField> All) : RecordValue;

    /// <summary>Several values.</summary>
    public sealed record Several(IReadOnlyList<RecordValue> All) : RecordValue;

    /// <summary>Several things of which the same is said.</summary>
    public sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<RecordValue>> Rows) : RecordValue;
}
