using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Searching;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Models;

/// <summary>Models as you type: by code, name or product group.</summary>
public static class FindModels
{
    private const int Most = 12;

    /// <param name="Text">What was typed; nothing gives the first ones.</param>
    [Requires(ReceptionPermissions.WarrantyRead)]
    public sealed record Query(string? Text) : IQuery<IReadOnlyList<Hit>>;

    public sealed record Hit(Guid Id, string Code, string Name, string ProductGroup);

    internal sealed class Handler(ReceptionDbContext db, SearchBox search) : IHandler<Query, IReadOnlyList<Hit>>
    {
        public async Task<Result<IReadOnlyList<Hit>>> Handle(Query query, CancellationToken cancel)
        {
            var models = db.Models.AsNoTracking().Where(m => m.Active);
            if (!string.IsNullOrWhiteSpace(query.Text))
            {
                var code = DeviceModel.KeyOf(query.Text);
                var found = await search.FindIdsAsync(nameof(DeviceModel), query.Text, cancel);
                models = models.Where(m => m.Code.StartsWith(code) || found.Contains(m.Id));
            }

            return await models.OrderBy(m => m.Code).Take(Most).Select(m => new Hit(m.Id, m.Code, m.Name, m.ProductGroup)).ToListAsync(cancel);
        }
    }
}
