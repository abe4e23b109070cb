using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>
/// The whole intake in one command (REC-1, REC-2): customer and device found or entered, who pays judged, the clock started, the order opened, and a carried-in
/// product taken in with its receipt. <c>RegisterOnly</c> notes the contact without taking the work on yet.
/// </summary>
public static class RegisterRequest
{
    /// <summary>Photos of carried-in goods: the front and the label.</summary>
    public const int WantedPhotos = 2;

    [Requires(ReceptionPermissions.RequestWrite)]
    public sealed record Command(Guid? Id, string? Fault) : ICommand<Answer>, ICreates
    {
        /// <summary>The branch; the caller's own unless said.</summary>
        public Guid? BranchId { get; init; }

        public ContactChannel Channel { get; init; }

        /// <summary>Where the work begins; unless said the workshop for what is carried in, the customer's place otherwise.</summary>
        public ServicePlace? Place { get; init; }

        public Priority Priority { get; init; }

        public Guid? CustomerId { get; init; }

        public CustomerEntry? Customer { get; init; }

        public Guid? DeviceId { get; init; }

        public DeviceEntry? Device { get; init; }

        /// <summary>Part of the district; the customer's own unless said.</summary>
        public Guid? ZoneId { get; init; }

        /// <summary>When the customer reached us; now unless said.</summary>
        public Instant? ReceivedAt { get; init; }

        public bool IsInternalWork { get; init; }

        /// <summary>Notes the contact; the work is taken on later.</summary>
        public bool RegisterOnly { get; init; }

        public bool IdentityChecked { get; init; }

        public string? Condition { get; init; }

        public string? Accessories { get; init; }

        public string? Shelf { get; init; }

        /// <summary>Who hands the product in; the customer unless said.</summary>
        public string? HandedInBy { get; init; }

        /// <summary>Why a supervisor accepts it although something is missing.</summary>
        public string? OverrideReason { get; init; }

        /// <summary>Why the contact is noted more than two working hours later than it was.</summary>
        public string? BackdatedReason { get; init; }

        /// <summary>Why it is the company's own work.</summary>
        public string? InternalReason { get; init; }

        /// <summary>The product belonged to somebody else and changed hands.</summary>
        public bool ConfirmedOwnerChange { get; init; }

        /// <summary>Why it changed hands.</summary>
        public string? OwnerChangeReason { get; init; }

        /// <summary>This is not one of those who are known already.</summary>
        public bool ConfirmedNotDuplicate { get; init; }

        /// <summary>Identity of the order to be opened; chosen here unless said.</summary>
        public Guid? OrderId { get; init; }
    }

