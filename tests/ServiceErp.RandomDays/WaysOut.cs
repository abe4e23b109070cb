using System.Globalization;
using NodaTime;

namespace ServiceErp.RandomDays.Tests;

/// <summary>
/// The end of a day: every product that is in the house is given back, every paper is brought to its end, by commands that the program permits to those whose work it is. What no command leads
/// on any more is a breach. On some days what is under way is finished first, on the others it is given up first.
/// </summary>
internal sealed class WaysOut(House house, Day day)
{
    private const string Why = "The centre is tidied up at the end of the day";

    private readonly Dictionary<string, string> refusals = [];
    private int count;

    private sealed record Call(Person Person, HttpMethod Method, string Path, Dictionary<string, object?> Body);

    private sealed record Kind(string Table, string Rests, Func<Dictionary<string, object?>, IEnumerable<Call>> Ways);

    public async Task<Breach?> TakeAsync(bool giveUpFirst)
    {
        day.Tell("End of the day", giveUpFirst ? "what is under way is given up" : "what is under way is finished", null, Twist.None);
        Kind[] kinds = [.. Kinds(giveUpFirst)];
        var nights = 0;
        for (var round = 0; round < 40; round++)
        {
            var moved = false;
            refusals.Clear();
            List<(Kind Kind, Dictionary<string, object?> Thing)> stuck = [];
            foreach (var kind in kinds)
            {
                foreach (var thing in house.Rows(kind.Table, kind.Rests))
                {
                    house.Wait(Duration.FromMinutes(1));
                    var (done, breach) = await LeadOnAsync(kind, thing);
                    if (breach is not null)
                    {
                        return breach;
                    }

                    moved |= done;
                    if (!done)
                    {
                        stuck.Add((kind, thing));
                    }
                }
            }

            stuck.RemoveAll(s => Rules.IsOpen(NameOf(s.Kind, s.Thing)));
            if (stuck.Count == 0 && !moved)
            {
                return null;
            }

            if (!moved && nights++ > 0)
            {
                var (kind, thing) = stuck[0];
                return new Breach(NameOf(kind, thing), $"{Name(thing)}: {refusals.GetValueOrDefault($"{kind.Table}/{thing["Id"]}", "there is nothing to try")}");
            }

            if (!moved && await day.PassAsync(70) is { } breachOfNight)
            {
                return breachOfNight;
            }
        }

        return new Breach("(b) the end of the day comes", "What was led on came back again and again.");
    }

    private static string NameOf(Kind kind, Dictionary<string, object?> thing) =>
        $"({(kind.Table is "reception_GoodsReceipt" or "workshop_ServiceOrder" ? "a" : "b")}) something leads on from {kind.Table.Split('_')[1]} {thing.GetValueOrDefault("State")}{(thing.GetValueOrDefault("FollowUp") is "Open" or "Acknowledged" ? " " + thing["FollowUp"] : "")}";

    private static string Name(Dictionary<string, object?> thing) => Convert.ToString(thing.GetValueOrDefault("Number") ?? thing.GetValueOrDefault("OrderNumber") ?? thing.GetValueOrDefault("Serial") ?? thing["Id"], CultureInfo.InvariantCulture)!;

    private static decimal Money(object? stored) => Convert.ToInt64(stored ?? 0L, CultureInfo.InvariantCulture) / 1_000_000m;

    private static Call Post(Person person, string path, params (string, object?)[] body) => new(person, HttpMethod.Post, path, body.Where(b => b.Item2 is not null).ToDictionary(b => b.Item1, b => b.Item2));

    private static Call Delete(Person person, string path) => new(person, HttpMethod.Delete, path, []);

