using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>The supplier sends the goods of a claim back: the documents by which they left are taken back by counter-entries, and the goods lie where they lay.</summary>
public static class TakeClaimedGoodsBack
{
    [Requires(SparePartsPermissions.StockMove)]
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
            return !found.Succeeded ? found.Error : await claims.TakeBackAsync(found.Value, c.Reason.Trim(), cancel) is { } refused ? refused : Done.It;
        }
    }
}
