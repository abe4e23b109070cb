using System.Resources;
using Autofac;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts;
using ServiceErp.SpareParts.Api;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Features.Claims;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Integration;
using ServiceErp.SpareParts.Pages;
using ServiceErp.SpareParts.Pages.Claims;
using ServiceErp.SpareParts.Pages.Purchasing;
using ServiceErp.SpareParts.Persistence;

[assembly: ErpModule(typeof(SparePartsModule))]

namespace ServiceErp.SpareParts;

/// <summary>Spare parts: the catalogue, the warehouses and the ledger of what lies in them (regulation 4.6).</summary>
public sealed class SparePartsModule : ErpModule
{
    private static readonly string[] Readers =
        [Roles.WarehouseKeeper, Roles.Technician, Roles.Dispatcher, Roles.Accountant, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator];

    /// <inheritdoc />
    public override string Name => "SpareParts";

    /// <inheritdoc />
    public override string Title => "Spare parts";

    /// <inheritdoc />
    public override int Order => 300;

    /// <inheritdoc />
    public override Type DbContext => typeof(SparePartsDbContext);

    public override ResourceManager Texts { get; } = new("ServiceErp.SpareParts.Resources.SparePartsText", typeof(SparePartsModule).Assembly);

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions =>
    [
        new(SparePartsPermissions.PartRead, Readers),
        new(SparePartsPermissions.PartWrite, Roles.WarehouseKeeper),
        new(SparePartsPermissions.PriceBackdate, Roles.BranchManager, Roles.ServiceDirector),
        new(SparePartsPermissions.PartImport, Roles.WarehouseKeeper),
        new(SparePartsPermissions.WarehouseWrite, Roles.WarehouseKeeper),
        new(SparePartsPermissions.StockRead, Readers),
        new(SparePartsPermissions.StockValue, Roles.WarehouseKeeper, Roles.Accountant, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
        new(SparePartsPermissions.StockMove, Roles.WarehouseKeeper),
        new(SparePartsPermissions.StockReserve, Roles.WarehouseKeeper, Roles.Technician, Roles.Dispatcher),
        new(SparePartsPermissions.StockWriteOff, Roles.BranchManager, Roles.Accountant),
        new(SparePartsPermissions.ReservationRelease, Roles.WarehouseKeeper, Roles.Dispatcher),
        new(SparePartsPermissions.CountRead, Readers),
        new(SparePartsPermissions.CountPlan, Roles.WarehouseKeeper, Roles.BranchManager),
        new(SparePartsPermissions.CountWrite, Roles.WarehouseKeeper, Roles.Technician),
        new(SparePartsPermissions.CountPost, Roles.WarehouseKeeper, Roles.BranchManager, Roles.Accountant),
        new(SparePartsPermissions.CountApprove, Roles.BranchManager, Roles.Accountant),
        new(SparePartsPermissions.LoanerRead, [.. Readers, Roles.Receptionist]),
        new(SparePartsPermissions.LoanerLend, Roles.WarehouseKeeper, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(SparePartsPermissions.LoanerManage, Roles.WarehouseKeeper, Roles.BranchManager),
        new(SparePartsPermissions.LoanerRelease, Roles.Dispatcher, Roles.BranchManager, Roles.ServiceDirector),
        new(SparePartsPermissions.LoanerFee, Roles.WarehouseKeeper, Roles.BranchManager, Roles.Accountant),
        new(SparePartsPermissions.PeriodClose, Roles.Accountant, Roles.ServiceDirector),
        new(SparePartsPermissions.ClassWrite, Roles.WarehouseKeeper),
        new(SparePartsPermissions.PlanWrite, Roles.WarehouseKeeper),
        new(SparePartsPermissions.PurchaseRead, Roles.WarehouseKeeper, Roles.Accountant, Roles.BranchManager, Roles.ServiceDirector),
        new(SparePartsPermissions.PurchaseWrite, Roles.WarehouseKeeper),
        new(SparePartsPermissions.PurchaseApprove, Roles.WarehouseKeeper, Roles.BranchManager),
        new(SparePartsPermissions.PurchaseApproveAny, Roles.BranchManager, Roles.ServiceDirector),
        new(SparePartsPermissions.RulesWrite, Roles.BranchManager, Roles.ServiceDirector),
        new(SparePartsPermissions.InvoiceNote, Roles.WarehouseKeeper, Roles.Accountant),
        new(SparePartsPermissions.InvoiceRelease, Roles.Accountant),
        new(SparePartsPermissions.ClaimRead, Roles.WarehouseKeeper, Roles.Accountant, Roles.BranchManager, Roles.ServiceDirector),
        new(SparePartsPermissions.ClaimWrite, Roles.WarehouseKeeper, Roles.BranchManager),
        new(SparePartsPermissions.ClaimSettle, Roles.WarehouseKeeper, Roles.BranchManager, Roles.Accountant),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Platform.Modules.NavigationItem> Navigation =>
    [
        new("Scan in the store", "/spare-parts/scan", "scan", SparePartsPermissions.StockMove, 5),
        new("Parts to hand out", "/spare-parts/hand-out", "package-export", SparePartsPermissions.StockMove, 10),
        new("Parts", "/spare-parts/parts", "packages", SparePartsPermissions.PartRead, 20),
        new("Stock", "/spare-parts/stock", "building-warehouse", SparePartsPermissions.StockRead, 30),
        new("Stock documents", "/spare-parts/documents", "package-import", SparePartsPermissions.StockMove, 40),
        new("Put away", "/spare-parts/put-away", "box", SparePartsPermissions.StockMove, 45),
        new("Defective parts", "/spare-parts/defective-parts", "alert-circle", SparePartsPermissions.StockRead, 48),
        new("Shortages", "/spare-parts/shortages", "alert-triangle", SparePartsPermissions.StockRead, 50),
        new("Counts", "/spare-parts/counts", "clipboard-list", SparePartsPermissions.CountRead, 51),
        new("Loaner calendar", "/spare-parts/loaners/calendar", "calendar-event", SparePartsPermissions.LoanerRead, 52),
        new("Loaners", "/spare-parts/loaners", "device-desktop", SparePartsPermissions.LoanerRead, 54),
        new("Loans", "/spare-parts/loans", "heart-handshake", SparePartsPermissions.LoanerRead, 56),
        new("Ledger", "/spare-parts/ledger", "list-details", SparePartsPermissions.StockRead, 60),
        new("Price lists", "/spare-parts/price-lists", "tags", SparePartsPermissions.PartWrite, 65),
        new("Labels", "/spare-parts/labels", "qrcode", SparePartsPermissions.StockMove, 67),
        new("Closed periods", "/spare-parts/periods", "lock", SparePartsPermissions.PeriodClose, 68),
        new("Warehouses", "/spare-parts/warehouses", "building-store", SparePartsPermissions.WarehouseWrite, 70),
        new("Purchase proposals", "/spare-parts/purchase-proposals", "shopping-cart", SparePartsPermissions.PurchaseRead, 72),
        new("Stock advice", "/spare-parts/stock-advice", "alert-circle", SparePartsPermissions.PurchaseRead, 73),
        new("Purchase orders", "/spare-parts/purchase-orders", "truck-delivery", SparePartsPermissions.PurchaseRead, 74),
        new("Supplier invoices", "/spare-parts/supplier-invoices", "file-invoice", SparePartsPermissions.PurchaseRead, 75),
        new("Classes", "/spare-parts/classes", "chart-bar", SparePartsPermissions.StockRead, 76),
        new("Forecasts", "/spare-parts/forecasts", "chart-line", SparePartsPermissions.StockRead, 78),
        new("Supply obligation", "/spare-parts/parts-at-risk", "alert-circle", SparePartsPermissions.StockRead, 79),
        new("Store reports", "/spare-parts/reports", "report-analytics", SparePartsPermissions.StockValue, 81),
        new("Supplier claims", "/spare-parts/claims", "arrow-back-up", SparePartsPermissions.ClaimRead, 75),
        new("Suppliers", "/spare-parts/suppliers", "truck-delivery", SparePartsPermissions.PartWrite, 80),
    ];

    /// <inheritdoc />
    public override void MapApi(ApiRoutes api)
    {
        SparePartsApi.Map(api);
        PlanningApi.Map(api);
    }

    /// <inheritdoc />
    public override void MapPages(PageRoutes pages)
    {
        SparePartsPages.Map(pages);
        PlanningPages.Map(pages);
    }

    /// <inheritdoc />
    protected override void Register(ContainerBuilder builder)
    {
        builder.KeepsFilesWith<SparePartsDbContext, Part>(SparePartsPermissions.PartRead, [SparePartsPermissions.PartWrite]);
        builder.KeepsFilesWith<SparePartsDbContext, Loaner>(SparePartsPermissions.LoanerRead, [SparePartsPermissions.LoanerManage]);
        builder.KeepsFilesWith<SparePartsDbContext, Loan>(SparePartsPermissions.LoanerRead, [SparePartsPermissions.LoanerLend], beforehand: true);
        builder.RegisterType<StockRoom>().InstancePerLifetimeScope();
        builder.RegisterType<StockDocumentDesk>().InstancePerLifetimeScope();
        builder.KeepsFilesWith<SparePartsDbContext, SupplierClaim>(SparePartsPermissions.ClaimRead, [SparePartsPermissions.ClaimWrite]);
        builder.SendsPaper<GetSupplierClaim.Answer, ClaimLetter>("supplier-claim", id => new GetSupplierClaim.Query(id), claim => claim.Number, (claim, branch) => new { Claim = claim, Branch = branch });
        builder.SendsPaper<GetPurchaseOrder.Answer, PurchaseOrderPaper>("purchase-order", id => new GetPurchaseOrder.Query(id), order => order.Number, (order, branch) => new { Order = order, Branch = branch });
        builder.RegisterType<ClaimDesk>().InstancePerLifetimeScope();
        builder.RegisterType<SupplierClaimCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<ClaimsToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<DefectDesk>().InstancePerLifetimeScope();
        builder.RegisterType<HandOutDesk>().InstancePerLifetimeScope();
        builder.RegisterType<OrderGate>().InstancePerLifetimeScope();
        builder.RegisterType<CountDesk>().InstancePerLifetimeScope();
        builder.RegisterType<PlanCountsDaily>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.RegisterType<LoanDesk>().InstancePerLifetimeScope();
        builder.RegisterType<LoanerPool>().As<ILoanerPool>().InstancePerLifetimeScope();
        builder.RegisterType<LoanersToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<LoanerCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<LoanCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<StockCountCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<CountsToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<RemindOfLoansHourly>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.RegisterType<PartsStock>().As<IPartsStock>().InstancePerLifetimeScope();
        builder.RegisterType<Substitutes>().InstancePerLifetimeScope();
        builder.RegisterInstance(CatalogueImporter.Make());
        builder.RegisterInstance(PriceImporter.Make());
        builder.RegisterInstance(ReceiptImporter.Make());
        builder.RegisterInstance(DemandImporter.Make());
        builder.RegisterType<PartPlanner>().InstancePerLifetimeScope();
        builder.RegisterType<PurchaseDesk>().InstancePerLifetimeScope();
        builder.RegisterType<PartsAtRisk>().InstancePerLifetimeScope();
        builder.RegisterType<PlanPartsNightly>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.RegisterType<PurchaseOrderCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<PurchaseProposalCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<StoreCodes>().As<IKnownCodes>().InstancePerLifetimeScope();
        builder.RegisterType<UnknownPartCodes>().As<IUnknownCodes>().InstancePerLifetimeScope();
        builder.RegisterType<PurchasingToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<SparePartsToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<ReservationCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<DefectivePartCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<StockDocumentCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
    }
}
