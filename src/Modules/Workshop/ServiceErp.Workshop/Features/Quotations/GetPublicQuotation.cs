using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>What the customer sees behind the secret link: the quotation and its alternatives (WRK-4).</summary>
public static class GetPublicQuotation
{
    [Anyone("The secret in the address proves that the customer got our link.")]
    public sealed record Query(string Secret) : IQuery<Answer>;

    public sealed record Offer(Guid Id, string Number, string Title, QuotationState State, LocalDate ValidUntil, bool IsOpen, decimal Net, decimal? TaxPercent, decimal Tax, string Remark, decimal DeclineFee, decimal DeclineFeeTax, IReadOnlyList<GetOrder.QuotedLine> Lines);

    public sealed record Answer(
        string OrderNumber, string CustomerName, bool IsCompany, string Language, string ModelName, string SerialNumber, string Fault, string Findings, string Currency, string BranchName, string BranchPhone,
        IReadOnlyList<Offer> Offers, IReadOnlyList<GetOrder.Question> Questions, string? AnsweredBy, Instant? AnsweredAt);

    internal sealed class Handler(WorkshopDbContext db, QuotationLinks links, IBranches branches, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (await links.FindAsync(query.Secret, cancel) is not { } linked)
            {
                return QuotationErrors.LinkEnded;
            }

            var order = await db.Orders.AsNoTracking().FirstAsync(o => o.Id == linked.OrderId, cancel);
            var branch = branches.Of(order.BranchId);
            var today = branch.DayOf(clock.GetCurrentInstant());
            var offers = await db.Quotations.AsNoTracking().Include(q => q.Lines)
                .Where(q => q.OrderId == order.Id && (q.Id == linked.Id || q.State == QuotationState.Sent || q.State == QuotationState.Approved)).OrderBy(q => q.Number).ToListAsync(cancel);
            return new Answer(
                order.Number, order.CustomerName, order.CustomerIsCompany, order.CustomerLanguage, order.ModelName, order.SerialNumber, order.Fault, order.Findings, order.Currency, branch.Name, branch.Phone,
                [.. offers.Select(q => new Offer(q.Id, q.Number, q.Title, q.State, q.ValidUntil, q.State == QuotationState.Sent && q.ValidUntil >= today, q.Net, q.TaxPercent, q.Tax, q.Remark, q.DeclineFee, q.DeclineFeeTax,
                    [.. q.Lines.OrderBy(l => l.Position).Select(l => new GetOrder.QuotedLine(l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, l.Net(q.Currency) + l.Reduction, l.Reduction, l.ReductionReason, l.Net(q.Currency), l.Tax))]))],
                [.. linked.Questions.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new GetOrder.Question(x.Id, x.Text, x.At, x.Answer, null))],
                linked.AnsweredBy, linked.AnsweredAt);
        }
    }
}
