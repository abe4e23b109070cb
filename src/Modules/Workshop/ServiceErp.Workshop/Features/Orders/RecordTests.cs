using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Keeps what was measured at the steps of a test sheet (WRK-3); a second measurement replaces the first.</summary>
public static class RecordTests
{
    public sealed record Measurement(Guid StepId, string? Value, bool Passed);

    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, IReadOnlyList<Measurement>? Results, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Results).NotEmpty().WithErrorCode("Workshop.TestSheet.NoResults").WithMessage("Enter at least one result.");
            RuleForEach(c => c.Results).ChildRules(r => r.RuleFor(m => m.Value).AtMost(200));
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Orders.Include(o => o.Tests).FirstOrDefaultAsync(o => o.Id == c.Id, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            if (order.WorkRefusal(user) is { } notYours)
            {
                return notYours;
            }

            if (order.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (!order.IsOpen && order.State != OrderState.AwaitingInspection)
            {
                return OrderErrors.Closed;
            }

            Guid[] wanted = [.. c.Results!.Where(r => !string.IsNullOrWhiteSpace(r.Value) || r.Passed).Select(r => r.StepId)];
            var steps = await db.Set<TestStep>().AsNoTracking().Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
            var now = clock.GetCurrentInstant();
            foreach (var result in c.Results!.Where(r => wanted.Contains(r.StepId)))
            {
                if (!steps.TryGetValue(result.StepId, out var step))
                {
                    return Error.NotFound("Workshop.TestSheet.StepNotFound", "The test sheet has no such step.");
                }

                order.Measure(ids.NewId(), step.Id, step.Text, step.Expected, step.Unit, result.Value ?? "", result.Passed, now, user.Name);
            }

            order.Worked(order.IsOpen ? user.WorkerOf(order) : null);
            return OrderMoved.Of(order);
        }
    }
}
