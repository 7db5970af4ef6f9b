namespace Nantong.OpenData.Plans;

/// <summary>A label in both languages of the service.</summary>
/// <param name="Zh">Chinese: from the plan where the plan has a word for it.</param>
/// <param name="En">English: an editorial translation, never official.</param>
public sealed record Label(string Zh, string En);
