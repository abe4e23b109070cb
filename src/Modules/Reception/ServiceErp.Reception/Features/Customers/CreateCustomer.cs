using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>Enters a customer; one with the same telephone number is offered, not created (REC-1).</summary>
public static class CreateCustomer
{
    /// <param name="Code">Key in other systems, if any.</param>
    [Requires(ReceptionPermissions.CustomerWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid? Id, CustomerEntry? Customer, string? Code = null, bool ConfirmedNotDuplicate = false) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, string Name);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Customer).NotNull().WithMessage("Write the customer's name.").WithErrorCode("Reception.Customer.NameMissing");
            RuleFor(c => c.Customer!).SetValidator(new CustomerEntryRules()).When(c => c.Customer is not null);
            RuleFor(c => c.Code).AtMost(40);
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, IIdentifiers ids, IBranches branches, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var branch = branches.For(user);
            if (!c.ConfirmedNotDuplicate && await desk.DuplicateAsync(c.Customer!, branch?.Country ?? "", null, cancel) is { } duplicate)
            {
                return duplicate;
            }

            var customer = new Customer(c.Id ?? ids.NewId(), c.Code, c.Customer!.Details(branch?.Language ?? "en", branch?.Country ?? ""));
            db.Customers.Add(customer);
            return new Answer(customer.Id, customer.Name);
        }
    }
}
