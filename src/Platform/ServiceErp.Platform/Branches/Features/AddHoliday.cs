using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Makes a date a holiday, or renames one.</summary>
public static class AddHoliday
{
    /// <summary>The command.</summary>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, LocalDate Date, string Name) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Date).Must(date => date != default).WithErrorCode("Platform.Branch.DateMissing").WithMessage("Choose a day.");
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Platform.Branch.HolidayNameMissing").WithMessage("Write the name of the holiday.").AtMost(120);
        }
    }

    internal sealed class Handler(PlatformDbContext db, IIdentifiers ids) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) =>
            db.ChangeBranchAsync(request.Id, null, branch =>
            {
                branch.AddHoliday(request.Date, request.Name.Trim(), ids);
                return null;
            }, cancel);
    }
}
