using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Keeps what was found, in codes of the catalogue and in words for the customer (WRK-3).</summary>
public static class RecordDiagnosis
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, string? SymptomCode = null, string? AreaCode = null, string? CauseCode = null, string? RemedyCode = null, string? Findings = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Findings).AtMost(ServiceOrderConfiguration.LongText);
            RuleFor(c => c.SymptomCode).AtMost(40);
            RuleFor(c => c.AreaCode).AtMost(40);
            RuleFor(c => c.CauseCode).AtMost(40);
            RuleFor(c => c.RemedyCode).AtMost(40);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            (CodeKind Kind, string Field, string? Code)[] given =
                [(CodeKind.Symptom, nameof(c.SymptomCode), c.SymptomCode), (CodeKind.Area, nameof(c.AreaCode), c.AreaCode), (CodeKind.Cause, nameof(c.CauseCode), c.CauseCode), (CodeKind.Remedy, nameof(c.RemedyCode), c.RemedyCode)];
            string[] codes = [.. given.Select(g => g.Code).OfType<string>()];
            if (codes.Length > 0)
            {
                var known = await db.Codes.AsNoTracking().Where(k => codes.Contains(k.Code)).Select(k => new { k.Kind, k.Code }).ToListAsync(cancel);
                Error[] unknown = [.. given.Where(g => g.Code is not null && !known.Exists(k => k.Kind == g.Kind && k.Code == g.Code))
                    .Select(g => Error.Invalid("Workshop.RepairCode.Unknown", "The catalogue has no code {0}.", g.Code).On(g.Field))];
                if (unknown.Length > 0)
                {
                    return Error.Invalid("Workshop.RepairCode.Unknown", "Some codes are not in the catalogue.") with { Details = unknown };
                }
            }

            return await db.WorkAsync(c.Id, c.Version, user, async order =>
            {
                var diagnosed = order.Diagnose(new Diagnosis(c.SymptomCode, c.AreaCode, c.CauseCode, c.RemedyCode, c.Findings ?? ""));
                if (diagnosed.Succeeded && order.Entitlement is { IsProposed: true, RepeatOf: { } earlier }
                    && await db.Orders.AsNoTracking().Where(o => o.Id == earlier).Select(o => new { o.Number, o.AreaCode, o.CauseCode }).FirstOrDefaultAsync(cancel) is { } then)
                {
                    order.CompareWith(then.Number, then.AreaCode, then.CauseCode);
                }

                order.Worked(diagnosed.Succeeded ? user.WorkerOf(order) : null);
                return diagnosed;
            }, cancel);
        }
    }
}
