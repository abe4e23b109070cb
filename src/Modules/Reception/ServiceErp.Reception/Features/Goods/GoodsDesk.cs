using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>One condition of handing goods back: met, or why not and what to do.</summary>
public sealed record ReturnCheck(string Name, string? Refusal, string? Detail = null)
{
    /// <summary>Whether it is met.</summary>
    public bool Met => Refusal is null;
}

/// <summary>What handing goods back and chasing them share.</summary>
internal sealed class GoodsDesk(ReceptionDbContext db, IBranches branches, ICurrentUser user, IServiceOrders? orders = null, IReceivables? receivables = null)
{
    public const string Quality = "Quality control passed";
    public const string Fee = "Fee invoiced or settled";

    /// <summary>
    /// Goods never leave without passed quality control and a settled or invoiced fee (REC-5). A module that is not there is not asked.
    /// </summary>
    public async Task<IReadOnlyList<(ReturnCheck Check, Error? Error)>> ChecksAsync(GoodsReceipt receipt, CancellationToken cancel)
    {
        List<(ReturnCheck, Error?)> checks = [];
        void Add(string name, Error? error, string? detail = null) => checks.Add((new ReturnCheck(name, error?.ToString(), detail), error));

        if (orders is not null)
        {
            var order = await orders.StatusAsync(receipt.OrderId, cancel);
            Add(
                Quality,
                order is null ? Error.Refused("Reception.Goods.OrderUnknown", "The workshop does not know the order yet. Wait a moment and try again.")
                : order.ReturnRefusal is { } refusal ? Error.Refused("Reception.Goods.NotReleased", "The workshop does not release the goods: {0}", refusal)
                : null,
                order?.Number);
        }

        if (receivables is not null)
        {
            var balance = await receivables.OfOrderAsync(receipt.OrderId, cancel);
            Add(
                Fee,
                balance is { IsInvoiced: true } ? null : Error.Refused("Reception.Goods.NotInvoiced", "The work is not invoiced yet. Ask finance for the invoice first."),
                balance is null ? null : balance.IsSettled ? null : new Money(balance.Open, balance.Currency).ToString());
        }

        return checks;
    }

    /// <summary>When goods are unclaimed at the caller's branch, and how often customers are reminded.</summary>
    public async Task<ReceptionSettings> RulesAsync(CancellationToken cancel)
    {
        var branch = branches.For(user)?.Id;
        return await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == branch, cancel) ?? new ReceptionSettings(branch ?? Guid.Empty);
    }
}
