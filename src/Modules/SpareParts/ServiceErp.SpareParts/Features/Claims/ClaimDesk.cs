using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>What the use cases of claims share: finding them with their goods, and the documents by which goods leave.</summary>
internal sealed class ClaimDesk(SparePartsDbContext db, StockDocumentDesk desk, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, IMessageTemplates templates)
{
    public LocalDate Today(Guid branchId) => branches.Of(branchId).DayOf(clock.GetCurrentInstant());

    public LocalDate DayOf(Guid branchId, Instant at) => branches.Of(branchId).DayOf(at);

    public int Digits(string currency) => Currencies.MinorDigits(currency);

    /// <summary>The whole claim, for changing; takes the write lock.</summary>
    public async Task<Result<SupplierClaim>> FindAsync(Guid id, int? version, CancellationToken cancel)
    {
        await db.BeginWriteAsync(db.SupplierClaims.BranchOf(id), cancel);
        var claim = await db.SupplierClaims.Include(c => c.Supplier).Include(c => c.Lines).Include(c => c.Credits).Include(c => c.Replacements).Include(c => c.Comebacks).AsSplitQuery().FirstOrDefaultAsync(c => c.Id == id, cancel);
        return claim is null ? ClaimErrors.NotFound : claim.Stale(version) is { } stale ? stale : claim;
    }

