using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Models;

/// <summary>Changes a model; its code stays.</summary>
public static class ChangeModel
{
    [Requires(ReceptionPermissions.WarrantyWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(Guid Id, bool Active = true, int? Version = null) : ModelFields, ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ModelRules());
    }

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Models.FirstOrDefaultAsync(m => m.Id == c.Id, cancel) is not { } model)
            {
                return Error.NotFound("Reception.Model.NotFound", "There is no such model.");
            }

            if (model.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            model.Change(c.Name!, c.ProductGroup ?? "", c.ServiceLifeYears, c.Groups, c.Active);
            return Done.It;
        }
    }
}
