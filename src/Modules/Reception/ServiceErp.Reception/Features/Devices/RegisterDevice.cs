using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>Enters a customer's device without a request, such as one just sold.</summary>
public static class RegisterDevice
{
    [Requires(ReceptionPermissions.DeviceWrite)]
    public sealed record Command(Guid? Id, Guid? CustomerId, DeviceEntry? Device) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.CustomerId).NotNull().WithMessage("Choose the customer.").WithErrorCode("Reception.Device.CustomerMissing");
            RuleFor(c => c.Device).Must(d => d is { IsEmpty: false }).WithMessage("Choose the model.").WithErrorCode("Reception.Device.ModelMissing");
            RuleFor(c => c.Device!).SetValidator(new DeviceEntryRules()).When(c => c.Device is not null);
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == c.CustomerId, cancel) is not { } customer)
            {
                return Error.Invalid("Reception.Customer.NotFound", "Choose a customer from the list.").On(nameof(c.CustomerId));
            }

            var device = await desk.DeviceAsync(null, c.Device, customer, default, cancel, c.Id);
            return device.Succeeded ? new Answer(device.Value!.Value.Device.Id) : device.Error;
        }
    }
}
