namespace Nantong.OpenData.Plans.Places;

/// <summary>The names of places that editors curate in <c>places.json</c>: from the plan's text and the public administrative division
/// only.</summary>
/// <param name="Places">The places.</param>
/// <param name="Structures">The spatial structures that they make up.</param>
/// <param name="Names">Other things that the plan names in more than one way; null when there are none.</param>
/// <param name="Passages">Passages of the plan that say different things of one matter; null when there are none.</param>
public sealed record Gazetteer(
    IReadOnlyList<GazetteerPlace> Places,
    IReadOnlyList<GazetteerStructure> Structures,
    IReadOnlyList<GazetteerName>? Names = null,
    IReadOnlyList<GazetteerPassages>? Passages = null
)
{
    /// <summary>A gazetteer without places, for a plan that has none.</summary>
    public static Gazetteer Empty { get; } = new([], []);

    /// <summary>Checks that ids are unique and every reference leads to a place.</summary>
    /// <returns>Null, or the first entry that breaks a rule.</returns>
    internal Unreadable? Check()
    {
        var ids = Places.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        if (Places.CountBy(place => place.Id).FirstOrDefault(place => place.Value > 1) is { Key: { } twice })
            return Error(twice, twice, "an id that no other place has");
        if (PlaceNames().CountBy(name => name).FirstOrDefault(name => name.Value > 1) is { Key: { } ambiguous })
            return Error(
                Places.Last(place => place.Name == ambiguous || place.Aliases.Any(alias => alias.In is null && alias.Text == ambiguous)).Id,
                ambiguous,
                "a name of one place only"
            );
        foreach (var place in Places)
        {
            if (place.Name.Length == 0 || place.Aliases.Any(alias => alias.Text.Length == 0))
                return Error(place.Id, "", "names of at least one character");
            if (place.Within is { } holder && !ids.Contains(holder))
                return Error(place.Id, holder, "the id of a place of this file");
            if (place.WithinBasis is not (null or "stated" or "inferred") || place.WithinBasis is null != place.Within is null)
                return Error(place.Id, place.WithinBasis ?? "null", "withinBasis stated or inferred where within is given, null where not");
            if (place.Aliases.FirstOrDefault(alias => alias.In?.Contains(alias.Text, StringComparison.Ordinal) is false) is { } lost)
                return Error(place.Id, lost.Text, $"an alias that stands in its phrase {lost.In}");
        }

        foreach (var (structure, member) in Structures.SelectMany(structure => structure.Members.Select(member => (structure, member))))
        {
            if (member.Places.FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
                return Error($"{structure.Id} {member.Name}", unknown, "the id of a place of this file");
        }

        return null;
    }

    internal static Unreadable Error(string where, string found, string rule) => new($"places.json {where}", found, rule);

    private IEnumerable<string> PlaceNames() =>
        Places.SelectMany(place => place.Aliases.Where(alias => alias.In is null).Select(alias => alias.Text).Prepend(place.Name));
}

/// <summary>A place as curated.</summary>
/// <param name="Id">Stable slug.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">Its full name, printed in the plan or not.</param>
/// <param name="En">The name in English: an editorial translation.</param>
/// <param name="Aliases">Other names; the plan must print each of them.</param>
/// <param name="Within">Id of the place that it lies in; null where that is not plain.</param>
/// <param name="WithinBasis"><c>stated</c> or <c>inferred</c>; null where <paramref name="Within"/> is.</param>
/// <param name="Note">What else to know.</param>
/// <param name="Division">Its code in the national list of administrative divisions; null for what has none, and where it is not certain.</param>
public sealed record GazetteerPlace(
    string Id,
    PlaceType Type,
    string Name,
    string En,
    IReadOnlyList<GazetteerAlias> Aliases,
    string? Within,
    string? WithinBasis,
    Label? Note,
    Division? Division = null
);

/// <summary>Another name of a place.</summary>
/// <param name="Text">The name.</param>
/// <param name="In">A longer phrase in which alone it means this place; null when it does everywhere.</param>
/// <param name="Certain">False when the plan leaves open whether it means just this place: its scenic area, its surroundings.</param>
public sealed record GazetteerAlias(string Text, string? In, bool Certain = true);

/// <summary>A spatial structure as curated.</summary>
/// <param name="Id">Stable slug.</param>
/// <param name="Name">The pattern as a name.</param>
/// <param name="En">The name in English.</param>
/// <param name="Spellings">How the plan prints it.</param>
/// <param name="Members">Its members.</param>
/// <param name="Note">What else to know.</param>
public sealed record GazetteerStructure(
    string Id,
    string Name,
    string En,
    IReadOnlyList<string> Spellings,
    IReadOnlyList<GazetteerMember> Members,
    Label? Note
);

/// <summary>A member of a spatial structure as curated.</summary>
/// <param name="Name">The member.</param>
/// <param name="En">The member in English.</param>
/// <param name="Quote">The words of the plan that list it; the build fails when the plan no longer says so.</param>
/// <param name="Places">Ids of the places that make it up.</param>
public sealed record GazetteerMember(string Name, string En, string Quote, IReadOnlyList<string> Places);

/// <summary>A thing that the plan names in more than one way, as curated.</summary>
/// <param name="Id">Stable slug.</param>
/// <param name="Texts">The names, two or more; the plan must print each of them.</param>
/// <param name="Certain">True when all of them mean one thing, false when the plan leaves that open.</param>
/// <param name="Note">What else to know.</param>
public sealed record GazetteerName(string Id, IReadOnlyList<string> Texts, bool Certain, Label Note);

/// <summary>Passages that say different things of one matter, as curated.</summary>
/// <param name="Id">Stable slug.</param>
/// <param name="Texts">Words of the passages, two or more; the plan must print each of them.</param>
/// <param name="Note">In what they differ, as a sentence.</param>
public sealed record GazetteerPassages(string Id, IReadOnlyList<string> Texts, Label Note);
