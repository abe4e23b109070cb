using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Why a line of a proposal is what it is, in the reader's words.</summary>
internal static class ProposalWords
{
    public static IReadOnlyList<string> Explain(PurchaseProposalLine line, int late, IEnumerable<(string Store, decimal Free)> elsewhere, Texts texts)
    {
        var f = line.Figures;
        var words = new List<string>
        {
            f.InTransit == 0 && f.InVans == 0
                ? texts["{0} on hand − {1} promised + {2} on order − {3} waited for = {4}.", N(f.OnHand), N(f.Reserved), N(f.OnOrder), N(f.Waiting), N(f.Position)]
                : texts["{0} on hand + {1} on their way + {2} in vans − {3} promised + {4} on order − {5} waited for = {6}.", N(f.OnHand), N(f.InTransit), N(f.InVans), N(f.Reserved), N(f.OnOrder), N(f.Waiting), N(f.Position)],
        };
        if (f.InsteadOf is { } old)
        {
            words.Add(texts["It takes the place of {0}: their demand and stock are counted with it.", old]);
        }

        if (f.OnDrafts > 0)
        {
            words.Add(texts["{0} more are on orders that nobody has sent; they are not counted.", N(f.OnDrafts)]);
        }

        if (line.Cause == ProposalCause.LastTimeBuy)
        {
            words.Add(texts["{0} more are needed until the supply obligation ends; at {1} a month ({2}).", N(f.Need), N(decimal.Round(f.PerMonth, 2)), texts.Label(f.Method)]);
        }
        else
        {
            words.Add(texts["{0} a month are expected ({1}); it takes {2} days to come and is looked at every {3} days.", N(decimal.Round(f.PerMonth, 2)), texts.Label(f.Method), N(decimal.Round(f.LeadDays)), f.ReviewDays]);
            words.Add(f.Policy == OrderPolicy.MinMax
                ? texts["The minimum is {0}.", N(f.ReorderPoint)]
                : texts["So the reorder point is {0}, of it {1} safety stock for a service level of {2} %.", N(f.ReorderPoint), N(f.SafetyStock), N(f.ServiceLevel)]);
            if (f.Policy != OrderPolicy.MinMax && f.PerMonth > 0 && Spread(f, texts) is { } spread)
            {
                words.Add(spread);
            }

            words.Add(line.Cause == ProposalCause.OrdersWait ? texts["Orders wait for more than there is and will come."] : texts["{0} is at or below it: {1} lift it to the point.", N(f.Position), N(f.Need)]);
            words.Add(f.Policy switch
            {
                OrderPolicy.Fixed => texts["It is bought in fixed quantities: {0}.", N(f.ByPolicy)],
                OrderPolicy.Economic => texts["The quantity at which ordering and keeping cost least: {0}.", N(f.ByPolicy)],
                OrderPolicy.MinMax => texts["Up to the maximum: {0}.", N(f.ByPolicy)],
                _ => texts["With what lasts for the days to cover: {0}.", N(f.ByPolicy)],
            });
        }

        if (line.Suggested != f.ByPolicy)
        {
            words.Add(texts["The supplier delivers at least {0}, in packs of {1}: {2}.", N(f.SupplierMinimum), N(f.Pack), N(line.Suggested)]);
        }

        words.AddRange(elsewhere.OrderBy(e => e.Store, StringComparer.Ordinal).Select(e => texts["{0} lie free in {1} and are counted: a transfer brings them sooner than a purchase.", N(e.Free), e.Store]));
        if (late > 0)
        {
            words.Add(texts["This supplier is late with {0} lines at present: ask before you order, or choose another one.", late]);
        }

        if (line.Quantity != line.Suggested)
        {
            words.Add(texts["Changed by hand from {0} to {1}.", N(line.Suggested), N(line.Quantity)]);
        }

        return words;
    }

    private static string? Spread(ProposalFigures f, Texts texts) => f.Spread switch
    {
        DemandSpread.Poisson => texts["So few pieces are counted one by one (Poisson): they swing at least by the root of what is expected."],
        DemandSpread.NegativeBinomial => texts["So few pieces are counted one by one, and they come in waves (negative binomial distribution)."],
        _ when f.Months < StockNeed.FewestMonths => texts["Only {0} months are known: the demand is taken to swing at least by the root of what is expected.", f.Months],
        _ => null,
    };

    private static string N(decimal number) => Display.Number(number);
}
