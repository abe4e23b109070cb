using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Claims;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Notes the supplier's answer to a claim: for how many of each line they stand, and why not for all.</summary>
public static class AnswerSupplierClaim
{
    /// <param name="Id">The claim.</param>
    /// <param name="Reference">The supplier's number for it.</param>
    /// <param name="Version">As seen.</param>
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, string? Reference, int? Version) : ICommand<Answer>, IVersioned
    {
        /// <summary>A line not named is accepted in full.</summary>
        public IReadOnlyList<Line> Lines { get; init; } = [];
    }

    /// <param name="LineId">The line.</param>
    /// <param name="Accepted">How many they stand for.</param>
    public sealed record Line(Guid LineId, decimal Accepted)
    {
        /// <summary>Why not for all; needed then.</summary>
        public string? Answer { get; init; }
    }

    public sealed record Answer(SupplierClaimState State, decimal Accepted);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reference).AtMost(80);
            RuleFor(c => c.Lines).Must(l => l.Count <= DraftSupplierClaim.MostLines && l.Select(line => line.LineId).Distinct().Count() == l.Count)
                .WithMessage("Each line is answered once.").WithErrorCode("SpareParts.SupplierClaim.AnsweredTwice");
            RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Answer).ReasonOrNothing());
        }
    }

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var claim = found.Value;
            return claim.Answer([.. c.Lines.Select(l => new Answered(l.LineId, l.Accepted, l.Answer))], c.Reference, claims.Today(claim.BranchId), claim.Supplier.AnswerDays, claims.Digits(claim.Currency)) is { Succeeded: false, Error: var refused }
                ? refused
                : new Answer(claim.State, claim.Accepted);
        }
    }
}
