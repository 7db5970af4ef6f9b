namespace Nantong.OpenData.Api.Assistants;

/// <summary>A tool: a question that assistants can ask, and the address of the HTTP interface that answers it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name for people, in Chinese and English.</param>
/// <param name="Description">What it answers, for the model, in Chinese and English.</param>
/// <param name="Path">Path of what answers, below the plan; with the arguments that stand in it between braces.</param>
/// <param name="Arguments">What it takes besides plan and version.</param>
internal sealed record Tool(string Name, string Title, string Description, string Path, params IReadOnlyList<ToolArgument> Arguments)
{
    /// <summary>Most items on a page.</summary>
    public const int MostItems = 100;

    private static readonly ToolArgument Plan = new(
        "plan",
        "规划的标识；缺省为最新的规划。 Id of the plan, as list_plans gives it; the newest plan when absent."
    );

    private static readonly ToolArgument Version = new(
        "version",
        "版本，如 1.0.0；缺省为最新版本。 Version of the release, such as 1.0.0; the latest release when absent."
    );

    /// <summary>True where the answer is of a plan, which the arguments name; false where it is about the service.</summary>
    public bool OfPlan { get; init; } = true;

    /// <summary>False where the answer is not of one release.</summary>
    public bool OfRelease { get; init; } = true;

    /// <summary>What is to be cited for the answer: a text, or an argument between braces.</summary>
    public string Cited { get; init; } = "";

    /// <summary>True where the text of a node is sent besides, as Markdown.</summary>
    public bool SendsText { get; init; }

    /// <summary>The argument that a caller can ask for less by, where the answer has no pages.</summary>
    public string Narrowed { get; init; } = "limit";

    /// <summary>Every argument.</summary>
    public IReadOnlyList<ToolArgument> All =>
        [.. Arguments, .. OfPlan ? [Plan] : Array.Empty<ToolArgument>(), .. OfPlan && OfRelease ? [Version] : Array.Empty<ToolArgument>()];

    /// <summary>True for an argument that stands in the path.</summary>
    public bool IsInPath(ToolArgument argument) => Path.Contains($"{{{argument.Name}}}", StringComparison.Ordinal);

    /// <summary>True where the answer comes in pages.</summary>
    public bool HasPages => Arguments.Any(argument => argument.Name is "cursor");
}
