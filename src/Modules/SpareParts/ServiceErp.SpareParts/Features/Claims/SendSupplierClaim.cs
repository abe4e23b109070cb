using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Sends a claim to its supplier, who reads of it if they have an address and has to answer within the agreed days.</summary>
public static class SendSupplierClaim
{
    /// <param name="Id">The claim.</param>
    /// <param name="Note">A word to the supplier.</param>
    /// <param name="Version">As seen.</param>
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, string? Note, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).AtMost(1000);
    }

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            if (found.Value.Send(claims.Today(found.Value.BranchId), found.Value.Supplier.AnswerDays, c.Note) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            claims.Write(found.Value);
            return Done.It;
        }
    }
}
