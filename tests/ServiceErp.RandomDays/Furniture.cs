using System.Text.Json;
using ServiceErp.Testing;

namespace ServiceErp.RandomDays.Tests;

/// <summary>What stands in the house on the first morning.</summary>
internal static class Furniture
{
    public static async Task PutAsync(House house)
    {
        async Task<JsonElement> Do(Person person, HttpMethod method, string path, object body)
        {
            if (!house.Has(path.Split('/')[0] switch { "reception" => "Reception", "workshop" => "Workshop", "billing" => "Billing", "feedback" => "Feedback", _ => "SpareParts" }))
            {
                return default;
            }

            var reply = await house.SendAsync(person, method, path, body, null);
            Assert.True(reply.Succeeded, $"{person} {path}: {reply.Status} {reply.Text}");
            return reply.Json;
        }

        Guid Id(JsonElement made) => made.ValueKind == JsonValueKind.Undefined ? default : made.GetProperty("id").GetGuid();
        var berlin = TestBranches.Berlin.Id;
        await Do(Persons.Ada, HttpMethod.Post, "reception/models", new { code = "AX-200", name = "Espresso machine", productGroup = "Coffee", partGroups = "pump, boiler" });
        foreach (var (code, kind, price) in new[] { ("LABOUR", "Labour", 60), ("DIAG", "Fee", 25), ("CLEAN", "Fee", 29), ("TRAVEL", "Travel", 40) })
        {
            await Do(Persons.Boris, HttpMethod.Post, "workshop/fee-items", new { code, kind, text = code, unit = kind == "Labour" ? "h" : "pcs", currency = "EUR", price, validFrom = "2020-01-01" });
        }

        await Do(Persons.Boris, HttpMethod.Put, "workshop/settings", new { tolerancePercent = 10, toleranceAmount = 50, quotationValidDays = 14, labourCode = "LABOUR", diagnosisFeeCode = "DIAG" });
        await Do(Persons.Boris, HttpMethod.Post, "workshop/control-points", new { boundary = "Repair", text = "Tightness tested", mandatory = true, active = true, position = 1 });
        await Do(Persons.Boris, HttpMethod.Post, "workshop/control-points", new { boundary = "Inspection", text = "Runs for ten minutes", mandatory = true, active = true, position = 1 });
        await Do(Persons.Boris, HttpMethod.Post, "workshop/test-sheets", new { name = "Coffee", steps = new[] { new { text = "Pressure" } }, active = true });
        await Do(Persons.Boris, HttpMethod.Post, "workshop/repair-codes", new { kind = "Cause", code = "WEAR", text = "Worn", active = true });
        await Do(Persons.Anna, HttpMethod.Post, "billing/tax-rates", new { code = "standard", name = "VAT 19 %", percent = 19, validFrom = "2020-01-01" });
        var main = Id(await Do(Persons.Walter, HttpMethod.Post, "spare-parts/warehouses", new { code = "MAIN", name = "Main store", kind = "Main", branchId = berlin, bins = new[] { "A-1" } }));
        foreach (var (code, kind) in new[] { ("FRONT", "BranchStore"), ("QUAR", "Quarantine"), ("BACK", "Returns") })
        {
            await Do(Persons.Walter, HttpMethod.Post, "spare-parts/warehouses", new { code, name = code, kind, branchId = berlin });
        }

        await Do(Persons.Walter, HttpMethod.Post, "spare-parts/warehouses", new { code = "VAN-T", name = "Tom's van", kind = "Van", branchId = berlin, holderId = Persons.Tom.Id });
        var supplier = Id(await Do(Persons.Walter, HttpMethod.Post, "spare-parts/suppliers", new { number = "S-1", name = "Nordteile", email = "orders@nordteile.example", phone = "+49 40 1", warrantyMonths = 24, answerDays = 14 }));
        foreach (var (number, stock) in new[] { ("P-1", 4), ("P-2", 1), ("P-3", 0) })
        {
            var part = Id(await Do(Persons.Walter, HttpMethod.Post, "spare-parts/parts", new { number, name = $"Part {number}", group = "pump", unit = "pcs", price = 40 }));
            await Do(Persons.Walter, HttpMethod.Put, $"spare-parts/parts/{part}/suppliers/{supplier}", new { price = 20, currency = "EUR", leadDays = 5, preferred = true });
            if (stock > 0)
            {
                await Do(Persons.Walter, HttpMethod.Post, "spare-parts/documents", new { kind = "Receipt", warehouseId = main, supplierId = supplier, reference = $"D-{number}", post = true, lines = new[] { new { code = number, quantity = stock, unitCost = 20 } } });
            }
        }

        await Do(Persons.Boris, HttpMethod.Post, "spare-parts/loaners", new { modelCode = "AX-200", serial = "LOAN-1", accessories = "Hose", deposit = 50, dailyFee = 6, value = 300 });
        await house.PumpAsync();
    }
}
