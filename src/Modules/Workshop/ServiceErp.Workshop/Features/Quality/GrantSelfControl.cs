using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Users;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quality;

/// <summary>Records a technician's right to release their own work (WRK-6).</summary>
public static class GrantSelfControl
{
    [Requires(WorkshopPermissions.SelfControlWrite)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid UserId, string Reason) : ICommand<Answer>;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.UserId).NotEmpty().WithErrorCode("Workshop.SelfControl.UserMissing").WithMessage("Choose a person.");
            RuleFor(c => c.Reason).Reason("Say on what grounds.");
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IUserDirectory users, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (users.Find(c.UserId) is not { Active: true } person || (user.BranchId is not null && person.BranchId != user.BranchId))
            {
                return Error.Invalid("Workshop.SelfControl.UserUnknown", "Choose an active user.").On(nameof(c.UserId));
            }

            if (c.UserId == user.UserId)
            {
                return Error.Refused("Workshop.SelfControl.NotToOneself", "Nobody gives this right to themselves.");
            }

            if (await db.SelfControlRights.AnyAsync(r => r.UserId == c.UserId && r.WithdrawnAt == null, cancel))
            {
                return Error.Refused("Workshop.SelfControl.AlreadyGranted", "{0} has this right already.", person.Name);
            }

            var right = new SelfControlRight(ids.NewId(), $"S-{await db.NextNumberAsync("self-control-stamp", cancel):D3}", person.Id, person.Name, c.Reason, clock.GetCurrentInstant(), user.Name);
            db.SelfControlRights.Add(right);
            return new Answer(right.Id);
        }
    }
}
