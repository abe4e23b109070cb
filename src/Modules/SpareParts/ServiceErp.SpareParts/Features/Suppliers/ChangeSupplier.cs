using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Suppliers;

/// <summary>Describes a supplier anew.</summary>
public static class ChangeSupplier
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid Id, string Name, string? Email, string? Phone, int? Version) : ICommand<Done>, IVersioned
    {
        public bool Active { get; init; } = true;

        /// <summary>Months from receipt for which they stand for their goods; empty when nobody asked.</summary>
        public int? WarrantyMonths { get; init; }

        /// <summary>Days within which they have to answer a claim, and then to settle it.</summary>
        public int AnswerDays { get; init; } = 14;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Needed(200, "SpareParts.Supplier.NameMissing");
            RuleFor(c => c.Email).AtMost(200);
            RuleFor(c => c.Phone).AtMost(40);
            RuleFor(c => c.WarrantyMonths).InclusiveBetween(0, 240).WithMessage("From 0 to 240 months.").WithErrorCode("SpareParts.Supplier.WarrantyNotRight");
            RuleFor(c => c.AnswerDays).InclusiveBetween(1, 365).WithMessage("From 1 to 365 days.").WithErrorCode("SpareParts.Supplier.AnswerDaysNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var supplier = await db.Suppliers.FirstOrDefaultAsync(s => s.Id == c.Id, cancel);
            if (supplier is null)
            {
                return Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.");
            }

            if (supplier.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            supplier.Describe(c.Name, c.Email, c.Phone, c.Active);
            supplier.Agree(c.WarrantyMonths, c.AnswerDays);
            return Done.It;
        }
    }
}
