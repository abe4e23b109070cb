using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>Puts goods on another shelf, or completes the description of what a technician brought in (REC-5).</summary>
public static class DescribeGoods
{
    [Requires(ReceptionPermissions.GoodsWrite)]
    public sealed record Command(Guid Id, string? Shelf, string? Condition, string? Accessories, string? SerialNumber, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Shelf).AtMost(40);
            RuleFor(c => c.Condition).AtMost(1000);
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.SerialNumber).AtMost(60);
        }
    }

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Receipts.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } receipt)
            {
                return GoodsErrors.NotFound;
            }

            if (receipt.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var described = receipt.Describe(c.Shelf ?? "", c.Condition ?? "", c.Accessories ?? "", c.SerialNumber ?? receipt.SerialNumber);
            return described.Succeeded ? Done.It : described.Error;
        }
    }
}
