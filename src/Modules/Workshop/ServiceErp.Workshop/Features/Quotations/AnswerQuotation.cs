using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Notes what the customer answered in person or by telephone (WRK-4).</summary>
public static class AnswerQuotation
{
    [Requires(WorkshopPermissions.QuotationAnswer)]
    public sealed record Command(Guid Id, bool Approve, string Name, string? Reason = null) : ICommand<QuotationAnswered>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Workshop.Quotation.NameMissing").WithMessage("Enter the name of the person who answers.").AtMost(100);
            RuleFor(c => c.Reason).AtMost(2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids) : IHandler<Command, QuotationAnswered>
    {
        public async Task<Result<QuotationAnswered>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Quotations.Include(q => q.Lines).FirstOrDefaultAsync(q => q.Id == c.Id, cancel) is not { } quotation)
            {
                return QuotationErrors.NotFound;
            }

            var now = clock.GetCurrentInstant();
            return await db.AnswerAsync(quotation, c.Approve, c.Name, c.Reason, false, branches.Of(quotation.BranchId).DayOf(now), now, ids, cancel);
        }
    }
}
