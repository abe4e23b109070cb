using System.Globalization;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Importing;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Models;
using ServiceErp.Reception.Features.Warranty;

namespace ServiceErp.Reception.Integration;

/// <summary>The columns of Reception's tables, under the headings that such files usually have (REC-10). In this order each finds what it refers to.</summary>
internal static class ReceptionImporters
{
    public const string Models = "reception-models";
    public const string Policies = "reception-warranty";
    public const string Customers = "reception-customers";
    public const string Devices = "reception-devices";

    public static IEnumerable<Importer> All() =>
    [
        new Importer<ModelRow>(Models, "Device models", ReceptionPermissions.Import)
            .Text("Code", (r, v) => r.Code = v, required: true, maxLength: 40, example: "AX-200", aliases: ["Model", "Model code", "Model number"])
            .Text("Name", (r, v) => r.Name = v, example: "Espresso machine AX-200", aliases: ["Description", "Model name"])
            .Text("Product group", (r, v) => r.ProductGroup = v, maxLength: 100, example: "Coffee", aliases: ["Group", "Category"])
            .Whole("Service life years", (r, v) => r.ServiceLifeYears = v, example: "10", aliases: ["Service life", "Years"])
            .Text("Part groups", (r, v) => r.PartGroups = v, maxLength: 2000, example: "pump, boiler")
            .YesNo("Active", (r, v) => r.Active = v, aliases: ["In use"])
            .Key(r => DeviceModel.KeyOf(r.Code))
            .Apply(r => new ImportModel.Command(r.Code) { Name = r.Name, ProductGroup = r.ProductGroup, ServiceLifeYears = r.ServiceLifeYears, PartGroups = r.PartGroups, Active = r.Active }),

        new Importer<PolicyRow>(Policies, "Warranty terms", ReceptionPermissions.Import)
            .Text("Model", (r, v) => r.Model = v, required: true, maxLength: 40, example: "AX-200", aliases: ["Model code", "Code"])
            .Date("Sold from", (r, v) => r.SoldFrom = v, required: true, example: "2026-01-01", aliases: ["From", "Valid from"])
            .Whole("Part months", (r, v) => r.PartMonths = v, example: "24", aliases: ["Parts", "Months", "Parts (months)"])
            .Whole("Labour months", (r, v) => r.LabourMonths = v, example: "12", aliases: ["Labour", "Labor", "Labor months", "Labour (months)"])
            .YesNo("Needs proof of purchase", (r, v) => r.NeedsProofOfPurchase = v, aliases: ["Proof of purchase"])
            .Text("Excluded causes", (r, v) => r.ExcludedCauses = v, maxLength: 1000, example: "MISUSE, LIGHTNING", aliases: ["Exclusions"])
            .Column("Terms", ReadTerms, (r, v) => r.Terms = v, example: "boiler: 36, pump: 24", aliases: ["Part group terms", "Months by part group"])
            .Key(r => $"{DeviceModel.KeyOf(r.Model)} {r.SoldFrom:uuuu-MM-dd}")
            .Apply(r => new ImportWarrantyPolicy.Command(r.Model, r.SoldFrom)
            {
                PartMonths = r.PartMonths, LabourMonths = r.LabourMonths, NeedsProofOfPurchase = r.NeedsProofOfPurchase, ExcludedCauses = r.ExcludedCauses, Terms = r.Terms,
            }),

        new Importer<CustomerRow>(Customers, "Customers", ReceptionPermissions.Import)
            .Text("Code", (r, v) => r.Code = v, required: true, maxLength: 40, example: "C-1001", aliases: ["Customer", "Customer code", "Customer number", "Customer no."])
            .Text("Name", (r, v) => r.Name = v, example: "Anna Berg", aliases: ["Customer name", "Company"])
            .Choice<CustomerKind>("Kind", (r, v) => r.Kind = v, example: "Person", aliases: ["Type"])
            .Text("Contact name", (r, v) => r.ContactName = v, aliases: ["Contact", "Contact person"])
            .Text("Phone", (r, v) => r.Phone = v, maxLength: 40, example: "+49 30 5551234", aliases: ["Telephone", "Tel", "Mobile"])
            .Text("Other phone", (r, v) => r.OtherPhone = v, maxLength: 40, aliases: ["Phone 2", "Second phone"])
            .Text("Email", (r, v) => r.Email = v, example: "anna@example.com", aliases: ["E-mail", "Mail"])
            .Text("Address", (r, v) => r.Address = v, maxLength: 400, example: "Lindenallee 3, Berlin", aliases: ["Street"])
            .Text("Zone", (r, v) => r.Zone = v, maxLength: 20, example: "TOWN")
            .Text("Language", (r, v) => r.Language = v.ToLowerInvariant(), maxLength: 5, example: "en")
            .YesNo("Pays on account", (r, v) => r.PaysOnAccount = v, example: "no", aliases: ["On account"])
            .Text("Notes", (r, v) => r.Notes = v, maxLength: 2000, aliases: ["Note", "Remark", "Comment"])
            .YesNo("Somebody else", (r, v) => r.SomebodyElse = v, example: "no")
            .Key(r => r.Code)
            .Apply(r => new ImportCustomer.Command(r.Code)
            {
                Kind = r.Kind, Name = r.Name, ContactName = r.ContactName, Phone = r.Phone, OtherPhone = r.OtherPhone, Email = r.Email, Address = r.Address, Zone = r.Zone, Language = r.Language,
                PaysOnAccount = r.PaysOnAccount, Notes = r.Notes, SomebodyElse = r.SomebodyElse,
            }),

        new Importer<DeviceRow>(Devices, "Devices", ReceptionPermissions.Import)
            .Text("Model", (r, v) => r.Model = v, required: true, maxLength: 40, example: "AX-200", aliases: ["Model code", "Model number"])
            .Text("Serial number", (r, v) => r.SerialNumber = v, required: true, maxLength: 60, example: "SN-1001", aliases: ["Serial", "Serial no.", "S/N"])
            .Text("Customer", (r, v) => r.Customer = v, maxLength: 40, example: "C-1001", aliases: ["Customer code", "Customer number", "Owner"])
            .Date("Sold on", (r, v) => r.SoldOn = v, example: "2025-09-01", aliases: ["Sold", "Date of sale", "Purchase date"])
            .YesNo("Proof of purchase", (r, v) => r.ProofOfPurchase = v, aliases: ["Has proof of purchase", "Receipt"])
            .Text("Passport number", (r, v) => r.PassportNumber = v, maxLength: 60, aliases: ["Passport"])
            .Number("Response hours", (r, v) => r.ResponseHours = v, example: "4", aliases: ["Response target"])
            .Text("Notes", (r, v) => r.Notes = v, maxLength: 2000, aliases: ["Note", "Remark", "Comment"])
            .Key(r => $"{DeviceModel.KeyOf(r.Model)} {Device.KeyOf(r.SerialNumber)}")
            .Apply(r => new ImportDevice.Command(r.Model, r.SerialNumber)
            {
                Customer = r.Customer, SoldOn = r.SoldOn, ProofOfPurchase = r.ProofOfPurchase, PassportNumber = r.PassportNumber, ResponseHours = r.ResponseHours, Notes = r.Notes,
            }),
    ];

