using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Tests.Changes;

/// <summary>What must hold for any two releases, tried on random damage to the real plan.</summary>
public class DamagedPlansTests
{
    private static readonly Gen<(int What, int Where, int How)[]> Damages = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Array[
        0,
        6
    ];

    private static ReleaseContent Damaged((int What, int Where, int How)[] damages) =>
        Versions.Of(
            damages.Aggregate(Versions.First.Plan, (plan, damage) => Damage(plan, damage.What, damage.Where, damage.How)),
            damages.FirstOrDefault(damage => damage.What is >= 1 and <= 3) is { How: > 5_000 } damage ? $"of a source edited at {damage.Where}" : null
        );

    [Fact]
    public void A_release_never_differs_from_itself() =>
        Damages.Sample(damages => PlanDiff.Compare(Damaged(damages), Damaged(damages)).Changes.Count == 0, iter: 10);

    [Fact]
    public void Turned_round_a_comparison_is_its_mirror() =>
        Gen.Select(Damages, Damages)
            .Sample(
                (one, other) =>
                {
                    var (from, to) = (Damaged(one), Damaged(other));
                    string[] there = [.. PlanDiff.Compare(from, to).Changes.Select(Line).Order(StringComparer.Ordinal)];
                    string[] back = [.. PlanDiff.Compare(to, from).Changes.Select(Mirror).Select(Line).Order(StringComparer.Ordinal)];
                    Assert.Equal(there, back);
                },
                iter: 40
            );

    [Fact]
    public void A_patch_turns_the_document_of_one_release_into_that_of_the_other() =>
        Gen.Select(Damages, Damages)
            .Sample(
                (one, other) =>
                {
                    var (from, to) = (Damaged(one), Damaged(other));
                    var document = JsonNode.Parse(JsonPatch.Document(from))!;
                    JsonSerializer.Deserialize<JsonPatchDocument>(JsonPatch.ToBytes(JsonPatch.Between(from, to)))!.ApplyTo(document);
                    Assert.True(JsonNode.DeepEquals(JsonNode.Parse(JsonPatch.Document(to)), document));
                },
                iter: 20
            );

    [Fact]
    public void Every_change_falls_under_a_published_rule_and_no_difference_goes_without_a_bump() =>
        Gen.Select(Damages, Damages)
            .Sample(
                (one, other) =>
                {
                    var (from, to) = (Damaged(one), Damaged(other));
                    Assert.All(PlanDiff.Compare(from, to).Changes, change => Assert.Equal(change.Severity, VersionRules.Find(change.Rule)!.Bump));
                    Assert.Equal(JsonPatch.Between(from, to).Count > 0, VersionDecision.Of(from, to).Smallest is not Bump.None);
                },
                iter: 20
            );

    private static Plan Damage(Plan plan, int what, int where, int how)
    {
        var nodes = plan.Nodes.ToList();
        var indicators = plan.Indicators.ToList();
        var (at, row) = (where % nodes.Count, where % indicators.Count);
        var node = nodes[at];
        switch (what)
        {
            case 0:
                nodes.RemoveAt(at);
                break;
            case 1:
                nodes[at] = Reword(node, node.Text.Insert(how % (node.Text.Length + 1), "改"));
                break;
            case 2:
                nodes[at] = Reword(node, node.Text.Replace('，', ','));
                break;
            case 3: // a paragraph inserted under this node's id: those behind it in the same place are renumbered
                var others = nodes.Select(other => other.Id).ToHashSet(StringComparer.Ordinal);
                nodes.Insert(
                    at,
                    Reword(node, $"新增内容之{how}。") with
                    {
                        Id = Enumerable.Range(1, 99).Select(n => $"new{n}").First(id => !others.Contains(id)),
                    }
                );
                (nodes[at], nodes[at + 1]) = (nodes[at] with { Id = nodes[at + 1].Id }, nodes[at + 1] with { Id = nodes[at].Id });
                break;
            case 4:
                var place = how % nodes.Count;
                (nodes[at], nodes[place]) = (nodes[at] with { Text = nodes[place].Text }, nodes[place] with { Text = nodes[at].Text });
                break;
            case 5:
                indicators[row] = indicators[row] with { Baseline = indicators[row].Baseline with { Value = how / 100m } };
                break;
            case 6 when indicators.Count > 1:
                indicators.RemoveAt(row);
                break;
            case 7: // the source shifts: every offset behind it, and its hash
                return plan with
                {
                    Nodes =
                    [
                        .. nodes.Select(
                            (other, index) =>
                                index < at ? other : other with { Source = other.Source with { CharStart = other.Source.CharStart + how } }
                        ),
                    ],
                };
            default:
                indicators[row] = indicators[row] with { Id = $"{indicators[row].Id}-{how}", Notes = [.. indicators[row].Notes.Skip(1)] };
                break;
        }

        return plan with
        {
            Nodes = nodes,
            Indicators = indicators,
        };
    }

    private static Node Reword(Node node, string text) => node with { Text = text, Source = node.Source with { Verbatim = text } };

    private static string Line(Change change) =>
        $"{change.Op} {change.Kind} {change.Target} {change.PreviousId} {change.Path} {change.From?.GetRawText()} {change.To?.GetRawText()} "
        + $"{string.Join('|', change.Sentences.Select(s => $"{s.Op} {s.Kind} {s.From} {s.To}").Order(StringComparer.Ordinal))}";

    private static Change Mirror(Change change) =>
        change with
        {
            Op = Turned(change.Op),
            From = change.To,
            To = change.From,
            Target = change.Target with { Id = change.PreviousId ?? change.Target.Id },
            PreviousId = change.PreviousId is null ? null : change.Target.Id,
            Sentences = [.. change.Sentences.Select(sentence => sentence with { Op = Turned(sentence.Op), From = sentence.To, To = sentence.From })],
        };

    private static ChangeOp Turned(ChangeOp op) =>
        op switch
        {
            ChangeOp.Added => ChangeOp.Removed,
            ChangeOp.Removed => ChangeOp.Added,
            _ => op,
        };
}
