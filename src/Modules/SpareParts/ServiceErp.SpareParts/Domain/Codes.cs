namespace ServiceErp.SpareParts.Domain;

/// <summary>How numbers and codes are kept: as a scanner reads them, whatever was typed.</summary>
internal static class Codes
{
    public static string Clean(string code) => code.Trim().ToUpperInvariant();

    public static string? CleanOrNull(string? code) => string.IsNullOrWhiteSpace(code) ? null : Clean(code);
}
