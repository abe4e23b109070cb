using FsCheck.Xunit;

namespace ServiceErp.Kernel.Tests;

[Properties(Replay = "20261123,1", MaxTest = 500)]
public sealed class SearchTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("  Anna \t  MÜLLER\u00A0\n", "anna muller")]
    [InlineData("Mu\u0308ller", "muller")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Łódź Ærø Đặng", "lodz aero dang")]
    [InlineData("İstanbul Iğdır", "istanbul igdir")]
    [InlineData("José Nuñez", "jose nunez")]
    [InlineData("Юрий Королёв", "юрий королёв")]
    [InlineData("Юри\u0438\u0306", "юрий")]
    [InlineData("ЎЗБЕКИСТОН", "ўзбекистон")]
    [InlineData("삼성전자", "삼성전자")]
    [InlineData("한글", "한글")]
    [InlineData("ＳＮ－１２３", "sn-123")]
    [InlineData("Model\u200B X", "model x")]
    [InlineData("a\u0000b", "ab")]
    public void Text_is_brought_to_its_normal_form(string? text, string normal) => Assert.Equal(normal, SearchText.Normalize(text));

    [Fact]
    public void Half_a_surrogate_pair_is_dropped() => Assert.Equal("ab😀cd", SearchText.Normalize("ab\uD800\U0001F600\uDC00cd\uD83D"));

    [Property]
    public void Normalizing_twice_changes_nothing(string? text)
    {
        var once = SearchText.Normalize(text);

        Assert.Equal(once, SearchText.Normalize(once));
        Assert.Equal(once, once.Trim());
        Assert.DoesNotContain("  ", once);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("+", "")]
    [InlineData("+49 (30) 1234-56", "+4930123456")]
    [InlineData(" ＋82 10-1234-5678 ", "+821012345678")]
    [InlineData("030/1234 56", "030123456")]
    [InlineData("call 12 + 3", "123")]
    [InlineData("٠١٢", "012")]
    public void Phone_numbers_are_brought_to_digits(string? number, string normal) => Assert.Equal(normal, PhoneNumbers.Normalize(number));
}
