using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>Takes in the goods of an accepted request that come later than the call (REC-5).</summary>
public static class TakeGoodsIn
{
    /// <param name="RequestId">The request.</param>
    [Requires(ReceptionPermissions.GoodsWrite)]
    public sealed record Command(Guid RequestId) : ICommand<Answer>
    {
        public bool IdentityChecked { get; init; }

        public string? SerialNumber { get; init; }

        public string? Condition { get; init; }

        public string? Accessories { get; init; }

        public string? Shelf { get; init; }

        public string? HandedInBy { get; init; }

        public string? OverrideReason { get; init; }
    }

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SerialNumber).AtMost(60);
            RuleFor(c => c.Condition).AtMost(1000);
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.Shelf).AtMost(40);
            RuleFor(c => c.HandedInBy).AtMost(200);
            RuleFor(c => c.OverrideReason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, IIdentifiers ids, IBranches branches) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.FirstOrDefaultAsync(r => r.Id == c.RequestId, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            if (request is not { OrderId: { } orderId, DeviceId: { } deviceId } || request.State is RequestState.Closed or RequestState.Withdrawn)
            {
                return Error.Refused("Reception.Goods.NotAccepted", "Goods are taken in for accepted requests only. Accept the request first.");
            }

            if (await db.Receipts.AnyAsync(r => r.RequestId == request.Id && r.State != ReceiptState.Voided, cancel))
            {
                return Error.Refused("Reception.Goods.HereAlready", "The goods of this request are here already.");
            }

            if (await desk.OnReceiptAsync(deviceId, cancel) is { } elsewhere)
            {
                return elsewhere;
            }

            var device = await db.Devices.FirstAsync(d => d.Id == deviceId, cancel);
            if (await desk.ReadSerialAsync(device, c.SerialNumber, cancel) is { } taken)
            {
                return taken.On(nameof(c.SerialNumber));
            }

            request.NoteSerial(device.SerialNumber);
            request.Bring();
            var email = await db.Customers.Where(customer => customer.Id == request.CustomerId).Select(customer => customer.Email).FirstAsync(cancel);
            var missing = IntakeChecklist.Missing(new(c.IdentityChecked, request.CustomerPhone, email, true, device.SerialNumber, request.Fault, c.Condition ?? "", c.Accessories ?? ""))
                .Select(item => item.Field == "Device.SerialNumber" ? item.On(nameof(c.SerialNumber)) : item).ToArray();
            var overruled = desk.Overrule(missing, c.OverrideReason);
            if (!overruled.Succeeded)
            {
                return overruled.Error;
            }

            var receipt = await desk.TakeGoodsAsync(
                request, orderId, ids.NewId(), new TakenGoods(c.Condition ?? "", c.Accessories ?? "", c.Shelf ?? "", string.IsNullOrWhiteSpace(c.HandedInBy) ? request.CustomerName : c.HandedInBy), branches.Of(request.BranchId), cancel);
            receipt.TellTakenIn();
            return new Answer(receipt.Id, receipt.Number);
        }
    }
}
