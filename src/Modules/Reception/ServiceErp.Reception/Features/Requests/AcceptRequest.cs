using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>Takes on the work of a registered contact: the device is named, who pays is judged at the day of the contact, the order is opened.</summary>
public static class AcceptRequest
{
    [Requires(ReceptionPermissions.RequestWrite)]
    public sealed record Command(Guid Id, Guid? DeviceId = null, DeviceEntry? Device = null, Guid? OrderId = null, int? Version = null) : ICommand<Answer>, IVersioned
    {
        /// <summary>The product belonged to somebody else and changed hands.</summary>
        public bool ConfirmedOwnerChange { get; init; }

        /// <summary>Why it changed hands.</summary>
        public string? OwnerChangeReason { get; init; }
    }

    public sealed record Answer(Guid OrderId, ServiceCategory Category, Sentence Reason);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Device!).SetValidator(new DeviceEntryRules()).When(c => c.Device is not null);
            RuleFor(c => c.OwnerChangeReason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, WarrantyDesk warranty, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.Include(r => r.Decisions).FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            if (request.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var customer = await db.Customers.FirstAsync(customer => customer.Id == request.CustomerId, cancel);
            if (IntakeDesk.AddressMissing(request.Place, customer) is { } nowhere)
            {
                return nowhere;
            }

            var found = await desk.DeviceAsync(c.DeviceId ?? (c.Device is null or { IsEmpty: true } ? request.DeviceId : null), c.Device, customer, new OwnerChange(c.ConfirmedOwnerChange, c.OwnerChangeReason), cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            if (found.Value is not { } here)
            {
                return Error.Invalid("Reception.Intake.ModelMissing", "Choose the model.").On("Device.ModelId");
            }

            if (here.Device.Id != request.DeviceId)
            {
                var named = request.Name(here.Device);
                if (!named.Succeeded)
                {
                    return named.Error;
                }
            }

            var branch = branches.Of(request.BranchId);
            var day = branch.DayOf(request.ReceivedAt);
            if (request.State == RequestState.Registered)
            {
                // The papers may have come since the call; the day that counts stays that of the contact.
                var verdict = await warranty.JudgeAsync(here.Device, here.Model.PartGroups, day, request.IsInternalWork, here.IsNew, cancel);
                request.Judge(ids.NewId(), verdict, day, clock.GetCurrentInstant(), user.Name);
            }

            var accepted = request.Accept(c.OrderId ?? ids.NewId(), customer, here.Device, goodsAreHere: false, null);
            return accepted.Succeeded ? new Answer(request.OrderId!.Value, request.Category!.Value, request.Entitlement!.Reason) : accepted.Error;
        }
    }
}
