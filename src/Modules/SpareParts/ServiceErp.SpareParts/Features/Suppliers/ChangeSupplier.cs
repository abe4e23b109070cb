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
    public sealed record Command(Guid Id, string Name, string? Email, string? Phone, int? Version) : ICommand<Done>, IVersioned
    {
        public bool Active { get; init; } = true;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Needed(200, "SpareParts.Supplier.NameMissing");
            RuleFor(c => c.Email).AtMost(200, "SpareParts.Supplier.EmailTooLong");
            RuleFor(c => c.Phone).AtMost(40, "SpareParts.Supplier.PhoneTooLong");
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
            return Done.It;
        }
    }
}
