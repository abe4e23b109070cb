using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>Corrects what is known about a customer.</summary>
public static class ChangeCustomer
{
    [Requires(ReceptionPermissions.CustomerWrite)]
    public sealed record Command(Guid Id, CustomerEntry? Customer, bool ConfirmedNotDuplicate = false, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Customer).NotNull().WithMessage("Write the customer's name.").WithErrorCode("Reception.Customer.NameMissing");
            RuleFor(c => c.Customer!).SetValidator(new CustomerEntryRules()).When(c => c.Customer is not null);
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, CustomerDesk customers, IBranches branches, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Customers.FirstOrDefaultAsync(customer => customer.Id == c.Id, cancel) is not { } customer)
            {
                return Error.NotFound("Reception.Customer.NotFound", "There is no such customer.");
            }

            if (customer.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var country = branches.For(user)?.Country ?? "";
            var after = c.Customer!.Details(customer.Language, country);
            var moved = after.PhoneKey != customer.PhoneKey || after.OtherPhoneKey != customer.OtherPhoneKey || after.Name.Trim() != customer.Name;
            if (moved && !c.ConfirmedNotDuplicate && await desk.DuplicateAsync(c.Customer, country, customer.Id, cancel) is { } duplicate)
            {
                return duplicate;
            }

            await customers.ChangeAsync(customer, after, branches.For(user), null, cancel);
            return Done.It;
        }
    }
}
