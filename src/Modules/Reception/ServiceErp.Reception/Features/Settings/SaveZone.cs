using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Settings;

/// <summary>Adds a zone of a branch's district, or changes the one with this code (REC-4).</summary>
public static class SaveZone
{
    /// <param name="Code">Short, such as TOWN.</param>
    /// <param name="Name">Such as "Town".</param>
    /// <param name="Hours">Working hours to the response; nothing leaves it to the branch.</param>
    /// <param name="Active">Whether it is offered.</param>
    /// <param name="BranchId">The branch; the caller's own unless said.</param>
    [Requires(ReceptionPermissions.SettingsWrite)]
    public sealed record Command(string? Code, string? Name, decimal? Hours = null, bool Active = true, Guid? BranchId = null) : ICommand<Answer>;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(20, "Reception.Zone.CodeMissing");
            RuleFor(c => c.Name).Needed(200, "Reception.Zone.NameMissing");
            RuleFor(c => c.Hours).ResponseHours();
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IBranches branches, ICurrentUser user, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            var code = c.Code!.Trim().ToUpperInvariant();
            var zone = await db.Zones.FirstOrDefaultAsync(z => z.BranchId == branch.Id && z.Code == code, cancel);
            if (zone is null)
            {
                zone = new Zone(ids.NewId(), branch.Id, code);
                db.Zones.Add(zone);
            }

            zone.Change(c.Name!, c.Hours is { } hours ? Duration.FromMinutes((long)(hours * 60)) : null, c.Active);
            return new Answer(zone.Id);
        }
    }
}
