using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>The kinds of problems: what the <c>type</c> of a problem points at.</summary>
internal static class ProblemTypes
{
    private static readonly Collection<ProblemType> All = new(type => type.Code, () => Wire.Json.ProblemType, () => Wire.Json.ListingProblemType);

    public static void Map(RouteGroupBuilder v1)
    {
        var group = v1.MapGroup("/problems").WithTags("Service");
        group.MapMethods("", Verbs.Read, List).Named("listProblemTypes", "List the kinds of problems").Lists(All);
        group.MapMethods("/{code}", Verbs.Read, Get).Named("getProblemType", "Get one kind of problem");
    }

    private static Results<ServiceAnswer<Listing<ProblemType>>, Problem> List(HttpContext context) => Address.Of(context).Page(ProblemType.All, All);

    private static Results<ServiceAnswer<ProblemType>, Problem> Get(string code) =>
        ProblemType.All.FirstOrDefault(type => type.Code == code) is { } type
            ? new ServiceAnswer<ProblemType>(type, Wire.Json.ProblemType, CacheRule.Moving)
            : Problems.NotFound("problem type", code, ProblemType.All.Select(type => type.Code), parameter: "code");
}
