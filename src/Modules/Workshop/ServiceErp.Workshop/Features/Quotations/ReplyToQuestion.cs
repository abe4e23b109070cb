using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Answers a customer's question; the answer stands on the customer's page.</summary>
public static class ReplyToQuestion
{
    [Requires(WorkshopPermissions.QuotationAnswer)]
    public sealed record Command(Guid Id, Guid QuestionId, string Text) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().WithErrorCode("Workshop.Quotation.AnswerMissing").WithMessage("Write the answer.").AtMost(2000);
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Quotations.Include(q => q.Questions).FirstOrDefaultAsync(q => q.Id == c.Id, cancel) is not { } quotation)
            {
                return QuotationErrors.NotFound;
            }

            if (quotation.Questions.FirstOrDefault(q => q.Id == c.QuestionId) is not { } question)
            {
                return QuotationErrors.QuestionNotFound;
            }

            question.Reply(c.Text, user.Name, clock.GetCurrentInstant());
            return Done.It;
        }
    }
}
