using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Periods;

/// <summary>Closes a branch's stock books through a day that is over: nothing is booked on it or before it any more, and what each warehouse was worth is kept.</summary>
public static class CloseStockPeriod
{
    [Requires(SparePartsPermissions.PeriodClose)]
    public sealed record Command(LocalDate Through) : ICommand<Answer>
    {
        /// <summary>The caller's own unless said.</summary>
        public Guid? BranchId { get; init; }
    }

    public sealed record Answer(Guid Id, LocalDate Through, decimal Value, string Currency);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            if (c.Through >= branch.DayOf(clock.GetCurrentInstant()))
            {
                return Error.Invalid("SpareParts.StockPeriod.NotOver", "Only days that are over can be closed.").On(nameof(c.Through));
            }

            // With the write lock, so that no booking slips in between the sums and the closing.
            await db.BeginWriteAsync([branch.Id], cancel);
            if (await db.Closings.Where(x => x.BranchId == branch.Id && x.Through >= c.Through).OrderByDescending(x => x.Through).FirstOrDefaultAsync(cancel) is { } later)
            {
                return Error.Refused("SpareParts.StockPeriod.ClosedAlready", "The books are closed through {0} already.", later.Through).On(nameof(c.Through));
            }

            var closing = new StockClosing(ids.NewId(), branch.Id, c.Through, clock.GetCurrentInstant(), user.Name);
            foreach (var (warehouse, value) in await db.ValuesOnAsync(branch.Id, c.Through, cancel))
            {
                closing.Note(ids.NewId(), warehouse, value);
            }

            db.Closings.Add(closing);
            return new Answer(closing.Id, closing.Through, closing.Values.Sum(v => v.Value), branch.Currency);
        }
    }
}
