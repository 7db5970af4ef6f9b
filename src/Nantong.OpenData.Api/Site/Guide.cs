using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Site;

/// <summary>The guide: how addresses, versions and refusals work, and a program in five languages for each main task. It needs no script.</summary>
internal static class Guide
{
    private static readonly (string Operation, Label Name)[] Tasks =
    [
        ("listIndicators", new("读取指标", "Read the indicators")),
        ("getNode", new("读取一段正文", "Read a passage of the text")),
        ("listCommitments", new("逐页读取全部承诺", "Read all commitments, page by page")),
        ("getFile", new("下载文件并校验", "Download a file and check it")),
    ];

    /// <summary>The page.</summary>
    public static PageContent Of(PageView view) =>
        new(
            view.Say("使用指南", "Guide"),
            Slice.Fill<Templates.Guide, GuideModel>(
                new(
                    view,
                    [
                        .. Tasks.Select(task => new GuideTask(
                            task.Operation,
                            view.Say(task.Name),
                            [
                                .. Samples
                                    .All.Where(sample => sample.Operation == task.Operation)
                                    .Select(sample =>
                                        (sample.Label, sample.Source.Replace(Samples.LocalBase, view.Address.Base, StringComparison.Ordinal))
                                    ),
                            ]
                        )),
                    ]
                )
            )
        )
        {
            Description = view.Say(
                "使用指南：curl、JavaScript、Python、R、C# 示例。",
                "How to use the API, with samples for curl, JavaScript, Python, R and C#."
            ),
        };
}

/// <summary>The guide as a page shows it.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Tasks">The tasks.</param>
internal sealed record GuideModel(PageView View, IReadOnlyList<GuideTask> Tasks);

/// <summary>A task, with a program for it in each language.</summary>
/// <param name="Id">Its anchor in the page.</param>
/// <param name="Name">What is done.</param>
/// <param name="Programs">The programs, by their language.</param>
internal sealed record GuideTask(string Id, string Name, IReadOnlyList<(string Language, string Source)> Programs);
