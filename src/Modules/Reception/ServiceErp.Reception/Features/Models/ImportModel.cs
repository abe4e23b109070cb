using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Models;

/// <summary>One row of a list of models (REC-10): makes the model of this code or brings it up to date. What a row does not say stays as it is.</summary>
public static class ImportModel
{
    [Requires(ReceptionPermissions.Import)]
    [Reaches(Reach.All)]
    public sealed record Command(string Code) : ICommand<ImportEffect>
    {
        public string? Name { get; init; }

        public string? ProductGroup { get; init; }

        public int? ServiceLifeYears { get; init; }

        /// <summary>Every group of its parts, separated by commas.</summary>
        public string? PartGroups { get; init; }

        public bool? Active { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(40, "Reception.Model.CodeMissing", "Write the model's code.");
            RuleFor(c => c.Name).AtMost(200);
            RuleFor(c => c.ProductGroup).AtMost(100);
            RuleFor(c => c.ServiceLifeYears).InclusiveBetween(1, 100).WithMessage("Enter from 1 to 100 years.").WithErrorCode("Reception.Model.YearsNotRight");
            RuleFor(c => c.PartGroups).AtMost(2000);
            RuleFor(c => c.PartGroups).Must(groups => Rules.WordsOf(groups).All(group => group.Length <= 80)).WithMessage("A part group has at most 80 characters.").WithErrorCode("Reception.Model.GroupTooLong");
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IIdentifiers ids) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            var code = DeviceModel.KeyOf(c.Code);
            var model = await db.Models.FirstOrDefaultAsync(m => m.Code == code, cancel);
            var isNew = model is null;
            if (model is null)
            {
                if (string.IsNullOrWhiteSpace(c.Name))
                {
                    return Error.Invalid("Reception.Model.NameMissing", "Write the model's name.").On(nameof(c.Name));
                }

                model = new DeviceModel(ids.NewId(), code);
                db.Models.Add(model);
            }

            var isChanged = model.Change(
                c.Name ?? model.Name, c.ProductGroup ?? model.ProductGroup, c.ServiceLifeYears ?? model.ServiceLifeYears,
                c.PartGroups is null ? model.PartGroups : Rules.WordsOf(c.PartGroups), c.Active ?? model.Active);
            return isNew ? ImportEffect.Created : isChanged ? ImportEffect.Changed : ImportEffect.Unchanged;
        }
    }
}
