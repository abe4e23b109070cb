using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Says what was paid for the goods of a line, and what is wrong with them, while the supplier has not seen the claim.</summary>
public static class ChangeClaimLine
{
    /// <param name="Id">The claim.</param>
    /// <param name="LineId">The line.</param>
    /// <param name="Price">What was paid for one.</param>
    /// <param name="Defect">What is wrong.</param>
    /// <param name="Version">As seen.</param>
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, Guid LineId, decimal Price, string Defect, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Price).Amount();
            RuleFor(c => c.Defect).Needed(1000, "SpareParts.DefectivePart.DefectMissing");
        }
    }

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            return !found.Succeeded ? found.Error
                : found.Value.ChangeLine(c.LineId, c.Price, c.Defect, claims.Digits(found.Value.Currency)) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
