using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;

namespace Nantong.OpenData.Api.Requests;

/// <summary>The methods that routes answer.</summary>
internal static class Verbs
{
    /// <summary>Every public route: nothing here writes.</summary>
    public static IReadOnlyList<string> Read { get; } = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options];

    extension(HttpRequest request)
    {
        /// <summary>True for GET and for nothing like it: names of methods have their case (RFC 9110, 9.1), and the server below takes <c>head</c>
        /// for a method that has a body.</summary>
        public bool IsGet => request.Method == HttpMethods.Get;

        /// <summary>True for HEAD.</summary>
        public bool IsHead => request.Method == HttpMethods.Head;

        /// <summary>True for OPTIONS.</summary>
        public bool IsOptions => request.Method == HttpMethods.Options;
    }
}

/// <summary>The forms that a route offers.</summary>
internal sealed record Offer(IReadOnlyList<Format> Formats)
{
    /// <summary>The forms that the route in hand offers.</summary>
    public static IReadOnlyList<Format> Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Offer>()?.Formats ?? Format.OfData;
}

/// <summary>The query parameters that a route understands, besides <c>format</c> where it offers forms.</summary>
/// <param name="read">Gives them, when a request or the contract first asks.</param>
internal sealed class AcceptedParameters(Func<IReadOnlyList<QueryParameter>> read)
{
    private readonly Lazy<IReadOnlyList<QueryParameter>> parameters = new(read);

    /// <summary>Every parameter that an endpoint understands.</summary>
    public static IReadOnlyList<QueryParameter> By(EndpointMetadataCollection metadata) =>
        [
            .. metadata.GetMetadata<AcceptedParameters>()?.parameters.Value ?? [],
            .. metadata.GetMetadata<Answers>()?.About == typeof(AnswerMetadata) ? [QueryParameter.Envelope] : Array.Empty<QueryParameter>(),
            .. metadata.GetMetadata<Offer>() is { Formats: [_, ..] forms }
            && (forms.Contains(Format.Html) || metadata.GetMetadata<OfRelease>() is not null || metadata.GetMetadata<FilterMetadata>() is not null)
                ? [QueryParameter.Lang]
                : Array.Empty<QueryParameter>(),
            .. metadata.GetMetadata<OfRelease>() is not null ? [QueryParameter.AsOf] : Array.Empty<QueryParameter>(),
            .. metadata.GetMetadata<Offer>() is { Formats: not [] } offer ? [QueryParameter.Format(offer.Formats)] : Array.Empty<QueryParameter>(),
        ];
}

/// <summary>Marks a route below <c>{plan}</c>: it is answered from the release that plan, version and moment name.</summary>
internal sealed record OfRelease;

/// <summary>Marks a route that tells of releases rather than of what is in them: it answers for a withdrawn one, too.</summary>
internal sealed record OfHistory;

/// <summary>What the answer of a route is made of, for the OpenAPI document.</summary>
internal sealed record Answers(Type Resource, Type About)
{
    /// <summary>Says what a route answers with.</summary>
    public static void Declare(EndpointBuilder builder, Type resource, Type about, params IReadOnlyList<string> headers)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, resource, [Format.Json.MediaType]));
        builder.Metadata.Add(new Answers(resource, about));
        builder.Metadata.Add(new Sends(headers));
    }
}

/// <summary>What else the answer of a route holds, between resource and metadata.</summary>
internal sealed record AlsoAnswers(Type Also);

/// <summary>The headers that answers of a route carry besides those of every answer, for the OpenAPI document.</summary>
internal sealed record Sends(IReadOnlyList<string> Headers);

/// <summary>The media type of a route that answers with bytes of its own, for the OpenAPI document.</summary>
internal sealed record RawAnswer(string MediaType)
{
    /// <summary>That of a route whose answers have each a media type of their own.</summary>
    public const string OfAnyType = "*/*";
}

/// <summary>What a route says of itself, at its top.</summary>
internal static class Routes
{
    extension<TBuilder>(TBuilder route)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Names the operation and says in a line what it does.</summary>
        public TBuilder Named(string operationId, string summary) => route.WithName(operationId).WithSummary(summary);

        /// <summary>Lists the query parameters that the route understands.</summary>
        public TBuilder Takes(params QueryParameter[] parameters) => route.Takes(() => parameters);

        /// <summary>Lists the query parameters that the route understands, where they name codes: the serialiser, which knows these, is long in
        /// getting ready, and a program that starts need not wait for it.</summary>
        public TBuilder Takes(Func<IReadOnlyList<QueryParameter>> parameters) => route.WithMetadata(new AcceptedParameters(parameters));

        /// <summary>Says that the route lists a collection, and takes what all lists take.</summary>
        public TBuilder Lists<T>(Collection<T> collection, params QueryParameter[] others)
            where T : notnull =>
            route
                .WithMetadata(new FilterMetadata(collection.Filterable))
                .Offers(collection.Offered)
                .Takes([
                    .. others,
                    collection.ReadByKeys ? QueryParameter.LimitOfKeyed : QueryParameter.Limit,
                    QueryParameter.Cursor,
                    collection.ReadByKeys ? QueryParameter.SortOfKeyed : QueryParameter.Sort,
                    QueryParameter.Fields,
                    .. collection.Expansions is [] ? Array.Empty<QueryParameter>() : [QueryParameter.Include(collection.Filterable.Expansions)],
                    QueryParameter.Bom,
                    QueryParameter.Header,
                ]);

        /// <summary>Says that the route counts the values of a collection.</summary>
        public TBuilder Counts<T>(Collection<T> collection, params QueryParameter[] others)
            where T : notnull =>
            route.WithMetadata(new FilterMetadata(collection.Filterable)).Offers(Format.OfData).Takes([.. others, QueryParameter.FacetFields]);

        /// <summary>Says that the route answers with one record of a collection, of which only some fields may be wanted.</summary>
        public TBuilder Shows<T>(Collection<T> collection, params QueryParameter[] others)
            where T : notnull => route.WithMetadata(new RecordMetadata(collection.Filterable)).Takes([QueryParameter.FieldsOfRecord, .. others]);

        /// <summary>Says that the route is below <c>{plan}</c>, so that a moment may say which release is meant.</summary>
        public TBuilder IsOfRelease() => route.WithMetadata(new OfRelease());

        /// <summary>Says that the route tells of releases, of withdrawn ones too.</summary>
        public TBuilder TellsOfReleases() => route.WithMetadata(new OfHistory());

        /// <summary>Lists the forms that the route offers.</summary>
        public TBuilder Offers(IReadOnlyList<Format> formats) => route.WithMetadata(new Offer(formats));
    }
}
