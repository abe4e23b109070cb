using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Periods;

/// <summary>Opens the period that was closed last; the reason stays in the journal of changes.</summary>
public static class ReopenStockPeriod
{
    [Requires(SparePartsPermissions.PeriodClose)]
    public sealed record Command(Guid Id, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Closings.BranchOf(c.Id), cancel);
            var closing = await db.Closings.Include(x => x.Values).FirstOrDefaultAsync(x => x.Id == c.Id, cancel);
            if (closing is null)
            {
                return Error.NotFound("SpareParts.StockPeriod.NotFound", "This period is not closed.");
            }

            if (await db.Closings.AnyAsync(x => x.BranchId == closing.BranchId && x.Through > closing.Through, cancel))
            {
                return Error.Refused("SpareParts.StockPeriod.NotTheLast", "A later period is closed. Open that one first.");
            }

            closing.Reopen(c.Reason.Trim());
            db.Closings.Remove(closing);
            return Done.It;
        }
    }
}
