namespace ServiceErp.SpareParts.Domain.Purchasing;

/// <summary>Which waiting order is served by which delivery: the oldest wish by the first arrival, as goods are promised when they come.</summary>
internal static class Pegging
{
    /// <summary>One wish served by one delivery, whole or in part.</summary>
    internal sealed record Peg(Guid Wish, Guid Delivery, decimal Quantity);

    /// <param name="wishes">What orders wait for of one part, the oldest first.</param>
    /// <param name="deliveries">What is still to come of it, the soonest first.</param>
    public static IReadOnlyList<Peg> Of(IEnumerable<(Guid Id, decimal Missing)> wishes, IEnumerable<(Guid Id, decimal Open)> deliveries)
    {
        var pegs = new List<Peg>();
        using var coming = deliveries.Where(d => d.Open > 0).GetEnumerator();
        var left = 0m;
        foreach (var (wish, missing) in wishes)
        {
            for (var rest = missing; rest > 0;)
            {
                if (left == 0)
                {
                    if (!coming.MoveNext())
                    {
                        return pegs;
                    }

                    left = coming.Current.Open;
                }

                var share = Math.Min(rest, left);
                pegs.Add(new(wish, coming.Current.Id, share));
                (rest, left) = (rest - share, left - share);
            }
        }

        return pegs;
    }
}
