using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Hands out the link for the quotation that the customer is given on paper, the one place where it is shown, and writes down that it was. No route of the API leads here.</summary>
public static class PrintQuotationLink
{
    /// <param name="Id">The quotation.</param>
    [Requires(WorkshopPermissions.LinkIssue)]
    public sealed record Command(Guid Id) : ICommand<Answer>, IConfidential;

    /// <param name="Link">Null when it would not open.</param>
    public sealed record Answer(string? Link);

    internal sealed class Handler(WorkshopDbContext db, QuotationLinks links) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Quotations.AsNoTracking().FirstOrDefaultAsync(q => q.Id == c.Id, cancel) is not { } quotation)
            {
                return QuotationErrors.NotFound;
            }

            var link = await links.OfAsync(quotation, cancel);
            if (link is not null)
            {
                db.Note(quotation, "PrintLink", quotation.Number);
            }

            return new Answer(link);
        }
    }
}
