namespace Nantong.OpenData.Api.Catalogue;

/// <summary>A resource that is described: what the catalogue says, before it is written as JSON-LD or Turtle.</summary>
/// <param name="Iri">Its address; null for one that has none and stands where it is referred to.</param>
/// <param name="Types">Its classes, as prefixed names: <c>dcat:Dataset</c>.</param>
/// <param name="Properties">What is said of it, in order; what is null is not said.</param>
internal sealed record RdfResource(string? Iri, IReadOnlyList<string> Types, params IReadOnlyList<(string Name, RdfValue? Value)> Properties)
{
    /// <summary>The properties that are said, each once with all its values, in the order of their first.</summary>
    public IEnumerable<IGrouping<string, RdfValue>> Said =>
        Properties
            .SelectMany(property =>
                property.Value is RdfValue.Many { Values: var values } ? values.Select(value => (property.Name, value))
                : property.Value is { } one ? [(property.Name, one)]
                : []
            )
            .GroupBy(property => property.Name, property => property.Item2);
}

/// <summary>A value of a property.</summary>
internal abstract record RdfValue
{
    private RdfValue() { }

    /// <summary>A text in a language; without a tag where it is in none.</summary>
    public sealed record Text(string Value, string? Language = null) : RdfValue;

    /// <summary>A value of a datatype: <c>xsd:date</c>.</summary>
    public sealed record Typed(string Value, string Datatype) : RdfValue;

    /// <summary>A resource that is described elsewhere.</summary>
    public sealed record Link(string Iri) : RdfValue;

    /// <summary>A resource that is described here.</summary>
    public sealed record Nested(RdfResource Resource) : RdfValue;

    /// <summary>Several values of one property.</summary>
    public sealed record Many(IReadOnlyList<RdfValue> Values) : RdfValue;
}

/// <summary>The vocabularies that the catalogue uses.</summary>
internal static class Vocabulary
{
    /// <summary>Their prefixes.</summary>
    public static IReadOnlyList<(string Prefix, string Iri)> Prefixes { get; } =
    [
        ("adms", "http://www.w3.org/ns/adms#"),
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("prov", "http://www.w3.org/ns/prov#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("spdx", "http://spdx.org/rdf/terms#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];

    /// <summary>An address as both syntaxes may hold it: what no IRI may contain is percent-encoded.</summary>
    public static string Iri(string address) =>
        string.Concat(address.Select(c => c <= ' ' || "<>\"{}|^`\\".Contains(c, StringComparison.Ordinal) ? $"%{(int)c:X2}" : c.ToString()));
}
