using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>Writes a control point of a stage boundary, for one model or for all (WRK-6).</summary>
public static class SaveControlPoint
{
    [Requires(WorkshopPermissions.CatalogWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(Boundary Boundary, string Text, Guid? Id = null, string? ModelCode = null, bool Mandatory = true, bool Active = true, int Position = 0) : ICommand<Answer>;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).NotEmpty().WithErrorCode("Workshop.ControlPoint.TextMissing").WithMessage("Say what is checked.").AtMost(500);
            RuleFor(c => c.ModelCode).AtMost(200);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var point = c.Id is null ? null : await db.ControlPoints.FirstOrDefaultAsync(p => p.Id == c.Id, cancel);
            if (point is null)
            {
                db.ControlPoints.Add(point = new ControlPoint(c.Id ?? ids.NewId()));
            }

            point.Describe(c.Boundary, c.ModelCode ?? "", c.Text, c.Mandatory, c.Active, c.Position);
            return new Answer(point.Id);
        }
    }
}
