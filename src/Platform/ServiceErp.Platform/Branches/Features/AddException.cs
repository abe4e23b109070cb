using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Gives one date hours of its own, even on a holiday; without hours the branch is closed that day.</summary>
public static class AddException
{
    /// <summary>The command.</summary>
    /// <param name="Id">The branch.</param>
    /// <param name="Date">The day.</param>
    /// <param name="Hours">Such as <c>09:00-13:00</c>; nothing means closed.</param>
    /// <param name="Reason">Why, for those who ask later.</param>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, LocalDate Date, string? Hours, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Date).Must(date => date != default).WithErrorCode("Platform.Branch.DateMissing").WithMessage("Choose a day.");
            RuleFor(c => c.Reason).Reason("Write why this day is different.", 200);
            RuleFor(c => c.Hours).AtMost(200);
        }
    }

    internal sealed class Handler(PlatformDbContext db, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            var hours = HoursText.Read(request.Hours);
            return hours.Succeeded
                ? await db.ChangeBranchAsync(request.Id, null, branch =>
                {
                    branch.AddException(request.Date, hours.Value, request.Reason.Trim(), ids);
                    return null;
                }, cancel)
                : hours.Error.On(nameof(request.Hours));
        }
    }
}
