using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests;

public sealed class ChangeLogTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Fact]
    public async Task A_forged_change_is_not_told_and_its_release_is_named_until_it_is_whole_again()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        var second = await local.PublishAsync(LocalStore.Corrected(plan));
        var known = new KnownDamage();
        var log = new ChangeLog(local.Store, known);
        var table = local.Store.Table(TableNames.Changes);
        var whole = await FirstAsync(table, $"{plan.About.Id}|{second.Version}");

        await table.UpdateEntityAsync(new TableEntity(whole) { ["path"] = "/forged" }, ETag.All, TableUpdateMode.Replace);
        var broken = await Assert.ThrowsAsync<BrokenReleaseException>(() => log.ReadAsync(second));
        Assert.Equal(($"{plan.About.Id}@{second.Version}", "table changes"), (broken.Damage.Release, broken.Damage.Where));
        Assert.Equal(broken.Damage, Assert.Single(known.All));
        await table.DeleteEntityAsync(whole.PartitionKey, whole.RowKey);
        await Assert.ThrowsAsync<BrokenReleaseException>(() => log.ReadAsync(second));

        await table.AddEntityAsync(whole);
        Assert.NotEmpty(await log.ReadAsync(second));
        Assert.Empty(known.All);
    }

    [Fact]
    public async Task What_was_proven_is_read_once_however_many_ask_and_kept()
    {
        var plan = LocalStore.NewPlan();
        var first = await local.PublishAsync(plan);
        var second = await local.PublishAsync(LocalStore.Corrected(plan));
        var log = new ChangeLog(local.Store, new KnownDamage());

        var together = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => log.ReadAsync(second)));
        await local.ForgetAsync(plan.About.Id);

        Assert.NotEmpty(together[0]);
        Assert.All([.. together, await log.ReadAsync(second)], read => Assert.Same(together[0], read));
        Assert.Empty(await log.ReadAsync(first));
    }

    private static async Task<TableEntity> FirstAsync(TableClient table, string partition)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition))
            return row;
        throw new InvalidOperationException($"{partition} has no rows.");
    }
}
