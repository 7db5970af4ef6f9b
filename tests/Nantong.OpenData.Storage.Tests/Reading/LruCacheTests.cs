using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Storage.Tests.Reading;

/// <summary>Texts that take as much as they are long, in a cache with room for ten characters.</summary>
public sealed class LruCacheTests
{
    private readonly LruCache<string, string> cache = new(budget: 10, loadsAtOnce: 2, text => text.Length);
    private int loads;

    [Fact]
    public async Task What_was_not_used_for_longest_goes_when_there_is_no_room()
    {
        await LoadAsync("a", "aaaa");
        await LoadAsync("b", "bbbb");
        await LoadAsync("a", "aaaa"); // used again: b is the older one now
        await LoadAsync("c", "cccc");

        Assert.Equal((true, false, true), (cache.Holds("a"), cache.Holds("b"), cache.Holds("c")));
        Assert.Equal(3, loads);
        Assert.Equal("bbbb", await LoadAsync("b", "bbbb"));
        Assert.Equal(4, loads);
    }

    [Fact]
    public async Task What_is_larger_than_all_room_stays_until_the_next_one_comes()
    {
        await LoadAsync("a", "aaaa");
        await LoadAsync("large", "xxxxxxxxxxxx");
        Assert.Equal((false, true), (cache.Holds("a"), cache.Holds("large")));

        await LoadAsync("b", "bbbb");
        Assert.Equal((false, true), (cache.Holds("large"), cache.Holds("b")));
    }

    [Fact]
    public async Task Room_that_was_made_can_be_used_again()
    {
        foreach (var round in Enumerable.Range(0, 100))
        {
            await LoadAsync($"{round}", "aaaaa");
            Assert.True(round is 0 || cache.Holds($"{round - 1}"), $"round {round}: two of five characters have room");
            Assert.False(cache.Holds($"{round - 2}"), $"round {round}: three of them have none");
        }
    }

    [Fact]
    public async Task Callers_who_ask_at_once_share_one_load()
    {
        var come = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Enumerable.Range(0, 20).Select(_ => cache.GetAsync("a", () => CountAsync(come.Task))).ToList();
        Assert.True(cache.Holds("a"));
        come.SetResult("aaaa");

        Assert.All(await Task.WhenAll(asked), text => Assert.Equal("aaaa", text));
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task No_more_loads_run_beside_each_other_than_allowed()
    {
        var come = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new[] { "a", "b", "c" }.Select(key => cache.GetAsync(key, () => CountAsync(come.Task))).ToList();
        Assert.Equal(2, loads);
        come.SetResult("aa");

        await Task.WhenAll(asked);
        Assert.Equal(3, loads);
    }

    [Fact]
    public async Task A_load_that_failed_is_tried_again_by_the_next_caller()
    {
        await Assert.ThrowsAsync<IOException>(() => cache.GetAsync("a", () => CountAsync(Task.FromException<string>(new IOException("away")))));
        Assert.False(cache.Holds("a"));
        Assert.Equal("aaaa", await LoadAsync("a", "aaaa"));
    }

    [Fact]
    public async Task Another_value_can_take_the_place_of_one_that_is_held_and_of_no_other()
    {
        await LoadAsync("a", "aaaa");
        cache.Replace("a", "AAAA");
        cache.Replace("b", "BBBB");

        Assert.Equal("AAAA", await LoadAsync("a", "aaaa"));
        Assert.False(cache.Holds("b"));
    }

    private Task<string> LoadAsync(string key, string text) => cache.GetAsync(key, () => CountAsync(Task.FromResult(text)));

    private Task<string> CountAsync(Task<string> text)
    {
        Interlocked.Increment(ref loads);
        return text;
    }
}
