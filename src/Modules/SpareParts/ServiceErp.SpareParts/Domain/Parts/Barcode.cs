using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Parts;

/// <summary>Who gave a barcode.</summary>
public enum BarcodeKind
{
    /// <summary>The maker, out of the world's one series of article numbers (EAN, UPC, GTIN); its last digit proves the others.</summary>
    Ean,

    /// <summary>We ourselves, or a supplier in a series of their own.</summary>
    Own,
}

/// <summary>A barcode as it was read: clean, and proven where it can be.</summary>
internal sealed record Barcode(string Code, BarcodeKind Kind)
{
    public const int Longest = 60;

    /// <summary>Reads a code.</summary>
    /// <param name="code">As scanned or typed.</param>
    /// <param name="kind">Null: 8, 12, 13 or 14 digits are an article number of the world's series, anything else is our own.</param>
    public static Result<Barcode> Read(string code, BarcodeKind? kind)
    {
        var clean = Codes.Clean(code);
        var mayBeEan = clean.Length is 8 or 12 or 13 or 14 && clean.All(char.IsAsciiDigit);
        if ((kind ?? (mayBeEan ? BarcodeKind.Ean : BarcodeKind.Own)) == BarcodeKind.Own)
        {
            return new Barcode(clean, BarcodeKind.Own);
        }

        return !mayBeEan ? Error.Invalid("SpareParts.Part.EanLength", "An EAN has 8, 12, 13 or 14 digits.").On("Code")
            : CheckDigit(clean.AsSpan(0, clean.Length - 1)) is var digit && clean[^1] != digit
                ? Error.Invalid("SpareParts.Part.EanCheckDigit", "The check digit of {0} should be {1}: scan it again, or say that it is a code of your own.", clean, digit).On("Code")
            : new Barcode(clean, BarcodeKind.Ean);
    }

    /// <summary>The digit that makes the sum, every second digit from the right tripled, a multiple of ten (GS1 General Specifications, 7.9).</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}

/// <summary>A code that names a part, and the packaging it counts in.</summary>
internal sealed class PartBarcode : Entity
{
    private PartBarcode()
    {
    }

    public PartBarcode(Guid id, Guid partId, string code, BarcodeKind kind, string? unit)
    {
        Id = id;
        PartId = partId;
        Code = code;
        Kind = kind;
        Unit = unit;
    }

    public Guid PartId { get; private init; }

    public string Code { get; private init; } = "";

    public BarcodeKind Kind { get; private init; }

    /// <summary>Null is the part's own unit.</summary>
    public string? Unit { get; private init; }
}
