using Nantong.OpenData.Api.Resources.Operation;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Jobs;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Api.Site.Service;

/// <summary>How the service is, for people: whether it answers as it should, what is newest, and what the timers did last.</summary>
internal static class StatusPage
{
    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="status">The state of the service.</param>
    /// <param name="titles">Titles of the plans by id.</param>
    public static PageContent Of(PageView view, ServiceStatus status, IReadOnlyDictionary<string, Label> titles)
    {
        var model = new StatusModel(
            view,
            status,
            view.Say(StateOf(status.State)),
            [
                .. status.Plans.Select(plan => new ServedPlanRow(
                    titles.TryGetValue(plan.Id, out var title) ? view.Say(title) : plan.Id,
                    plan.Latest.ToString(),
                    plan.PublishedAt,
                    $"/v1/plans/{plan.Id}",
                    plan.Aggregates?.Count(aggregate => aggregate.Stale)
                )),
            ],
            [
                .. status.Timers.Select(timer => new TimerRow(
                    view.Say(NameOf(timer.Name)),
                    timer.NextDue,
                    timer.LastRun,
                    timer.LastSuccess,
                    OutcomeOf(timer.LastRun, view)
                )),
            ]
        );
        return new PageContent(PageNames.Of("/v1/status", view.Language), Slice.Fill<Templates.StatusView, StatusModel>(model));
    }

    private static Label StateOf(string state) =>
        state switch
        {
            "ok" => new("一切正常", "all is well"),
            "degraded" => new("存储暂时读不到，凭内存回答", "the store is away; answers come from memory"),
            "damaged" => new("有数据损坏，见下", "something stored is broken, see below"),
            _ => new("还没有数据", "no data yet"),
        };

    /// <summary>What a run did, where there are words of its own for it; null where its message stands as it is.</summary>
    private static string? OutcomeOf(TimerRun? run, PageView view) =>
        run?.Outcome is PublishInbox.NoCompleteDrop ? view.Say("收件箱里没有齐备的新版本。", PublishInbox.NoCompleteDrop) : null;

    private static Label NameOf(string timer) =>
        timer switch
        {
            "PublishInbox" => new("发布收件箱里的新版本", "Publish what lies in the inbox"),
            "RebuildAggregates" => new("重算统计数据", "Compute the figures"),
            "VerifyReleases" => new("核验已发布的版本", "Verify what is published"),
            _ => new(timer, timer),
        };
}

/// <summary>The state of the service as a page shows it.</summary>
internal sealed record StatusModel(
    PageView View,
    ServiceStatus Status,
    string State,
    IReadOnlyList<ServedPlanRow> Plans,
    IReadOnlyList<TimerRow> Timers
);

/// <summary>What is served of a plan.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Latest">Its latest release.</param>
/// <param name="PublishedAt">When that was published.</param>
/// <param name="Root">Path of the plan.</param>
/// <param name="Stale">How many of its figures wait to be computed; null when the store cannot say.</param>
internal sealed record ServedPlanRow(string Title, string Latest, DateTimeOffset? PublishedAt, string Root, int? Stale);

/// <summary>A timer with its runs.</summary>
/// <param name="Name">What it does.</param>
/// <param name="NextDue">When it runs next.</param>
/// <param name="Last">Its last run.</param>
/// <param name="LastSuccess">The last one that succeeded.</param>
/// <param name="Outcome">What the last run did, in the language of the page; null where its message stands as it is.</param>
internal sealed record TimerRow(string Name, DateTimeOffset? NextDue, TimerRun? Last, TimerRun? LastSuccess, string? Outcome);
