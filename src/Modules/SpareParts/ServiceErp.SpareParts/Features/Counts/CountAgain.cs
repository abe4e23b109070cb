using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Sends doubted differences back: every place with one is counted again.</summary>
public static class CountAgain
{
    [Requires(SparePartsPermissions.CountPost)]
    public sealed record Command(Guid Id, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.StockCounts.BranchOf(c.Id), cancel);
            if (await db.StockCounts.FirstOrDefaultAsync(s => s.Id == c.Id, cancel) is not { } count)
            {
                return CountErrors.NotFound;
            }

            foreach (var line in await db.CountLines.Where(l => l.StockCountId == c.Id && l.Difference != 0 && l.PostedOn == null).ToListAsync(cancel))
            {
                line.Reopen();
            }

            var again = count.CountAgain(c.Reason.Trim());
            return again.Succeeded ? Done.It : again.Error;
        }
    }
}
