namespace ServiceErp.Platform.Ui;

/// <summary>
/// Keeps table programs from working out what somebody wrote: an apostrophe goes before text that begins like a formula, also in the full width of East Asian signs, and comes off when such a file is read
/// again, so that what goes out and comes back is unchanged.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>The text as it is written into a file.</summary>
    public static string On(string text) => BeginsFormula(text) ? "'" + text : text;

    /// <summary>The text as it was before <see cref="On"/>.</summary>
    public static string Off(string text) => text is ['\'', ..] && BeginsFormula(text) ? text[1..] : text;

    private static bool BeginsFormula(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
