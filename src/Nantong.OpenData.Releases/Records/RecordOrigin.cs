namespace Nantong.OpenData.Releases.Records;

/// <summary>Where the records of a kind come from.</summary>
public enum RecordOrigin
{
    /// <summary>Read from the source of the plan.</summary>
    Source,

    /// <summary>Written by the editors about the data.</summary>
    Editors,

    /// <summary>Handed in by a publisher beside the plan, such as yearly values.</summary>
    Publisher,

    /// <summary>Not data but its form: which files a release has.</summary>
    Form,
}
