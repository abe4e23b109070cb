using System.Collections;
using System.Globalization;
using System.Reflection;
using NodaTime;

namespace ServiceErp.RandomDays.Tests;

/// <summary>
/// Fills a command as a person would: by the names of its fields, with what there is in the house, now and then with a mistake. Each field draws for itself, so that what one field gets
/// does not hang on the others; and things are chosen by their place in the row, so that a day from which a step was taken out still means something.
/// </summary>
internal sealed class Bodies(House house, UseCase what, int seed, int subject, bool mistaken)
{
    public const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

    private static readonly string[] Always =
    [
        "customer", "device", "line", "lines", "form", "fault", "reason", "signature", "serialNumber", "modelCode", "condition", "accessories", "shelf", "bin", "code", "phone", "email", "address", "name", "unitCost", "what",
        "quantity", "price", "result", "note", "findings", "id", "technicianId", "kind", "ticked", "validFrom", "currency", "cause", "correction", "accepted", "signedBy", "upTo", "hours", "readyBy", "customerAddress", "note", "rejected", "attitude", "skill", "arrival", "promises", "pointIds", "voucherIds", "defectiveParts", "attitudeReason", "skillReason", "arrivalReason", "promisesReason", "deliveryNote", "number",
    ];

    private static readonly string[] Never = ["version", "branchId", "receivedAt", "bookingDate", "pieces", "asOf", "after", "ageMs", "targetBin", "sourceLine", "unit", "zoneId", "validUntil", "day", "time", "fits", "holderId", "orderId"];

