using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Users;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quality;

/// <summary>Withdraws the right of self-control (WRK-6).</summary>
public static class WithdrawSelfControl
{
    [Requires(WorkshopPermissions.SelfControlWrite)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say on what grounds.");
    }

    internal sealed class Handler(WorkshopDbContext db, IUserDirectory users, IClock clock, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.SelfControlRights.FirstOrDefaultAsync(r => r.Id == c.Id && r.WithdrawnAt == null, cancel) is not { } right || (user.BranchId is not null && users.Find(right.UserId)?.BranchId != user.BranchId))
            {
                return Error.NotFound("Workshop.SelfControl.NotFound", "There is no such right in force.");
            }

            right.Withdraw(c.Reason, clock.GetCurrentInstant(), user.Name);
            return Done.It;
        }
    }
}
