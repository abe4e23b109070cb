using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Everything about one order: its page, its documents and the bench are drawn from this.</summary>
public static class GetOrder
{
    /// <param name="Id">The order, or</param>
    /// <param name="Number">its number.</param>
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query(Guid Id, string? Number = null) : IQuery<Answer>;

    /// <summary>A trigger that the state knows; with a refusal when it is not possible now.</summary>
    public sealed record Move(OrderTrigger Trigger, Error? Refusal);

    public sealed record Line(
        Guid Id, ChargeKind Kind, string Code, string Text, decimal Quantity, string Unit, decimal UnitPrice, bool IsStocked, decimal Reserved, decimal Issued, decimal Unpromised, decimal Missing, OldPart OldPart,
        decimal Value, decimal Reduction, Sentence? ReductionReason, decimal Net, string PartGroup)
    {
        /// <summary>The pieces handed out, each with the faulty one it replaced; null where pieces have no serial numbers.</summary>
        public IReadOnlyList<PieceUsed>? Pieces { get; init; }
    }

    /// <param name="Worked">Without lunch and closed hours; nought while it runs.</param>
    /// <param name="CorrectedBy">Who put it right; null while nobody did.</param>
    public sealed record Time(Guid Id, Guid TechnicianId, string TechnicianName, WorkKind Kind, Instant StartedAt, Instant? EndedAt, Duration Worked, bool Charged, string? CorrectedBy, string? CorrectionReason);

    /// <summary>A consent of the customer, with what proves it.</summary>
    public sealed record Agreement(ConsentKind Kind, decimal Net, decimal UpTo, string About, ConsentHow How, string By, string? Note, Guid? SignatureId, Instant At, string RecordedBy);

    public sealed record VisitMade(int Number, string TechnicianName, Instant DepartedAt, Instant? ArrivedAt, Instant LeftAt, string Outcome);

    public sealed record Promise(LocalDate? Was, LocalDate ReadyBy, string? Reason, Instant At, string By);

    public sealed record Remark(string Text, Instant At, string By);

    public sealed record Test(Guid StepId, string Text, string Expected, string Unit, string Value, bool Passed, Instant At, string By);

    public sealed record Sheet(Guid Id, string Name, IReadOnlyList<SheetStep> Steps);

    public sealed record SheetStep(Guid Id, string Text, string Expected, string Unit);

    public sealed record Point(Guid Id, Boundary Boundary, string Text, bool Mandatory, Instant? TickedAt, string? TickedBy);

    public sealed record QuotedLine(ChargeKind Kind, string Code, string Text, decimal Quantity, string Unit, decimal UnitPrice, decimal Value, decimal Reduction, Sentence? ReductionReason, decimal Net, decimal Tax = 0);

    public sealed record Question(Guid Id, string Text, Instant At, string? Answer, string? AnsweredBy);

    public sealed record Quote(
        Guid Id, string Number, string Title, QuotationState State, LocalDate ValidUntil, decimal Net, decimal? TaxPercent, decimal Tax, string Remark, decimal DeclineFee, decimal DeclineFeeTax, bool HasLink, Instant? SentAt, Instant? AnsweredAt, string? AnsweredBy, string? AnswerReason,
        bool AnsweredByLink, IReadOnlyList<QuotedLine> Lines, IReadOnlyList<Question> Questions)
    {
        public int Version { get; init; }
    }

    /// <summary>One line of the history.</summary>
    public sealed record History(Instant At, string By, string? From, string? Trigger, string? To, string? Reason);

    public sealed record Code(CodeKind Kind, string Number, string Text);

    public sealed record Answer
    {
        public required Guid Id { get; init; }

        public required int Version { get; init; }

        public required Guid BranchId { get; init; }

        public required string Number { get; init; }

        public required string Currency { get; init; }

        public required OrderState State { get; init; }

        public required OrderStage Stage { get; init; }

        public required Instant StateSince { get; init; }

        public required OrderState? ResumeTo { get; init; }

        public required string? WaitsFor { get; init; }

