using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Does not take a supplier's refusal: they have to answer once more.</summary>
public static class ContestRefusal
{
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, string Reason, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            return !found.Succeeded ? found.Error
                : found.Value.Contest(c.Reason, claims.Today(found.Value.BranchId), found.Value.Supplier.AnswerDays) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
