using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Gives a count up; nothing is booked, and its places are planned again.</summary>
public static class CancelCount
{
    [Requires(SparePartsPermissions.CountPlan)]
    public sealed record Command(Guid Id, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.StockCounts.FirstOrDefaultAsync(s => s.Id == c.Id, cancel) is not { } count)
            {
                return CountErrors.NotFound;
            }

            var cancelled = count.Cancel(c.Reason.Trim());
            return cancelled.Succeeded ? Done.It : cancelled.Error;
        }
    }
}
