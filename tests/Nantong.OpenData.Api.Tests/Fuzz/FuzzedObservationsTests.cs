using Nantong.OpenData.Api.Tests.Reading;
using Xunit.Abstractions;

namespace Nantong.OpenData.Api.Tests.Fuzz;

[Collection(nameof(ManyObservations))]
public sealed class FuzzedObservationsTests(ManyObservations served, ITestOutputHelper output)
{
    [Fact]
    public Task Whatever_is_asked_of_many_observations_is_answered_as_the_contract_says() =>
        Fuzzed.AskAsync(served.App, Fuzzed.Requests / 10, below: "/observations", output);
}
