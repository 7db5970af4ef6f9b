namespace Nantong.OpenData.Cli.Local;

/// <summary>The folder of the repository that this program was built in.</summary>
public static class RepositoryRoot
{
    private const string Mark = "Nantong.OpenData.sln";

    /// <summary>Walks up from this program's folder, then from the current one, to the folder that holds the solution; null when neither is inside
    /// the repository.</summary>
    public static string? Find() => FindAbove(AppContext.BaseDirectory) ?? FindAbove(Environment.CurrentDirectory);

    /// <summary>The repository's folder.</summary>
    /// <exception cref="CannotStartException">This program runs outside a clone of the repository.</exception>
    public static string Get() =>
        Find()
        ?? throw new CannotStartException(
            $"No {Mark} at or above {AppContext.BaseDirectory} and {Environment.CurrentDirectory}.",
            "Run this command inside a clone of the repository."
        );

    private static string? FindAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Mark)))
                return at.FullName;
        }

        return null;
    }
}
