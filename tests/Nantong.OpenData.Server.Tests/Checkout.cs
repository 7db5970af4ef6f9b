namespace Nantong.OpenData.Server.Tests;

/// <summary>The clone of the repository that the tests were built in.</summary>
internal static class Checkout
{
    /// <summary>A path inside it.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Cli.Local.RepositoryRoot.Get(), .. parts]);
}
