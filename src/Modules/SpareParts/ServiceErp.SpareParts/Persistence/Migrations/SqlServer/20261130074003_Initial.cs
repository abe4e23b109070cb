using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "spareparts");

            migrationBuilder.CreateTable(
                name: "ClassPolicy",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceLevel = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ReviewDays = table.Column<int>(type: "int", nullable: false),
                    CountDays = table.Column<int>(type: "int", nullable: false),
                    ApprovalLimit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassPolicy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClassRun",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    ShareOfA = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ShareOfB = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    By = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LimitOfX = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LimitOfY = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    CalculatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CountRules",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tolerance = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ApprovalLimit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    OrderLimit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Demand",
                schema: "spareparts",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Refused = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Demand", x => new { x.Month, x.WarehouseId, x.PartId, x.BranchId });
                });

            migrationBuilder.CreateTable(
                name: "DemandRecord",
                schema: "spareparts",
                columns: table => new
                {
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandRecord", x => new { x.PartId, x.BranchId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "KnownModel",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Active = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownModel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnownOrder",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Open = table.Column<bool>(type: "bit", nullable: false),
                    ReadyAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeviceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SerialNumber = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerPhone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerEmail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownOrder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Loaner",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Serial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Accessories = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Deposit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DailyFee = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    NeedsRepair = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InPoolSince = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftPoolOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SetAsideFor = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RepairOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RepairOrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loaner", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LoanerRules",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReturnDays = table.Column<int>(type: "int", nullable: false),
                    RemindBeforeDays = table.Column<int>(type: "int", nullable: false),
                    RemindEveryDays = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanerRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ManualClass",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManualClass", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelObligation",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceLifeYears = table.Column<int>(type: "int", nullable: true),
                    LastSaleOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelObligation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Part",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Group = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BarcodeLine = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CustomerOwned = table.Column<bool>(type: "bit", nullable: false),
                    SerialTracked = table.Column<bool>(type: "bit", nullable: false),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    SupersededById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Part", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PartPlan",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptAt = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Policy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FixedQuantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Minimum = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Maximum = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    CoverDays = table.Column<int>(type: "int", nullable: true),
                    LeadDays = table.Column<int>(type: "int", nullable: true),
                    DiscontinuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastOrderOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanningRules",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WindowMonths = table.Column<int>(type: "int", nullable: false),
                    ShareOfA = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ShareOfB = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    By = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LimitOfX = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LimitOfY = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    UsualLeadDays = table.Column<int>(type: "int", nullable: false),
                    OrderCost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    HoldingPercent = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    UsualCoverDays = table.Column<int>(type: "int", nullable: false),
                    OverDeliveryPercent = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    UnderDeliveryPercent = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    PricePercent = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DemandGatheredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanningRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PriceList",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceList", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SerialPiece",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Serial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MovedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FaultySerial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReceiptLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SerialPiece", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StockClosing",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockClosing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Supplier",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Phone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    WarrantyMonths = table.Column<int>(type: "int", nullable: true),
                    AnswerDays = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Supplier", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Warehouse",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HolderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Warehouse", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Loan",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoanerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Serial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerPhone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerEmail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LentBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ConditionOut = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AccessoriesOut = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SignedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SignatureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Deposit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DailyFee = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReadyAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReleasedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReleaseReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakenBackBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ConditionIn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AccessoriesIn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Damage = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReturnSignedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReturnSignatureId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DepositReturned = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DepositKept = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DepositReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DepositSettledBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DepositSettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PoliceReport = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LossReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DaysLate = table.Column<int>(type: "int", nullable: false),
                    LateFee = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Fee = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FeeCharged = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    FeeNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FeeDecidedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Loan_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalSchema: "spareparts",
                        principalTable: "Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LoanerReservation",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoanerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    Customer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanerReservation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoanerReservation_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalSchema: "spareparts",
                        principalTable: "Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassChange",
                schema: "spareparts",
                columns: table => new
                {
                    CauseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FromAbc = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ToAbc = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromXyz = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ToXyz = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromValue = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ToValue = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassChange", x => new { x.CauseId, x.Id });
                    table.ForeignKey(
                        name: "FK_ClassChange_Part_Id",
                        column: x => x.Id,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartAlternative",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OtherId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartAlternative", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartAlternative_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartBarcode",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartBarcode", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartBarcode_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartClass",
                schema: "spareparts",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Abc = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Xyz = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Manual = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Cumulated = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Variation = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartClass", x => new { x.RunId, x.Id });
                    table.ForeignKey(
                        name: "FK_PartClass_Part_Id",
                        column: x => x.Id,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartFit",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartFit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartFit_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartForecast",
                schema: "spareparts",
                columns: table => new
                {
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CalculatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Pattern = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Interval = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Unevenness = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Months = table.Column<int>(type: "int", nullable: false),
                    Method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Tested = table.Column<int>(type: "int", nullable: false),
                    PerMonth = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Error = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Scaled = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    ScaledAverage = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    ScaledCroston = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    ScaledSba = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    ScaledTsb = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceLevel = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LeadDays = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LeadDeviation = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LeadSource = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReviewDays = table.Column<int>(type: "int", nullable: false),
                    SafetyStock = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Spread = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReorderPoint = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartForecast", x => new { x.BranchId, x.Id });
                    table.ForeignKey(
                        name: "FK_PartForecast_Part_Id",
                        column: x => x.Id,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartPrice",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartPrice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartPrice_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartUnit",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Factor = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartUnit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartUnit_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reservation",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TechnicianId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Wanted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reserved = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Issued = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Refused = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Cost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WantedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Asked = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    AtOnce = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reservation_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriceListEntry",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PriceListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceListEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriceListEntry_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PriceListEntry_PriceList_PriceListId",
                        column: x => x.PriceListId,
                        principalSchema: "spareparts",
                        principalTable: "PriceList",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartSupplier",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Price = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PriceSince = table.Column<DateOnly>(type: "date", nullable: false),
                    LeadDays = table.Column<int>(type: "int", nullable: true),
                    Minimum = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Pack = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Preferred = table.Column<bool>(type: "bit", nullable: false),
                    WarrantyMonths = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartSupplier", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartSupplier_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PartSupplier_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalSchema: "spareparts",
                        principalTable: "Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupplierClaim",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DaysToAnswer = table.Column<int>(type: "int", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReturnDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReturnDocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Claimed = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Accepted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Credited = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Replaced = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    MoreBecause = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplierClaim_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalSchema: "spareparts",
                        principalTable: "Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bin",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bin", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bin_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClosingValue",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StockClosingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosingValue", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClosingValue_StockClosing_StockClosingId",
                        column: x => x.StockClosingId,
                        principalSchema: "spareparts",
                        principalTable: "StockClosing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ClosingValue_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DefectivePart",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Serials = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Defect = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PurchaseOrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DeliveryNote = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UnitCost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    CoveredUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Device = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClaimNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EntryDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EntryDocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ExitDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExitDocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DefectivePart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DefectivePart_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DefectivePart_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalSchema: "spareparts",
                        principalTable: "Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DefectivePart_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseOrder",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProposalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OrderedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Disputed = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseOrder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PurchaseOrder_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalSchema: "spareparts",
                        principalTable: "Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurchaseOrder_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseProposal",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseProposal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PurchaseProposal_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockCount",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ApprovedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OpenDifferences = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockCount", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockCount_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockDocument",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TargetWarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TargetBranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BookingDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WrittenById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PostedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SentById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockDocument", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockDocument_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalSchema: "spareparts",
                        principalTable: "Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockDocument_Warehouse_TargetWarehouseId",
                        column: x => x.TargetWarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockDocument_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LoanCharge",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanCharge", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoanCharge_Loan_LoanId",
                        column: x => x.LoanId,
                        principalSchema: "spareparts",
                        principalTable: "Loan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimComeback",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ExitDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimComeback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimComeback_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimCredit",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimCredit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimCredit_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimReplacement",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeliveryNote = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimReplacement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimReplacement_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StockItem",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OnHand = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reserved = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LastSequence = table.Column<int>(type: "int", nullable: false),
                    FirstMovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastIssuedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockItem_Bin_BinId",
                        column: x => x.BinId,
                        principalSchema: "spareparts",
                        principalTable: "Bin",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockItem_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockItem_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalSchema: "spareparts",
                        principalTable: "Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupplierClaimLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    DefectivePartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SupplierNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Serials = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PurchaseOrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DeliveryNote = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CoveredUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Device = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Price = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Defect = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Accepted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    AcceptedAmount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Replaced = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    CameBack = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierClaimLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplierClaimLine_DefectivePart_DefectivePartId",
                        column: x => x.DefectivePartId,
                        principalSchema: "spareparts",
                        principalTable: "DefectivePart",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupplierClaimLine_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupplierClaimLine_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseOrderLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SupplierNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PackUnit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PackFactor = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Price = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LeadDays = table.Column<int>(type: "int", nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedQuantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    ConfirmedPrice = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Received = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Rejected = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Open = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseOrderLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PurchaseOrderLine_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurchaseOrderLine_PurchaseOrder_PurchaseOrderId",
                        column: x => x.PurchaseOrderId,
                        principalSchema: "spareparts",
                        principalTable: "PurchaseOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseReceipt",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeliveryNote = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StockDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StockDocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseReceipt", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PurchaseReceipt_PurchaseOrder_PurchaseOrderId",
                        column: x => x.PurchaseOrderId,
                        principalSchema: "spareparts",
                        principalTable: "PurchaseOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SupplierInvoice",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReleaseReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReleasedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Disputed = table.Column<bool>(type: "bit", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Variance = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierInvoice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplierInvoice_PurchaseOrder_PurchaseOrderId",
                        column: x => x.PurchaseOrderId,
                        principalSchema: "spareparts",
                        principalTable: "PurchaseOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseProposalLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Figures_OnHand = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_Reserved = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_OnOrder = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_Waiting = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_PerMonth = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_Method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Figures_LeadDays = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_ReviewDays = table.Column<int>(type: "int", nullable: false),
                    Figures_ServiceLevel = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_SafetyStock = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_ReorderPoint = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_Policy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Figures_Need = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_ByPolicy = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_SupplierMinimum = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_Pack = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_InTransit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_InVans = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_OnDrafts = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Figures_Spread = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Figures_Months = table.Column<int>(type: "int", nullable: false),
                    Figures_InsteadOf = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Suggested = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Price = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseProposalLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PurchaseProposalLine_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurchaseProposalLine_PurchaseProposal_ProposalId",
                        column: x => x.ProposalId,
                        principalSchema: "spareparts",
                        principalTable: "PurchaseProposal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PurchaseProposalLine_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalSchema: "spareparts",
                        principalTable: "Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StockCountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Frozen = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Countings = table.Column<int>(type: "int", nullable: false),
                    Counted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    CountedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CountedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CountedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Balance = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Difference = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Again = table.Column<bool>(type: "bit", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CountLine_Bin_BinId",
                        column: x => x.BinId,
                        principalSchema: "spareparts",
                        principalTable: "Bin",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CountLine_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CountLine_StockCount_StockCountId",
                        column: x => x.StockCountId,
                        principalSchema: "spareparts",
                        principalTable: "StockCount",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StockDocumentLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StockDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UnitQuantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    UnitCost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    BinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TargetBinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExactPlace = table.Column<bool>(type: "bit", nullable: false),
                    PurchaseLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SourceLine = table.Column<int>(type: "int", nullable: true),
                    Serials = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Arrived = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockDocumentLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockDocumentLine_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockDocumentLine_StockDocument_StockDocumentId",
                        column: x => x.StockDocumentId,
                        principalSchema: "spareparts",
                        principalTable: "StockDocument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Allocation",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReservationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StockItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reserved = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Issued = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Refused = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Cost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allocation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Allocation_Reservation_ReservationId",
                        column: x => x.ReservationId,
                        principalSchema: "spareparts",
                        principalTable: "Reservation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Allocation_StockItem_StockItemId",
                        column: x => x.StockItemId,
                        principalSchema: "spareparts",
                        principalTable: "StockItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Movement",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StockItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    QuantityAfter = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ValueAfter = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DocumentLine = table.Column<int>(type: "int", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BookingDate = table.Column<DateOnly>(type: "date", nullable: false),
                    ReversalOf = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Movement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Movement_StockItem_StockItemId",
                        column: x => x.StockItemId,
                        principalSchema: "spareparts",
                        principalTable: "StockItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseReceiptLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PurchaseReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Accepted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Rejected = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseReceiptLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PurchaseReceiptLine_PurchaseReceipt_PurchaseReceiptId",
                        column: x => x.PurchaseReceiptId,
                        principalSchema: "spareparts",
                        principalTable: "PurchaseReceipt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SupplierInvoiceLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierInvoiceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Price = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    OrderedPrice = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    FarOff = table.Column<bool>(type: "bit", nullable: false),
                    TooMany = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierInvoiceLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplierInvoiceLine_SupplierInvoice_SupplierInvoiceId",
                        column: x => x.SupplierInvoiceId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierInvoice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CountScan",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CountLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountScan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CountScan_CountLine_CountLineId",
                        column: x => x.CountLineId,
                        principalSchema: "spareparts",
                        principalTable: "CountLine",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Allocation_ReservationId_StockItemId",
                schema: "spareparts",
                table: "Allocation",
                columns: new[] { "ReservationId", "StockItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Allocation_StockItemId",
                schema: "spareparts",
                table: "Allocation",
                column: "StockItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Bin_WarehouseId_Code",
                schema: "spareparts",
                table: "Bin",
                columns: new[] { "WarehouseId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClaimComeback_DocumentId",
                schema: "spareparts",
                table: "ClaimComeback",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimComeback_ExitDocumentId",
                schema: "spareparts",
                table: "ClaimComeback",
                column: "ExitDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimComeback_SupplierClaimId",
                schema: "spareparts",
                table: "ClaimComeback",
                column: "SupplierClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimCredit_SupplierClaimId_Number",
                schema: "spareparts",
                table: "ClaimCredit",
                columns: new[] { "SupplierClaimId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClaimReplacement_SupplierClaimId_DeliveryNote",
                schema: "spareparts",
                table: "ClaimReplacement",
                columns: new[] { "SupplierClaimId", "DeliveryNote" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClassChange_At_Id",
                schema: "spareparts",
                table: "ClassChange",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ClassChange_Id_At",
                schema: "spareparts",
                table: "ClassChange",
                columns: new[] { "Id", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ClassPolicy_Class",
                schema: "spareparts",
                table: "ClassPolicy",
                column: "Class",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClassRun_BranchId_WarehouseId_State",
                schema: "spareparts",
                table: "ClassRun",
                columns: new[] { "BranchId", "WarehouseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ClosingValue_StockClosingId_WarehouseId",
                schema: "spareparts",
                table: "ClosingValue",
                columns: new[] { "StockClosingId", "WarehouseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClosingValue_WarehouseId",
                schema: "spareparts",
                table: "ClosingValue",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_CountLine_BinId",
                schema: "spareparts",
                table: "CountLine",
                column: "BinId");

            migrationBuilder.CreateIndex(
                name: "IX_CountLine_PartId_WarehouseId_BinId_CountedAt",
                schema: "spareparts",
                table: "CountLine",
                columns: new[] { "PartId", "WarehouseId", "BinId", "CountedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CountLine_PartNumber_Id",
                schema: "spareparts",
                table: "CountLine",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CountLine_PostedOn_Class",
                schema: "spareparts",
                table: "CountLine",
                columns: new[] { "PostedOn", "Class" });

            migrationBuilder.CreateIndex(
                name: "IX_CountLine_StockCountId_PartId",
                schema: "spareparts",
                table: "CountLine",
                columns: new[] { "StockCountId", "PartId" });

            migrationBuilder.CreateIndex(
                name: "IX_CountScan_CountLineId",
                schema: "spareparts",
                table: "CountScan",
                column: "CountLineId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_ClaimId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_EntryDocumentId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "EntryDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_ExitDocumentId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "ExitDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_FoundAt_Id",
                schema: "spareparts",
                table: "DefectivePart",
                columns: new[] { "FoundAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_LineId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_PartId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_PartNumber_Id",
                schema: "spareparts",
                table: "DefectivePart",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_PurchaseOrderId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "PurchaseOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_State_FoundAt_Id",
                schema: "spareparts",
                table: "DefectivePart",
                columns: new[] { "State", "FoundAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_SupplierId_State",
                schema: "spareparts",
                table: "DefectivePart",
                columns: new[] { "SupplierId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_WarehouseId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_Demand_PartId_Month",
                schema: "spareparts",
                table: "Demand",
                columns: new[] { "PartId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandRecord_BranchId_Month",
                schema: "spareparts",
                table: "DemandRecord",
                columns: new[] { "BranchId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_KnownModel_Code",
                schema: "spareparts",
                table: "KnownModel",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KnownOrder_Open_Since_Id",
                schema: "spareparts",
                table: "KnownOrder",
                columns: new[] { "Open", "Since", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_DueOn_Id",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_Fee",
                schema: "spareparts",
                table: "Loan",
                column: "Fee");

            migrationBuilder.CreateIndex(
                name: "IX_Loan_LentAt_Id",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "LentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_LoanerId_LentAt",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "LoanerId", "LentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_Number",
                schema: "spareparts",
                table: "Loan",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Loan_OneHolder",
                schema: "spareparts",
                table: "Loan",
                column: "LoanerId",
                unique: true,
                filter: "State = 'Out'");

            migrationBuilder.CreateIndex(
                name: "IX_Loan_OrderId",
                schema: "spareparts",
                table: "Loan",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Loan_State_DueOn",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_LoanCharge_LoanId_Kind",
                schema: "spareparts",
                table: "LoanCharge",
                columns: new[] { "LoanId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_ModelCode_Id",
                schema: "spareparts",
                table: "Loaner",
                columns: new[] { "ModelCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_ModelId_Serial",
                schema: "spareparts",
                table: "Loaner",
                columns: new[] { "ModelId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_RepairOrderId",
                schema: "spareparts",
                table: "Loaner",
                column: "RepairOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_Serial_Id",
                schema: "spareparts",
                table: "Loaner",
                columns: new[] { "Serial", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_SetAsideFor",
                schema: "spareparts",
                table: "Loaner",
                column: "SetAsideFor");

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_State",
                schema: "spareparts",
                table: "Loaner",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_LoanerReservation_LoanerId_State_From",
                schema: "spareparts",
                table: "LoanerReservation",
                columns: new[] { "LoanerId", "State", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_ManualClass_PartId_BranchId_WarehouseId",
                schema: "spareparts",
                table: "ManualClass",
                columns: new[] { "PartId", "BranchId", "WarehouseId" },
                unique: true,
                filter: "[WarehouseId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ModelObligation_ModelCode",
                schema: "spareparts",
                table: "ModelObligation",
                column: "ModelCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Movement_At_Id",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Movement_BookingDate_WarehouseId_PartId_Kind_Value",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "BookingDate", "WarehouseId", "PartId", "Kind", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_Movement_DocumentId",
                schema: "spareparts",
                table: "Movement",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Movement_DocumentNumber",
                schema: "spareparts",
                table: "Movement",
                column: "DocumentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Movement_OrderId",
                schema: "spareparts",
                table: "Movement",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Movement_PartId_At_Id",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "PartId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Movement_ReversalOf",
                schema: "spareparts",
                table: "Movement",
                column: "ReversalOf",
                unique: true,
                filter: "[ReversalOf] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Movement_StockItemId_BookingDate_Quantity_Value",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "StockItemId", "BookingDate", "Quantity", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_Movement_StockItemId_Sequence",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "StockItemId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Part_Group_Id",
                schema: "spareparts",
                table: "Part",
                columns: new[] { "Group", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Part_Name_Id",
                schema: "spareparts",
                table: "Part",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Part_Number",
                schema: "spareparts",
                table: "Part",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Part_SupersededById",
                schema: "spareparts",
                table: "Part",
                column: "SupersededById");

            migrationBuilder.CreateIndex(
                name: "IX_PartAlternative_OtherId",
                schema: "spareparts",
                table: "PartAlternative",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_PartAlternative_PartId_OtherId",
                schema: "spareparts",
                table: "PartAlternative",
                columns: new[] { "PartId", "OtherId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartBarcode_Code",
                schema: "spareparts",
                table: "PartBarcode",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartBarcode_PartId",
                schema: "spareparts",
                table: "PartBarcode",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_PartClass_Id",
                schema: "spareparts",
                table: "PartClass",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_PartClass_RunId_Rank_Id",
                schema: "spareparts",
                table: "PartClass",
                columns: new[] { "RunId", "Rank", "Id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartFit_ModelCode",
                schema: "spareparts",
                table: "PartFit",
                column: "ModelCode");

            migrationBuilder.CreateIndex(
                name: "IX_PartFit_PartId_ModelCode",
                schema: "spareparts",
                table: "PartFit",
                columns: new[] { "PartId", "ModelCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartForecast_Id",
                schema: "spareparts",
                table: "PartForecast",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_PartForecast_PartNumber_Id",
                schema: "spareparts",
                table: "PartForecast",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PartForecast_PerMonth_Id",
                schema: "spareparts",
                table: "PartForecast",
                columns: new[] { "PerMonth", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PartPrice_PartId_Currency_ValidFrom",
                schema: "spareparts",
                table: "PartPrice",
                columns: new[] { "PartId", "Currency", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartSupplier_Number",
                schema: "spareparts",
                table: "PartSupplier",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_PartSupplier_PartId_SupplierId",
                schema: "spareparts",
                table: "PartSupplier",
                columns: new[] { "PartId", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartSupplier_SupplierId",
                schema: "spareparts",
                table: "PartSupplier",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_PartUnit_PartId_Unit",
                schema: "spareparts",
                table: "PartUnit",
                columns: new[] { "PartId", "Unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriceList_Code",
                schema: "spareparts",
                table: "PriceList",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriceList_ValidFrom_Id",
                schema: "spareparts",
                table: "PriceList",
                columns: new[] { "ValidFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceListEntry_PartId_PriceListId",
                schema: "spareparts",
                table: "PriceListEntry",
                columns: new[] { "PartId", "PriceListId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriceListEntry_PriceListId",
                schema: "spareparts",
                table: "PriceListEntry",
                column: "PriceListId");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrder_Amount_Id",
                schema: "spareparts",
                table: "PurchaseOrder",
                columns: new[] { "Amount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrder_CreatedAt_Id",
                schema: "spareparts",
                table: "PurchaseOrder",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrder_Number",
                schema: "spareparts",
                table: "PurchaseOrder",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrder_State_CreatedAt_Id",
                schema: "spareparts",
                table: "PurchaseOrder",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrder_SupplierId_OrderedOn",
                schema: "spareparts",
                table: "PurchaseOrder",
                columns: new[] { "SupplierId", "OrderedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrder_WarehouseId",
                schema: "spareparts",
                table: "PurchaseOrder",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrderLine_PartId_Open",
                schema: "spareparts",
                table: "PurchaseOrderLine",
                columns: new[] { "PartId", "Open" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrderLine_PurchaseOrderId_Line",
                schema: "spareparts",
                table: "PurchaseOrderLine",
                columns: new[] { "PurchaseOrderId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseProposal_CreatedAt_Id",
                schema: "spareparts",
                table: "PurchaseProposal",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseProposal_Number",
                schema: "spareparts",
                table: "PurchaseProposal",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseProposal_WarehouseId",
                schema: "spareparts",
                table: "PurchaseProposal",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseProposalLine_PartId",
                schema: "spareparts",
                table: "PurchaseProposalLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseProposalLine_ProposalId_Line",
                schema: "spareparts",
                table: "PurchaseProposalLine",
                columns: new[] { "ProposalId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseProposalLine_SupplierId",
                schema: "spareparts",
                table: "PurchaseProposalLine",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseReceipt_Day",
                schema: "spareparts",
                table: "PurchaseReceipt",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseReceipt_PurchaseOrderId_DeliveryNote",
                schema: "spareparts",
                table: "PurchaseReceipt",
                columns: new[] { "PurchaseOrderId", "DeliveryNote" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseReceiptLine_PartId",
                schema: "spareparts",
                table: "PurchaseReceiptLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseReceiptLine_PurchaseReceiptId",
                schema: "spareparts",
                table: "PurchaseReceiptLine",
                column: "PurchaseReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_AskedOn_PartId",
                schema: "spareparts",
                table: "Reservation",
                columns: new[] { "AskedOn", "PartId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_LineId",
                schema: "spareparts",
                table: "Reservation",
                column: "LineId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_OrderId",
                schema: "spareparts",
                table: "Reservation",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_OrderNumber",
                schema: "spareparts",
                table: "Reservation",
                column: "OrderNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_PartId_State_WantedAt",
                schema: "spareparts",
                table: "Reservation",
                columns: new[] { "PartId", "State", "WantedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_State_WantedAt_Id",
                schema: "spareparts",
                table: "Reservation",
                columns: new[] { "State", "WantedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_WantedAt_Id",
                schema: "spareparts",
                table: "Reservation",
                columns: new[] { "WantedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SerialPiece_FaultySerial",
                schema: "spareparts",
                table: "SerialPiece",
                column: "FaultySerial");

            migrationBuilder.CreateIndex(
                name: "IX_SerialPiece_OrderId",
                schema: "spareparts",
                table: "SerialPiece",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_SerialPiece_PartId_Serial",
                schema: "spareparts",
                table: "SerialPiece",
                columns: new[] { "PartId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SerialPiece_Serial",
                schema: "spareparts",
                table: "SerialPiece",
                column: "Serial");

            migrationBuilder.CreateIndex(
                name: "IX_SerialPiece_WarehouseId",
                schema: "spareparts",
                table: "SerialPiece",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_StockClosing_BranchId_Through",
                schema: "spareparts",
                table: "StockClosing",
                columns: new[] { "BranchId", "Through" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockCount_BranchId_PlannedFor",
                schema: "spareparts",
                table: "StockCount",
                columns: new[] { "BranchId", "PlannedFor" });

            migrationBuilder.CreateIndex(
                name: "IX_StockCount_CreatedAt_Id",
                schema: "spareparts",
                table: "StockCount",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StockCount_Number",
                schema: "spareparts",
                table: "StockCount",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockCount_WarehouseId_State",
                schema: "spareparts",
                table: "StockCount",
                columns: new[] { "WarehouseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_CreatedAt_Id",
                schema: "spareparts",
                table: "StockDocument",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_Kind_CreatedAt_Id",
                schema: "spareparts",
                table: "StockDocument",
                columns: new[] { "Kind", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_Number",
                schema: "spareparts",
                table: "StockDocument",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_OrderId",
                schema: "spareparts",
                table: "StockDocument",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_PurchaseOrderId",
                schema: "spareparts",
                table: "StockDocument",
                column: "PurchaseOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_Reference",
                schema: "spareparts",
                table: "StockDocument",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_SupplierId",
                schema: "spareparts",
                table: "StockDocument",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_TargetBranchId_State",
                schema: "spareparts",
                table: "StockDocument",
                columns: new[] { "TargetBranchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_TargetWarehouseId",
                schema: "spareparts",
                table: "StockDocument",
                column: "TargetWarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocument_WarehouseId",
                schema: "spareparts",
                table: "StockDocument",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocumentLine_PartId",
                schema: "spareparts",
                table: "StockDocumentLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocumentLine_PurchaseLineId",
                schema: "spareparts",
                table: "StockDocumentLine",
                column: "PurchaseLineId");

            migrationBuilder.CreateIndex(
                name: "IX_StockDocumentLine_StockDocumentId_Line",
                schema: "spareparts",
                table: "StockDocumentLine",
                columns: new[] { "StockDocumentId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockItem_BinId",
                schema: "spareparts",
                table: "StockItem",
                column: "BinId");

            migrationBuilder.CreateIndex(
                name: "IX_StockItem_OutsideOfBins",
                schema: "spareparts",
                table: "StockItem",
                columns: new[] { "PartId", "WarehouseId" },
                unique: true,
                filter: "BinId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockItem_PartId_WarehouseId_BinId",
                schema: "spareparts",
                table: "StockItem",
                columns: new[] { "PartId", "WarehouseId", "BinId" },
                unique: true,
                filter: "[BinId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockItem_PartNumber_Id",
                schema: "spareparts",
                table: "StockItem",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StockItem_Value_Id",
                schema: "spareparts",
                table: "StockItem",
                columns: new[] { "Value", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StockItem_WarehouseId_Value_Id",
                schema: "spareparts",
                table: "StockItem",
                columns: new[] { "WarehouseId", "Value", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Supplier_Name_Id",
                schema: "spareparts",
                table: "Supplier",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Supplier_Number",
                schema: "spareparts",
                table: "Supplier",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_Claimed_Id",
                schema: "spareparts",
                table: "SupplierClaim",
                columns: new[] { "Claimed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_CreatedAt_Id",
                schema: "spareparts",
                table: "SupplierClaim",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_DueOn",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_Number",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_ReturnDocumentId",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "ReturnDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_SentOn",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "SentOn");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_State_CreatedAt_Id",
                schema: "spareparts",
                table: "SupplierClaim",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_SupplierId",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_DefectivePartId",
                schema: "spareparts",
                table: "SupplierClaimLine",
                column: "DefectivePartId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_OrderId",
                schema: "spareparts",
                table: "SupplierClaimLine",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_PartId",
                schema: "spareparts",
                table: "SupplierClaimLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_SupplierClaimId_Line",
                schema: "spareparts",
                table: "SupplierClaimLine",
                columns: new[] { "SupplierClaimId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupplierInvoice_Day_Id",
                schema: "spareparts",
                table: "SupplierInvoice",
                columns: new[] { "Day", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierInvoice_PurchaseOrderId_Number",
                schema: "spareparts",
                table: "SupplierInvoice",
                columns: new[] { "PurchaseOrderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupplierInvoiceLine_SupplierInvoiceId",
                schema: "spareparts",
                table: "SupplierInvoiceLine",
                column: "SupplierInvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Warehouse_BranchId",
                schema: "spareparts",
                table: "Warehouse",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Warehouse_Code",
                schema: "spareparts",
                table: "Warehouse",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Allocation",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClaimComeback",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClaimCredit",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClaimReplacement",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClassChange",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClassPolicy",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClassRun",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClosingValue",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "CountRules",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "CountScan",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Demand",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "DemandRecord",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "KnownModel",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "KnownOrder",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "LoanCharge",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "LoanerReservation",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "LoanerRules",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ManualClass",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ModelObligation",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Movement",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartAlternative",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartBarcode",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartClass",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartFit",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartForecast",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartPlan",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartPrice",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartSupplier",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartUnit",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PlanningRules",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PriceListEntry",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PurchaseOrderLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PurchaseProposalLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PurchaseReceiptLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SerialPiece",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockDocumentLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SupplierClaimLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SupplierInvoiceLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Reservation",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockClosing",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "CountLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Loan",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockItem",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PriceList",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PurchaseProposal",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PurchaseReceipt",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockDocument",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "DefectivePart",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SupplierClaim",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SupplierInvoice",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockCount",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Loaner",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Bin",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Part",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PurchaseOrder",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Supplier",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Warehouse",
                schema: "spareparts");
        }
    }
}
