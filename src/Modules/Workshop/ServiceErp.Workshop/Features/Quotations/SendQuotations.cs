using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Sends the order's drafts to the customer, who approves, declines or asks by the link or in person (WRK-4). The order waits for the answer.</summary>
public static class SendQuotations
{
    /// <param name="OrderId">The order.</param>
    /// <param name="QuotationId">Only this one; all drafts unless said.</param>
    [Requires(WorkshopPermissions.QuotationWrite)]
    public sealed record Command(Guid OrderId, Guid? QuotationId = null) : ICommand<Answer>;

    public sealed record Sent(Guid Id, string Number);

    public sealed record Answer(OrderState State, IReadOnlyList<Sent> Quotations);

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, TimerStops timers, IClock clock, QuotationLinks links, QuotationLetters letters) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.OrderAsync(c.OrderId, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            var drafts = await db.Quotations.Include(q => q.Lines).Where(q => q.OrderId == order.Id && q.State == QuotationState.Draft && (c.QuotationId == null || q.Id == c.QuotationId)).OrderBy(q => q.Number).ToListAsync(cancel);
            if (drafts.Count == 0)
            {
                return QuotationErrors.NothingToSend;
            }

            var now = clock.GetCurrentInstant();
            var today = branches.Of(order.BranchId).DayOf(now);
            foreach (var draft in drafts)
            {
                var sent = draft.Send(today, now);
                if (!sent.Succeeded)
                {
                    return sent.Error;
                }
            }

            if (order.State != OrderState.AwaitingApproval)
            {
                var waits = order.Quote(now, drafts[0].Number);
                if (!waits.Succeeded)
                {
                    return waits.Error;
                }

                await timers.WaitingAsync(order, now, cancel);
            }

            letters.Write(order, drafts[0], await links.OfAsync(drafts[0], cancel), $"quotation/{drafts[0].Id}", now);
            return new Answer(order.State, [.. drafts.Select(d => new Sent(d.Id, d.Number))]);
        }
    }
}
