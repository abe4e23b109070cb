namespace ServiceErp.Kernel;

/// <summary>What ISO 4217 says of a currency code.</summary>
public static class Currencies
{
    /// <summary>Whether the code has the form of ISO 4217: three capital letters.</summary>
    public static bool IsWellFormed(string? code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    /// <summary>Digits after the decimal point of the currency's smallest unit: 0 for KRW, 3 for KWD, 2 for most.</summary>
    public static int MinorDigits(string code) => code switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI"
            or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    internal static string Checked(string code) => IsWellFormed(code)
        ? code
        : throw new ArgumentException($"'{code}' is not an ISO 4217 currency code.", nameof(code));
}
