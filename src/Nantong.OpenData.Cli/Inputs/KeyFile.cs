using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Signing;

namespace Nantong.OpenData.Cli.Inputs;

/// <summary>PEM files that somebody named on the command line.</summary>
internal static class KeyFile
{
    /// <summary>Reads a private key.</summary>
    /// <exception cref="BadInputException">There is no such file, or it holds no such key.</exception>
    public static Task<ManifestSigner> ReadSignerAsync(FileInfo file, CancellationToken cancellationToken) =>
        ReadAsync(file, ManifestSigner.Read, cancellationToken);

    /// <summary>Reads a public key.</summary>
    /// <exception cref="BadInputException">There is no such file, or it holds no such key.</exception>
    public static Task<PublicKey> ReadPublicAsync(FileInfo file, CancellationToken cancellationToken) =>
        ReadAsync(file, PublicKey.Read, cancellationToken);

    private static async Task<T> ReadAsync<T>(FileInfo file, Func<string, string, Parsed<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return read(file.Name, await File.ReadAllTextAsync(file.FullName, cancellationToken)).Try(out var key, out var error)
                ? key
                : throw new BadInputException($"{file.FullName} holds {error.Found}.", $"It must hold {error.Rule}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The key file {file.FullName} cannot be read: {error.Message}", "Name an existing PEM file.");
        }
    }
}
