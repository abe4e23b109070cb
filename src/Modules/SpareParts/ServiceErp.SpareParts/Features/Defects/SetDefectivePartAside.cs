using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>Sets goods aside that failed on the shelf: they are transferred into the branch's quarantine and may be claimed, sent back or scrapped there.</summary>
public static class SetDefectivePartAside
{
    /// <param name="Id">Identity of the defective goods, so that sending it again moves nothing.</param>
    /// <param name="WarehouseId">Where they lay.</param>
    /// <param name="Code">A part's number or barcode.</param>
    /// <param name="Quantity">In the part's unit.</param>
    /// <param name="Defect">What is wrong.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid? Id, Guid WarehouseId, string Code, decimal Quantity, string Defect) : ICommand<Answer>, ICreates
    {
        /// <summary>A bin's code.</summary>
        public string? Bin { get; init; }

        /// <summary>Of a serial-tracked part: which pieces.</summary>
        public string? Serials { get; init; }
    }

    public sealed record Answer(Guid Id, string Document);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(80, "SpareParts.StockDocument.PartMissing");
            RuleFor(c => c.Quantity).Quantity();
            RuleFor(c => c.Bin).AtMost(20);
            RuleFor(c => c.Defect).Needed(1000, "SpareParts.DefectivePart.DefectMissing");
            RuleFor(c => c.Serials).Must(s => s.ToSerials() is var all && all.Count <= 1000 && all.All(serial => serial.Length <= SerialText.Longest))
                .WithMessage("At most 1000 serial numbers of at most 80 characters each.").WithErrorCode("SpareParts.Stock.SerialTooLong");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk, DefectDesk defects, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Warehouses.BranchOf(c.WarehouseId), cancel);
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Id == c.WarehouseId && w.Active && w.Kind != WarehouseKind.Transit, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            var place = await desk.PlaceAsync(warehouse.BranchId, WarehouseKind.Quarantine, cancel);
            var document = new StockDocument(ids.NewId(), StockDocumentKind.Transfer, warehouse, clock.GetCurrentInstant(), user.Name);
            db.Documents.Add(document);
            var line = new NewLine(null, c.Quantity) { Code = c.Code, Bin = c.Bin, Serials = c.Serials };
            if ((document.Describe(place, null, null, c.Defect).Error ?? await desk.AddLinesAsync(document, [line], cancel) ?? await desk.PostAsync(document, cancel)) is { } wrong)
            {
                return wrong.Field?.Split('.') is ["Lines[0]", var field] ? wrong.On(field) : wrong;
            }

            var (booked, now) = (document.Lines[0], clock.GetCurrentInstant());
            var part = await db.Parts.AsNoTracking().FirstAsync(p => p.Id == booked.PartId, cancel);
            var goods = new DefectivePart(c.Id ?? ids.NewId(), warehouse.BranchId, DefectSource.OnTheShelf, part.Id, part.Number, part.Unit, booked.Quantity, booked.SerialList, c.Defect, now, user.Name);
            goods.PutIn(place.Id, document);
            await defects.TraceAsync(goods, null, cancel);
            db.DefectiveParts.Add(goods);
            return new Answer(goods.Id, document.Number!);
        }
    }
}
