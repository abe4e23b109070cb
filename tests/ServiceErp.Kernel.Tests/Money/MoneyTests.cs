namespace ServiceErp.Kernel.Tests;

public sealed class MoneyTests
{
    private static Money Euro(decimal amount) => new(amount, "EUR");

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("USD", 2)]
    [InlineData("UZS", 2)]
    [InlineData("KRW", 0)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("BHD", 3)]
    [InlineData("CLF", 4)]
    public void A_currency_has_its_own_digits(string code, int digits) => Assert.Equal(digits, Currencies.MinorDigits(code));

    [Theory]
    [InlineData("0.125", "EUR", "0.13")]
    [InlineData("-0.125", "EUR", "-0.13")]
    [InlineData("0.124999", "EUR", "0.12")]
    [InlineData("2.5", "KRW", "3")]
    [InlineData("-2.5", "JPY", "-3")]
    [InlineData("1.0005", "KWD", "1.001")]
    public void Rounding_is_half_away_from_zero_to_the_currencys_digits(string amount, string currency, string rounded) =>
        Assert.Equal(new Money(Decimal(rounded), currency), new Money(Decimal(amount), currency).Round());

    [Fact]
    public void Amounts_of_one_currency_are_reckoned_with()
    {
        Assert.Equal(Euro(12.5m), Euro(10m) + Euro(2.5m));
        Assert.Equal(Euro(7.5m), Euro(10m) - Euro(2.5m));
        Assert.Equal(Euro(-10m), -Euro(10m));
        Assert.Equal(Euro(25m), Euro(10m) * 2.5m);
        Assert.Equal(Euro(25m), 2.5m * Euro(10m));
        Assert.Equal(Euro(2.5m), Euro(10m) / 4);
        Assert.Equal(Euro(6m), Money.Sum([Euro(1m), Euro(2m), Euro(3m)], "EUR"));
        Assert.Equal(Money.Zero("KRW"), Money.Sum([], "KRW"));
        Assert.True(Euro(1m) < Euro(2m) && Euro(2m) > Euro(1m) && Euro(1m) <= Euro(1m) && Euro(1m) >= Euro(1m));
    }

    [Fact]
    public void Currencies_never_mix()
    {
        var won = new Money(1m, "KRW");

        Assert.Throws<InvalidOperationException>(() => Euro(1m) + won);
        Assert.Throws<InvalidOperationException>(() => Euro(1m) - won);
        Assert.Throws<InvalidOperationException>(() => Euro(1m) < won);
        Assert.Throws<InvalidOperationException>(() => Money.Sum([won], "EUR"));
        Assert.NotEqual(Euro(1m), won);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("E1R")]
    [InlineData("ЕUR")]
    public void A_currency_is_three_capital_letters(string code)
    {
        Assert.False(Currencies.IsWellFormed(code));
        Assert.Throws<ArgumentException>(() => new Money(1m, code));
        Assert.Throws<ArgumentException>(() => Euro(1m) with { Currency = code });
    }

    [Fact]
    public void As_text_it_has_the_currencys_digits()
    {
        Assert.Equal("1234.50 EUR", Euro(1234.5m).ToString());
        Assert.Equal("1235 KRW", new Money(1234.5m, "KRW").ToString());
        Assert.Equal("-0.500 KWD", new Money(-0.5m, "KWD").ToString());
        Assert.Equal("0", default(Money).ToString());
    }

    [Fact]
    public void It_is_shared_out_in_its_currencys_digits()
    {
        Assert.Equal([Euro(33.33m), Euro(33.33m), Euro(33.34m)], Euro(100m).Allocate([1, 1, 1]));
        Assert.Equal([33m, 33m, 34m], new Money(100m, "KRW").Allocate([1, 1, 1]).Select(part => part.Amount));
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
