using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Writes a remark on the repair card; on wish the customer is told it with where the order stands (WRK-5, REC-7).</summary>
public static class AddNote
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Command(Guid OrderId, string Text, bool TellCustomer = false, Guid? Id = null) : ICommand<OrderMoved>, ICreates;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().WithErrorCode("Workshop.ServiceOrder.NoteMissing").WithMessage("Write the note.").AtMost(ServiceOrderConfiguration.LongText);
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.OrderId, null, order =>
        {
            var now = clock.GetCurrentInstant();
            var id = c.Id ?? ids.NewId();
            order.Note(new OrderNote(id, order.Id, c.Text, now, user.Name));
            if (c.TellCustomer)
            {
                order.TellCustomer(id, c.Text, now);
            }

            return Result.Success;
        }, cancel);
    }
}
