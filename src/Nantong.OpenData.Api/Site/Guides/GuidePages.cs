using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Site.Guides;

/// <summary>The guide: how addresses, versions and refusals work, and a page for each task with a program in five languages. It needs no
/// script.</summary>
internal static class GuidePages
{
    /// <summary>The first page: what holds everywhere, and the tasks.</summary>
    public static PageContent Of(PageView view) =>
        new(view.Say("使用指南", "Guide"), Slice.Fill<Templates.Guide, GuideModel>(new(view, GuideTask.All)))
        {
            Description = view.Say(
                "使用指南：curl、JavaScript、Python、R、C# 示例。",
                "How to use the API, with samples for curl, JavaScript, Python, R and C#."
            ),
        };

    /// <summary>The page of a task.</summary>
    public static PageContent Of(PageView view, GuideTask task)
    {
        var at = GuideTask.All.ToList().IndexOf(task);
        return new(
            view.Say(task.Name),
            Slice.Fill<Templates.GuideTaskView, GuideTaskModel>(
                new(
                    view,
                    task,
                    [.. task.ProgramsFor(view.Address.Base)],
                    GuideTask.All.ElementAtOrDefault(at - 1),
                    GuideTask.All.ElementAtOrDefault(at + 1)
                )
            )
        )
        {
            Description = view.Say(task.Lead),
        };
    }
}

/// <summary>The first page of the guide.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Tasks">The tasks.</param>
internal sealed record GuideModel(PageView View, IReadOnlyList<GuideTask> Tasks);

/// <summary>The page of a task.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Task">The task.</param>
/// <param name="Programs">The programs, by their language.</param>
/// <param name="Before">The task before it; null for the first.</param>
/// <param name="Next">The task behind it; null for the last.</param>
internal sealed record GuideTaskModel(
    PageView View,
    GuideTask Task,
    IReadOnlyList<(string Language, string Source)> Programs,
    GuideTask? Before,
    GuideTask? Next
);