        public required Guid RequestId { get; init; }

        public required string RequestNumber { get; init; }

        public required ServicePlace Place { get; init; }

        public required Priority Priority { get; init; }

        public required EntitlementTerms Entitlement { get; init; }

        public required CustomerSnapshot Customer { get; init; }

        public required DeviceSnapshot Device { get; init; }

        public required string Fault { get; init; }

        public required Instant ReceivedAt { get; init; }

        public required Instant DueAt { get; init; }

        public required string? Shelf { get; init; }

        public required bool GoodsInWorkshop { get; init; }

        public required Guid? TechnicianId { get; init; }

        public required string? TechnicianName { get; init; }

        public required LocalDate? PlannedDay { get; init; }

        public required LocalTime? PlannedTime { get; init; }

        public required int PlannedMinutes { get; init; }

        public required string BringAlong { get; init; }

        public required string Assessment { get; init; }

        public required LocalDate? ReadyBy { get; init; }

        /// <summary>The promised day is tomorrow or earlier and the work is not released.</summary>
        public required bool PromiseAtRisk { get; init; }

        public required IReadOnlyList<Promise> Promises { get; init; }

        public required string Findings { get; init; }

        public required string? SymptomCode { get; init; }

        public required string? AreaCode { get; init; }

        public required string? CauseCode { get; init; }

        public required string? RemedyCode { get; init; }

        /// <summary>The catalogue, for the codes above and to choose from.</summary>
        public required IReadOnlyList<Code> Codes { get; init; }

        public required int Reworks { get; init; }

        public required bool Unrepaired { get; init; }

        public required bool SelfReleased { get; init; }

        public required Guid? ComebackOf { get; init; }

        public required LocalDate? WorkWarrantyUntil { get; init; }

        public required decimal? ApprovedNet { get; init; }

        public required decimal? ApprovedUpTo { get; init; }

        public required decimal? PreapprovedUpTo { get; init; }

        /// <summary>Work that the customer pays for may not begin, or go on, before they agreed.</summary>
        public required bool NeedsApproval { get; init; }

        /// <summary>What everything on the order would cost the customer, net.</summary>
        public required decimal ToPay { get; init; }

        /// <summary>With tax; null when nobody can tell it.</summary>
        public required decimal? GrossToPay { get; init; }

        public required IReadOnlyList<Agreement> Consents { get; init; }

        public required IReadOnlyList<VisitMade> Visits { get; init; }

        public required bool NoFaultFound { get; init; }

        public required decimal ChargedHours { get; init; }

        public required decimal MeasuredHours { get; init; }

        public required string? HoursRemark { get; init; }

        /// <summary>The hours charged differ so much from the hours measured that a remark is wanted at the end.</summary>
        public bool HoursDiffer => ServiceOrder.Differ(ChargedHours, MeasuredHours);

        /// <summary>A private person reads what there is to pay, as far as somebody can tell the tax.</summary>
        public bool ShowsGross => GrossToPay is not null && !Customer.IsCompany;

        /// <summary>Everybody whose work it is.</summary>
        public required IReadOnlyList<Guid> WorkedBy { get; init; }

        /// <summary>Nothing shows that anything was done.</summary>
        public required bool IsBare { get; init; }

        public required string? SelfReleaseStamp { get; init; }

        public required Instant? SelfReleaseAuditedAt { get; init; }

        public required string? SelfReleaseAuditedBy { get; init; }

        public required string? SelfReleaseRemark { get; init; }

        public required decimal Value { get; init; }

        public required decimal Reduction { get; init; }

        public required decimal Net { get; init; }

        public required Instant? DepartedAt { get; init; }

        public required Instant? ArrivedAt { get; init; }

        public required Instant? LeftAt { get; init; }

        public required Instant? FinishedAt { get; init; }

        public required Instant? ReleasedAt { get; init; }

        public required string? ReleasedBy { get; init; }

        public required Instant? CompletedAt { get; init; }

        public required string? SignedBy { get; init; }

        public required Guid? SignatureId { get; init; }

