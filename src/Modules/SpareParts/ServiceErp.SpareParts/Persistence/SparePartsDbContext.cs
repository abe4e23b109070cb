using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Obligations;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Persistence;

/// <summary>The tables of the module.</summary>
internal abstract class SparePartsDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public override string Schema => "spareparts";

    public DbSet<Part> Parts => Set<Part>();

    public DbSet<PartUnit> PartUnits => Set<PartUnit>();

    public DbSet<PartPrice> PartPrices => Set<PartPrice>();

    public DbSet<PartFit> PartFits => Set<PartFit>();

    public DbSet<PartAlternative> PartAlternatives => Set<PartAlternative>();

    public DbSet<PartBarcode> PartBarcodes => Set<PartBarcode>();

    public DbSet<PartSupplier> PartSuppliers => Set<PartSupplier>();

    public DbSet<PriceList> PriceLists => Set<PriceList>();

    public DbSet<PriceListEntry> PriceListEntries => Set<PriceListEntry>();

    public DbSet<KnownModel> KnownModels => Set<KnownModel>();

    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    public DbSet<Bin> Bins => Set<Bin>();

    public DbSet<StockItem> StockItems => Set<StockItem>();

    public DbSet<Movement> Movements => Set<Movement>();

    public DbSet<SerialPiece> SerialPieces => Set<SerialPiece>();

    public DbSet<StockClosing> Closings => Set<StockClosing>();

    public DbSet<StockDocument> Documents => Set<StockDocument>();

    public DbSet<StockDocumentLine> DocumentLines => Set<StockDocumentLine>();

    public DbSet<Reservation> Reservations => Set<Reservation>();

    public DbSet<Allocation> Allocations => Set<Allocation>();

    public DbSet<PlanningRules> PlanningRules => Set<PlanningRules>();

    public DbSet<ClassPolicy> ClassPolicies => Set<ClassPolicy>();

    public DbSet<ClassRun> ClassRuns => Set<ClassRun>();

    public DbSet<PartClass> PartClasses => Set<PartClass>();

    public DbSet<ManualClass> ManualClasses => Set<ManualClass>();

    public DbSet<ClassChange> ClassChanges => Set<ClassChange>();

    public DbSet<Demand> Demands => Set<Demand>();

    public DbSet<DemandRecord> DemandRecords => Set<DemandRecord>();

    public DbSet<PartForecast> PartForecasts => Set<PartForecast>();

    public DbSet<PartPlan> PartPlans => Set<PartPlan>();

    public DbSet<ModelObligation> ModelObligations => Set<ModelObligation>();

    public DbSet<PurchaseProposal> PurchaseProposals => Set<PurchaseProposal>();

    public DbSet<PurchaseProposalLine> PurchaseProposalLines => Set<PurchaseProposalLine>();

    public DbSet<PurchaseOrder> PurchaseOrders => Set<PurchaseOrder>();

    public DbSet<PurchaseOrderLine> PurchaseOrderLines => Set<PurchaseOrderLine>();

    public DbSet<PurchaseReceipt> PurchaseReceipts => Set<PurchaseReceipt>();

    public DbSet<PurchaseReceiptLine> PurchaseReceiptLines => Set<PurchaseReceiptLine>();

    public DbSet<SupplierInvoice> SupplierInvoices => Set<SupplierInvoice>();

    public DbSet<SupplierClaim> SupplierClaims => Set<SupplierClaim>();

    public DbSet<ClaimCredit> ClaimCredits => Set<ClaimCredit>();

    public DbSet<ClaimReplacement> ClaimReplacements => Set<ClaimReplacement>();

    public DbSet<ClaimComeback> ClaimComebacks => Set<ClaimComeback>();

    public DbSet<DefectivePart> DefectiveParts => Set<DefectivePart>();

    public DbSet<Loaner> Loaners => Set<Loaner>();

    public DbSet<Loan> Loans => Set<Loan>();

    public DbSet<LoanCharge> LoanCharges => Set<LoanCharge>();

    public DbSet<LoanerReservation> LoanerReservations => Set<LoanerReservation>();

    public DbSet<LoanerRules> LoanerRules => Set<LoanerRules>();

    public DbSet<KnownOrder> KnownOrders => Set<KnownOrder>();

    public DbSet<StockCount> StockCounts => Set<StockCount>();

    public DbSet<CountLine> CountLines => Set<CountLine>();

    public DbSet<CountScan> CountScans => Set<CountScan>();

    public DbSet<CountRules> CountRules => Set<CountRules>();

    /// <summary>The ledger is only ever added to.</summary>
    protected override void GuardStoring()
    {
        if (ChangeTracker.Entries<Movement>().FirstOrDefault(m => m.State is EntityState.Modified or EntityState.Deleted) is { } tampered)
        {
            throw new InvalidOperationException($"Movement {tampered.Entity.Id} would be {tampered.State}; a ledger is corrected by counter-entries.");
        }
    }
}

internal sealed class SqliteSparePartsDbContext(DbContextOptions<SqliteSparePartsDbContext> options) : SparePartsDbContext(options)
{
    public SqliteSparePartsDbContext()
        : this(DesignTime.Sqlite<SqliteSparePartsDbContext>("spareparts"))
    {
    }
}

internal sealed class SqlServerSparePartsDbContext(DbContextOptions<SqlServerSparePartsDbContext> options) : SparePartsDbContext(options)
{
    public SqlServerSparePartsDbContext()
        : this(DesignTime.SqlServer<SqlServerSparePartsDbContext>("spareparts"))
    {
    }
}
