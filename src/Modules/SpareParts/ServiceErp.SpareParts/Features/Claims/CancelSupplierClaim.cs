using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Calls a claim off before it is answered; its goods are held and may be claimed anew.</summary>
public static class CancelSupplierClaim
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
                : found.Value.Cancel(c.Reason) is { Succeeded: false, Error: var refused } ? refused
                : await claims.LetGoAsync(found.Value, cancel) is { } wrong ? wrong : Done.It;
        }
    }
}