    /// <summary>Where identities come from: the table, and for what belongs to something the column that says to what. In the order in which they came to be.</summary>
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["service-orders"] = "workshop_ServiceOrder", ["orders"] = "workshop_ServiceOrder", ["requests"] = "reception_ServiceRequest", ["goods"] = "reception_GoodsReceipt", ["customers"] = "reception_Customer",
        ["devices"] = "reception_Device", ["models"] = "reception_DeviceModel", ["quotations"] = "workshop_Quotation", ["vouchers"] = "billing_Voucher", ["invoices"] = "billing_Invoice", ["tax-rates"] = "billing_TaxRate",
        ["surveys"] = "feedback_Survey", ["nonconformities"] = "workshop_Nonconformity", ["self-control-rights"] = "workshop_SelfControlRight", ["claims"] = "spareparts_SupplierClaim",
        ["defective-parts"] = "spareparts_DefectivePart", ["documents"] = "spareparts_StockDocument", ["periods"] = "spareparts_StockClosing", ["counts"] = "spareparts_StockCount", ["loaners"] = "spareparts_Loaner",
        ["loaner-reservations"] = "spareparts_LoanerReservation", ["loans"] = "spareparts_Loan", ["class-runs"] = "spareparts_ClassRun", ["parts"] = "spareparts_Part", ["price-lists"] = "spareparts_PriceList",
        ["warehouses"] = "spareparts_Warehouse", ["suppliers"] = "spareparts_Supplier", ["purchase-orders"] = "spareparts_PurchaseOrder", ["purchase-proposals"] = "spareparts_PurchaseProposal",
    };

    private static readonly Dictionary<string, (string Table, string Of)> Children = new()
    {
        ["service-orders/lines"] = ("workshop_OrderLine", "OrderId"), ["documents/lines"] = ("spareparts_StockDocumentLine", "StockDocumentId"), ["purchase-orders/lines"] = ("spareparts_PurchaseOrderLine", "PurchaseOrderId"),
        ["purchase-proposals/lines"] = ("spareparts_PurchaseProposalLine", "ProposalId"), ["claims/lines"] = ("spareparts_SupplierClaimLine", "SupplierClaimId"), ["invoices/lines"] = ("billing_InvoiceLine", "InvoiceId"),
        ["quotations/questions"] = ("workshop_QuotationQuestion", "QuotationId"), ["purchase-orders/invoices"] = ("spareparts_SupplierInvoice", "PurchaseOrderId"), ["parts/units"] = ("spareparts_PartUnit", "PartId"),
        ["parts/barcodes"] = ("spareparts_PartBarcode", "PartId"), ["parts/prices"] = ("spareparts_PartPrice", "PartId"), ["parts/fits"] = ("spareparts_PartFit", "PartId"), ["parts/alternatives"] = ("spareparts_PartAlternative", "PartId"),
    };

    private readonly Dictionary<string, object?> route = [];

    /// <summary>The address; null when there is nothing in the house that the command could be about.</summary>
    public string? Path { get; private set; }

    public Dictionary<string, object?> Body { get; } = [];

    /// <summary>What it is about, such as an order.</summary>
    public Guid? Subject { get; private set; }

    public static string? TableOf(string word) => Tables.GetValueOrDefault(word);

    public static IReadOnlyList<Guid> Row(House house, string table, string column = "Id", string? of = null, object? which = null) =>
        !Exists(house, table) ? []
        : [.. house.Ask($"SELECT {column} FROM {table} {(of is null ? "" : $"WHERE {of} = $0")} ORDER BY rowid", of is null ? [] : [which]).Select(r => r[0]).OfType<string>().Select(Guid.Parse)];

    public bool Fill()
    {
        var path = what.Pattern;
        string? first = null;
        foreach (var (word, parameter) in what.Places)
        {
            var value = PlaceOf(word, parameter, first);
            if (value is null)
            {
                return false;
            }

            first ??= word == "orders" ? "service-orders" : word;
            Subject ??= value as Guid?;
            route[parameter] = value;
            var at = path.IndexOf('{', StringComparison.Ordinal);
            path = path[..at] + Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!) + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
        }

        Path = path;
        foreach (var property in Of(what.Command).Where(p => !route.ContainsKey(Camel(p.Name))))
        {
            if (Draw(property.Name, property, "") is { } value)
            {
                Body[Camel(property.Name)] = value;
            }
        }

        return true;
    }

    private static bool Exists(House house, string table) => house.One("SELECT 1 FROM sqlite_master WHERE name = $0", table) is not null;

    private static IEnumerable<PropertyInfo> Of(Type type) => type.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private Random Chance(string name)
    {
        var hash = 17;
        foreach (var letter in name)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return new Random(unchecked(hash ^ (seed * 397)));
    }

    private object? PlaceOf(string word, string parameter, string? first)
    {
        if (parameter is "code" or "modelCode")
        {
            return word == "models" ? "AX-200" : word == "zones" ? "CITY" : "SPRING";
        }

        var chance = Chance("route/" + parameter);
        IReadOnlyList<Guid> row =
            word == "terms" ? [Testing.TestBranches.Berlin.Id]
            : word == "reservations" ? Row(house, "spareparts_Reservation", "LineId")
            : first is not null && word == "suppliers" && parameter == "entryId" ? Row(house, "spareparts_PartSupplier", "Id", "PartId", Key(route.Values.First()))
            : first is not null && Children.TryGetValue($"{first}/{word}", out var child) ? Row(house, child.Table, "Id", child.Of, Key(route.Values.First()))
            : Tables.TryGetValue(word, out var table) ? Row(house, table) : [];
        return row.Count == 0 ? null : first is null && subject >= 0 ? row[subject % row.Count] : row[chance.Next(row.Count)];
    }

    private static string? Key(object? id) => id is Guid guid ? guid.ToString().ToUpperInvariant() : null;

    private object? Draw(string property, PropertyInfo info, string within)
    {
        var name = Camel(property);
        var type = info.PropertyType;
        var chance = Chance(within + name);
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (Never.Contains(name) && chance.Next(30) != 0 && !(name == "orderId" && what.Module == "SpareParts" && what.Name is "LendLoaner" or "ReserveParts" or "ReserveLoaner"))
        {
            return null;
        }

        var isOptional = type != inner || new NullabilityInfoContext().Create(info).WriteState == NullabilityState.Nullable;
        if (isOptional && !Always.Contains(name) && chance.Next(3) != 0)
        {
            return null;
        }

        if (mistaken && chance.Next(3) == 0)
        {
            return Mistake(inner, chance);
        }

        return inner == typeof(string) ? Text(name, within, chance)
            : inner == typeof(bool) ? Yes(name, chance)
            : inner == typeof(int) || inner == typeof(long) ? Whole(name, chance)
            : inner == typeof(decimal) || inner == typeof(double) ? Number(name, chance)
            : inner == typeof(Guid) ? Identity(name, chance)
            : inner == typeof(LocalDate) ? house.Today.PlusDays(Days(name, chance)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : inner == typeof(LocalTime) ? $"{chance.Next(8, 17):D2}:30:00"
            : inner == typeof(Instant) ? (house.Now - Duration.FromHours(chance.Next(1, 30))).ToString()
            : inner.IsEnum ? Choice(name, inner, chance)
            : inner.IsAssignableTo(typeof(IEnumerable)) ? Many(name, inner, within + name, chance)
            : One(inner, within + name, chance);
    }

    private Dictionary<string, object?> One(Type type, string within, Random chance, Guid? line = null)
    {
        var made = new Dictionary<string, object?>();
        if (within == "customer")
        {
            return Customer(chance.Next(6), type);
        }

        if (within == "device" || within == "device/")
        {
            return new() { ["modelCode"] = "AX-200", ["serialNumber"] = $"SN-{chance.Next(1, 12)}" };
        }

        foreach (var property in Of(type))
        {
            var value = Camel(property.Name) is "lineId" && line is not null ? line : Draw(property.Name, property, within + "/");
            if (value is not null)
            {
                made[Camel(property.Name)] = value;
            }
        }

        return made;
    }

    private static Dictionary<string, object?> Customer(int number, Type type)
    {
        string[] names = ["Clara Vogel", "Karl Brandt", "Mina Lee", "Oleg Petrov", "Lucia Gomez", "Nadia Wolf"];
        var made = new Dictionary<string, object?>
        {
            ["kind"] = "Person", ["name"] = names[number], ["phone"] = $"+49 30 5550{number}0{number}", ["email"] = number == 5 ? null : $"customer{number}@example.com", ["address"] = $"Lindenallee {number + 1}", ["language"] = "en",
        };
        return made.Where(m => type.GetProperties().Any(p => Camel(p.Name) == m.Key)).ToDictionary();
    }

    private List<object?> Many(string name, Type type, string within, Random chance)
    {
        var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        var first = what.Places.Count == 0 ? "" : what.Places[0].Word == "orders" ? "service-orders" : what.Places[0].Word;
        if (item == typeof(Guid))
        {
            var row = name switch
            {
                "ticked" or "pointIds" => Row(house, "workshop_ControlPoint", "Id", "Active", 1),
                "voucherIds" => Row(house, "billing_Voucher"),
                "defectiveParts" => Row(house, "spareparts_DefectivePart"),
                "lineIds" when first == "service-orders" => [],
                "lineIds" => Row(house, "spareparts_Reservation", "LineId"),
                _ => [],
            };
            return [.. row.Where(_ => name is "ticked" or "pointIds" || chance.Next(3) > 0).Select(id => (object?)id)];
        }

        if (item == typeof(string))
        {
            return ["A-1"];
        }

        if (Of(item).Any(p => Camel(p.Name) == "lineId") && Children.TryGetValue($"{first}/lines", out var child))
        {
            var lines = Row(house, child.Table, "Id", child.Of, Key(route.Values.FirstOrDefault()));
            return [.. lines.Where(_ => chance.Next(8) > 0).Select((id, i) => (object?)One(item, $"{within}/{i}", chance, id))];
        }

        if (name is "wishes" && house.Ask("SELECT l.Id, o.Id, o.Number, l.PartId FROM workshop_OrderLine l JOIN workshop_ServiceOrder o ON o.Id = l.OrderId WHERE l.PartId IS NOT NULL") is { Count: > 0 } wishes)
        {
            var wish = wishes[chance.Next(wishes.Count)];
            return [new Dictionary<string, object?> { ["lineId"] = wish[0], ["orderId"] = wish[1], ["orderNumber"] = wish[2], ["branchId"] = Testing.TestBranches.Berlin.Id, ["partId"] = wish[3], ["quantity"] = chance.Next(1, 3) }];
        }

        return [.. Enumerable.Range(0, chance.Next(1, 3)).Select(i => (object?)One(item, $"{within}/{i}", Chance($"{within}/{i}")))];
    }

    private object? Identity(string name, Random chance)
    {
        Guid? Any(IReadOnlyList<Guid> row) => row.Count == 0 ? null : row[chance.Next(row.Count)];
        switch (name)
        {
            case "id" or "scanId" or "returnId":
                return new Guid($"0290{(uint)seed % 65536:x4}-0000-7000-8000-{(uint)chance.Next():x12}");
            case "technicianId" or "userId" or "holderId":
                return (chance.Next(5) switch { 0 or 1 => Persons.Tom, 2 => chance.Next(4) == 0 ? Persons.Yun : Persons.Ivan, _ => Persons.Tina }).Id;
            case "targetWarehouseId" or "warehouseId":
                return Any(Row(house, "spareparts_Warehouse"));
            case "otherId" or "supersededBy":
                return Any(Row(house, "spareparts_Part"));
            case "purchaseLineId":
                return Any(Row(house, "spareparts_PurchaseOrderLine"));
            case "stepId":
                return Any(Row(house, "workshop_TestStep"));
            case "lineId":
                return Any(Row(house, "spareparts_Reservation", "LineId"));
            case "branchId":
                return Testing.TestBranches.Berlin.Id;
            case "customerId" when what.Name == "RegisterRequest":
                return null;
            case "orderId" when what.Name is "RegisterRequest" or "AcceptRequest":
                return null;
            case "partId":
                return what.Pattern.Contains("documents", StringComparison.Ordinal) || what.Pattern.Contains("purchase-orders", StringComparison.Ordinal) ? null : Any(Row(house, "spareparts_Part"));
            case "deviceId" when what.Name == "RegisterRequest":
                return null;
            default:
                var word = name[..^2] switch { "defectivePart" => "defective-parts", "order" => "orders", "purchaseOrder" => "purchase-orders", var other => $"{other}s" };
                return Tables.TryGetValue(word, out var table) ? Any(Row(house, table)) : null;
        }
    }

    private string? Text(string name, string within, Random chance) => name switch
    {
        "secret" => SecretOf(chance),
        "signature" => Signature,
        "signedBy" or "handedInBy" or "contactName" => "Clara Vogel",
        "name" => within.Length == 0 && (what.IsByCustomer || what.Name == "AnswerQuotation") ? "Clara Vogel" : $"Name {chance.Next(100)}",
        "modelCode" => "AX-200",
        "serialNumber" or "serial" => $"SN-{chance.Next(1, 12)}",
        "serials" or "faultySerials" or "faultySerial" or "rejectedSerials" => null,
        "wrong" or "right" => $"S-{chance.Next(10)}",
        "language" => "en",
        "currency" => "EUR",
        "taxCode" => "standard",
        "unit" => "pcs",
        "shelf" or "bin" or "fromBin" => chance.Next(2) == 0 ? "A-1" : null,
        "accessories" => "None",
        "condition" => "Used",
        "attitude" or "skill" => "Good",
        "feeCode" or "labourCode" or "diagnosisFeeCode" => chance.Next(3) switch { 0 => "DIAG", 1 => "CLEAN", _ => "LABOUR" },
        "code" => what.Module == "SpareParts" || within.Contains("lines", StringComparison.Ordinal) ? CodeOf(chance) : $"C-{chance.Next(1000)}",
        "number" or "partNumber" or "deliveryNote" or "reference" => $"N-{chance.Next(1000)}",
        "phone" or "otherPhone" => $"+49 30 777{chance.Next(1000):D4}",
        "email" => $"other{chance.Next(100)}@example.com",
        "address" or "customerAddress" => "Kastanienweg 7",
        "customerName" => "Clara Vogel",
        "symptomCode" or "areaCode" or "causeCode" or "remedyCode" => null,
        "group" or "partGroup" or "coveredPartGroups" or "partGroups" => "pump",
        "barcode" or "policeReport" or "supplierNumber" or "passportNumber" => null,
        "customer" => "Clara Vogel",
        "text" when what.Name == "ImportRepairCodes" => "kind;code;text\nCause;C9;Scale",
        "text" => "A new seal was fitted",
        "overrideReason" => null,
        _ => chance.Next(40) == 0 ? "." : Reasons[chance.Next(Reasons.Length)],
    };

    private static readonly string[] Reasons = ["The customer rang and asked for it", "It was entered wrong this morning", "The lorry came late again today", "As agreed with the customer on the telephone"];

    private string CodeOf(Random chance) =>
        house.Ask(what.Module == "SpareParts" || (what.Name == "RequestParts" && house.Has("SpareParts")) || (house.Has("SpareParts") && chance.Next(2) == 0) ? "SELECT Number FROM spareparts_Part ORDER BY rowid" : "SELECT Code FROM workshop_FeeItem ORDER BY rowid") is { Count: > 0 } codes
            ? (string)codes[chance.Next(codes.Count)][0]! : "P-1";

    private string? SecretOf(Random chance)
    {
        var secrets = house.Ask(what.Module == "Feedback" ? "SELECT Secret FROM feedback_Survey ORDER BY rowid" : "SELECT Secret FROM workshop_Quotation ORDER BY rowid");
        return secrets.Count == 0 ? "nobody" : (string)secrets[subject >= 0 ? subject % secrets.Count : chance.Next(secrets.Count)][0]!;
    }

    private static object Yes(string name, Random chance) => chance.Next(20) < name switch
    {
        "registerOnly" or "isInternalWork" => 2,
        "identityChecked" or "confirmedNotDuplicate" or "receiptRetrieved" or "leaveRest" or "active" or "wait" or "reserve" or "dryRun" => 18,
        "post" or "send" or "release" or "approve" or "passed" => 15,
        "customerOwned" or "serialTracked" or "demandsPhotos" or "evenIfWanted" or "mandatory" => 1,
        _ => 10,
    };

    private static object Whole(string name, Random chance) => name switch
    {
        "minutes" => 60, "position" => 1, "answerDays" => 14, "days" => 30, "countDays" or "reviewDays" => 30, "windowMonths" => 12,
        _ => chance.Next(1, 30),
    };

    private object Number(string name, Random chance) => name switch
    {
        "hours" => chance.Next(1, 6) * 0.5m,
        "factor" => chance.Next(2, 12),
        "upTo" => chance.Next(0, 8) * 50m,
        "unitPrice" when what.Module == "Workshop" && chance.Next(4) > 0 => null!,
        "price" or "unitPrice" or "unitCost" => chance.Next(1, 8) * 10m,
        "amount" when what.Pattern.StartsWith("billing/invoices", StringComparison.Ordinal) && route.Values.FirstOrDefault() is Guid id && chance.Next(4) > 0 =>
            Convert.ToInt64(house.One($"SELECT {(what.Name == "RefundPayment" ? "Paid - Gross + Credited" : "Open")} FROM billing_Invoice WHERE Id = $0", Key(id)) ?? 0L, CultureInfo.InvariantCulture) / 1_000_000m,
        "amount" => chance.Next(1, 12) * 5m,
        "accepted" or "quantity" => chance.Next(10) == 0 ? 25m : chance.Next(1, 4),
        "rejected" => chance.Next(4) == 0 ? 1m : 0m,
        "highHours" => 4m, "emergencyHours" => 2m,
        "percent" => 19m,
        "shareOfA" => 80m, "shareOfB" => 95m, "limitOfX" => 0.5m, "limitOfY" => 1m, "serviceLevel" => 95m,
        _ => chance.Next(0, 60),
    };

    private int Days(string name, Random chance) => name switch
    {
        "validFrom" when what.Module == "SpareParts" => chance.Next(0, 5),
        "validFrom" or "soldOn" or "soldFrom" or "receivedOn" or "lastSaleOn" => -chance.Next(1, 500),
        "through" when chance.Next(2) == 0 => -chance.Next(1, 40),
        "month" => -chance.Next(30, 90),
        _ => chance.Next(0, 9),
    };

    private object Choice(string name, Type type, Random chance)
    {
        var all = Enum.GetNames(type);
        return name switch
        {
            "channel" => new[] { "CarryIn", "CarryIn", "CarryIn", "Call", "Call", "Email", "Visit" }[chance.Next(7)],
            "place" => all[chance.Next(all.Length)],
            "category" => new[] { "Paid", "Paid", "Warranty", "Contract", "Internal" }[chance.Next(5)],
            "kind" when what.Name == "DraftStockDocument" => new[] { "Receipt", "Receipt", "Transfer", "Scrap", "Correction", "SupplierReturn" }[chance.Next(6)],
            "kind" when what.Name == "DraftQuotation" => chance.Next(2) == 0 ? "Labour" : "Part",
            "attitude" or "skill" or "arrival" or "promises" => new[] { "Good", "Excellent", "Excellent", "Poor" }[chance.Next(4)],
            _ => all[chance.Next(all.Length)],
        };
    }

    private static object? Mistake(Type type, Random chance) =>
        type == typeof(string) ? new[] { "", ".", "Ω'; --", new string('x', 3000) }[chance.Next(4)]
        : type == typeof(bool) ? chance.Next(2) == 0
        : type == typeof(int) || type == typeof(long) ? new[] { -1, 0, 99, int.MaxValue }[chance.Next(4)]
        : type == typeof(decimal) || type == typeof(double) ? new[] { -1m, 0m, 0.3m, 1_000_000m, 12345.678m }[chance.Next(5)]
        : type == typeof(Guid) ? new Guid("0390ffff-0000-7000-8000-00000000dead")
        : type == typeof(LocalDate) ? new[] { "2020-02-30", "1999-01-01", "2099-12-31" }[chance.Next(3)]
        : null;
}
