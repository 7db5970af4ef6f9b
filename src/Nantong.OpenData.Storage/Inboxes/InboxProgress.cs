namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>The steps for one drop, in order. A run may die before, in or after any of them; the next one goes on.</summary>
public enum InboxStep
{
    /// <summary>Read the drop and the files of the latest release.</summary>
    Read,

    /// <summary>Publish.</summary>
    Publish,

    /// <summary>Copy its files, then the report, to where they are kept.</summary>
    Keep,

    /// <summary>Remove its files from the inbox, <c>publish.json</c> last.</summary>
    Remove,
}

/// <summary>How far a run has come.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Drop">Name of the drop.</param>
/// <param name="Step">The step.</param>
/// <param name="Done">How many of its parts are done: 0 before it begins.</param>
public readonly record struct InboxProgress(string Plan, string Drop, InboxStep Step, int Done);
