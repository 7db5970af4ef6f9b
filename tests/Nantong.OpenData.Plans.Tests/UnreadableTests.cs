using System.Text;

namespace Nantong.OpenData.Plans.Tests;

public sealed class UnreadableTests
{
    [Theory]
    [InlineData(200, "", 200)]
    [InlineData(201, "", 200)]
    [InlineData(198, "\U00020000x", 200)]
    [InlineData(199, "\U00020000x", 199)]
    [InlineData(1_000_000, "", 200)]
    public void What_stood_there_is_quoted_up_to_200_characters_and_no_character_is_cut_in_half(int times, string end, int quoted)
    {
        var text = new string('x', times) + end;

        var found = new Unreadable("q", text, "less").Found;

        Assert.Equal(text.Length > 200 ? text[..quoted] + "…" : text, found);
    }

    [Theory]
    [InlineData("observations.csv", 64)]
    [InlineData("source.txt", 4)]
    [InlineData("publish.json", 4)]
    public void A_file_is_too_large_from_the_first_byte_above_its_limit(string name, int limit)
    {
        Assert.Null(PlanFile.TooLarge(name, limit << 20));
        Assert.Equal(
            new Unreadable(name, $"{(limit << 20) + 1} bytes", $"a file of at most {limit} MiB"),
            PlanFile.TooLarge(name, (limit << 20) + 1)
        );
    }

    [Theory]
    [InlineData("plan", "{", "{\"colour\":1,", "unknown member 'colour'", "the members known at $: id, title")]
    [InlineData("plan", "\"baseline\": 2020", "\"baseline\": \"2020\"", "2020", "$.years.baseline: a whole number")]
    [InlineData("errata", "[", "[{},", "no member 'id'", "$[0]: an object with the members id, target")]
    [InlineData("errata", "\"applied\": true", "\"applied\": \"yes\"", "yes", "applied: true or false")]
    [InlineData("places", "{", "{\"colour\":1,", "unknown member 'colour'", "the members known at $: places, structures")]
    [InlineData("places", "\"type\": \"", "\"type\": \"un", "un", "$.places[0].type: one of ")]
    public void A_mistake_in_the_files_of_editors_is_told_in_their_words(string file, string old, string now, string found, string rule)
    {
        var error = PlanReader
            .Read(ThePlan.Source, Changed("plan", ThePlan.Description), Changed("errata", ThePlan.Errata), Changed("places", ThePlan.Places))
            .Error;

        Assert.NotNull(error);
        Assert.StartsWith($"{file}.json line ", error.Where, StringComparison.Ordinal);
        Assert.StartsWith(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(rule, error.Rule, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nantong.", error.ToString(), StringComparison.Ordinal);

        byte[] Changed(string name, byte[] bytes)
        {
            if (name != file)
                return bytes;
            var text = Encoding.UTF8.GetString(bytes);
            var at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.NotEqual(-1, at);
            return Encoding.UTF8.GetBytes(text[..at] + now + text[(at + old.Length)..]);
        }
    }
}
