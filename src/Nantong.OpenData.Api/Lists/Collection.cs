using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Lists;

/// <summary>A collection of records: what tells them apart, how they are written, and what can be asked of them.</summary>
/// <param name="id">What tells its records apart.</param>
/// <param name="record">How a record is written: asked for with the first of them, since the contracts of all records take long to make.</param>
/// <param name="listing">How a page of them is written, likewise.</param>
internal sealed class Collection<T>(Func<T, string> id, Func<JsonTypeInfo<T>> record, Func<JsonTypeInfo<Listing<T>>> listing)
    where T : notnull
{
    /// <summary>What tells its records apart.</summary>
    public Func<T, string> Id => id;

    /// <summary>How a record is written.</summary>
    public JsonTypeInfo<T> Record => record();

    /// <summary>How a page of them is written.</summary>
    public JsonTypeInfo<Listing<T>> Listing => listing();

    /// <summary>What can be asked of it.</summary>
    public Filterable Filterable { get; private init; } = new(typeof(T).Name, new Lazy<FieldSet>(() => FieldSet.Of(record())));

    /// <summary>The fields of its records.</summary>
    public FieldSet Fields => Filterable.Fields;

    /// <summary>
    /// Other names of fields, as the heads of the dataset's columns call them where those are not the paths (<c>unit_code</c> for <c>unit.ucum</c>).
    /// The name of a field that is an object (<c>category</c>) stands for that one of its values which identifies it to people, wherever only a value
    /// makes sense.
    /// </summary>
    public IReadOnlyDictionary<string, string> Aliases
    {
        init => Filterable = Filterable with { Known = new Lazy<FieldSet>(() => FieldSet.Of(record(), value)) };
    }

    /// <summary>The fields whose values are few, so that counting them tells something.</summary>
    public IReadOnlyList<string> Categories
    {
        init => Filterable = Filterable with { Categories = value };
    }

    /// <summary>What can be sent with a record besides its fields.</summary>
    public IReadOnlyList<Expansion<T>> Expansions
    {
        get;
        init =>
            (field, Filterable) = (value, Filterable with { Expansions = [.. value.Select(expansion => (expansion.Name, expansion.Description))] });
    } = [];

    /// <summary>The dataset of a release whose columns it has as CSV; null when it is no dataset: then its fields are the columns.</summary>
    public Func<Datasets, Dataset<T>>? Dataset { get; init; }

    /// <summary>The columns of the dataset that a page shows; the first ones when none are named.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>Path below the plan of the page that a record has; null where none has one.</summary>
    public Func<T, string>? PageOf { get; init; }

    /// <summary>True when it is read by keys, page by page: what needs all rows at once is done while they are few.</summary>
    public bool ReadByKeys { get; init; }

    /// <summary>The forms that it is offered in.</summary>
    public IReadOnlyList<Format> Offered { get; init; } = Format.OfCollection;
}

/// <summary>What can be asked of a collection: the check of requests and the OpenAPI document both read it here.</summary>
/// <param name="Records">What its records are called: <c>Indicator</c>.</param>
/// <param name="Known">The fields of its records, read off their contract when they are first asked for.</param>
internal sealed record Filterable(string Records, Lazy<FieldSet> Known)
{
    /// <summary>The fields of its records.</summary>
    public FieldSet Fields => Known.Value;

    /// <summary>The fields that facets count when a request does not say.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What can be sent with a record besides its fields.</summary>
    public IReadOnlyList<(string Name, string Description)> Expansions { get; init; } = [];

    /// <summary>What may stand in a parameter of its lists; empty when it cannot be listed.</summary>
    public IReadOnlyList<string> Allowed(string parameter) =>
        parameter switch
        {
            "sort" => [.. Fields.Sortable.Select(field => field.Path)],
            "fields" => [.. Fields.All.Select(field => field.Path)],
            "include" => [.. Expansions.Select(expansion => expansion.Name)],
            _ => [],
        };
}

/// <summary>Marks a route that answers with some of a collection's records, so that parameters may name their fields.</summary>
internal sealed record FilterMetadata(Filterable Of);

/// <summary>Marks a route that answers with one record of a collection, so that a parameter may name its fields.</summary>
internal sealed record RecordMetadata(Filterable Of);