    /// <summary>"boiler: 36, pump: 24"; a lone dash takes all terms away.</summary>
    private static Result<Dictionary<string, int>> ReadTerms(string text)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in text == "-" ? [] : text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = term.LastIndexOfAny([':', '=']);
            if (at <= 0 || !int.TryParse(term[(at + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var months) || !terms.TryAdd(term[..at].Trim(), months))
            {
                return Error.Invalid("Reception.Warranty.TermsUnreadable", "Write each part group once with its months, like “boiler: 36, pump: 24”.");
            }
        }

        return terms;
    }

    private sealed class ModelRow
    {
        public string Code { get; set; } = "";

        public string? Name { get; set; }

        public string? ProductGroup { get; set; }

        public int? ServiceLifeYears { get; set; }

        public string? PartGroups { get; set; }

        public bool? Active { get; set; }
    }

    private sealed class PolicyRow
    {
        public string Model { get; set; } = "";

        public LocalDate SoldFrom { get; set; }

        public int? PartMonths { get; set; }

        public int? LabourMonths { get; set; }

        public bool? NeedsProofOfPurchase { get; set; }

        public string? ExcludedCauses { get; set; }

        public IReadOnlyDictionary<string, int>? Terms { get; set; }
    }

    private sealed class CustomerRow
    {
        public string Code { get; set; } = "";

        public CustomerKind? Kind { get; set; }

        public string? Name { get; set; }

        public string? ContactName { get; set; }

        public string? Phone { get; set; }

        public string? OtherPhone { get; set; }

        public string? Email { get; set; }

        public string? Address { get; set; }

        public string? Zone { get; set; }

        public string? Language { get; set; }

        public bool? PaysOnAccount { get; set; }

        public string? Notes { get; set; }

        public bool SomebodyElse { get; set; }
    }

    private sealed class DeviceRow
    {
        public string Model { get; set; } = "";

        public string SerialNumber { get; set; } = "";

        public string? Customer { get; set; }

        public LocalDate? SoldOn { get; set; }

        public bool? ProofOfPurchase { get; set; }

        public string? PassportNumber { get; set; }

        public decimal? ResponseHours { get; set; }

        public string? Notes { get; set; }
    }
}
