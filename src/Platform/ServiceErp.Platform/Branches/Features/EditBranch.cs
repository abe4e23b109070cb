using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Changes what a branch says of itself. Documents already issued keep what they say.</summary>
public static class EditBranch
{
    /// <summary>The command; see <see cref="CreateBranch.Command"/>.</summary>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(
        Guid Id, string Name, string Zone, string Currency, string Language, string? Address = null, string? Phone = null, string? Email = null, string? TaxNumber = null, int? Version = null)
        : ICommand<Done>, IVersioned
    {
        /// <summary>ISO 3166; the country of the time zone unless said.</summary>
        public string? Country { get; init; }

        internal BranchDetails Details => new(Name, Zone, Currency, Language, Address, Phone, Email, TaxNumber, Country);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => BranchRules.Apply(this, c => c.Details);
    }

    internal sealed class Handler(PlatformDbContext db) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) =>
            db.ChangeBranchAsync(request.Id, request.Version, branch =>
            {
                branch.Describe(request.Details);
                return null;
            }, cancel);
    }
}
