using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>Writes one symptom, area, cause or remedy code, found by kind and code (WRK-3).</summary>
public static class SaveRepairCode
{
    [Requires(WorkshopPermissions.CatalogWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(CodeKind Kind, string Code, string Text, bool Active = true) : ICommand<Answer>;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().WithErrorCode("Workshop.RepairCode.CodeMissing").WithMessage("Enter a code.").AtMost(40);
            RuleFor(c => c.Text).NotEmpty().WithErrorCode("Workshop.RepairCode.TextMissing").WithMessage("Enter what the code means.").AtMost(200);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var number = c.Code.Trim();
            var code = await db.Codes.FirstOrDefaultAsync(k => k.Kind == c.Kind && k.Code == number, cancel);
            if (code is null)
            {
                db.Codes.Add(code = new RepairCode(ids.NewId(), c.Kind, number));
            }

            code.Describe(c.Text.Trim(), c.Active);
            return new Answer(code.Id);
        }
    }
}
