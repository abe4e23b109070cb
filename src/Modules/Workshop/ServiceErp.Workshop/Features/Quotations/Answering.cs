using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>What the customer's answer does to the quotation, its alternatives and the order; in person and by link alike.</summary>
internal static class Answering
{
    public static async Task<Result<QuotationAnswered>> AnswerAsync(this WorkshopDbContext db, Quotation quotation, bool approve, Proof proof, string? reason, LocalDate today, Instant now, IIdentifiers ids, CancellationToken cancel)
    {
        var order = await db.OrderAsync(quotation.OrderId, cancel) ?? throw new InvalidOperationException($"Quotation {quotation.Number} has no order.");
        var (by, byLink) = (proof.By, proof.How == ConsentHow.ByLink);
        var others = await db.Quotations.Where(q => q.OrderId == order.Id && q.Id != quotation.Id && (q.State == QuotationState.Draft || q.State == QuotationState.Sent || q.State == QuotationState.Approved)).ToListAsync(cancel);
        var answered = approve ? quotation.Approve(by, byLink, today, now) : quotation.Decline(by, reason, byLink, now);
        if (!answered.Succeeded)
        {
            return answered.Error;
        }

        Result moved;
        if (approve)
        {
            var rules = await db.RulesAsync(order.BranchId, cancel);
            OrderLine[] quoted = [.. quotation.Lines.Select(l => new OrderLine(l.LineId, order.Id, l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, now, by) { PartId = l.PartId, PartGroup = l.PartGroup })];
            moved = order.Approve(quotation.Net, rules.UpTo(quotation.Net), quoted, by, now);
            if (moved.Succeeded)
            {
                order.Keep(new Consent(ids.NewId(), order.Id, ConsentKind.Quotation, quotation.Net, rules.UpTo(quotation.Net), quotation.Number, proof, now));
            }
        }
        else
        {
            var fee = quotation.DeclineFee > 0 && order.ResumeTo is not (OrderState.InRepair or OrderState.AwaitingInspection)
                ? new OrderLine(ids.NewId(), order.Id, ChargeKind.Fee, quotation.DeclineFeeCode, quotation.DeclineFeeText, 1, "pcs", quotation.DeclineFee, now, by)
                : null;
            moved = order.Decline(fee, by, reason, now);
            if (moved.Succeeded && fee is not null)
            {
                order.Keep(new Consent(ids.NewId(), order.Id, ConsentKind.DeclineFee, quotation.DeclineFee, quotation.DeclineFee, quotation.Number, proof, now));
            }
        }

        if (!moved.Succeeded)
        {
            return moved.Error;
        }

        foreach (var other in others.Where(o => approve || o.State != QuotationState.Approved))
        {
            other.Supersede();
        }

        return new QuotationAnswered(quotation.Id, quotation.State, order.Id, order.State);
    }
}

/// <summary>Where quotation and order stand after the customer's answer.</summary>
public sealed record QuotationAnswered(Guid Id, QuotationState State, Guid OrderId, OrderState OrderState);
