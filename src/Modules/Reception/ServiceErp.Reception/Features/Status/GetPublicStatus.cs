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

    internal sealed class Handler(ReceptionDbContext db, IBranches branches) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var request = await db.Requests.AsNoTracking().Where(r => r.StatusSecret == query.Secret)
                .Select(r => new { r.Id, r.Number, r.OrderNumber, r.State, r.Stage, r.Place, r.ModelName, r.SerialNumber, r.ReceivedAt, r.ReadyBy, r.StageNote, r.BranchId }).FirstOrDefaultAsync(cancel);
            if (request is null)
            {
                return Error.NotFound("Reception.Status.NotFound", "This link leads nowhere. Check that it is complete, or call us.");
            }

            var branch = branches.Of(request.BranchId);
            var stage = request.State == RequestState.Withdrawn ? OrderStage.Cancelled : request.Stage ?? OrderStage.Registered;
            return new Answer(
                request.OrderNumber ?? request.Number, request.State, stage, request.Place, $"{request.ModelName} {request.SerialNumber}".Trim(), request.ReceivedAt, request.ReadyBy, request.StageNote,
                await db.Receipts.AnyAsync(r => r.RequestId == request.Id && r.State == ReceiptState.Issued, cancel), branch.Name, branch.Phone, branch.Address);
        }
    }
}