        /// <summary>Whether parts come out of a store; otherwise they are lines in words.</summary>
        public required bool HasStore { get; init; }

        /// <summary>Whether lines, diagnosis and times may still change.</summary>
        public required bool IsOpen { get; init; }

        /// <summary>What the state knows, permitted or with the refusal.</summary>
        public required IReadOnlyList<Move> Moves { get; init; }

        public required IReadOnlyList<Line> Lines { get; init; }

        public required IReadOnlyList<Time> Times { get; init; }

        public required IReadOnlyList<Remark> Notes { get; init; }

        public required IReadOnlyList<Test> Tests { get; init; }

        public required IReadOnlyList<Sheet> Sheets { get; init; }

        public required IReadOnlyList<Point> Points { get; init; }

        public required IReadOnlyList<Quote> Quotations { get; init; }

        public required IReadOnlyList<History> Timeline { get; init; }
    }

    internal sealed class Handler(WorkshopDbContext db, QuotationLinks links, IBranches branches, IClock clock, Pricing pricing, IPartsStock? stock = null) : IHandler<Query, Answer>
    {
        private static readonly string?[] LinkTriggers = [nameof(Quotation.RenewLink), nameof(Quotation.EndLink), "PrintLink"];

        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var orders = db.Orders.AsNoTracking().AsSplitQuery()
                .Include(o => o.Lines).Include(o => o.Times).Include(o => o.Promises).Include(o => o.Notes).Include(o => o.Tests).Include(o => o.Ticks).Include(o => o.Consents).Include(o => o.Visits);
            var order = query.Number is { } number ? await orders.FirstOrDefaultAsync(o => o.Number == number, cancel) : await orders.FirstOrDefaultAsync(o => o.Id == query.Id, cancel);
            if (order is null)
            {
                return OrderErrors.NotFound;
            }

            var quotations = await db.Quotations.AsNoTracking().AsSplitQuery().Include(q => q.Lines).Include(q => q.Questions).Where(q => q.OrderId == order.Id).OrderByDescending(q => q.Number).ToListAsync(cancel);
            var points = await db.ControlPoints.AsNoTracking().Where(p => p.Active && (p.ModelCode == "" || p.ModelCode == order.ModelCode)).OrderBy(p => p.Boundary).ThenBy(p => p.Position).ToListAsync(cancel);
            var sheets = await db.TestSheets.AsNoTracking().Include(s => s.Steps).Where(s => s.Active && (s.ModelCode == "" || s.ModelCode == order.ModelCode)).OrderBy(s => s.Name).ToListAsync(cancel);
            var codes = await db.Codes.AsNoTracking().Where(c => c.Active).OrderBy(c => c.Code).Select(c => new Code(c.Kind, c.Code, c.Text)).ToListAsync(cancel);
            // What was done with the customer's link is part of the order's story; the quotations' own is told by their states.
            Guid?[] quoted = [.. quotations.Select(q => (Guid?)q.Id)];
            var history = await db.Audit.AsNoTracking().Where(a => (a.EntityId == order.Id && a.To != null) || (quoted.Contains(a.EntityId) && LinkTriggers.Contains(a.Trigger)))
                .OrderByDescending(a => a.At).ThenByDescending(a => a.Version).ThenByDescending(a => a.Step).Take(200)
                .Select(a => new History(a.At, a.UserName, a.From, a.Trigger, a.To, a.Reason)).ToListAsync(cancel);
            var open = points.FindAll(p => p.Mandatory && !order.Ticks.Any(t => t.PointId == p.Id && t.Round == order.Reworks));
            var serials = stock is not null && order.ActiveLines.Any(l => l.IsStocked && l.Reserved + l.Issued > 0) ? await stock.SerialsAsync(order.Id, cancel) : [];
            return Answered(order, quotations, await links.RuleAsync(cancel), points, sheets, codes, history, open, serials) with { GrossToPay = await GrossAsync(order, cancel) };
        }

