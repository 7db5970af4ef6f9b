using System.CommandLine;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage.Backup;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata backup</c> and <c>opendata restore</c>: a whole store into a folder and back.</summary>
internal sealed class BackupCommand
{
    private readonly StoreOptions storeNamed = new();
    private readonly Option<bool> json = JsonOption.Create();

    /// <summary><c>opendata backup</c>.</summary>
    public static Command Backup()
    {
        var self = new BackupCommand();
        var to = new Option<DirectoryInfo>("--to")
        {
            Description = "The folder; made when it is not there, and empty when it is.",
            HelpName = "folder",
            Required = true,
        };
        var command = self.Create(
            new DocumentedCommand(
                "backup",
                "Copies a whole store, tables included, into a folder, and reads every byte of it back. Publishing waits meanwhile."
            )
            {
                Examples = [("opendata backup --to backup-2026-11-26", "The store that OpenDataStorage names.")],
                ExitCodes = Ends,
            }
        );
        command.Add(to);
        command.Runs(
            (parsed, screen, cancellationToken) =>
                self.RunAsync(
                    parsed,
                    screen,
                    "Backing up",
                    "copied and read back",
                    progress =>
                        new StoreBackup(self.storeNamed.Open(parsed), TimeProvider.System).BackUpAsync(
                            parsed.GetRequiredValue(to),
                            progress,
                            cancellationToken
                        )
                )
        );
        return command;
    }

    /// <summary><c>opendata restore</c>.</summary>
    public static Command Restore()
    {
        var self = new BackupCommand();
        var from = new Option<DirectoryInfo>("--from")
        {
            Description = "The folder that 'opendata backup' wrote.",
            HelpName = "folder",
            Required = true,
        };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description = "Write into a store that is not empty: also to repeat a restore that was interrupted.",
        };
        var command = self.Create(
            new DocumentedCommand("restore", "Proves a backup, writes it into an empty store, and proves that the store then holds just that.")
            {
                Examples = [("opendata restore --from backup-2026-11-26 --store \"$OpenDataStorage\"", "Into an empty store.")],
                ExitCodes = Ends,
            }
        );
        command.Add(from);
        command.Add(overwrite);
        command.Runs(
            (parsed, screen, cancellationToken) =>
                self.RunAsync(
                    parsed,
                    screen,
                    "Restoring",
                    "written and read back",
                    progress =>
                        new StoreRestore(self.storeNamed.Open(parsed), TimeProvider.System).RestoreAsync(
                            parsed.GetRequiredValue(from),
                            parsed.GetValue(overwrite),
                            progress,
                            cancellationToken
                        )
                )
        );
        return command;
    }

    private static ExitCode[] Ends => [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.Unreachable, ExitCode.Interrupted];

    private DocumentedCommand Create(DocumentedCommand command)
    {
        command.Add(json);
        storeNamed.AddTo(command);
        return command;
    }

    private async Task<ExitCode> RunAsync(
        ParseResult parsed,
        Screen screen,
        string doing,
        string done,
        Func<IProgress<BackupProgress>, Task<BackupIndex>> work
    )
    {
        try
        {
            var index = await screen.StepAsync(doing, () => work(new Told(screen)));
            if (parsed.GetValue(json))
                screen.Json(
                    new
                    {
                        index.CreatedAt,
                        index.Rows,
                        index.Blobs,
                        Tables = index.Tables.Select(table => new
                        {
                            table.Name,
                            table.Rows,
                            table.Sha256,
                        }),
                    }
                );
            else
                screen.Line(
                    $"{index.Rows} rows in {index.Tables.Count} tables and {index.Blobs} blobs in {index.Containers.Count} containers {done}."
                );
            return ExitCode.Done;
        }
        catch (BackupException refused)
        {
            foreach (var fault in refused.Faults)
                screen.Problem(fault);
            return ExitCode.Failed;
        }
    }

    private sealed class Told(Screen screen) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) => screen.Status($"{value.Part}: {value.Done}");
    }
}
