using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>Reminds a customer of goods that wait to be fetched (REC-5).</summary>
public static class RemindOfGoods
{
    [Requires(ReceptionPermissions.GoodsWrite)]
    public sealed record Command(Guid Id) : ICommand<Answer>;

    public sealed record Answer(int Reminders);

    internal sealed class Handler(ReceptionDbContext db, CustomerMessages messages, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Receipts.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } receipt)
            {
                return GoodsErrors.NotFound;
            }

            var reminded = receipt.Remind(clock.GetCurrentInstant());
            if (!reminded.Succeeded)
            {
                return reminded.Error;
            }

            var request = await db.Requests.AsNoTracking().FirstAsync(r => r.Id == receipt.RequestId, cancel);
            return await messages.TellAsync(request, CustomerMessages.Unclaimed, receipt.ReminderKey, cancel)
                ? new Answer(receipt.Reminders)
                : Error.Refused("Reception.Goods.NoContact", "No e-mail address and no telephone number is known: the customer can't be reminded. Write a letter.");
        }
    }
}