    private async Task<(bool Done, Breach? Breach)> LeadOnAsync(Kind kind, Dictionary<string, object?> thing)
    {
        List<string> said = [];
        foreach (var call in kind.Ways(thing))
        {
            if (!house.Has(call.Path.Split('/')[0] switch { "reception" => "Reception", "workshop" => "Workshop", "billing" => "Billing", "feedback" => "Feedback", _ => "SpareParts" }))
            {
                continue;
            }

            var path = call.Path;
            var subject = path.Split('/').Select(p => Guid.TryParse(p, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null);
            var (reply, breach) = await day.SendAsync(house.UseCases.At(call.Method, path), call.Person, path, call.Body, subject);
            if (breach is not null)
            {
                return (false, breach);
            }

            if (reply.Succeeded)
            {
                return (true, null);
            }

            said.Add($"{path.Split('/')[^1]} {reply.Code} {reply.Words}");
        }

        refusals[$"{kind.Table}/{thing["Id"]}"] = string.Join("; ", said);
        return (false, null);
    }

    private IEnumerable<Kind> Kinds(bool giveUpFirst)
    {
        // Papers of the store first: they stand in nobody's way then.
        yield return new("spareparts_StockDocument", "State IN ('Draft', 'Sent')", d => d["State"] is "Draft"
            ? [Delete(Persons.Walter, $"spare-parts/documents/{d["Id"]}")]
            :
            [
                Post(Persons.Walter, $"spare-parts/documents/{d["Id"]}/receive", ("lines", house.Ask("SELECT Id, Quantity FROM spareparts_StockDocumentLine WHERE StockDocumentId = $0", d["Id"]).Select(l => new Dictionary<string, object?> { ["lineId"] = l[0], ["quantity"] = Money(l[1]) }).ToArray()), ("reason", Why)),
                Post(Persons.Boris, $"spare-parts/documents/{d["Id"]}/write-off", ("reason", Why)),
                Post(Persons.Walter, $"spare-parts/documents/{d["Id"]}/reverse", ("reason", Why)),
            ]);
        yield return new("spareparts_PurchaseProposal", "State = 'Open'", p => [Delete(Persons.Walter, $"spare-parts/purchase-proposals/{p["Id"]}")]);
        yield return new("spareparts_PurchaseOrder", "State IN ('Draft', 'Ordered', 'PartlyReceived')", p =>
        [
            Post(Persons.Walter, $"spare-parts/purchase-orders/{p["Id"]}/cancel", ("reason", Why)),
            Post(Persons.Walter, $"spare-parts/purchase-orders/{p["Id"]}/close", ("reason", Why)),
        ]);
        yield return new("spareparts_StockCount", "State IN ('Planned', 'Counting', 'ToApprove') OR (State = 'Posted' AND OpenDifferences > 0)", c =>
        [
            Post(Persons.Boris, $"spare-parts/counts/{c["Id"]}/cancel", ("reason", Why)),
            Post(Persons.Boris, $"spare-parts/counts/{c["Id"]}/post"),
            Post(Persons.Anna, $"spare-parts/counts/{c["Id"]}/post"),
            Post(Persons.Boris, $"spare-parts/counts/{c["Id"]}/again", ("reason", Why)),
        ]);
        yield return new("spareparts_ClassRun", "State = 'Preview'", r => [Delete(Persons.Walter, $"spare-parts/class-runs/{r["Id"]}")]);
        yield return new("spareparts_SupplierClaim", "State NOT IN ('Closed', 'Cancelled')", c =>
        [
            Post(Persons.Walter, $"spare-parts/claims/{c["Id"]}/cancel", ("reason", Why)),
            Post(Persons.Walter, $"spare-parts/claims/{c["Id"]}/close", ("reason", Why)),
            Post(Persons.Walter, $"spare-parts/claims/{c["Id"]}/answer", ("reference", "no"), ("lines", Lines("spareparts_SupplierClaimLine", "SupplierClaimId", c).Select(l => new Dictionary<string, object?> { ["lineId"] = l["Id"], ["accepted"] = 0m, ["answer"] = "Worn out by use" }).ToArray())),
            Post(Persons.Walter, $"spare-parts/claims/{c["Id"]}/take-back", ("reason", Why)),
            Post(Persons.Walter, $"spare-parts/claims/{c["Id"]}/take-refused-back", ("reason", Why), ("lines", Lines("spareparts_SupplierClaimLine", "SupplierClaimId", c).Select(l => new Dictionary<string, object?> { ["lineId"] = l["Id"], ["quantity"] = Money(l["Quantity"]) }).ToArray())),
        ]);
        yield return new("spareparts_DefectivePart", "State = 'Held' OR (State = 'Claimed' AND NOT EXISTS (SELECT 1 FROM spareparts_SupplierClaim c WHERE c.Id = t.ClaimId AND c.State NOT IN ('Closed', 'Cancelled')))", p =>
        [
            Post(Persons.Boris, $"spare-parts/defective-parts/{p["Id"]}/scrap", ("reason", Why)),
            Post(Persons.Walter, $"spare-parts/defective-parts/{p["Id"]}/drop", ("reason", Why)),
            Post(Persons.Walter, $"spare-parts/defective-parts/{p["Id"]}/scrap", ("reason", Why)),
            Post(Persons.Walter, $"spare-parts/defective-parts/{p["Id"]}/found-good", ("reason", Why)),
        ]);
        yield return new("spareparts_LoanerReservation", "State = 'Booked'", r => [Post(Persons.Walter, $"spare-parts/loaner-reservations/{r["Id"]}/cancel", ("reason", Why))]);
        yield return new("spareparts_Loan", "State = 'Out'", l =>
        [
            Post(Persons.Rita, $"spare-parts/loans/{l["Id"]}/return", ("condition", "Used"), ("signedBy", "Clara Vogel"), ("signature", Bodies.Signature), ("depositReturned", Money(l["Deposit"]))),
            Post(Persons.Boris, $"spare-parts/loans/{l["Id"]}/lost", ("reason", Why), ("depositReturned", Money(l["Deposit"]))),
        ]);
        yield return new("spareparts_Loaner", "State IN ('Checking', 'InRepair', 'SetAside')", l =>
        [
            .. new[] { "PutBack", "Pass", "EndRepair", "SendToRepair", "Retire" }.Select(s => Post(Persons.Walter, $"spare-parts/loaners/{l["Id"]}/move", ("step", s), ("reason", Why))),
        ]);

        // What customers brought.
        yield return new("reception_ServiceRequest", "State = 'Registered'", r =>
        [
            .. giveUpFirst ? Array.Empty<Call>() : [Post(Persons.Rita, $"reception/requests/{r["Id"]}/accept", ("device", new Dictionary<string, object?> { ["modelCode"] = "AX-200", ["serialNumber"] = $"SN-{++count}9" }))],
            Post(Persons.Rita, $"reception/requests/{r["Id"]}/withdraw", ("reason", Why)),
        ]);
        yield return new("workshop_ServiceOrder", "State NOT IN ('Completed', 'Cancelled', 'Ready', 'ReadyUnrepaired') OR (State IN ('Ready', 'ReadyUnrepaired') AND GoodsInWorkshop = 0)", o => OfOrder(o, giveUpFirst));
        yield return new("reception_GoodsReceipt", "State = 'Issued' AND NOT EXISTS (SELECT 1 FROM workshop_ServiceOrder o WHERE o.Id = t.OrderId AND o.State NOT IN ('Ready', 'ReadyUnrepaired', 'Completed', 'Cancelled'))", OfGoods);
        yield return new("workshop_Quotation", "State IN ('Draft', 'Sent') AND EXISTS (SELECT 1 FROM workshop_ServiceOrder o WHERE o.Id = t.OrderId AND o.State IN ('Completed', 'Cancelled', 'Ready', 'ReadyUnrepaired'))", q =>
        [
            Post(Persons.Rita, $"workshop/quotations/{q["Id"]}/answer", ("approve", false), ("name", "Clara Vogel"), ("reason", Why)),
        ]);
        yield return new("workshop_Nonconformity", "State = 'Open'", n => [Post(Persons.Ines, $"workshop/nonconformities/{n["Id"]}/close", ("cause", Why), ("correction", Why))]);

        // Money and opinions last.
        yield return new("billing_Invoice", "State = 'Draft'", i => [Delete(Persons.Anna, $"billing/invoices/{i["Id"]}")]);
        yield return new("billing_Voucher", "State = 'ToInvoice'", v =>
        [
            .. giveUpFirst ? Array.Empty<Call>() : [Post(Persons.Anna, $"billing/vouchers/{v["Id"]}/invoice", ("asDraft", false))],
            Post(Persons.Boris, $"billing/vouchers/{v["Id"]}/waive", ("reason", Why)),
            Post(Persons.Anna, $"billing/vouchers/{v["Id"]}/invoice", ("asDraft", false)),
        ]);
        yield return new("billing_Invoice", "State IN ('Issued', 'PartlyPaid')", i =>
        [
            Post(Persons.Anna, $"billing/invoices/{i["Id"]}/payments", ("method", "Cash"), ("amount", Money(i["Open"]))),
            Post(Persons.Anna, $"billing/invoices/{i["Id"]}/credit-notes", ("reason", Why), ("lines", Array.Empty<object>())),
        ]);
        yield return new("billing_Invoice", "State IN ('Paid', 'Credited') AND Paid + Credited > Gross", i => [Post(Persons.Anna, $"billing/invoices/{i["Id"]}/refunds", ("method", "Cash"), ("amount", Money(i["Paid"]) + Money(i["Credited"]) - Money(i["Gross"])))]);
        var good = new Dictionary<string, object?> { ["attitude"] = "Good", ["skill"] = "Good", ["arrival"] = "Good", ["promises"] = "Good" };
        yield return new("feedback_Survey", "State IN ('Planned', 'Sent') OR FollowUp IN ('Open', 'Acknowledged')", s =>
        [
            Post(Persons.Fiona, $"feedback/surveys/{s["Id"]}/answer-by-phone", ("form", good)),
            Post(Persons.Fiona, $"feedback/surveys/{s["Id"]}/acknowledge", ("note", Why)),
            Post(Persons.Fiona, $"feedback/surveys/{s["Id"]}/close", ("result", Why)),
        ]);
    }

    private List<Dictionary<string, object?>> Lines(string table, string of, Dictionary<string, object?> owner) => house.Rows(table, $"{of} = '{owner["Id"]}'");

    private IEnumerable<Call> OfOrder(Dictionary<string, object?> order, bool giveUpFirst)
    {
        var at = $"workshop/service-orders/{order["Id"]}";
        var his = Persons.All.FirstOrDefault(p => order["TechnicianId"] is string id && p.Id == Guid.Parse(id)) ?? Persons.Daniel;
        foreach (var time in Lines("workshop_WorkTime", "OrderId", order).Where(t => t["EndedAt"] is null))
        {
            yield return Post(Persons.Daniel, "workshop/timer/stop", ("technicianId", time["TechnicianId"]), ("charge", false));
            yield return Post(Persons.All.First(p => p.Id == Guid.Parse((string)time["TechnicianId"]!)), "workshop/timer/stop", ("charge", false));
        }

        foreach (var call in giveUpFirst ? GiveUp().Concat(Finish()) : Finish().Concat(GiveUp()))
        {
            yield return call;
        }

        IEnumerable<Call> GiveUp()
        {
            yield return Post(Persons.Daniel, at + "/cancel", ("reason", Why));
            yield return Post(his, at + "/return-unrepaired", ("reason", Why));
            yield return Post(Persons.Daniel, at + "/return-unrepaired", ("reason", Why));
            if (order["State"] is not "AwaitingInspection")
            {
                foreach (var line in Lines("workshop_OrderLine", "OrderId", order).Where(l => l["PartId"] is not null && Money(l["Issued"]) > 0))
                {
                    yield return Post(his, $"{at}/lines/{line["Id"]}/return", ("id", new Guid($"0490{++count:x4}-0000-7000-8000-00000000abcd")), ("quantity", Money(line["Issued"])), ("reason", Why));
                }
            }

            yield return Post(Persons.Rita, $"reception/requests/{order["RequestId"]}/withdraw", ("reason", Why));
        }

        IEnumerable<Call> Finish()
        {
            switch (order["State"])
            {
                case "Received":
                    yield return Post(Persons.Daniel, at + "/assign", ("technicianId", Persons.Tom.Id));
                    break;
                case "Assigned":
                    yield return Post(his, at + "/start-diagnosis");
                    yield return Post(his, at + "/depart");
                    break;
                case "Travelling":
                    yield return Post(his, at + "/arrive");
                    break;
                case "TakenBack":
                    foreach (var receipt in house.Rows("reception_GoodsReceipt", $"OrderId = '{order["Id"]}' AND State = 'Issued'"))
                    {
                        yield return Post(Persons.Rita, $"reception/goods/{receipt["Id"]}/arrive", ("shelf", "A-1"), ("condition", "Used"), ("accessories", "None"), ("serialNumber", "SN-77"));
                    }

                    break;
                case "WaitingForCustomer" or "WaitingForParts":
                    yield return Post(his, at + "/resume");
                    break;
                case "AwaitingApproval":
                    foreach (var quotation in house.Rows("workshop_Quotation", $"OrderId = '{order["Id"]}' AND State = 'Sent'"))
                    {
                        yield return Post(Persons.Rita, $"workshop/quotations/{quotation["Id"]}/answer", ("approve", true), ("name", "Clara Vogel"));
                    }

                    yield return Post(his, at + "/quotations/revise", ("reason", Why));
                    break;
                case "AwaitingInspection":
                    foreach (var inspector in new[] { Persons.Ines, Persons.Tina, Persons.Daniel })
                    {
                        yield return Post(inspector, at + "/inspect", ("release", true), ("ticked", Bodies.Row(house, "workshop_ControlPoint", "Id", "Active", 1)));
                    }

                    yield return Post(Persons.Ines, at + "/inspect", ("release", false), ("reason", Why));
                    break;
                case "Diagnosing" or "InRepair" or "OnSite":
                    foreach (var line in Lines("workshop_OrderLine", "OrderId", order).Where(l => l["PartId"] is not null && Money(l["Issued"]) < Money(l["Quantity"]) && Convert.ToInt64(l["Dropped"], CultureInfo.InvariantCulture) == 0))
                    {
                        yield return Delete(his, $"{at}/lines/{line["Id"]}");
                    }

                    if (Money(order["PreapprovedUpTo"]) < 90_000)
                    {
                        yield return Post(Persons.Rita, at + "/preapprove", ("upTo", 90_000m));
                    }

                    if (Lines("workshop_ControlTick", "OrderId", order).Count == 0)
                    {
                        yield return Post(his, at + "/control-points", ("pointIds", Bodies.Row(house, "workshop_ControlPoint", "Id", "Active", 1)));
                    }

                    yield return Post(his, at + "/start-repair");
                    yield return Post(his, at + "/finish-repair");
                    yield return Post(his, at + "/finish-on-site", ("signedBy", "Clara Vogel"), ("signature", Bodies.Signature));
                    yield return Post(his, at + "/turn-back", ("reason", Why));
                    break;
            }
        }
    }

    /// <summary>Signed for, when it is paid or there is nothing to pay.</summary>
    private IEnumerable<Call> OfGoods(Dictionary<string, object?> receipt)
    {
        if (receipt["ArrivedAt"] is null)
        {
            yield return Post(Persons.Rita, $"reception/goods/{receipt["Id"]}/arrive", ("shelf", "A-1"), ("condition", "Used"), ("accessories", "None"), ("serialNumber", "SN-77"));
        }

        foreach (var voucher in house.Rows("billing_Voucher", $"OrderId = '{receipt["OrderId"]}' AND State = 'ToInvoice' AND InvoiceId IS NULL"))
        {
            yield return Post(Persons.Anna, $"billing/vouchers/{voucher["Id"]}/invoice", ("asDraft", false));
            yield return Post(Persons.Boris, $"billing/vouchers/{voucher["Id"]}/waive", ("reason", Why));
        }

        yield return Post(Persons.Rita, $"reception/goods/{receipt["Id"]}/return", ("signedBy", "Clara Vogel"), ("signature", Bodies.Signature), ("receiptRetrieved", true));
    }
}
