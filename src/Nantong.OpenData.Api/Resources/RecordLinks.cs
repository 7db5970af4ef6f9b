using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Resources;

/// <summary>Which records of a release belong together. They name each other by id; this reads the names in both directions.</summary>
internal static class RecordLinks
{
    extension(PinnedRelease release)
    {
        /// <summary>Address of a node's text.</summary>
        public string TextHref(string node) => release.Href($"/text{NodePath.FromId(node)}");

        /// <summary>Address of a citation.</summary>
        /// <param name="target">What is cited; empty for the release.</param>
        public string CiteHref(string target) => release.Href(target is "" ? "/cite" : $"/cite?target={target}");

        /// <summary>What stands in a node or below it.</summary>
        /// <param name="below">The node and its descendants.</param>
        public References ReferencesOf(IReadOnlyList<Node> below)
        {
            var inside = below.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
            var commitments = release.Snapshot.Commitments.Where(commitment => inside.Contains(commitment.Anchor.Node)).ToList();
            return release.List(
                commitments: commitment => inside.Contains(commitment.Anchor.Node),
                indicators: indicator =>
                    inside.Contains(indicator.Source.Node) || commitments.Exists(commitment => commitment.Indicator == indicator.Id),
                places: place => place.Nodes.Any(inside.Contains),
                structures: structure => AnchorsOf(structure).Any(anchor => inside.Contains(anchor.Node)),
                errata: erratum => inside.Contains(erratum.Target),
                findings: finding => finding.Sides.Any(side => inside.Contains(side.Anchor.Node))
            );
        }

        /// <summary>Where the text names or states an indicator, and what was found about it.</summary>
        public References ReferencesOf(Indicator indicator)
        {
            var commitments = release
                .Snapshot.Commitments.Where(commitment => commitment.Indicator == indicator.Id)
                .ToDictionary(commitment => commitment.Id);
            var stated = commitments.Values.Select(commitment => commitment.Anchor.Node).ToHashSet(StringComparer.Ordinal);
            return release.List(
                nodes: node =>
                    node.Id == indicator.Source.Node || stated.Contains(node.Id) || node.Text.Contains(indicator.Name, StringComparison.Ordinal),
                commitments: commitment => commitments.ContainsKey(commitment.Id),
                places: place => place.Commitments.Any(commitments.ContainsKey),
                errata: erratum => erratum.Target == indicator.Source.Node,
                findings: finding => finding.Indicator == indicator.Id || Speaks(finding, commitments.ContainsKey)
            );
        }

        /// <summary>Where the text names a place, and what it promises there.</summary>
        public References ReferencesOf(Place place)
        {
            var commitments = release
                .Snapshot.Commitments.Where(commitment => place.Commitments.Contains(commitment.Id))
                .ToDictionary(commitment => commitment.Id);
            return release.List(
                nodes: node => place.Nodes.Contains(node.Id),
                indicators: indicator => commitments.Values.Any(commitment => commitment.Indicator == indicator.Id),
                commitments: commitment => commitments.ContainsKey(commitment.Id),
                places: other => other.Id == place.Within || other.Within == place.Id,
                structures: structure => structure.Members.Any(member => member.Places.Contains(place.Id)),
                findings: finding => Speaks(finding, commitments.ContainsKey)
            );
        }

        /// <summary>What belongs to a commitment.</summary>
        public References ReferencesOf(Commitment commitment) =>
            release.List(
                nodes: node => node.Id == commitment.Anchor.Node,
                indicators: indicator => indicator.Id == commitment.Indicator,
                places: place => place.Commitments.Contains(commitment.Id),
                findings: finding => Speaks(finding, id => id == commitment.Id)
            );

        /// <summary>What belongs to a spatial structure.</summary>
        public References ReferencesOf(SpatialStructure structure) =>
            release.List(
                nodes: node => AnchorsOf(structure).Any(anchor => anchor.Node == node.Id),
                places: place => structure.Members.Any(member => member.Places.Contains(place.Id))
            );

        /// <summary>What an erratum touches.</summary>
        public References ReferencesOf(Erratum erratum) =>
            release.List(
                nodes: node => node.Id == erratum.Target,
                indicators: indicator => indicator.Source.Node == erratum.Target,
                findings: finding => finding.Erratum == erratum.Id
            );

        /// <summary>What a finding compares.</summary>
        public References ReferencesOf(Finding finding) =>
            release.List(
                nodes: node => finding.Sides.Any(side => side.Anchor.Node == node.Id),
                indicators: indicator => indicator.Id == finding.Indicator,
                commitments: commitment => finding.Sides.Any(side => side.Commitment == commitment.Id),
                errata: erratum => erratum.Id == finding.Erratum
            );

        private References List(
            Func<Node, bool>? nodes = null,
            Func<Indicator, bool>? indicators = null,
            Func<Commitment, bool>? commitments = null,
            Func<Place, bool>? places = null,
            Func<SpatialStructure, bool>? structures = null,
            Func<Erratum, bool>? errata = null,
            Func<Finding, bool>? findings = null
        )
        {
            var snapshot = release.Snapshot;
            return new(
                Select(snapshot.Nodes, nodes, node => node.Id, node => $"/text{node.Path}"),
                Select(snapshot.Indicators, indicators, indicator => indicator.Id, indicator => $"/indicators/{indicator.Id}"),
                Select(snapshot.Commitments, commitments, commitment => commitment.Id, commitment => $"/commitments/{commitment.Id}"),
                Select(snapshot.Places, places, place => place.Id, place => $"/places/{place.Id}"),
                Select(snapshot.SpatialStructures, structures, structure => structure.Id, structure => $"/structures/{structure.Id}"),
                Select(snapshot.Errata, errata, erratum => erratum.Id, erratum => $"/errata/{erratum.Id}"),
                Select(snapshot.Findings, findings, finding => finding.Id, finding => $"/consistency/{finding.Id}")
            );

            IReadOnlyList<Reference> Select<T>(IReadOnlyList<T> all, Func<T, bool>? belongs, Func<T, string> id, Func<T, string> below) =>
                belongs is null ? [] : [.. all.Where(belongs).Select(record => new Reference(id(record), release.Href(below(record))))];
        }
    }

    private static bool Speaks(Finding finding, Func<string, bool> of) =>
        finding.Sides.Any(side => side.Commitment is { } commitment && of(commitment));

    private static IEnumerable<Anchor> AnchorsOf(SpatialStructure structure) =>
        structure.Mentions.Concat(structure.Members.Select(member => member.Anchor));
}
