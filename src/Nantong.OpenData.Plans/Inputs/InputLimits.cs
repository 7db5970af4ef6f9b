namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Limits of what we write, which are limits of what we read: a release never fails over a file that was accepted.</summary>
internal static class InputLimits
{
    /// <summary>Longest text of a cell, a member or a paragraph, in UTF-16 units: a property of Azure Table Storage takes 32,768, a cell of Excel
    /// 32,767; 32,000 keeps away from both.</summary>
    public const int LongestText = 32_000;

    /// <summary>Most rows of a table: a sheet of Excel has 1,048,576, one of them the head.</summary>
    public const int MostRows = 1_048_575;

    /// <summary>Most digits of a number that count: a spreadsheet and a double keep 15.</summary>
    public const int MostDigits = 15;
}