    /// <summary>The goods of a claim by their identity.</summary>
    public async Task<Dictionary<Guid, DefectivePart>> GoodsAsync(SupplierClaim claim, CancellationToken cancel)
    {
        var wanted = claim.Lines.Select(l => l.DefectivePartId).ToArray();
        return await db.DefectiveParts.Include(d => d.Warehouse).Where(d => wanted.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
    }

    /// <summary>A new claim, still a draft.</summary>
    public async Task<SupplierClaim> NewAsync(Guid? id, Guid branchId, Guid supplierId, CancellationToken cancel)
    {
        var (branch, now) = (branches.Of(branchId), clock.GetCurrentInstant());
        var year = branch.DayOf(now).Year;
        var number = $"CLM-{branch.Code}-{year}-{await db.NextNumberAsync($"supplier-claim/{branch.Code}/{year}", cancel):D5}";
        return new SupplierClaim(id ?? ids.NewId(), number, branchId, supplierId, branch.Currency, now, user.Name);
    }

    /// <summary>Goods leave from where they lie by posted documents, one a place; a claim's goods lie in few.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="goods">Those that leave.</param>
    /// <param name="how">Back to the supplier, or thrown away.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<IReadOnlyList<StockDocument>>> LeaveAsync(SupplierClaim claim, IReadOnlyCollection<DefectivePart> goods, DefectTrigger how, string reason, CancellationToken cancel)
    {
        var papers = new List<StockDocument>();
        foreach (var place in goods.GroupBy(g => g.WarehouseId!.Value))
        {
            var paper = new StockDocument(ids.NewId(), how == DefectTrigger.Return ? StockDocumentKind.SupplierReturn : StockDocumentKind.Scrap, place.First().Warehouse!, clock.GetCurrentInstant(), user.Name);
            db.Documents.Add(paper);
            papers.Add(paper);
            if ((await desk.DescribeAsync(paper, null, claim.SupplierId, claim.Reference ?? claim.Number, reason, null, null, cancel)
                ?? await desk.AddLinesAsync(paper, [.. place.Select(g => new NewLine(g.PartId, g.Quantity) { Serials = g.Serials })], cancel)) is { } wrong)
            {
                return wrong;
            }
        }

        if (papers.Count > 0 && await desk.PostAsync(papers, cancel) is { } refused)
        {
            return refused;
        }

        foreach (var (left, paper) in goods.Select(g => (g, papers.First(p => p.WarehouseId == g.WarehouseId))))
        {
            if (left.Leave(how, paper) is { Succeeded: false, Error: var stays })
            {
                return stays;
            }
        }

        return papers;
    }

    /// <summary>The supplier's own numbers of parts.</summary>
    public async Task<Dictionary<Guid, string?>> SupplierNumbersAsync(Guid supplierId, IEnumerable<Guid> partIds, CancellationToken cancel)
    {
        var wanted = partIds.Distinct().ToArray();
        return await db.PartSuppliers.AsNoTracking().Where(s => s.SupplierId == supplierId && wanted.Contains(s.PartId)).ToDictionaryAsync(s => s.PartId, s => s.Number, cancel);
    }

    /// <summary>Takes back every document by which goods of a claim left; claim and goods follow.</summary>
    public async Task<Error?> TakeBackAsync(SupplierClaim claim, string reason, CancellationToken cancel)
    {
        var left = (await GoodsAsync(claim, cancel)).Values.Where(g => g.State == DefectState.Returned && g.ClaimId == claim.Id).Select(g => g.ExitDocumentId!.Value).Distinct().ToArray();
        var papers = await db.Documents.Include(d => d.Lines).Where(d => left.Contains(d.Id)).OrderBy(d => d.Number).ToListAsync(cancel);
        foreach (var paper in papers)
        {
            if (await desk.ReverseAsync(paper, reason, cancel) is { } wrong)
            {
                return wrong;
            }
        }

        return papers.Count > 0 ? null : claim.TakeBack(reason).Error;
    }

    /// <summary>Takes in what came back of the refused goods, where they lay and at the cost at which they left; from then on they are held and may be claimed anew.</summary>
    public async Task<Result<IReadOnlyList<StockDocument>>> ComeBackAsync(
        SupplierClaim claim, IReadOnlyList<(Guid LineId, decimal Quantity, IReadOnlyList<string> Serials)> came, string reason, CancellationToken cancel)
    {
        if (claim.WhyNotBack([.. came.Select(c => (c.LineId, c.Quantity))]) is { } refused)
        {
            return refused;
        }

        var goods = await GoodsAsync(claim, cancel);
        var exits = goods.Values.Select(g => g.ExitDocumentId).OfType<Guid>().Distinct().ToArray();
        var left = await db.Movements.AsNoTracking().Where(m => exits.Contains(m.DocumentId) && m.ReversalOf == null).Select(m => new { m.DocumentId, m.PartId, m.Quantity, m.Value }).ToListAsync(cancel);
        var before = claim.Comebacks.Select(c => (c.ExitDocumentId, claim.Lines.First(l => l.Id == c.LineId).PartId, c.Quantity)).ToList();
        var back = new List<(SupplierClaimLine Line, DefectivePart Goods, Warehouse Place, Guid Exit, decimal UnitCost)>();
        for (var i = 0; i < came.Count; i++)
        {
            var (line, quantity) = (claim.Lines.First(l => l.Id == came[i].LineId), came[i].Quantity);
            var whole = goods[line.DefectivePartId];
            var (exit, place) = (whole.ExitDocumentId!.Value, whole.Warehouse!);
            var some = whole.ComeBack(ids.NewId(), quantity, came[i].Serials, reason);
            if (!some.Succeeded)
            {
                return some.Error.On($"Lines[{i}].{some.Error.Field}");
            }

            if (some.Value != whole)
            {
                db.DefectiveParts.Add(some.Value);
            }

            // Share by share the whole value comes back, to the last cent.
            var away = left.FindAll(m => m.DocumentId == exit && m.PartId == line.PartId);
            var (sent, value) = (-away.Sum(m => m.Quantity), -away.Sum(m => m.Value));
            var done = before.Where(b => b.ExitDocumentId == exit && b.PartId == line.PartId).Sum(b => b.Quantity);
            var worth = Rounding.Round(value * (done + quantity) / sent, Digits(claim.Currency)) - Rounding.Round(value * done / sent, Digits(claim.Currency));
            before.Add((exit, line.PartId, quantity));
            back.Add((line, some.Value, place, exit, worth / quantity));
        }

        var (now, papers, noted) = (clock.GetCurrentInstant(), new List<StockDocument>(), new List<ClaimComeback>());
        foreach (var place in back.GroupBy(b => b.Place))
        {
            var paper = new StockDocument(ids.NewId(), StockDocumentKind.Receipt, place.Key, now, user.Name);
            db.Documents.Add(paper);
            papers.Add(paper);
            if ((await desk.DescribeAsync(paper, null, null, claim.Number, reason, null, null, cancel)
                ?? await desk.AddLinesAsync(paper, [.. place.Select(b => new NewLine(b.Line.PartId, b.Goods.Quantity) { UnitCost = b.UnitCost, Serials = b.Goods.Serials })], cancel)
                ?? await desk.PostAsync(paper, cancel)) is { } wrong)
            {
                return wrong;
            }

            foreach (var one in place)
            {
                one.Goods.PutIn(place.Key.Id, paper);
                noted.Add(new ClaimComeback(ids.NewId(), one.Line, one.Goods.Quantity, one.Exit, paper, Today(claim.BranchId), now, user.Name));
            }
        }

        if (claim.TakeRefusedBack(noted, reason) is { Succeeded: false, Error: var not })
        {
            return not;
        }

        db.ClaimComebacks.AddRange(noted);
        return papers;
    }

    /// <summary>The goods of a claim that is over: what the supplier stood for and never got is scrapped, the rest is held again.</summary>
    public async Task<Error?> LetGoAsync(SupplierClaim claim, CancellationToken cancel)
    {
        var goods = await GoodsAsync(claim, cancel);
        var unwanted = new List<DefectivePart>();
        foreach (var line in claim.Lines.Where(l => goods[l.DefectivePartId] is { State: DefectState.Claimed } one && one.ClaimId == claim.Id))
        {
            var whole = goods[line.DefectivePartId];
            var accepted = line.Accepted ?? 0;
            if (accepted == line.Quantity)
            {
                unwanted.Add(whole);
                continue;
            }

            if (whole.Unclaim(claim.Number) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            // Which of several pieces with serial numbers was meant nobody said: they stay together.
            if (accepted > 0 && whole.Serials is null)
            {
                var some = whole.Split(ids.NewId(), accepted, []).Value;
                db.DefectiveParts.Add(some);
                unwanted.Add(some);
            }
        }

        return (await LeaveAsync(claim, unwanted, DefectTrigger.Scrap, claim.Number, cancel)).Error;
    }

    /// <summary>Writes the claim to the supplier, if they have an address.</summary>
    public void Write(SupplierClaim claim)
    {
        if (claim.Supplier.Email is not { Length: > 0 } address)
        {
            return;
        }

        var (branch, now) = (branches.Of(claim.BranchId), clock.GetCurrentInstant());
        var text = templates.Render("supplier-claim", branch.Language, new
        {
            claim.Number,
            Supplier = claim.Supplier.Name,
            Branch = branch.Name,
            branch.Address,
            Lines = string.Join('\n', claim.Lines.OrderBy(l => l.Line).Select(l => Line(l, claim.Currency))),
            Total = Display.Money(new Money(claim.Claimed, claim.Currency)),
            Due = claim.DueOn!.Value,
            Note = claim.Note ?? "",
        });
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(), BranchId = claim.BranchId, Channel = MessageChannel.Email, Recipient = address, RecipientName = claim.Supplier.Name, Subject = text.Subject, Body = text.Body,
            About = nameof(SupplierClaim), AboutId = claim.Id, OnceKey = $"supplier-claim/{claim.Id}", WrittenAt = now, NextAttemptAt = now,
        });

        static string Line(SupplierClaimLine l, string currency) => string.Join(" · ", new[]
        {
            $"{l.Line}. {l.SupplierNumber ?? l.PartNumber}: {Display.Number(l.Quantity)} {l.Unit} × {Display.Price(l.Price, currency)} = {Display.Amount(l.Amount, currency)}",
            l.Serials?.Replace('\n', ' '), l.PurchaseOrderNumber, l.DeliveryNote, l.Defect,
        }.Where(w => !string.IsNullOrWhiteSpace(w)));
    }
}
