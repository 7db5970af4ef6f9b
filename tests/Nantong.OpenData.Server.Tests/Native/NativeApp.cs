namespace Nantong.OpenData.Server.Tests.Native;

/// <summary>Tests that share one published app and one store, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class NativeApp : ICollectionFixture<PublishedApp>, ICollectionFixture<PublishedStore>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "native app";
}
