using ServiceErp.SpareParts.Domain.Parts;

namespace ServiceErp.SpareParts.Tests.Domain;

public sealed class BarcodeTests
{
    // GS1 General Specifications, figure 7.9-1 (GTIN-14, GTIN-12), and codes off articles on the shelf.
    [Theory]
    [InlineData("4006381333931")]
    [InlineData("5901234123457")]
    [InlineData("614141000036")]
    [InlineData("96385074")]
    [InlineData("10614141000415")]
    public void A_printed_article_number_is_proven(string code)
    {
        var read = Barcode.Read(code, null);
        Assert.True(read.Succeeded, read.Error?.ToString());
        Assert.Equal(new Barcode(code, BarcodeKind.Ean), read.Value);
    }

    [Theory]
    [InlineData("4006381333930")]
    [InlineData("4006381339331")]
    [InlineData("5901243123457")]
    public void A_wrong_digit_and_two_swapped_ones_are_found(string code)
    {
        var error = Barcode.Read(code, null).Error;
        Assert.Equal("SpareParts.Part.EanCheckDigit", error!.Code);
        Assert.Contains($"should be {Barcode.CheckDigit(code.AsSpan(0, code.Length - 1))}", error.ToString(), StringComparison.Ordinal);
        Assert.True(Barcode.Read(code, BarcodeKind.Own).Succeeded);
    }

    [Fact]
    public void Every_change_of_one_digit_is_found()
    {
        const string Code = "4006381333931";
        for (var at = 0; at < Code.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = Code[..at] + digit + Code[(at + 1)..];
                Assert.Equal(changed == Code, Barcode.Read(changed, BarcodeKind.Ean).Succeeded);
            }
        }
    }

    [Fact]
    public void Our_own_codes_are_what_they_are()
    {
        Assert.Equal(new Barcode("PUMP-77", BarcodeKind.Own), Barcode.Read(" pump-77 ", null).Value);
        Assert.Equal("SpareParts.Part.EanLength", Barcode.Read("PUMP-77", BarcodeKind.Ean).Error!.Code);
    }
}
