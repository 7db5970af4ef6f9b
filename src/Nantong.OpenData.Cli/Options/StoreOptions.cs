using System.CommandLine;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Options;

/// <summary>The options by which a command is told its store, and the variables that stand in for them. The API reads the same variables.</summary>
internal sealed class StoreOptions
{
    private const string Variable = "OpenDataStorage";

    private readonly Option<string?> store = new("--store")
    {
        Description = $"Connection string of the storage account or of Azurite. Without it: {Variable} of the environment.",
        HelpName = "connection",
    };

    private readonly Option<Uri?> tableUri = AddressOption(
        "--table-uri",
        $"Address of the table service, to sign in with this machine's Azure identity; with --blob-uri. Without it: {Variable}__tableServiceUri."
    );

    private readonly Option<Uri?> blobUri = AddressOption(
        "--blob-uri",
        $"Address of the blob service, likewise. Without it: {Variable}__blobServiceUri."
    );

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(store);
        command.Add(tableUri);
        command.Add(blobUri);
    }

    /// <summary>Opens the store that the command line or the environment names.</summary>
    /// <exception cref="BadInputException">None is named, or the connection string cannot be read.</exception>
    public Store Open(ParseResult parsed) =>
        Find(parsed)
        ?? throw new BadInputException("No store is named.", $"Pass --store with a connection string ('opendata up' prints one), or set {Variable}.");

    /// <summary>Opens the store that the command line or the environment names; null when none is named.</summary>
    /// <exception cref="BadInputException">What is named cannot be read.</exception>
    public Store? Find(ParseResult parsed)
    {
        if (parsed.GetValue(store) is { } connection)
            return Connect(connection, "--store");
        if ((parsed.GetValue(tableUri), parsed.GetValue(blobUri)) is ({ } tables, { } blobs))
            return Store.Connect(tables, blobs);
        if (parsed.GetValue(tableUri) is not null || parsed.GetValue(blobUri) is not null)
        {
            throw new BadInputException("--table-uri and --blob-uri belong together.", "Give both, or --store with a connection string.");
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ambient)
            return Connect(ambient, Variable);
        return Address("tableServiceUri") is { } ambientTables && Address("blobServiceUri") is { } ambientBlobs
            ? Store.Connect(ambientTables, ambientBlobs)
            : null;
    }

    private static Store Connect(string connection, string where)
    {
        try
        {
            return Store.Connect(connection);
        }
        catch (FormatException unreadable)
        {
            throw new BadInputException(
                $"{where} is not a connection string. {unreadable.Message}",
                "Copy it as the Azure portal or 'opendata up' prints it, and quote it for the shell."
            );
        }
    }

    private static Option<Uri?> AddressOption(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "address",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
                    return address;
                result.AddError($"{name} is an address such as https://account.table.core.windows.net; found '{result.Tokens[0].Value}'.");
                return null;
            },
        };

    private static Uri? Address(string service) =>
        Uri.TryCreate(Environment.GetEnvironmentVariable($"{Variable}__{service}"), UriKind.Absolute, out var address) ? address : null;
}
