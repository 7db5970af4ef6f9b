using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>What a release is searched by. Each index is made when it is first asked for, once, and lives as long as the snapshot.</summary>
public sealed class TextIndexes
{
    private readonly Lazy<SearchIndex> search;
    private readonly Lazy<Quotations> quotations;
    private readonly Lazy<NearestPassages> nearest;

    internal TextIndexes(ReleaseFacts facts)
    {
        search = new(() => SearchIndex.Of(facts.Nodes, facts.Indicators, facts.Commitments, facts.Places));
        quotations = new(() => new Quotations(facts.Nodes, facts.Errata));
        nearest = new(() => new NearestPassages(facts.Nodes));
    }

    /// <summary>Finds records by their words.</summary>
    public SearchIndex Search => search.Value;

    /// <summary>Finds quotations.</summary>
    public Quotations Quotations => quotations.Value;

    /// <summary>Finds what a wrong quotation may have meant.</summary>
    public NearestPassages Nearest => nearest.Value;
}
