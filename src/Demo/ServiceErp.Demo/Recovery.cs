using NodaTime;
using ServiceErp.SpareParts.Features.Claims;
using ServiceErp.SpareParts.Features.Defects;

namespace ServiceErp.Demo;

/// <summary>What suppliers stand for: a claim from the shelf to the credit note, and one that waits for its answer.</summary>
internal sealed class Recovery(Office office)
{
    private const int FailedOnTheShelf = 3;

    /// <summary>Pieces fail on the shelf and are claimed with what repairs left; the supplier stands for all but one, which comes back. The next claim is sent at the given instant.</summary>
    public async IAsyncEnumerable<Instant> Tell(Centre centre, Instant next)
    {
        var part = Catalogue.Parts.First(p => p.Number == "AX200-THER");
        await office.Try(centre.Keeper, new SetDefectivePartAside.Command(null, centre.Store, part.Number, FailedOnTheShelf, "Open circuit, found while a van was stocked") { Bin = Store.BinOf(part) });
        if (await ClaimAsync(centre, 4) is { } claim)
        {
            yield return centre.After(office.Now, 3);
            await office.Do(centre.Keeper, new ShipClaimedGoods.Command(claim, null));
            yield return centre.After(office.Now, 36);
            await SettleAsync(centre, claim);
        }

        yield return Instant.Max(next, office.Now);
        await ClaimAsync(centre, 3);
    }

    /// <summary>Claims some of what is held from the supplier of the most of it; nothing may be.</summary>
    private async Task<Guid?> ClaimAsync(Centre centre, int most)
    {
        var group = (await office.Do(centre.Keeper, new ListClaimCandidates.Query())).Where(g => g.SupplierId is not null).MaxBy(g => (g.Goods.Any(x => x.Quantity > 1), g.Goods.Count));
        if (group is null)
        {
            return null;
        }

        var claim = await office.Do(centre.Keeper, new DraftSupplierClaim.Command(null, [.. group.Goods.OrderByDescending(g => g.Quantity).Take(most).Select(g => g.Id)]));
        foreach (var line in (await office.Do(centre.Keeper, new GetSupplierClaim.Query(claim.Id))).Lines.Where(l => l.Defect.Length == 0))
        {
            await office.Do(centre.Keeper, new ChangeClaimLine.Command(claim.Id, line.Id, line.Price, "Failed in use", null));
        }

        await office.Do(centre.Keeper, new SendSupplierClaim.Command(claim.Id, "Photos are in the parcel.", null));
        return claim.Id;
    }

    private async Task SettleAsync(Centre centre, Guid id)
    {
        var claim = await office.Do(centre.Keeper, new GetSupplierClaim.Query(id));
        var contested = claim.Lines.FirstOrDefault(l => l.Quantity > 1);
        var answer = await office.Do(centre.Keeper, new AnswerSupplierClaim.Command(id, $"RMA-{claim.Number[^4..]}", null)
        {
            Lines = contested is null ? [] : [new(contested.Id, contested.Quantity - 1) { Answer = "One works on our bench" }],
        });
        if (contested is not null)
        {
            await office.Do(centre.Keeper, new TakeRefusedBack.Command(id, "Refused by the supplier", null) { Lines = [new(contested.Id, 1)] });
        }

        if (answer.Accepted > 0)
        {
            await office.Do(centre.Accountant, new NoteClaimCredit.Command(id, $"CN-{claim.Number[^4..]}", null, answer.Accepted, null));
        }
    }
}
