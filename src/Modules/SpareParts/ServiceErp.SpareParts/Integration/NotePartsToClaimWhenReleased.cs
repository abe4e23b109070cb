using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Integration;

/// <summary>A repair is done: what was taken out of the device under warranty, or was a piece that we once bought, may be its supplier's to pay (PAR-9).</summary>
internal sealed class NotePartsToClaimWhenReleased(DefectDesk desk) : ISubscriber<OrderReleased>
{
    public async Task<Result> Handle(OrderReleased happened, CancellationToken cancel)
    {
        var parts = happened.Lines.Where(l => l.Kind == ChargeKind.Part).Select(l => (l.LineId, l.Code, l.Quantity)).ToArray();
        var order = new TakenOutOf(happened.OrderId, happened.OrderNumber, happened.BranchId, happened.Device.Id, $"{happened.Device.ModelCode} {happened.Device.SerialNumber}".Trim(), happened.TechnicianName ?? "");
        await desk.NoteTakenOutAsync(order, parts, happened.Category == ServiceCategory.Warranty, cancel);
        return Result.Success;
    }
}
