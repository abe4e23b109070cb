using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>Takes a part off the list of those to claim that was taken out of a device and never came to the store.</summary>
public static class DropDefectivePart
{
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel) =>
            await db.DefectiveParts.FirstOrDefaultAsync(d => d.Id == c.Id, cancel) is not { } goods ? DefectErrors.NotFound
            : goods.Drop(c.Reason) is { Succeeded: false, Error: var refused } ? refused : Done.It;
    }
}
