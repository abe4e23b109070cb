using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Sets the regular hours of the whole week. Clocks that run already are counted by the new hours from now on.</summary>
public static class SetOpeningHours
{
    /// <summary>The command.</summary>
    /// <param name="Id">The branch.</param>
    /// <param name="Week">Days that are not given are closed.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, IReadOnlyList<DayHours> Week, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Week).Must(week => week is not null && week.Any(day => !string.IsNullOrWhiteSpace(day?.Hours)))
                .WithErrorCode("Platform.Branch.NeverOpen").WithMessage("A branch must be open on at least one day, or no deadline can be counted.").OverridePropertyName("Week[0].Hours");
            RuleForEach(c => c.Week).ChildRules(day => day.RuleFor(d => d.Hours).AtMost(200));
        }
    }

    internal sealed class Handler(PlatformDbContext db, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            var week = DayHours.Read(request.Week);
            return week.Succeeded
                ? await db.ChangeBranchAsync(request.Id, request.Version, branch =>
                {
                    branch.OpenOn(week.Value, ids);
                    return null;
                }, cancel)
                : week.Error;
        }
    }
}
