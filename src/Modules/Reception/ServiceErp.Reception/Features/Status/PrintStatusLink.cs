using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Status;

/// <summary>Hands out the link for the receipt that the customer takes along, the one place where it is shown, and writes down that it was. No route of the API leads here.</summary>
public static class PrintStatusLink
{
    /// <param name="Id">The receipt.</param>
    [Requires(ReceptionPermissions.LinkIssue)]
    public sealed record Command(Guid Id) : ICommand<Answer>, IConfidential;

    /// <param name="Link">Null when it would not open.</param>
    public sealed record Answer(string? Link);

    internal sealed class Handler(ReceptionDbContext db, StatusLinks status) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } receipt)
            {
                return GoodsErrors.NotFound;
            }

            var request = await db.Requests.AsNoTracking().FirstAsync(r => r.Id == receipt.RequestId, cancel);
            var link = await status.OfAsync(request, cancel);
            if (link is not null)
            {
                db.Note(request, "PrintLink", receipt.Number);
            }

            return new Answer(link);
        }
    }
}
