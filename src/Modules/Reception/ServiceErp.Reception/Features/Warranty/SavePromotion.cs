using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Warranty;

/// <summary>Adds a warranty promotion, or changes the one with this code.</summary>
public static class SavePromotion
{
    [Requires(ReceptionPermissions.WarrantyWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(string? Code, string? Name, LocalDate? SoldFrom, LocalDate? SoldTo, int ExtraMonths) : ICommand<Answer>
    {
        /// <summary>The one model; nothing means all.</summary>
        public Guid? ModelId { get; init; }

        /// <summary>The one part group; nothing means all parts.</summary>
        public string? PartGroup { get; init; }

        public bool ExtendsLabour { get; init; }
    }

    public sealed record Answer(Guid Id, string Code);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(40, "Reception.Promotion.CodeMissing");
            RuleFor(c => c.Name).Needed(200, "Reception.Promotion.NameMissing");
            RuleFor(c => c.SoldFrom).NotNull().WithMessage("Enter the first day of sale.").WithErrorCode("Reception.Promotion.SoldFromMissing");
            RuleFor(c => c.SoldTo).NotNull().WithMessage("Enter the last day of sale.").WithErrorCode("Reception.Promotion.SoldToMissing");
            RuleFor(c => c.SoldTo).Must((c, to) => to is null || c.SoldFrom is null || to >= c.SoldFrom).WithMessage("The last day can't be before the first.").WithErrorCode("Reception.Promotion.DaysReversed");
            RuleFor(c => c.ExtraMonths).InclusiveBetween(1, 600).WithMessage("Enter from 1 to 600 months.").WithErrorCode("Reception.MonthsNotRight");
            RuleFor(c => c.PartGroup).AtMost(80);
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (c.ModelId is not null && !await db.Models.AnyAsync(m => m.Id == c.ModelId, cancel))
            {
                return Error.Invalid("Reception.Model.NotFound", "Choose a model from the list.").On(nameof(c.ModelId));
            }

            var code = c.Code!.Trim().ToUpperInvariant();
            var promotion = await db.Promotions.FirstOrDefaultAsync(p => p.Code == code, cancel);
            if (promotion is null)
            {
                promotion = new WarrantyPromotion(ids.NewId(), code);
                db.Promotions.Add(promotion);
            }

            promotion.Change(c.Name!, c.ModelId, c.SoldFrom!.Value, c.SoldTo!.Value, c.ExtraMonths, c.PartGroup, c.ExtendsLabour);
            return new Answer(promotion.Id, promotion.Code);
        }
    }
}
