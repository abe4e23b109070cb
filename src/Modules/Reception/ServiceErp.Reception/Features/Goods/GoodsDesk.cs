using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing;
using NodaTime;
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
    /// <summary>Whether a supervisor may let the goods go without it, with a reason.</summary>
    public bool CanBeWaived { get; init; }

    /// <summary>Whether it is met.</summary>
    public bool Met => Refusal is null;
}

/// <summary>What handing goods back and chasing them share.</summary>
internal sealed class GoodsDesk(ReceptionDbContext db, IBranches branches, ICurrentUser user, IClock clock, IServiceOrders? orders = null, IReceivables? receivables = null)
{
    public const string Quality = "Quality control passed";
    public const string Loaner = "Loaner is back";
    public const string Fee = "Fee invoiced";
    public const string Payment = "Paid, or on account";

    /// <summary>Code of the one condition that a supervisor may waive with a reason.</summary>
    public const string NotPaid = "Reception.Goods.NotPaid";

    /// <summary>
    /// Goods never leave without passed quality control and a settled or invoiced fee (REC-5), unless their order ended before there was anything to inspect or to pay. A module that is not there is not asked.
    /// </summary>
    public async Task<IReadOnlyList<(ReturnCheck Check, Error? Error)>> ChecksAsync(GoodsReceipt receipt, CancellationToken cancel)
    {
        List<(ReturnCheck, Error?)> checks = [];
        void Add(string name, Error? error, string? detail = null) => checks.Add((new ReturnCheck(name, error?.ToString(), detail) { CanBeWaived = error?.Code == NotPaid }, error));

        var order = orders is null ? null : await orders.StatusAsync(receipt.OrderId, cancel);
        if (orders is not null)
        {
            Add(
                Quality,
                order is null ? Error.Refused("Reception.Goods.OrderUnknown", "The workshop does not know the order yet. Wait a moment and try again.")
                : order is { IsLoanerOut: false, ReturnRefusal: { } refusal } ? NotReleased(refusal)
                : null,
                order?.Number);
            if (order is { IsLoanerOut: true, ReturnRefusal: { } loaner })
            {
                Add(Loaner, NotReleased(loaner));
            }
        }

        if (receivables is not null)
        {
            var balance = await receivables.OfOrderAsync(receipt.OrderId, cancel);

            // An order that ended before anything was charged never reaches finance: there is no voucher to wait for. A fee of another kind, such as a loaner's, is waited for all the same.
            var isFree = balance is null && order is { ReturnRefusal: null, IsCharged: false };
            Add(
                Fee,
                isFree || balance is { IsInvoiced: true } ? null : Error.Refused("Reception.Goods.NotInvoiced", "The work is not invoiced yet. Ask finance for the invoice first."));
            if (balance is { IsInvoiced: true, Open: > 0 } && !await db.Customers.AnyAsync(c => c.Id == receipt.CustomerId && c.PaysOnAccount, cancel))
            {
                Add(Payment, Error.Refused(
                    NotPaid, "{0} are still to be paid, and this customer does not pay on account. Take the payment first, or let a supervisor hand the goods back with a reason.", new Money(balance.Open, balance.Currency)));
            }
        }

        return checks;
    }

    private static Error NotReleased(string refusal) => Error.Refused("Reception.Goods.NotReleased", "The workshop does not release the goods: {0}", refusal);

    /// <summary>Why nobody may decide yet that the goods are given up; null when they wait for longer than the branch waits, and reminding is used up or can't be done (REC-5).</summary>
    public async Task<Error?> AbandonmentRefusalAsync(GoodsReceipt receipt, CancellationToken cancel)
    {
        if (receipt.State != ReceiptState.Issued)
        {
            return GoodsErrors.Gone(receipt);
        }

        var rules = await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == receipt.BranchId, cancel) ?? new ReceptionSettings(receipt.BranchId);
        if (receipt.ReadyAt is null || receipt.ReadyAt >= rules.UnclaimedSince(clock.GetCurrentInstant()))
        {
            return Error.Refused("Reception.Goods.NotUnclaimed", "These goods do not count as unclaimed yet. They do {0} days after they were ready.", rules.UnclaimedAfterDays);
        }

        return receipt.Reminders >= rules.MostReminders || !await db.Customers.Reachable().AnyAsync(c => c.Id == receipt.CustomerId, cancel)
            ? null
            : Error.Refused("Reception.Goods.NotChased", "The customer was reminded {0} of {1} times. Remind them first.", receipt.Reminders, rules.MostReminders);
    }

    /// <summary>When goods are unclaimed at the caller's branch, and how often customers are reminded.</summary>
    public async Task<ReceptionSettings> RulesAsync(CancellationToken cancel)
    {
        var branch = branches.For(user)?.Id;
        return await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == branch, cancel) ?? new ReceptionSettings(branch ?? Guid.Empty);
    }
}
