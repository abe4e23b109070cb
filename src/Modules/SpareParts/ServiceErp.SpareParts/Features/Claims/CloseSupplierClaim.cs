using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>
/// Ends a claim. Goods that never left: those that the supplier stood for are scrapped, since nobody wants them back; the others are held and may be claimed or scrapped anew.
/// </summary>
public static class CloseSupplierClaim
{
    /// <param name="Id">The claim.</param>
    /// <param name="Reason">Why, when something accepted is still open.</param>
    /// <param name="Version">As seen.</param>
    [Requires(SparePartsPermissions.ClaimSettle)]
    public sealed record Command(Guid Id, string? Reason, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).ReasonOrNothing();
    }

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            return !found.Succeeded ? found.Error
                : found.Value.Close(c.Reason) is { Succeeded: false, Error: var refused } ? refused
                : await claims.LetGoAsync(found.Value, cancel) is { } wrong ? wrong : Done.It;
        }
    }
}
