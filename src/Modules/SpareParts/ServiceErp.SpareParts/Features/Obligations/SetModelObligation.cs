using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Obligations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Obligations;

/// <summary>Says how long parts of a model must be obtainable: its service life and when it was last sold (PAR-7).</summary>
public static class SetModelObligation
{
    [Requires(SparePartsPermissions.PlanWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(string ModelCode, int? ServiceLifeYears, LocalDate? LastSaleOn) : ICommand<Answer>;

    /// <param name="EndsOn">The last day; null while there is no end.</param>
    public sealed record Answer(LocalDate? EndsOn);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ModelCode).Needed(60, "SpareParts.Obligation.ModelMissing");
            RuleFor(c => c.ServiceLifeYears).InclusiveBetween(1, 100).WithMessage("From 1 to 100 years.").WithErrorCode("SpareParts.Obligation.YearsNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var code = Codes.Clean(c.ModelCode);
            var obligation = await db.ModelObligations.FirstOrDefaultAsync(o => o.ModelCode == code, cancel);
            if (obligation is null)
            {
                if (!await db.KnownModels.AnyAsync(m => m.Code == code, cancel) && !await db.PartFits.AnyAsync(f => f.ModelCode == code, cancel))
                {
                    return Error.NotFound("SpareParts.Obligation.ModelUnknown", "There is no model {0}, and no part fits it.", code).On(nameof(c.ModelCode));
                }

                obligation = new ModelObligation(ids.NewId(), code);
                db.ModelObligations.Add(obligation);
            }

            obligation.Set(c.ServiceLifeYears, c.LastSaleOn);
            return new Answer(obligation.EndsOn);
        }
    }
}
