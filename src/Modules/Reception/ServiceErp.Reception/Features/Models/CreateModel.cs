using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Models;

/// <summary>Adds a model.</summary>
public static class CreateModel
{
    [Requires(ReceptionPermissions.WarrantyWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid? Id, string? Code) : ModelFields, ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, string Code);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(40, "Reception.Model.CodeMissing", "Write the model's code.");
            Include(new ModelRules());
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var code = DeviceModel.KeyOf(c.Code!);
            if (await db.Models.AnyAsync(m => m.Code == code, cancel))
            {
                return Error.Refused("Reception.Model.CodeTaken", "There is a model {0} already.", code).On(nameof(c.Code));
            }

            var model = new DeviceModel(c.Id ?? ids.NewId(), code);
            model.Change(c.Name!, c.ProductGroup ?? "", c.ServiceLifeYears, c.Groups, active: true);
            db.Models.Add(model);
            return new Answer(model.Id, model.Code);
        }
    }
}
