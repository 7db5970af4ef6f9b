using System.Text.Json.Serialization;
using Nantong.OpenData.Api.Catalogue;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Resources;
using Nantong.OpenData.Api.Resources.Operation;
using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Api.Resources.Vocabularies;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Citations;

namespace Nantong.OpenData.Api.Formats;

/// <summary>Everything that is written or read as JSON, known to the serializer at build time. Use it through <see cref="Wire"/>.</summary>
[JsonSourceGenerationOptions(
    // An encoder of our own rules the generated writers out: they would only make the program larger.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ServiceDocument))]
[JsonSerializable(typeof(ServiceConfig))]
[JsonSerializable(typeof(ServiceStatus))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ProblemType))]
[JsonSerializable(typeof(SigningKey))]
[JsonSerializable(typeof(Listing<SigningKey>))]
[JsonSerializable(typeof(Listing<ProblemType>))]
[JsonSerializable(typeof(Listing<PlanEntry>))]
[JsonSerializable(typeof(PlanOverview))]
[JsonSerializable(typeof(ChineseCatalogue))]
[JsonSerializable(typeof(TableOfContents))]
[JsonSerializable(typeof(WholeText))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(Listing<Node>))]
[JsonSerializable(typeof(Indicator))]
[JsonSerializable(typeof(Listing<Indicator>))]
[JsonSerializable(typeof(Column))]
[JsonSerializable(typeof(Listing<Column>))]
[JsonSerializable(typeof(Commitment))]
[JsonSerializable(typeof(Listing<Commitment>))]
[JsonSerializable(typeof(Listing<Exclusion>))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(Listing<Place>))]
[JsonSerializable(typeof(SpatialStructure))]
[JsonSerializable(typeof(Listing<SpatialStructure>))]
[JsonSerializable(typeof(Erratum))]
[JsonSerializable(typeof(Listing<Erratum>))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Listing<Finding>))]
[JsonSerializable(typeof(Listing<Observation>))]
[JsonSerializable(typeof(Evaluation))]
[JsonSerializable(typeof(FacetCounts))]
[JsonSerializable(typeof(Included))]
[JsonSerializable(typeof(NodeLinks))]
[JsonSerializable(typeof(CrossReferences))]
[JsonSerializable(typeof(ReleaseSummary))]
[JsonSerializable(typeof(Listing<ReleaseSummary>))]
[JsonSerializable(typeof(Listing<Download>))]
[JsonSerializable(typeof(Listing<LoggedChange>))]
[JsonSerializable(typeof(ReleaseComparison))]
[JsonSerializable(typeof(Codelist))]
[JsonSerializable(typeof(Listing<CodelistEntry>))]
[JsonSerializable(typeof(AggregateTable))]
[JsonSerializable(typeof(Listing<AggregateTable>))]
[JsonSerializable(typeof(SearchResults))]
[JsonSerializable(typeof(SearchScope))]
[JsonSerializable(typeof(Verification))]
[JsonSerializable(typeof(Citation))]
[JsonSerializable(typeof(IReadOnlyList<CitationItem>))]
[JsonSerializable(typeof(CitationResolution))]
[JsonSerializable(typeof(AnswerMetadata))]
[JsonSerializable(typeof(LeanMetadata))]
[JsonSerializable(typeof(ServiceMetadata))]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ApiJson : JsonSerializerContext;
