using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading;

/// <summary>The real app over a store with one release that has more observations than are sorted, counted or sent whole: 5,275.</summary>
public sealed class ManyObservations : IAsyncLifetime
{
    /// <summary>An indicator with 61 observations, and one with 5,201.</summary>
    internal const string Few = "urbanization-rate",
        Many = "green-travel-share";

    private LiveStore? live;

    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var plan = RealPlan.Read();
        var some = plan.Observations[0];
        var areas = plan.Places.Select(place => place.Id).Distinct().Take(26).ToArray();
        var values = areas
            .SelectMany(area => Enumerable.Range(2100, 200).Select(year => some with { Indicator = Many, Area = area, Year = year }))
            .Concat(Enumerable.Range(2100, 60).Select(year => some with { Indicator = Few, Year = year }));
        live = await LiveStore.StartAsync(TestPlan.Observed(plan, values));
        App = await live.ServeAsync();
    }

    public async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
        if (live is not null)
            await live.DisposeAsync();
    }
}

[CollectionDefinition(nameof(ManyObservations))]
public sealed class ManyObservationsCollection : ICollectionFixture<ManyObservations>;
