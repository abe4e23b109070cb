using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.SpareParts;

namespace ServiceErp.Billing.Integration;

/// <summary>A lost loaner was found: what was charged for it is taken off while nobody has acted on it; where an invoice stands, the accountants are asked for the credit note, which only people issue (PAR-6, BIL-5).</summary>
internal sealed class CreditLossWhenLoanerFound(BillingDbContext db, IBranches branches, IUserDirectory users, Texts texts, IClock clock, IIdentifiers ids) : ISubscriber<LoanChargeWithdrawn>
{
    public async Task<Result> Handle(LoanChargeWithdrawn happened, CancellationToken cancel)
    {
        var vouchers = await db.Vouchers.Where(v => v.OrderId == happened.OrderId).ToListAsync(cancel);
        if (vouchers.Find(v => v.Lines.Any(l => l.Id == happened.ChargeId)) is not { } voucher)
        {
            // The charge itself is still on its way.
            return VoucherErrors.NoneOfOrder;
        }

        if (voucher.State == VoucherState.Waived || voucher.TryRemove(happened.ChargeId, branches.Of(happened.BranchId).DayOf(happened.WithdrawnAt)))
        {
            return Result.Success;
        }

        var now = clock.GetCurrentInstant();
        var number = await db.Invoices.Where(i => i.Id == voucher.InvoiceId).Select(i => i.Number).FirstOrDefaultAsync(cancel);
        foreach (var user in users.InRole(Roles.Accountant, happened.BranchId).Where(u => u.Email.Length > 0))
        {
            var (subject, body) = OtherLanguage.Say(user.Language, () => (
                texts["To be credited: the loaner {0} was found", happened.Unit],
                texts["{0} was charged {1} net for the loss of the loaner {2} ({3}). It was found: please credit that line of the invoice {4} for order {5}.",
                    happened.CustomerName, new Money(happened.Amount, happened.Currency), happened.Unit, happened.LoanNumber, number ?? "", happened.OrderNumber]));
            db.Messages.Add(new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = happened.BranchId,
                Recipient = user.Email,
                RecipientName = user.Name,
                Subject = subject,
                Body = body,
                About = nameof(Voucher),
                AboutId = voucher.Id,
                OnceKey = $"loaner-found/{happened.ChargeId}/{user.Id}",
                WrittenAt = now,
                NextAttemptAt = now,
            });
        }

        return Result.Success;
    }
}
