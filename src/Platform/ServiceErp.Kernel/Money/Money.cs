using System.Globalization;

namespace ServiceErp.Kernel;

/// <summary>
/// An amount in one currency. It may carry more digits than the currency has while it is being computed; <see cref="Round"/> before it is
/// stored or printed. Amounts of different currencies never mix.
/// </summary>
/// <param name="Amount">The amount in the currency's main unit.</param>
/// <param name="Currency">ISO 4217 code, three capital letters.</param>
/// <exception cref="ArgumentException">The currency is not three capital letters.</exception>
public readonly record struct Money(decimal Amount, string Currency) : IComparable<Money>
{
    /// <summary>ISO 4217 code, three capital letters.</summary>
    public string Currency { get; init => field = Currencies.Checked(value); } = Currencies.Checked(Currency);

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(string currency) => new(0m, currency);

    /// <summary>The sum; zero in the given currency when there is nothing to sum.</summary>
    /// <exception cref="InvalidOperationException">One of the amounts is in another currency.</exception>
    public static Money Sum(IEnumerable<Money> amounts, string currency) => amounts.Aggregate(Zero(currency), (sum, amount) => sum + amount);

    /// <summary>Rounded to the currency's digits, half away from zero.</summary>
    public Money Round() => this with { Amount = Rounding.Round(Amount, Currencies.MinorDigits(Currency)) };

    /// <summary>Splits by weight into amounts of the currency's digits, the last taking the residue; see <see cref="Rounding.Allocate"/>.</summary>
    public Money[] Allocate(IReadOnlyList<decimal> weights)
    {
        var currency = Currency;
        return Array.ConvertAll(Rounding.Allocate(Amount, weights, Currencies.MinorDigits(currency)), part => new Money(part, currency));
    }

    /// <summary>The sum.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left with { Amount = left.Amount + right.In(left.Currency) };

    /// <summary>The difference.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => left with { Amount = left.Amount - right.In(left.Currency) };

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money amount) => amount with { Amount = -amount.Amount };

    /// <summary>So many times the amount, unrounded.</summary>
    public static Money operator *(Money amount, decimal factor) => amount with { Amount = amount.Amount * factor };

    /// <summary>So many times the amount, unrounded.</summary>
    public static Money operator *(decimal factor, Money amount) => amount * factor;

    /// <summary>The amount divided, unrounded.</summary>
    public static Money operator /(Money amount, decimal divisor) => amount with { Amount = amount.Amount / divisor };

    /// <summary>Whether less; refuses to compare two currencies.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether more; refuses to compare two currencies.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether less or equal; refuses to compare two currencies.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether more or equal; refuses to compare two currencies.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Compares the amounts.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(other.In(Currency));

    /// <summary>Machine readable: <c>1234.50 EUR</c>, with the currency's digits and no grouping.</summary>
    public override string ToString() => Currency is null
        ? "0"
        : $"{Round().Amount.ToString("F" + Currencies.MinorDigits(Currency), CultureInfo.InvariantCulture)} {Currency}";

    private decimal In(string currency) => Currency == currency
        ? Amount
        : throw new InvalidOperationException($"{currency} and {Currency} do not mix.");
}
