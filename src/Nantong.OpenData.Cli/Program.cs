using System.CommandLine;
using Nantong.OpenData.Cli.Commands;
using Nantong.OpenData.Cli.Terminal;

return await CommandLine.RunAsync(
    new RootCommand("Publishes city plans as open data, checks what was published, and runs everything on this machine.")
    {
        UpCommand.Create(),
        NewCommand.Create(),
        CheckCommand.Create(),
        PreviewCommand.Create(),
        PublishCommand.Create(),
        ReleasesCommand.Create(),
        DiffCommand.Create(),
        InboxCommand.Create(),
        StatusCommand.Deprecate(),
        StatusCommand.Withdraw(),
        VerifyCommand.Create(),
        RepairCommand.Create(),
        BackupCommand.Backup(),
        BackupCommand.Restore(),
        CompletionCommand.Create(),
    },
    args
);
