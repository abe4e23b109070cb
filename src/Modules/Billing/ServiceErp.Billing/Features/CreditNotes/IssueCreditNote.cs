using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.CreditNotes;

/// <summary>Corrects an issued invoice: takes back some of its lines, or without lines all that is left of it. Has its own gapless number.</summary>
public static class IssueCreditNote
{
    /// <param name="Id">Its identity, if the caller gives one.</param>
    /// <param name="InvoiceId">What it corrects.</param>
    /// <param name="Reason">Printed on it.</param>
    /// <param name="Lines">How much of which line; none means all that is left.</param>
    /// <param name="Send">Whether it goes to the customer at once.</param>
    [Requires(BillingPermissions.CreditNoteIssue)]
    public sealed record Command(Guid? Id, Guid InvoiceId, string Reason, IReadOnlyList<Line>? Lines = null, bool Send = false) : ICommand<Answer>, ICreates;

    /// <param name="LineId">A line of the invoice.</param>
    /// <param name="Net">How much of it is taken back, net; zero or nothing leaves the line.</param>
    public sealed record Line(Guid LineId, decimal Net = 0);

    /// <param name="Delivery">How it went to the customer; null when it was not to be sent.</param>
    public sealed record Answer(Guid Id, string Number, Guid InvoiceId, decimal Gross, InvoiceState State, decimal Open, Delivery? Delivery = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why it is credited; it is printed.");
    }

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, IBranches branches, ICurrentUser user, IIdentifiers ids, InvoiceLetters letters) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Invoices.AsSplitQuery().Include(i => i.Lines).Include(i => i.CreditNotes).ThenInclude(n => n.Lines)
                .FirstOrDefaultAsync(i => i.Id == request.InvoiceId, cancel) is not { } invoice)
            {
                return InvoiceErrors.NotFound;
            }

            if (request.Lines is { Count: > 0 } chosen && chosen.All(l => l.Net == 0))
            {
                return Error.Invalid("Billing.CreditNote.NothingChosen", "Enter an amount for at least one line.").On(nameof(Command.Lines));
            }

            var lines = invoice.CreditLines([.. (request.Lines ?? []).Select(l => new LineCredit(l.LineId, l.Net))], ids);
            if (!lines.Succeeded)
            {
                return lines.Error;
            }

            var branch = branches.Of(invoice.BranchId);
            var today = invoicing.Today(invoice.BranchId);
            var number = await db.NextNumberAsync($"credit-note/{branch.Code}/{today.Year}", cancel);
            var note = invoice.Credit(request.Id ?? ids.NewId(), Invoicing.LegalNumber("CRN", branch, today, number), today, request.Reason.Trim(), user.Name, lines.Value);
            if (!note.Succeeded)
            {
                return note.Error;
            }

            // That nobody can be reached undoes nothing: the answer says so.
            var delivery = !request.Send ? null : letters.Send(invoice, note.Value) is { Succeeded: true, Value: var way } ? way : letters.WayTo("", "");
            return new Answer(note.Value.Id, note.Value.Number, invoice.Id, note.Value.Gross, invoice.State, invoice.Open, delivery);
        }
    }
}
