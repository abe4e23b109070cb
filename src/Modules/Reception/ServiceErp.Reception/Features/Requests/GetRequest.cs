using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>One request with all that hangs on it.</summary>
public static class GetRequest
{
    [Requires(ReceptionPermissions.RequestRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Number, RequestState State, Guid BranchId, string BranchName)
    {
        public required ContactChannel Channel { get; init; }

        public required ServicePlace Place { get; init; }

        public required Priority Priority { get; init; }

        public required string Fault { get; init; }

        public required string? ZoneName { get; init; }

        public required Guid CustomerId { get; init; }

        public required string CustomerName { get; init; }

        public required string CustomerPhone { get; init; }

        public required Guid? DeviceId { get; init; }

        public required string ModelName { get; init; }

        public required string SerialNumber { get; init; }

        public required bool IsInternalWork { get; init; }

        public required IReadOnlyList<string> MissingItems { get; init; }

        public required string? OverrideReason { get; init; }

        public required string? BackdatedReason { get; init; }

        public required string? InternalReason { get; init; }

        public required Instant ReceivedAt { get; init; }

        public required string RegisteredBy { get; init; }

        /// <summary>Whether the link that the customer has still opens.</summary>
        public required bool HasLink { get; init; }

        public required Guid? OrderId { get; init; }

        public required string? OrderNumber { get; init; }

        public required OrderStage? Stage { get; init; }

        public required LocalDate? ReadyBy { get; init; }

        public required string? TechnicianName { get; init; }

        public required string? StageNote { get; init; }

        public required ClockReading Clock { get; init; }

        /// <summary>Answers to who pays, the latest first.</summary>
        public required IReadOnlyList<Decision> Decisions { get; init; }

        public required IReadOnlyList<Receipt> Receipts { get; init; }

        public required IReadOnlyList<Told> Messages { get; init; }

        public required IReadOnlyList<Attachment> Photos { get; init; }

        public required IReadOnlyList<Step> History { get; init; }

        /// <summary>What may be done now, by the life cycle.</summary>
        public required IReadOnlyList<RequestTrigger> Possible { get; init; }
    }

    public sealed record ClockReading(ClockState State, Instant DueAt, Duration Target, TargetSource Source, Duration Consumed, Duration Remaining, Instant? AnsweredAt, IReadOnlyList<Pause> Pauses)
    {
        /// <summary>Whether it stands still, however late it is.</summary>
        public bool IsPaused => Pauses.Any(pause => pause.To is null);
    }

    public sealed record Pause(Instant From, Instant? To, string Reason, string By);

    public sealed record Decision(ServiceCategory Category, EntitlementRule Rule, Sentence Reason, bool LabourCovered, IReadOnlyList<string> CoveredPartGroups, IReadOnlyList<string> ExcludedCauses, Guid? RepeatOf, LocalDate JudgedOn, Instant At, string By, string? ChangeReason)
    {
        /// <summary>To be confirmed by the diagnosis.</summary>
        public bool IsProposed { get; init; }
    }

    public sealed record Receipt(Guid Id, string Number, ReceiptState State, string Shelf, Instant TakenInAt, Instant? ReturnedAt);

    public sealed record Told(Instant At, string Subject, string Recipient, MessageChannel Channel, MessageState State);

    public sealed record Step(Instant At, string Who, string UseCase, string? From, string? Trigger, string? To, string? Reason);

    internal sealed class Handler(ReceptionDbContext db, IClock clock, IBranches branches, StatusLinks links, Caller reader, IAttachments? attachments = null) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var request = await db.Requests.AsNoTracking().Include(r => r.Decisions).Include(r => r.Pauses).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == query.Id, cancel);
            if (request is null)
            {
                return RequestErrors.NotFound;
            }

            var now = clock.GetCurrentInstant();
            var branch = branches.Of(request.BranchId);
            var reading = request.Clock.Read(branch.Calendar, now);
            if (!reading.Succeeded)
            {
                return reading.Error;
            }

            return new Answer(request.Id, request.Version, request.Number, request.State, request.BranchId, branch.Name)
            {
                Channel = request.Channel,
                Place = request.Place,
                Priority = request.Priority,
                Fault = request.Fault,
                ZoneName = await db.Zones.Where(z => z.Id == request.ZoneId).Select(z => z.Name).FirstOrDefaultAsync(cancel),
                CustomerId = request.CustomerId,
                CustomerName = request.CustomerName,
                CustomerPhone = request.CustomerPhone,
                DeviceId = request.DeviceId,
                ModelName = request.ModelName,
                SerialNumber = request.SerialNumber,
                IsInternalWork = request.IsInternalWork,
                MissingItems = request.MissingItems,
                OverrideReason = request.OverrideReason,
                BackdatedReason = request.BackdatedReason,
                InternalReason = request.InternalReason,
                ReceivedAt = request.ReceivedAt,
                RegisteredBy = request.RegisteredBy,
                HasLink = await links.LivesAsync(request, cancel),
                OrderId = request.OrderId,
                OrderNumber = request.OrderNumber,
                Stage = request.Stage,
                ReadyBy = request.ReadyBy,
                TechnicianName = request.TechnicianName,
                StageNote = request.StageNote,
                Clock = new ClockReading(
                    ServiceRequest.ClockStateOf(now, request.DueAt, request.AtRiskAt, request.PausedAt, request.AnsweredAt),
                    reading.Value.Due, request.Target, request.TargetSource, reading.Value.Consumed, reading.Value.Remaining, request.AnsweredAt,
                    [.. request.Pauses.OrderBy(p => p.From).Select(p => new Pause(p.From, p.To, p.Reason, p.By))]),
                Decisions = [.. request.Decisions.OrderByDescending(d => d.Sequence).Select(d => new Decision(
                    d.Category, d.Rule, d.Reason, d.LabourCovered, d.CoveredPartGroups, d.ExcludedCauses, d.RepeatOf, d.JudgedOn, d.At, d.By, d.ChangeReason) { IsProposed = d.IsProposed })],
                Receipts = await db.Receipts.AsNoTracking().Where(r => r.RequestId == request.Id).OrderBy(r => r.TakenInAt).ThenBy(r => r.Id)
                    .Select(r => new Receipt(r.Id, r.Number, r.State, r.Shelf, r.TakenInAt, r.ReturnedAt)).ToListAsync(cancel),
                Messages = await db.Messages.AsNoTracking().SeenBy(reader).Where(m => m.AboutId == request.Id).OrderByDescending(m => m.WrittenAt).ThenByDescending(m => m.Id)
                    .Select(m => new Told(m.WrittenAt, m.Subject, m.Recipient, m.Channel, m.State)).ToListAsync(cancel),
                Photos = attachments is null ? [] : await attachments.OfAsync(nameof(ServiceRequest), request.Id, cancel),
                // What only follows from another event, without moving the request, is no event of its own.
                History = await db.LifeOf(request.Id).Where(a => a.Trigger != null || !a.UseCase.Contains("When"))
                    .Select(a => new Step(a.At, a.UserName, a.UseCase, a.From, a.Trigger, a.To, a.Reason)).ToListAsync(cancel),
                Possible = ServiceRequestLifecycle.Table.PermittedTriggers(request, request.State),
            };
        }
    }
}
