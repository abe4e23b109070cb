using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>Writes a test sheet with its steps (WRK-3). Results already recorded keep the words of the step they answered.</summary>
public static class SaveTestSheet
{
    public sealed record Step(string Text, string? Expected = null, string? Unit = null);

    /// <param name="Id">An existing sheet, or an identity for a new one.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="ModelCode">Its model; empty serves all.</param>
    /// <param name="Steps">In order.</param>
    /// <param name="Active">Whether technicians see it.</param>
    [Requires(WorkshopPermissions.CatalogWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(string Name, IReadOnlyList<Step>? Steps, Guid? Id = null, string? ModelCode = null, bool Active = true) : ICommand<Answer>;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Workshop.TestSheet.NameMissing").WithMessage("Enter a name.").AtMost(200);
            RuleFor(c => c.ModelCode).AtMost(200);
            RuleFor(c => c.Steps).NotEmpty().WithErrorCode("Workshop.TestSheet.NoSteps").WithMessage("Enter at least one step.").Must(s => s is null || s.Count <= 100).WithErrorCode("Workshop.TestSheet.TooManySteps").WithMessage("A sheet has at most 100 steps.");
            RuleForEach(c => c.Steps).ChildRules(step =>
            {
                step.RuleFor(s => s.Text).NotEmpty().WithErrorCode("Workshop.TestSheet.StepMissing").WithMessage("Say what is tested.").AtMost(500);
                step.RuleFor(s => s.Expected).AtMost(200);
                step.RuleFor(s => s.Unit).AtMost(40);
            });
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var sheet = c.Id is null ? null : await db.TestSheets.Include(s => s.Steps).FirstOrDefaultAsync(s => s.Id == c.Id, cancel);
            if (sheet is null)
            {
                db.TestSheets.Add(sheet = new TestSheet(c.Id ?? ids.NewId()));
            }

            sheet.Describe(c.Name, c.ModelCode ?? "", c.Active);
            sheet.Replace(c.Steps!.Select((s, i) => new TestStep(ids.NewId(), sheet.Id, i, s.Text, s.Expected ?? "", s.Unit ?? "")));
            return new Answer(sheet.Id);
        }
    }
}
