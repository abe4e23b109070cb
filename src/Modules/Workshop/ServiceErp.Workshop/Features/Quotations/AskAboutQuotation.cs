using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>The customer asks something about the quotation through the secret link; technician and dispatcher are told (WRK-4).</summary>
public static class AskAboutQuotation
{
    [Anyone("The secret in the address proves that the customer got our link.")]
    public sealed record Command(string Secret, string Text) : ICommand<Answer>, IByCustomer;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).NotEmpty().WithErrorCode("Workshop.Quotation.QuestionMissing").WithMessage("Please write your question.").AtMost(2000);
            RuleFor(c => c.Secret).AtMost(40);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, QuotationLinks links, Caller visitor, IClock clock, IIdentifiers ids, StaffMessages staff) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await links.FindAsync(c.Secret, cancel) is not { } quotation)
            {
                return QuotationErrors.LinkEnded;
            }

            var question = new QuotationQuestion(ids.NewId(), quotation.Id, c.Text, clock.GetCurrentInstant(), visitor.Address, visitor.Agent);
            var asked = quotation.Ask(question);
            if (!asked.Succeeded)
            {
                return asked.Error;
            }

            db.Note(quotation, "Ask", $"{visitor.Address} {visitor.Agent}".Trim());
            var order = (await db.OrderAsync(quotation.OrderId, cancel))!;
            staff.Tell(db, Roles.Dispatcher, order, $"question/{question.Id}", "Question about a quotation: {0}", "{0} asks about quotation {1}:\n{2}", order.CustomerName, quotation.Number, c.Text);
            return new Answer(question.Id);
        }
    }
}
