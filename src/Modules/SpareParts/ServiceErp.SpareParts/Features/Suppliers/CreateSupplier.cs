using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Suppliers;

/// <summary>Adds a supplier.</summary>
public static class CreateSupplier
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid? Id, string Number, string Name, string? Email, string? Phone) : ICommand<Answer>, ICreates
    {
        /// <summary>Months from receipt for which they stand for their goods; empty when nobody asked.</summary>
        public int? WarrantyMonths { get; init; }

        /// <summary>Days within which they have to answer a claim, and then to settle it.</summary>
        public int AnswerDays { get; init; } = 14;
    }

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).Needed(40, "SpareParts.Supplier.NumberMissing");
            RuleFor(c => c.Name).Needed(200, "SpareParts.Supplier.NameMissing");
            RuleFor(c => c.Email).AtMost(200);
            RuleFor(c => c.Phone).AtMost(40);
            RuleFor(c => c.WarrantyMonths).InclusiveBetween(0, 240).WithMessage("From 0 to 240 months.").WithErrorCode("SpareParts.Supplier.WarrantyNotRight");
            RuleFor(c => c.AnswerDays).InclusiveBetween(1, 365).WithMessage("From 1 to 365 days.").WithErrorCode("SpareParts.Supplier.AnswerDaysNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var number = Codes.Clean(c.Number);
            if (await db.Suppliers.AnyAsync(s => s.Number == number, cancel))
            {
                return Error.Refused("SpareParts.Supplier.NumberTaken", "There is a supplier {0} already.", number).On(nameof(c.Number));
            }

            var supplier = new Supplier(c.Id ?? ids.NewId(), c.Number);
            supplier.Describe(c.Name, c.Email, c.Phone, active: true);
            supplier.Agree(c.WarrantyMonths, c.AnswerDays);
            db.Suppliers.Add(supplier);
            return new Answer(supplier.Id, supplier.Number);
        }
    }
}
