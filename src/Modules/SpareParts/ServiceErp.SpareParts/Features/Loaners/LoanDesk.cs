using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>What the use cases of the loaner pool share.</summary>
internal sealed class LoanDesk(SparePartsDbContext db, IClock clock, IBranches branches, IUserDirectory users, Texts texts, IIdentifiers ids)
{
    public LocalDate Today(Guid branchId) => branches.Of(branchId).DayOf(clock.GetCurrentInstant());

    public async Task<LoanerRules> RulesAsync(Guid branchId, CancellationToken cancel) => await db.LoanerRules.AsNoTracking().FirstOrDefaultAsync(r => r.Id == branchId, cancel) ?? new LoanerRules(branchId);

    /// <summary>Who has units on some of these days: a booked reservation, or a loan until it is due, or until today when it should be back.</summary>
    public async Task<IReadOnlyList<Occupied>> OccupiedAsync(IReadOnlyCollection<Guid> loanerIds, LocalDate from, LocalDate through, CancellationToken cancel)
    {
        var reserved = await db.LoanerReservations.AsNoTracking()
            .Where(r => loanerIds.Contains(r.LoanerId) && r.State == LoanerReservationState.Booked && r.From <= through && r.Through >= from)
            .Select(r => new Occupied(r.LoanerId, r.From, r.Through, r.Customer, r.Id, null, r.OrderNumber, false)).ToListAsync(cancel);
        var lent = await db.Loans.AsNoTracking().Where(l => loanerIds.Contains(l.LoanerId) && l.LentOn <= through && (l.State == LoanState.Out || l.EndedOn >= from)).ToListAsync(cancel);
        return
        [
            .. reserved,
            .. lent.Select(l => new Occupied(l.LoanerId, l.LentOn, l.EndedOn ?? LocalDate.Max(l.DueOn, Today(l.BranchId)), l.CustomerName, null, l.Id, l.OrderNumber, l.LateOn(Today(l.BranchId)) > 0) { Ended = l.State != LoanState.Out })
                .Where(o => o.Through >= from),
        ];
    }

    /// <summary>
    /// The unit leaves the pool: days for which it is kept go to another free unit of its model; where there is none the reservation is cancelled and the reception told, who calls the customer.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="reason">Why it is not there.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="only">The reservation for which alone it is not there; all of them unless said.</param>
    public async Task<Error?> FreeReservationsAsync(Loaner unit, string reason, CancellationToken cancel, Guid? only = null)
    {
        var today = Today(unit.BranchId);
        foreach (var reservation in await db.LoanerReservations.Where(r => r.LoanerId == unit.Id && r.State == LoanerReservationState.Booked && r.Through >= today && (only == null || r.Id == only)).OrderBy(r => r.From).ToListAsync(cancel))
        {
            var others = await db.Loaners.Where(l => l.ModelId == unit.ModelId && l.BranchId == unit.BranchId && l.Id != unit.Id && (l.State == LoanerState.InPool || l.State == LoanerState.Out || l.State == LoanerState.Checking))
                .OrderBy(l => l.State == LoanerState.InPool ? 0 : 1).ThenBy(l => l.Serial).ToListAsync(cancel);
            var busy = (await OccupiedAsync([.. others.Select(o => o.Id)], reservation.From, reservation.Through, cancel)).Where(o => !o.Ended).Select(o => o.LoanerId).ToHashSet();
            busy.UnionWith(db.LoanerReservations.Local.Where(r => r.Overlaps(reservation.From, reservation.Through)).Select(r => r.LoanerId));
            if (others.Find(o => !busy.Contains(o.Id)) is { } other)
            {
                reservation.MoveTo(other);
            }
            else if (reservation.Cancel(reason) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }
            else
            {
                Tell(unit, reservation, reason);
            }
        }

        return null;
    }

    private void Tell(Loaner unit, LoanerReservation reservation, string reason)
    {
        var now = clock.GetCurrentInstant();
        foreach (var user in users.InRole(Roles.Receptionist, unit.BranchId).Where(u => u.Email.Length > 0))
        {
            var (subject, body) = OtherLanguage.Say(user.Language, () => (
                texts["Reservation of a loaner cancelled: {0}", reservation.Customer],
                texts["{0} was to have {1} from {2} to {3}. The unit is not there any more ({4}) and no other {5} is free: please call the customer.", reservation.Customer, unit.Title, reservation.From, reservation.Through, reason, unit.ModelName]));
            db.Messages.Add(new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = unit.BranchId,
                Recipient = user.Email,
                RecipientName = user.Name,
                Subject = subject,
                Body = body,
                About = nameof(Loaner),
                AboutId = unit.Id,
                OnceKey = $"loaner-gone/{reservation.Id}/{user.Id}",
                WrittenAt = now,
                NextAttemptAt = now,
            });
        }
    }

    /// <summary>Why a unit can't be kept or lent on these days; null when it can.</summary>
    public async Task<Error?> ClashAsync(Loaner unit, LocalDate from, LocalDate through, Guid? exceptReservation, Guid? exceptLoan, CancellationToken cancel) =>
        (await OccupiedAsync([unit.Id], from, through, cancel)).FirstOrDefault(o => !o.Ended && (exceptReservation is null || o.ReservationId != exceptReservation) && (exceptLoan is null || o.LoanId != exceptLoan)) is { } other
            ? LoanErrors.Taken(unit.Title, other.From, other.Through, other.Customer)
            : null;
}

/// <summary>Days on which a unit is not free.</summary>
public sealed record Occupied(Guid LoanerId, LocalDate From, LocalDate Through, string Customer, Guid? ReservationId, Guid? LoanId, string? OrderNumber, bool Overdue)
{
    /// <summary>A loan that is over: shown, but in nobody's way.</summary>
    public bool Ended { get; init; }
}

internal static class LoanInput
{
    public static void Signature<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(s => !string.IsNullOrEmpty(s)).WithMessage("The customer signs here.").WithErrorCode("SpareParts.Loan.SignatureMissing")
            .Must(s => s!.Length <= AttachmentShapes.LongestSignature).WithMessage("This signature can't be read. Sign again.").WithErrorCode("SpareParts.Loan.SignatureUnreadable");

    /// <summary>The accessories that were ticked, out of those that belong to the unit.</summary>
    public static IReadOnlyList<string> Lines(this string? text) => (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