        private async Task<decimal?> GrossAsync(ServiceOrder order, CancellationToken cancel)
        {
            decimal[] nets = [.. order.ActiveLines.Select(order.PlannedNet)];
            return await pricing.TaxesAsync(order, nets, cancel) is { } taxes ? nets.Sum() + taxes.Taxes.Sum() : null;
        }

        private Answer Answered(
            ServiceOrder order, List<Quotation> quotations, Func<Quotation, bool> hasLink, List<ControlPoint> points, List<TestSheet> sheets, List<Code> codes, List<History> history, List<ControlPoint> open, IReadOnlyList<SerialLine> serials)
        {
            var lines = order.ActiveLines.Select(l => LineOf(order, l) with { Pieces = serials.FirstOrDefault(s => s.LineId == l.Id)?.Pieces }).ToList();
            var tomorrow = branches.Of(order.BranchId).DayOf(clock.GetCurrentInstant()).PlusDays(1);
            string[] openPoints = [.. open.Where(p => p.Boundary == Boundary.Repair).Select(p => p.Text)];
            string[] running = [.. order.Times.Where(t => t.EndedAt is null).Select(t => t.TechnicianName)];
            return new Answer
            {
                Id = order.Id,
                Version = order.Version,
                BranchId = order.BranchId,
                Number = order.Number,
                Currency = order.Currency,
                State = order.State,
                Stage = order.State.Stage(),
                StateSince = order.StateSince,
                ResumeTo = order.ResumeTo,
                WaitsFor = order.WaitsFor,
                RequestId = order.RequestId,
                RequestNumber = order.RequestNumber,
                Place = order.Place,
                Priority = order.Priority,
                Entitlement = order.Entitlement,
                Customer = order.Customer,
                Device = order.Device,
                Fault = order.Fault,
                ReceivedAt = order.ReceivedAt,
                DueAt = order.DueAt,
                Shelf = order.Shelf,
                GoodsInWorkshop = order.GoodsInWorkshop,
                TechnicianId = order.TechnicianId,
                TechnicianName = order.TechnicianName,
                PlannedDay = order.PlannedDay,
                PlannedTime = order.PlannedTime,
                PlannedMinutes = order.PlannedMinutes,
                BringAlong = order.BringAlong,
                Assessment = order.Assessment,
                ReadyBy = order.ReadyBy,
                PromiseAtRisk = order.ReadyBy <= tomorrow && OrderLifecycle.Unfinished.Contains(order.State),
                Promises = [.. order.Promises.OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Select(p => new Promise(p.Was, p.ReadyBy, p.Reason, p.At, p.By))],
                Findings = order.Findings,
                SymptomCode = order.SymptomCode,
                AreaCode = order.AreaCode,
                CauseCode = order.CauseCode,
                RemedyCode = order.RemedyCode,
                Codes = codes,
                Reworks = order.Reworks,
                Unrepaired = order.Unrepaired,
                SelfReleased = order.SelfReleased,
                ComebackOf = order.ComebackOf,
                WorkWarrantyUntil = order.WorkWarrantyUntil,
                ApprovedNet = order.ApprovedNet,
                ApprovedUpTo = order.ApprovedUpTo,
                PreapprovedUpTo = order.PreapprovedUpTo,
                NeedsApproval = order.NeedsConsent,
                ToPay = order.ToPay,
                GrossToPay = null,
                Consents = [.. order.Consents.OrderByDescending(k => k.At).ThenByDescending(k => k.Id).Select(k => new Agreement(k.Kind, k.Net, k.UpTo, k.About, k.How, k.By, k.Note, k.SignatureId, k.At, k.RecordedBy))],
                Visits = [.. order.Visits.OrderBy(v => v.Number).Select(v => new VisitMade(v.Number, v.TechnicianName, v.DepartedAt, v.ArrivedAt, v.LeftAt, v.Outcome))],
                NoFaultFound = order.NoFaultFound,
                ChargedHours = order.ChargedHours,
                MeasuredHours = Rounding.Round(order.Times.Sum(t => t.Seconds) / 3600m, 2),
                HoursRemark = order.HoursRemark,
                WorkedBy = order.WorkedBy,
                IsBare = order.IsBare(order.Times.Count > 0 || order.Tests.Count > 0),
                SelfReleaseStamp = order.SelfReleaseStamp,
                SelfReleaseAuditedAt = order.SelfReleaseAuditedAt,
                SelfReleaseAuditedBy = order.SelfReleaseAuditedBy,
                SelfReleaseRemark = order.SelfReleaseRemark,
                Value = lines.Sum(l => l.Value),
                Reduction = lines.Sum(l => l.Reduction),
                Net = lines.Sum(l => l.Net),
                DepartedAt = order.DepartedAt,
                ArrivedAt = order.ArrivedAt,
                LeftAt = order.LeftAt,
                FinishedAt = order.FinishedAt,
                ReleasedAt = order.ReleasedAt,
                ReleasedBy = order.ReleasedBy,
                CompletedAt = order.CompletedAt,
                SignedBy = order.SignedBy,
                SignatureId = order.SignatureId,
                HasStore = stock is not null,
                IsOpen = order.IsOpen,
                Moves = [.. order.Explain().Select(m => new Move(m.Trigger, order.Obstacle(m.Trigger, openPoints, running) ?? m.Refusal))],
                Lines = lines,
                Times = [.. order.Times.OrderByDescending(t => t.StartedAt).ThenByDescending(t => t.Id).Select(t => new Time(t.Id, t.TechnicianId, t.TechnicianName, t.Kind, t.StartedAt, t.EndedAt, t.Worked, t.LineId is not null, t.CorrectedBy, t.CorrectionReason))],
                Notes = [.. order.Notes.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Select(n => new Remark(n.Text, n.At, n.By))],
                Tests = [.. order.Tests.OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => new Test(t.StepId, t.Text, t.Expected, t.Unit, t.Value, t.Passed, t.At, t.By))],
                Sheets = [.. sheets.Select(s => new Sheet(s.Id, s.Name, [.. s.Steps.OrderBy(t => t.Position).Select(t => new SheetStep(t.Id, t.Text, t.Expected, t.Unit))]))],
                Points = [.. points.Select(p => order.Ticks.FirstOrDefault(t => t.PointId == p.Id && t.Round == order.Reworks) is var tick ? new Point(p.Id, p.Boundary, p.Text, p.Mandatory, tick?.At, tick?.By) : null!)],
                Quotations = [.. quotations.Select(q => QuoteOf(q, hasLink(q)))],
                Timeline = history,
            };
        }

        private static Line LineOf(ServiceOrder order, OrderLine line)
        {
            var charge = line.Charge(order.Entitlement, order.CauseCode, order.Currency, order.IsOpen ? Math.Max(line.Quantity, line.Done) : line.Done);
            var value = new Money(charge.Quantity * charge.UnitPrice, order.Currency).Round().Amount;
            return new Line(line.Id, line.Kind, line.Code, line.Text, charge.Quantity, line.Unit, line.UnitPrice, line.IsStocked, line.Reserved, line.Issued, line.Unpromised, line.Missing, line.OldPart, value, charge.Reduction, charge.ReductionReason, value - charge.Reduction, line.PartGroup);
        }

        private static Quote QuoteOf(Quotation q, bool hasLink) => new(
            q.Id, q.Number, q.Title, q.State, q.ValidUntil, q.Net, q.TaxPercent, q.Tax, q.Remark, q.DeclineFee, q.DeclineFeeTax, hasLink, q.SentAt, q.AnsweredAt, q.AnsweredBy, q.AnswerReason, q.AnsweredByLink,
            [.. q.Lines.OrderBy(l => l.Position).Select(l => new QuotedLine(l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, l.Net(q.Currency) + l.Reduction, l.Reduction, l.ReductionReason, l.Net(q.Currency), l.Tax))],
            [.. q.Questions.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new Question(x.Id, x.Text, x.At, x.Answer, x.AnsweredBy))]) { Version = q.Version };
    }
}
