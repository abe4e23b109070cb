using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Status;

/// <summary>Where a customer's request stands, by the secret in the link (REC-7). It tells nothing that the customer has not told us.</summary>
public static class GetPublicStatus
{
    [Anyone("Whoever holds the secret of the link is the customer, or was given it by the customer.")]
    public sealed record Query(string? Secret) : IQuery<Answer>;

    public sealed record Answer(
        string Number, RequestState State, OrderStage Stage, ServicePlace Place, string Device, Instant ReceivedAt, LocalDate? ReadyBy, string? Note, bool IsHere, string BranchName, string BranchPhone, string BranchAddress);

    internal sealed class Handler(ReceptionDbContext db, StatusLinks links, IBranches branches) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            // An ended link and one that never was are answered alike.
            if (await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.StatusSecret == query.Secret, cancel) is not { } request || !await links.LivesAsync(request, cancel))
            {
                return Error.NotFound("Reception.Status.NotFound", "This link has ended, or it is not complete. Check it, or call us.");
            }

            var branch = branches.Of(request.BranchId);
            var stage = request.State == RequestState.Withdrawn ? OrderStage.Cancelled : request.Stage ?? OrderStage.Registered;
            return new Answer(
                request.OrderNumber ?? request.Number, request.State, stage, request.Place, $"{request.ModelName} {request.SerialNumber}".Trim(), request.ReceivedAt, request.ReadyBy, request.StageNote,
                await db.Receipts.AnyAsync(r => r.RequestId == request.Id && r.State == ReceiptState.Issued, cancel), branch.Name, branch.Phone, branch.Address);
        }
    }
}
