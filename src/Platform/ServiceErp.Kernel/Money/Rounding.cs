namespace ServiceErp.Kernel;

/// <summary>The one way in which amounts and quantities are rounded and shared out.</summary>
public static class Rounding
{
    /// <summary>Half away from zero: 0.125 becomes 0.13 and -0.125 becomes -0.13 at two digits.</summary>
    /// <param name="value">Any amount or quantity.</param>
    /// <param name="digits">Digits after the decimal point, 0 to 28.</param>
    public static decimal Round(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Shares a total out over lines in proportion to their weights, so that the parts sum to the rounded total exactly. Each part is rounded; the
    /// last line that has a weight takes the residue. 100.00 over three equal lines is 33.33, 33.33, 33.34; 5 over three is 1.67, 1.67, 1.66.
    /// A part never gets the opposite sign of the total: what the last line cannot take passes to the line before it.
    /// </summary>
    /// <param name="total">What is shared out; it may be negative. It is rounded to <paramref name="digits"/> first.</param>
    /// <param name="weights">One per line, none negative. A line without weight gets nothing, unless no line has any: then all count the same.</param>
    /// <param name="digits">Digits after the decimal point of each part.</param>
    /// <returns>One part per line, in the order of the lines.</returns>
    /// <exception cref="ArgumentException">A weight is negative, or there is no line to take a total that is not zero.</exception>
    public static decimal[] Allocate(decimal total, IReadOnlyList<decimal> weights, int digits)
    {
        if (weights.Any(weight => weight < 0))
        {
            throw new ArgumentException("A weight is negative.", nameof(weights));
        }

        var residue = total = Round(total, digits);
        if (weights.Count == 0 && total != 0)
        {
            throw new ArgumentException("There is no line to take the total.", nameof(weights));
        }

        var sum = weights.Sum();
        if (sum == 0)
        {
            (weights, sum) = ([.. weights.Select(_ => 1m)], weights.Count);
        }

        var parts = new decimal[weights.Count];
        for (var line = 0; line < parts.Length; line++)
        {
            parts[line] = Round(total * weights[line] / sum, digits);
            residue -= parts[line];
        }

        for (var line = parts.Length - 1; residue != 0; line--)
        {
            if (weights[line] == 0)
            {
                continue;
            }

            var wanted = parts[line] + residue;
            var part = Math.Sign(wanted) == -Math.Sign(total) ? 0 : wanted;
            residue = wanted - part;
            parts[line] = part;
        }

        return parts;
    }
}
