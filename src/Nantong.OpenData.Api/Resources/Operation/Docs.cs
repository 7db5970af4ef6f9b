using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Guides;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reference;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>The documentation: the contract as pages, and the guide.</summary>
internal static class Docs
{
    private static readonly Lazy<ApiReference> Contract = new(() => new ApiReference(OpenApi.Document));

    public static void Map(IEndpointRouteBuilder app)
    {
        var docs = app.MapGroup("/docs").Offers([]).WithTags("Service");
        docs.MapMethods("", Verbs.Read, GetReference)
            .Named("getReference", "This document as pages, for people")
            .Takes(QueryParameter.Lang, ReferencePages.Operation)
            .WithMetadata(new RawAnswer(Format.Html.MediaType));
        docs.MapMethods("/guide", Verbs.Read, GetGuide)
            .Named("getGuide", "How to use the API, with samples in five languages")
            .Takes(QueryParameter.Lang)
            .WithMetadata(new RawAnswer(Format.Html.MediaType));
        docs.MapMethods("/guide/{task}", Verbs.Read, GetGuideTask)
            .Named("getGuideTask", "How to do one task, in five languages")
            .Takes(QueryParameter.Lang)
            .WithMetadata(new RawAnswer(Format.Html.MediaType));
    }

    private static Results<PageOnly, Problem> GetReference(HttpContext context)
    {
        var reference = Contract.Value;
        if (!Address.Of(context).Query.TryGetValue(ReferencePages.Operation.Name, out var id))
            return new PageOnly(view => ReferencePages.OfAll(view, reference));
        return reference.Operations.FirstOrDefault(operation => operation.Id == id) is { } found
            ? new PageOnly(view => ReferencePages.Of(view, reference, found))
            : Problems.Invalid(
                new Unreadable(ReferencePages.Operation.Name, id, "one of the operations"),
                [.. reference.Operations.Select(operation => operation.Id)]
            );
    }

    private static PageOnly GetGuide() => new(GuidePages.Of);

    private static Results<PageOnly, Problem> GetGuideTask(string task) =>
        GuideTask.All.FirstOrDefault(known => known.Id == task) is { } found
            ? new PageOnly(view => GuidePages.Of(view, found))
            : Problems.NotFound("task", task, GuideTask.All.Select(known => known.Id), parameter: "task");
}
