using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Planning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Refused",
                table: "spareparts_Reservation",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Refused",
                table: "spareparts_Allocation",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "spareparts_ClassChange",
                columns: table => new
                {
                    CauseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    FromAbc = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToAbc = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromXyz = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToXyz = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromValue = table.Column<long>(type: "INTEGER", nullable: false),
                    ToValue = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClassChange", x => new { x.CauseId, x.Id });
                    table.ForeignKey(
                        name: "FK_spareparts_ClassChange_spareparts_Part_Id",
                        column: x => x.Id,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClassPolicy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ServiceLevel = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewDays = table.Column<int>(type: "INTEGER", nullable: false),
                    CountDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovalLimit = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClassPolicy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClassRun",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ShareOfA = table.Column<long>(type: "INTEGER", nullable: false),
                    ShareOfB = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LimitOfX = table.Column<long>(type: "INTEGER", nullable: false),
                    LimitOfY = table.Column<long>(type: "INTEGER", nullable: false),
                    CalculatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClassRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Demand",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Refused = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Demand", x => new { x.Month, x.WarehouseId, x.PartId, x.BranchId });
                });

            migrationBuilder.CreateTable(
                name: "spareparts_DemandRecord",
                columns: table => new
                {
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: true),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_DemandRecord", x => new { x.PartId, x.BranchId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ManualClass",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ManualClass", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ModelObligation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ServiceLifeYears = table.Column<int>(type: "INTEGER", nullable: true),
                    LastSaleOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ModelObligation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PartClass",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Abc = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Xyz = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Manual = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Cumulated = table.Column<long>(type: "INTEGER", nullable: false),
                    Variation = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartClass", x => new { x.RunId, x.Id });
                    table.ForeignKey(
                        name: "FK_spareparts_PartClass_spareparts_Part_Id",
                        column: x => x.Id,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PartForecast",
                columns: table => new
                {
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CalculatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interval = table.Column<long>(type: "INTEGER", nullable: true),
                    Unevenness = table.Column<long>(type: "INTEGER", nullable: true),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tested = table.Column<int>(type: "INTEGER", nullable: false),
                    PerMonth = table.Column<long>(type: "INTEGER", nullable: false),
                    Error = table.Column<long>(type: "INTEGER", nullable: false),
                    Scaled = table.Column<long>(type: "INTEGER", nullable: true),
                    ScaledAverage = table.Column<long>(type: "INTEGER", nullable: true),
                    ScaledCroston = table.Column<long>(type: "INTEGER", nullable: true),
                    ScaledSba = table.Column<long>(type: "INTEGER", nullable: true),
                    ScaledTsb = table.Column<long>(type: "INTEGER", nullable: true),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ServiceLevel = table.Column<long>(type: "INTEGER", nullable: false),
                    LeadDays = table.Column<long>(type: "INTEGER", nullable: false),
                    LeadDeviation = table.Column<long>(type: "INTEGER", nullable: false),
                    LeadSource = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReviewDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SafetyStock = table.Column<long>(type: "INTEGER", nullable: false),
                    ReorderPoint = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartForecast", x => new { x.BranchId, x.Id });
                    table.ForeignKey(
                        name: "FK_spareparts_PartForecast_spareparts_Part_Id",
                        column: x => x.Id,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PartPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FixedQuantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Minimum = table.Column<long>(type: "INTEGER", nullable: false),
                    Maximum = table.Column<long>(type: "INTEGER", nullable: false),
                    CoverDays = table.Column<int>(type: "INTEGER", nullable: true),
                    LeadDays = table.Column<int>(type: "INTEGER", nullable: true),
                    DiscontinuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastOrderOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PlanningRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WindowMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    ShareOfA = table.Column<long>(type: "INTEGER", nullable: false),
                    ShareOfB = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LimitOfX = table.Column<long>(type: "INTEGER", nullable: false),
                    LimitOfY = table.Column<long>(type: "INTEGER", nullable: false),
                    UsualLeadDays = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderCost = table.Column<long>(type: "INTEGER", nullable: false),
                    HoldingPercent = table.Column<long>(type: "INTEGER", nullable: false),
                    UsualCoverDays = table.Column<int>(type: "INTEGER", nullable: false),
                    OverDeliveryPercent = table.Column<long>(type: "INTEGER", nullable: false),
                    UnderDeliveryPercent = table.Column<long>(type: "INTEGER", nullable: false),
                    PricePercent = table.Column<long>(type: "INTEGER", nullable: false),
                    DemandGatheredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PlanningRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PurchaseOrder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Disputed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PurchaseOrder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseOrder_spareparts_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "spareparts_Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseOrder_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PurchaseProposal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PurchaseProposal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseProposal_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PurchaseOrderLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurchaseOrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SupplierNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    LeadDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    Open = table.Column<long>(type: "INTEGER", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PurchaseOrderLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseOrderLine_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseOrderLine_spareparts_PurchaseOrder_PurchaseOrderId",
                        column: x => x.PurchaseOrderId,
                        principalTable: "spareparts_PurchaseOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PurchaseReceipt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurchaseOrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryNote = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StockDocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StockDocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PurchaseReceipt", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseReceipt_spareparts_PurchaseOrder_PurchaseOrderId",
                        column: x => x.PurchaseOrderId,
                        principalTable: "spareparts_PurchaseOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_SupplierInvoice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurchaseOrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReleaseReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReleasedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_SupplierInvoice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierInvoice_spareparts_PurchaseOrder_PurchaseOrderId",
                        column: x => x.PurchaseOrderId,
                        principalTable: "spareparts_PurchaseOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PurchaseProposalLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Figures_OnHand = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_Reserved = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_OnOrder = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_Waiting = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_PerMonth = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Figures_LeadDays = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_ReviewDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures_ServiceLevel = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_SafetyStock = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_ReorderPoint = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_Policy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Figures_Need = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_ByPolicy = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_SupplierMinimum = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_Pack = table.Column<long>(type: "INTEGER", nullable: false),
                    Suggested = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Price = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PurchaseProposalLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseProposalLine_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseProposalLine_spareparts_PurchaseProposal_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "spareparts_PurchaseProposal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseProposalLine_spareparts_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "spareparts_Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PurchaseReceiptLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurchaseReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PurchaseReceiptLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PurchaseReceiptLine_spareparts_PurchaseReceipt_PurchaseReceiptId",
                        column: x => x.PurchaseReceiptId,
                        principalTable: "spareparts_PurchaseReceipt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_SupplierInvoiceLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierInvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderedPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    FarOff = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_SupplierInvoiceLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierInvoiceLine_spareparts_SupplierInvoice_SupplierInvoiceId",
                        column: x => x.SupplierInvoiceId,
                        principalTable: "spareparts_SupplierInvoice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClassChange_At_Id",
                table: "spareparts_ClassChange",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClassChange_Id_At",
                table: "spareparts_ClassChange",
                columns: new[] { "Id", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClassPolicy_Class",
                table: "spareparts_ClassPolicy",
                column: "Class",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClassRun_BranchId_WarehouseId_State",
                table: "spareparts_ClassRun",
                columns: new[] { "BranchId", "WarehouseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Demand_PartId_Month",
                table: "spareparts_Demand",
                columns: new[] { "PartId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DemandRecord_BranchId_Month",
                table: "spareparts_DemandRecord",
                columns: new[] { "BranchId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ManualClass_PartId_BranchId_WarehouseId",
                table: "spareparts_ManualClass",
                columns: new[] { "PartId", "BranchId", "WarehouseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ModelObligation_ModelCode",
                table: "spareparts_ModelObligation",
                column: "ModelCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartClass_Id",
                table: "spareparts_PartClass",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartClass_RunId_Rank_Id",
                table: "spareparts_PartClass",
                columns: new[] { "RunId", "Rank", "Id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartForecast_Id",
                table: "spareparts_PartForecast",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartForecast_PartNumber_Id",
                table: "spareparts_PartForecast",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartForecast_PerMonth_Id",
                table: "spareparts_PartForecast",
                columns: new[] { "PerMonth", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrder_Amount_Id",
                table: "spareparts_PurchaseOrder",
                columns: new[] { "Amount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrder_CreatedAt_Id",
                table: "spareparts_PurchaseOrder",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrder_Number",
                table: "spareparts_PurchaseOrder",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrder_State_CreatedAt_Id",
                table: "spareparts_PurchaseOrder",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrder_SupplierId_OrderedOn",
                table: "spareparts_PurchaseOrder",
                columns: new[] { "SupplierId", "OrderedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrder_WarehouseId",
                table: "spareparts_PurchaseOrder",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrderLine_PartId_Open",
                table: "spareparts_PurchaseOrderLine",
                columns: new[] { "PartId", "Open" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseOrderLine_PurchaseOrderId_Line",
                table: "spareparts_PurchaseOrderLine",
                columns: new[] { "PurchaseOrderId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseProposal_CreatedAt_Id",
                table: "spareparts_PurchaseProposal",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseProposal_Number",
                table: "spareparts_PurchaseProposal",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseProposal_WarehouseId",
                table: "spareparts_PurchaseProposal",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseProposalLine_PartId",
                table: "spareparts_PurchaseProposalLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseProposalLine_ProposalId_Line",
                table: "spareparts_PurchaseProposalLine",
                columns: new[] { "ProposalId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseProposalLine_SupplierId",
                table: "spareparts_PurchaseProposalLine",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseReceipt_Day",
                table: "spareparts_PurchaseReceipt",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseReceipt_PurchaseOrderId_DeliveryNote",
                table: "spareparts_PurchaseReceipt",
                columns: new[] { "PurchaseOrderId", "DeliveryNote" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseReceiptLine_PartId",
                table: "spareparts_PurchaseReceiptLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PurchaseReceiptLine_PurchaseReceiptId",
                table: "spareparts_PurchaseReceiptLine",
                column: "PurchaseReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierInvoice_PurchaseOrderId_Number",
                table: "spareparts_SupplierInvoice",
                columns: new[] { "PurchaseOrderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierInvoiceLine_SupplierInvoiceId",
                table: "spareparts_SupplierInvoiceLine",
                column: "SupplierInvoiceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_ClassChange");

            migrationBuilder.DropTable(
                name: "spareparts_ClassPolicy");

            migrationBuilder.DropTable(
                name: "spareparts_ClassRun");

            migrationBuilder.DropTable(
                name: "spareparts_Demand");

            migrationBuilder.DropTable(
                name: "spareparts_DemandRecord");

            migrationBuilder.DropTable(
                name: "spareparts_ManualClass");

            migrationBuilder.DropTable(
                name: "spareparts_ModelObligation");

            migrationBuilder.DropTable(
                name: "spareparts_PartClass");

            migrationBuilder.DropTable(
                name: "spareparts_PartForecast");

            migrationBuilder.DropTable(
                name: "spareparts_PartPlan");

            migrationBuilder.DropTable(
                name: "spareparts_PlanningRules");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseOrderLine");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseProposalLine");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseReceiptLine");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierInvoiceLine");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseProposal");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseReceipt");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierInvoice");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseOrder");

            migrationBuilder.DropColumn(
                name: "Refused",
                table: "spareparts_Reservation");

            migrationBuilder.DropColumn(
                name: "Refused",
                table: "spareparts_Allocation");
        }
    }
}
