using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
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

    public sealed record Sent(Guid Id, string Number, string Path);

    public sealed record Answer(OrderState State, IReadOnlyList<Sent> Quotations);

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, Texts texts, PublicLinks links) : IHandler<Command, Answer>
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
            }

            if (order.CustomerEmail.Length > 0)
            {
                db.Messages.Add(Message(order, drafts, now));
            }

            return new Answer(order.State, [.. drafts.Select(d => new Sent(d.Id, d.Number, PublicLinks.Quotation(d.Secret)))]);
        }

        private OutgoingMessage Message(ServiceOrder order, List<Quotation> drafts, Instant now)
        {
            return OtherLanguage.Say(order.CustomerLanguage, () => new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = order.BranchId,
                Recipient = order.CustomerEmail,
                RecipientName = order.CustomerName,
                Subject = texts["Quotation {0} for your {1}", drafts[0].Number, order.ModelName],
                Body = texts["Dear {0},\n\nwe have looked at your {1} and ask for your answer to our quotation, valid until {2}:\n{3}\n\nThere you can approve it, decline it or ask us. The repair begins when you agree.\n\n{4}",
                    order.CustomerName, order.ModelName, drafts[0].ValidUntil, links.Absolute(PublicLinks.Quotation(drafts[0].Secret)), branches.Of(order.BranchId).Name],
                About = nameof(ServiceOrder),
                AboutId = order.Id,
                OnceKey = $"quotation/{drafts[0].Id}",
                WrittenAt = now,
                NextAttemptAt = now,
            });
        }
    }
}
