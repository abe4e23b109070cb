using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>A loan with what was agreed, what came back and what may be done with it.</summary>
public static class GetLoan
{
    /// <param name="Id">The loan.</param>
    [Requires(SparePartsPermissions.LoanerRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Number, LoanState State, Guid LoanerId, string ModelCode, string ModelName, string Serial, Guid OrderId, string OrderNumber, string Currency)
    {
        public required string CustomerName { get; init; }

        public required string CustomerPhone { get; init; }

        public required string CustomerEmail { get; init; }

        public required string CustomerAddress { get; init; }

        public required string Language { get; init; }

        public required Instant LentAt { get; init; }

        public required string LentBy { get; init; }

        public required string ConditionOut { get; init; }

        public required string AccessoriesOut { get; init; }

        public required string SignedBy { get; init; }

        public required Guid SignatureId { get; init; }

        public required decimal Deposit { get; init; }

        public required decimal DailyFee { get; init; }

        public required LocalDate DueOn { get; init; }

        public required Instant? ReadyAt { get; init; }

        public required int ReturnDays { get; init; }

        /// <summary>Days late now.</summary>
        public required int LateNow { get; init; }

        public required Instant? ReleasedAt { get; init; }

        public required string? ReleasedBy { get; init; }

        public required string? ReleaseReason { get; init; }

        public required Instant? EndedAt { get; init; }

        public required string? TakenBackBy { get; init; }

        public required string? ConditionIn { get; init; }

        public required string? AccessoriesIn { get; init; }

        public required IReadOnlyList<string> Missing { get; init; }

        public required string? Damage { get; init; }

        public required string? ReturnSignedBy { get; init; }

        public required Guid? ReturnSignatureId { get; init; }

        public required decimal DepositReturned { get; init; }

        public required decimal DepositKept { get; init; }

        public required string? DepositReason { get; init; }

        public required string? DepositSettledBy { get; init; }

        public required string? LossReason { get; init; }

        public required string? PoliceReport { get; init; }

        public required IReadOnlyList<Charge> Charges { get; init; }

        /// <summary>What may still be charged, with the amount that is proposed.</summary>
        public required IReadOnlyList<Proposed> ToCharge { get; init; }

        public required int DaysLate { get; init; }

        public required decimal LateFee { get; init; }

        public required FeeDecision Fee { get; init; }

        public required decimal FeeCharged { get; init; }

        public required string? FeeNote { get; init; }

        public required string? FeeDecidedBy { get; init; }

        /// <summary>Whether the order's faulty device has a serial number that an exchange can take over.</summary>
        public required string FaultySerial { get; init; }

        public required string BranchName { get; init; }

        public required string BranchAddress { get; init; }

        public required string BranchPhone { get; init; }

        public required IReadOnlyList<ExplainedTrigger<LoanTrigger>> Actions { get; init; }

        public required IReadOnlyList<Attachment> Files { get; init; }

        public required IReadOnlyList<HistoryStep> History { get; init; }
    }

    public sealed record Charge(LoanChargeKind Kind, decimal Amount, string Reason, Instant At, string Person);

    /// <param name="Amount">The unit's value of a lost one; null where nobody but the reader knows.</param>
    public sealed record Proposed(LoanChargeKind Kind, decimal? Amount, string Why);

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IBranches branches, IAttachments attachments) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            if (await db.Loans.AsNoTracking().Include(l => l.Charges).FirstOrDefaultAsync(l => l.Id == q.Id, cancel) is not { } loan)
            {
                return LoanErrors.NotFound;
            }

            var branch = branches.Of(loan.BranchId);
            var value = await db.Loaners.Where(l => l.Id == loan.LoanerId).Select(l => l.Value).FirstOrDefaultAsync(cancel);
            return new Answer(loan.Id, loan.Version, loan.Number, loan.State, loan.LoanerId, loan.ModelCode, loan.ModelName, loan.Serial, loan.OrderId, loan.OrderNumber, loan.Currency)
            {
                CustomerName = loan.CustomerName,
                CustomerPhone = loan.CustomerPhone,
                CustomerEmail = loan.CustomerEmail,
                CustomerAddress = loan.CustomerAddress,
                Language = loan.Language,
                LentAt = loan.LentAt,
                LentBy = loan.LentBy,
                ConditionOut = loan.ConditionOut,
                AccessoriesOut = loan.AccessoriesOut,
                SignedBy = loan.SignedBy,
                SignatureId = loan.SignatureId,
                Deposit = loan.Deposit,
                DailyFee = loan.DailyFee,
                DueOn = loan.DueOn,
                ReadyAt = loan.ReadyAt,
                ReturnDays = (await desk.RulesAsync(loan.BranchId, cancel)).ReturnDays,
                LateNow = loan.LateOn(desk.Today(loan.BranchId)),
                ReleasedAt = loan.ReleasedAt,
                ReleasedBy = loan.ReleasedBy,
                ReleaseReason = loan.ReleaseReason,
                EndedAt = loan.EndedAt,
                TakenBackBy = loan.TakenBackBy,
                ConditionIn = loan.ConditionIn,
                AccessoriesIn = loan.AccessoriesIn,
                Missing = loan.State == LoanState.Returned ? loan.Missing : [],
                Damage = loan.Damage,
                ReturnSignedBy = loan.ReturnSignedBy,
                ReturnSignatureId = loan.ReturnSignatureId,
                DepositReturned = loan.DepositReturned,
                DepositKept = loan.DepositKept,
                DepositReason = loan.DepositReason,
                DepositSettledBy = loan.DepositSettledBy,
                LossReason = loan.LossReason,
                PoliceReport = loan.PoliceReport,
                Charges = [.. loan.Charges.OrderBy(c => c.At).Select(c => new Charge(c.Kind, c.Amount, c.Reason, c.At, c.Person))],
                ToCharge = [.. Enum.GetValues<LoanChargeKind>().Where(loan.MayCharge).Select(k => new Proposed(k, k == LoanChargeKind.Loss ? value : null, k switch
                {
                    LoanChargeKind.Damage => loan.Damage!,
                    LoanChargeKind.Accessories => string.Join(", ", loan.Missing),
                    _ => loan.LossReason ?? "",
                }))],
                DaysLate = loan.DaysLate,
                LateFee = loan.LateFee,
                Fee = loan.Fee,
                FeeCharged = loan.FeeCharged,
                FeeNote = loan.FeeNote,
                FeeDecidedBy = loan.FeeDecidedBy,
                FaultySerial = await db.KnownOrders.Where(o => o.Id == loan.OrderId).Select(o => o.SerialNumber).FirstOrDefaultAsync(cancel) ?? "",
                BranchName = branch.Name,
                BranchAddress = branch.Address,
                BranchPhone = branch.Phone,
                Actions = LoanLifecycle.Table.Explain(loan, loan.State),
                Files = await attachments.OfAsync(nameof(Loan), loan.Id, cancel),
                History = await db.HistoryOfAsync(loan.Id, cancel),
            };
        }
    }
}
