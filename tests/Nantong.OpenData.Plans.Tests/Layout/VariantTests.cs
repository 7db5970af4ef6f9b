using System.Globalization;
using System.Text.Json;

namespace Nantong.OpenData.Plans.Tests.Layout;

/// <summary>One change of a sample at a time, as editors and sources make them: each publishes what is printed, or is told with file, line and
/// rule.</summary>
public class VariantTests
{
    private static readonly Dictionary<string, JsonElement> Variants = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Layout", "variants.json")))
        .RootElement.EnumerateArray()
        .ToDictionary(variant => variant.GetProperty("name").GetString()!, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Variants.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_publishes_rightly_or_is_told_with_file_line_and_rule(string name)
    {
        var variant = Variants[name];
        var folder = SampleFolder.Open(variant.TryGetProperty("sample", out var sample) ? sample.GetString()! : "base-14fyp");
        foreach (var edit in variant.GetProperty("edits").EnumerateArray())
            folder = folder.With(edit[0].GetString()!, edit[1].GetString()!, edit[2].GetString()!);

        if (!variant.GetProperty("publishes").GetBoolean())
        {
            IsTold(folder, variant);
            return;
        }

        var plan = folder.Read();
        if (variant.TryGetProperty("reads", out var expected))
            IsRead(plan, expected);
        if (variant.TryGetProperty("warns", out var rule))
            Assert.Contains(
                plan.Warnings.Shown,
                warning =>
                    warning.Where.StartsWith(
                        $"{(variant.TryGetProperty("file", out var file) ? file.GetString() : "source.txt")} line ",
                        StringComparison.Ordinal
                    ) && warning.Rule.Contains(rule.GetString()!, StringComparison.Ordinal)
            );
    }

    [Fact]
    public void There_are_the_88_tries_and_more_than_20_of_our_own_kinds()
    {
        Assert.True(Variants.Keys.Count(name => name.StartsWith("own:", StringComparison.Ordinal)) >= 20);
        Assert.True(Variants.Keys.Count(name => !name.StartsWith("own:", StringComparison.Ordinal)) >= 88);
    }

    private static void IsTold(SampleFolder folder, JsonElement variant)
    {
        var reading = folder.Inspect();
        var (file, at, rule) = (
            variant.GetProperty("file").GetString()!,
            variant.GetProperty("at").GetString()!,
            variant.GetProperty("rule").GetString()!
        );
        Assert.Null(reading.Plan);
        var fault = reading.Faults.Shown.FirstOrDefault(fault => fault.ToString().Contains(rule, StringComparison.Ordinal));
        Assert.True(fault is not null, $"'{rule}' is not among:\n{string.Join('\n', reading.Faults.Shown)}");
        Assert.StartsWith($"{file} line ", fault.Where, StringComparison.Ordinal);
        if (at.Length > 0)
            Assert.Equal($"{file} line {folder.LineOf(file, at).ToString(CultureInfo.InvariantCulture)}", fault.Where);
    }

    private static void IsRead(Plan plan, JsonElement expected)
    {
        var indicator = plan.Indicators.Single(indicator => indicator.Seq == expected.GetProperty("seq").GetInt32());
        foreach (var member in expected.EnumerateObject())
        {
            object? read = member.Name switch
            {
                "seq" => indicator.Seq,
                "kind" => indicator.Target.Kind.ToString(),
                "op" => indicator.Target.Operator.ToString(),
                "value" => indicator.Target.Value,
                "rate" => indicator.Target.Rate,
                "approx" => indicator.Target.Approx,
                "cumulative" => indicator.Target.Cumulative,
                "year" => indicator.Target.Year,
                "status" => indicator.Baseline.Status,
                "baseline" => indicator.Baseline.Value,
                "baselineYear" => indicator.Baseline.Year,
                _ => throw new InvalidOperationException(member.Name),
            };
            Assert.Equal(member.Value.ToString().ToUpperInvariant(), Convert.ToString(read, CultureInfo.InvariantCulture)!.ToUpperInvariant());
        }
    }
}
