using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>A model came into the catalogue or changed its name: parts that fit it are found for its orders.</summary>
internal sealed class RememberModelWhenDescribed(SparePartsDbContext db) : ISubscriber<ModelDescribed>
{
    public async Task<Result> Handle(ModelDescribed happened, CancellationToken cancel)
    {
        var model = await db.KnownModels.FirstOrDefaultAsync(m => m.Id == happened.ModelId, cancel);
        if (model is null)
        {
            model = new KnownModel(happened.ModelId, happened.Code);
            db.KnownModels.Add(model);
        }

        model.Describe(happened.Name, happened.Active);
        return Result.Success;
    }
}
