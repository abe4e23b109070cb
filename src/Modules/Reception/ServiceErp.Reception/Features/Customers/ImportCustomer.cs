using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Importing;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>
/// One row of a list of customers (REC-10), known by their code in the other system. What a row does not say stays as it is. A telephone number that another
/// customer has is refused unless the row says that it is somebody else (REC-1).
/// </summary>
public static class ImportCustomer
{
    [Requires(ReceptionPermissions.Import)]
    public sealed record Command(string Code) : ICommand<ImportEffect>
    {
        public CustomerKind? Kind { get; init; }

        public string? Name { get; init; }

        public string? ContactName { get; init; }

        public string? Phone { get; init; }

        public string? OtherPhone { get; init; }

        public string? Email { get; init; }

        public string? Address { get; init; }

        /// <summary>Code of a zone of the caller's branch.</summary>
        public string? Zone { get; init; }

        public string? Language { get; init; }

        public bool? PaysOnAccount { get; init; }

        public string? Notes { get; init; }

        public bool SomebodyElse { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(40, "Reception.Customer.CodeMissing", "Write the customer's code.");
            RuleFor(c => c.Name).AtMost(200);
            RuleFor(c => c.ContactName).AtMost(200);
            RuleFor(c => c.Phone).PhoneOrNothing();
            RuleFor(c => c.OtherPhone).PhoneOrNothing();
            RuleFor(c => c.Email).EmailOrNothing();
            RuleFor(c => c.Address).AtMost(400);
            RuleFor(c => c.Language).Language();
            RuleFor(c => c.Zone).AtMost(20);
            RuleFor(c => c.Notes).AtMost(2000);
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, CustomerDesk customers, IIdentifiers ids, IBranches branches, ICurrentUser user) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            var code = c.Code.Trim().ToUpperInvariant();
            var known = await db.Customers.FirstOrDefaultAsync(customer => customer.Code == code, cancel);
            var before = known?.Details() ?? new CustomerDetails(c.Kind ?? CustomerKind.Person, "", "") { Language = branches.For(user)?.Language ?? "en" };
            var zone = before.ZoneId;
            if (c.Zone is { } zoneName)
            {
                var zoneCode = zoneName.Trim().ToUpperInvariant();
                zone = await db.Zones.Where(z => z.Code == zoneCode).Select(z => (Guid?)z.Id).FirstOrDefaultAsync(cancel);
                if (zone is null)
                {
                    return Error.Invalid("Reception.Zone.Unknown", "There is no zone {0} in this branch.", zoneCode).On(nameof(c.Zone));
                }
            }

            var country = branches.For(user)?.Country ?? "";
            var after = new CustomerDetails(c.Kind ?? before.Kind, c.Name?.Trim() ?? before.Name, c.Phone is null ? before.Phone : Phones.Show(c.Phone, country))
            {
                PhoneKey = c.Phone is null ? before.PhoneKey : Phones.Key(c.Phone, country),
                OtherPhoneKey = c.OtherPhone is null ? before.OtherPhoneKey : Phones.Key(c.OtherPhone, country),
                ContactName = c.ContactName?.Trim() ?? before.ContactName,
                OtherPhone = c.OtherPhone is null ? before.OtherPhone : Phones.Show(c.OtherPhone, country),
                Email = c.Email?.Trim() ?? before.Email,
                Address = c.Address?.Trim() ?? before.Address,
                ZoneId = zone,
                Language = c.Language ?? before.Language,
                PaysOnAccount = c.PaysOnAccount ?? before.PaysOnAccount,
                Notes = c.Notes?.Trim() ?? before.Notes,
            };
            if (after == before)
            {
                return ImportEffect.Unchanged;
            }

            if (await Refuse(c, known, before, after, cancel) is { } refused)
            {
                return refused;
            }

            if (known is not null)
            {
                await customers.ChangeAsync(known, after, branches.For(user), null, cancel);
                return ImportEffect.Changed;
            }

            db.Customers.Add(new Customer(ids.NewId(), code, after));
            return ImportEffect.Created;
        }

        private async Task<Error?> Refuse(Command c, Customer? known, CustomerDetails before, CustomerDetails after, CancellationToken cancel)
        {
            if (after.Name.Length == 0)
            {
                return Error.Invalid("Reception.Customer.NameMissing", "Write the customer's name.").On(nameof(c.Name));
            }

            if (after.Phone.Length == 0 && after.Email.Length == 0)
            {
                return Error.Invalid("Reception.Customer.ContactMissing", "Note a telephone number or an e-mail address.").On(nameof(c.Phone));
            }

            var isMoved = known is null || (before.PhoneKey, before.OtherPhoneKey) != (after.PhoneKey, after.OtherPhoneKey);
            return isMoved && !c.SomebodyElse && await desk.DuplicateAsync(new CustomerEntry { Phone = after.Phone, OtherPhone = after.OtherPhone }, branches.For(user)?.Country ?? "", known?.Id, cancel) is { } same
                ? Error.Refused("Reception.Customer.PhoneKnown", "This telephone number is known already: {0}. If it is somebody else, write yes under “Somebody else”.", same.Arguments[0]).On(nameof(c.Phone))
                : null;
        }
    }
}
