using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Ends a quotation's link at once: from now on it leads nowhere. The customer can still answer in person (WRK-4).</summary>
public static class EndQuotationLink
{
    [Requires(WorkshopPermissions.LinkIssue)]
    public sealed record Command(Guid Id, string? Reason) : ICommand<Answer>;

    public sealed record Answer(Guid OrderId);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason(longest: 900);
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Quotations.FirstOrDefaultAsync(q => q.Id == c.Id, cancel) is not { } quotation)
            {
                return QuotationErrors.NotFound;
            }

            var ended = quotation.EndLink(c.Reason!, clock.GetCurrentInstant());
            return ended.Succeeded ? new Answer(quotation.OrderId) : ended.Error;
        }
    }
}
