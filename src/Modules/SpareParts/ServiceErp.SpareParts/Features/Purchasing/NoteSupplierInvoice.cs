using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Notes a supplier's invoice for an order, judged by what was ordered and what came (PAR-4): prices too far from the ordered ones make it disputed until finance releases it, as does more than came until the rest comes.</summary>
public static class NoteSupplierInvoice
{
    [Requires(SparePartsPermissions.InvoiceNote)]
    public sealed record Command(Guid? Id, Guid OrderId, string Number, LocalDate Day) : ICommand<Answer>, ICreates
    {
        public IReadOnlyList<Line> Lines { get; init; } = [];
    }

    public sealed record Line(Guid LineId, decimal Quantity, decimal Price);

    /// <param name="FarOff">Lines of the order whose price is too far off.</param>
    /// <param name="TooMany">Lines of which more is invoiced than came.</param>
    public sealed record Answer(Guid Id, bool Disputed, IReadOnlyList<Guid> FarOff, IReadOnlyList<Guid> TooMany);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).Needed(80, "SpareParts.PurchaseOrder.InvoiceNumberMissing");
            RuleFor(c => c.Lines).NotEmpty().WithMessage("Say what was invoiced.").WithErrorCode("SpareParts.PurchaseOrder.NothingInvoiced");
            RuleForEach(c => c.Lines).Must(l => l.Quantity is > 0 and <= Rules.Most && l.Price is >= 0 and <= 100_000_000)
                .WithMessage("The quantity must be more than zero, the price not less than zero.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var order = await desk.FindAsync(c.OrderId, cancel);
            if (order is null)
            {
                return PurchasingErrors.OrderNotFound;
            }

            var invoice = new SupplierInvoice(c.Id ?? ids.NewId(), order.Id, c.Number, c.Day, clock.GetCurrentInstant(), user.Name);
            if (order.Invoice(invoice, [.. c.Lines.Select(l => (l.LineId, l.Quantity, l.Price))], await db.RulesAsync(cancel), desk.Today(order.BranchId), ids) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            db.Add(invoice);
            return new Answer(invoice.Id, invoice.Disputed, [.. invoice.Lines.Where(l => l.FarOff).Select(l => l.LineId)], [.. invoice.Lines.Where(l => l.TooMany > 0).Select(l => l.LineId)]);
        }
    }
}
