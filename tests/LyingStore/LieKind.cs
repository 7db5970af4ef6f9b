namespace Nantong.OpenData.Tests;

/// <summary>The ways in which a store lies.</summary>
internal enum LieKind
{
    /// <summary>A status from 200 to 599, with a refusal's body or none.</summary>
    Status,

    /// <summary>A page with 200.</summary>
    Page,

    /// <summary>A redirect.</summary>
    Redirect,

    /// <summary>The right answer, late.</summary>
    Late,

    /// <summary>No answer, while the connection stays.</summary>
    Frozen,

    /// <summary>The body ends before its length is reached.</summary>
    Cut,

    /// <summary>The body is cut, and its length says so.</summary>
    Short,

    /// <summary>The connection is reset before anything is said.</summary>
    Gone,

    /// <summary>The connection is reset within the body.</summary>
    BrokenOff,

    /// <summary>A bit of a blob is flipped.</summary>
    FlippedBlob,

    /// <summary>A bit in the JSON of rows is flipped.</summary>
    FlippedRow,

    /// <summary>Some bytes of the JSON of rows are others.</summary>
    GarbledRows,

    /// <summary>Rows are missing.</summary>
    LostRows,

    /// <summary>A value of a row is another one, in valid JSON.</summary>
    OtherValue,

    /// <summary>The answer to a transaction is cut, or says other things.</summary>
    GarbledBatch,
}
