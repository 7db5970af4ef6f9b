namespace Nantong.OpenData.Architecture.Purity;

public sealed class PurityTests
{
    [Fact]
    public void Reading_a_plan_depends_on_nothing_but_the_text() => Assert.Empty(Purity.Violations(typeof(Plans.PlanReader).Assembly.Location));

    [Fact]
    public void Building_a_release_depends_on_nothing_but_the_plan() => Assert.Empty(Purity.Violations(typeof(Releases.Release).Assembly.Location));

    [Theory]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.TimeProvider.get_System")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp")]
    [InlineData("System.Environment.get_TickCount64")]
    [InlineData("System.Environment.GetEnvironmentVariable")]
    [InlineData("System.IO.File.ReadAllText")]
    [InlineData("System.IO.Directory.Exists")]
    [InlineData("System.IO.Path.GetTempPath")]
    [InlineData("System.Random.get_Shared")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.Console.WriteLine")]
    [InlineData("System.Net.Dns.GetHostName")]
    [InlineData("System.Globalization.CultureInfo.get_CurrentCulture")]
    [InlineData("System.Decimal.ToString")]
    [InlineData("System.Double.Parse")]
    [InlineData("System.String.ToLower")]
    public void A_call_that_is_not_pure_is_found(string member) => Assert.Contains(member, Purity.Violations(typeof(Impure).Assembly.Location));

    [Fact]
    public void An_iterator_and_a_record_are_pure()
    {
        var found = Purity.Violations(typeof(Impure).Assembly.Location);
        Assert.DoesNotContain("System.Environment.get_CurrentManagedThreadId", found);
        Assert.DoesNotContain("System.Int64.ToString", found);
    }
}