    public sealed record Answer(
        Guid Id, string Number, RequestState State, Guid CustomerId, Guid? DeviceId, Guid? OrderId, Guid? ReceiptId, string? ReceiptNumber, ServiceCategory? Category, Sentence? Reason, Instant DueAt);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fault).Needed(2000, "Reception.Intake.FaultMissing", "Write down the fault in the customer's words.");
            RuleFor(c => c.Customer!).SetValidator(new CustomerEntryRules()).When(c => c.CustomerId is null && c.Customer is { IsEmpty: false });
            RuleFor(c => c.Device!).SetValidator(new DeviceEntryRules()).When(c => c.Device is not null);
            // Whoever has to send the form once more hears of everything at once, and not in rounds.
            RuleFor(c => c).Custom((c, context) =>
            {
                var isNobody = c.CustomerId is null && (c.Customer is null || c.Customer.IsEmpty);
                if (!isNobody && !string.IsNullOrWhiteSpace(c.Fault))
                {
                    return;
                }

                if (isNobody)
                {
                    Add(context, IntakeDesk.CustomerMissing);
                }

                if (c.Channel == ContactChannel.CarryIn && !c.RegisterOnly && string.IsNullOrWhiteSpace(c.OverrideReason))
                {
                    // What is known of a chosen customer or device is asked for later, if it is missing there.
                    var isNew = c.CustomerId is null && !isNobody;
                    foreach (var item in IntakeChecklist.Missing(new(
                        c.IdentityChecked, isNew ? c.Customer?.Phone ?? "" : "known", isNew ? c.Customer?.Email ?? "" : "known", c.DeviceId is not null || c.Device is { IsEmpty: false },
                        c.DeviceId is null ? c.Device?.SerialNumber ?? "" : "known", "told", c.Condition ?? "", c.Accessories ?? "")))
                    {
                        Add(context, item);
                    }
                }
            });
            RuleFor(c => c.Condition).AtMost(1000);
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.Shelf).AtMost(40);
            RuleFor(c => c.HandedInBy).AtMost(200);
            RuleFor(c => c.OverrideReason).ReasonOrNothing();
            RuleFor(c => c.BackdatedReason).ReasonOrNothing();
            RuleFor(c => c.OwnerChangeReason).ReasonOrNothing();
            When(c => c.IsInternalWork, () => RuleFor(c => c.InternalReason).Reason("Say why it is the company's own work."));
            When(c => !c.IsInternalWork, () => RuleFor(c => c.InternalReason).ReasonOrNothing());
        }

        private static void Add(ValidationContext<Command> context, Error error) =>
            context.AddFailure(new FluentValidation.Results.ValidationFailure(error.Field, error.Message) { ErrorCode = error.Code });
    }

    internal sealed class Handler(
        ReceptionDbContext db, IntakeDesk desk, WarrantyDesk warranty, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches, IAttachments? attachments = null) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            if (branches.For(user, c.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            if (c.ReceivedAt > now)
            {
                return Error.Invalid("Reception.Request.ReceivedLater", "The contact can't be later than now.").On(nameof(c.ReceivedAt));
            }

            if (desk.Exceptional(c.ReceivedAt is { } at && branch.Calendar.Elapsed(at, now) > IntakeDesk.LateNote, c.BackdatedReason, c.IsInternalWork) is { } notYours)
            {
                return notYours;
            }

            var customer = await desk.CustomerAsync(c.CustomerId, c.Customer, branch, c.ConfirmedNotDuplicate, cancel);
            if (!customer.Succeeded)
            {
                return customer.Error;
            }

            var found = await desk.DeviceAsync(c.DeviceId, c.Device, customer.Value, new OwnerChange(c.ConfirmedOwnerChange, c.OwnerChangeReason), cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var isCarriedIn = c.Channel == ContactChannel.CarryIn && !c.RegisterOnly;
            var place = c.Place ?? (c.Channel == ContactChannel.CarryIn ? ServicePlace.Workshop : ServicePlace.Field);
            if (!c.RegisterOnly && IntakeDesk.AddressMissing(place, customer.Value) is { } nowhere)
            {
                return nowhere;
            }

            if (isCarriedIn && found.Value is { IsNew: false } brought && await desk.OnReceiptAsync(brought.Device.Id, cancel) is { } already)
            {
                return already;
            }

            IReadOnlyList<Error> missing = isCarriedIn
                ? IntakeChecklist.Missing(new(
                    c.IdentityChecked, customer.Value.Phone, customer.Value.Email, found.Value is not null, found.Value?.Device.SerialNumber ?? "", c.Fault!, c.Condition ?? "", c.Accessories ?? ""))
                : [];
            if (found.Value is null && !c.RegisterOnly)
            {
                // Without a model there is nothing to open an order for, whoever decides.
                return Error.Invalid("Reception.Intake.Incomplete", "Something is missing. Complete it, or register the contact only.") with
                {
                    Details = [.. missing.Where(m => m.Field != "Device.ModelId"), Error.Invalid("Reception.Intake.ModelMissing", "Choose the model, or register the contact only.").On("Device.ModelId")],
                };
            }

            var settings = await desk.SettingsAsync(branch.Id, cancel);
            if (isCarriedIn && settings.DemandsPhotos && attachments is not null
                && (c.Id is not { } named || (await attachments.OfAsync(nameof(ServiceRequest), named, cancel)).Count(a => a.IsImage) < WantedPhotos))
            {
                missing = [.. missing, Error.Invalid("Reception.Intake.PhotosMissing", "Take at least two photos: the product and its label.").On("Photos")];
            }

            var overruled = desk.Overrule(missing, c.OverrideReason);
            if (!overruled.Succeeded)
            {
                return overruled.Error;
            }

            var zoneId = c.ZoneId ?? customer.Value.ZoneId;
            var zone = zoneId is null ? null : await db.Zones.AsNoTracking().FirstOrDefaultAsync(z => z.Id == zoneId && z.BranchId == branch.Id, cancel);
            if (c.ZoneId is not null && zone is null)
            {
                return Error.Invalid("Reception.Zone.NotFound", "Choose a zone of this branch.").On(nameof(c.ZoneId));
            }

            var receivedAt = c.ReceivedAt ?? now;
            var day = branch.DayOf(receivedAt);
            var verdict = found.Value is { } judged ? await warranty.JudgeAsync(judged.Device, judged.Model.PartGroups, day, c.IsInternalWork, judged.IsNew, cancel) : null;

            var request = new ServiceRequest(
                c.Id ?? ids.NewId(),
                await desk.NumberAsync("service-request", "SR", branch, now, cancel),
                branch.Id,
                customer.Value,
                new Contact(c.Channel, place, c.Priority, c.Fault!, receivedAt)
                {
                    ZoneId = zone?.Id,
                    IsInternalWork = c.IsInternalWork,
                    MissingItems = [.. missing.Select(item => item.Code.Split('.')[^1].Replace("Missing", "", StringComparison.Ordinal))],
                    OverrideReason = missing.Count == 0 ? null : c.OverrideReason,
                    BackdatedReason = c.BackdatedReason,
                    InternalReason = c.IsInternalWork ? c.InternalReason : null,
                },
                now,
                user.UserId,
                user.Name,
                ids.NewSecret());
            var promised = request.Promise(settings.PromiseFor(found.Value?.Device.ResponseTarget, c.Priority, zone), branch.Calendar, settings.AtRiskPercent);
            if (!promised.Succeeded)
            {
                return promised.Error;
            }

            GoodsReceipt? receipt = null;
            if (found.Value is { } here)
            {
                request.Name(here.Device);
                request.Judge(ids.NewId(), verdict!, day, now, user.Name);
                if (!c.RegisterOnly)
                {
                    var orderId = c.OrderId ?? ids.NewId();
                    var accepted = request.Accept(orderId, customer.Value, here.Device, isCarriedIn, isCarriedIn ? c.Shelf?.Trim() : null);
                    if (!accepted.Succeeded)
                    {
                        return accepted.Error;
                    }

                    receipt = !isCarriedIn ? null : await desk.TakeGoodsAsync(
                        request,
                        orderId,
                        ids.NewId(),
                        new TakenGoods(c.Condition ?? "", c.Accessories ?? "", c.Shelf ?? "", string.IsNullOrWhiteSpace(c.HandedInBy) ? customer.Value.Name : c.HandedInBy),
                        branch,
                        cancel);
                }
            }

            db.Requests.Add(request);
            return new Answer(
                request.Id, request.Number, request.State, request.CustomerId, request.DeviceId, request.OrderId, receipt?.Id, receipt?.Number, request.Category, request.Entitlement?.Reason, request.DueAt);
        }
    }
}
