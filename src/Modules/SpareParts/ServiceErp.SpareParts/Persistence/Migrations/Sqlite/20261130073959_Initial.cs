using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "spareparts_CountRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tolerance = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovalLimit = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderLimit = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_CountRules", x => x.Id);
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
                name: "spareparts_KnownModel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_KnownModel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_KnownOrder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Open = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_KnownOrder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Loaner",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Accessories = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Deposit = table.Column<long>(type: "INTEGER", nullable: false),
                    DailyFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    NeedsRepair = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InPoolSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftPoolOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SetAsideFor = table.Column<Guid>(type: "TEXT", nullable: true),
                    RepairOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RepairOrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Loaner", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_LoanerRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReturnDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindBeforeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindEveryDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_LoanerRules", x => x.Id);
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
                name: "spareparts_Part",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    BarcodeLine = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CustomerOwned = table.Column<bool>(type: "INTEGER", nullable: false),
                    SerialTracked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Part", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PartPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<Guid>(type: "TEXT", nullable: true),
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
                name: "spareparts_PriceList",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PriceList", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_SerialPiece",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MovedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FaultySerial = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ReceiptLineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_SerialPiece", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_StockClosing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_StockClosing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Supplier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    WarrantyMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    AnswerDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Supplier", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Warehouse",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Warehouse", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Loan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoanerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LentBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ConditionOut = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AccessoriesOut = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SignatureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Deposit = table.Column<long>(type: "INTEGER", nullable: false),
                    DailyFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReleaseReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TakenBackBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConditionIn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AccessoriesIn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Damage = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReturnSignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReturnSignatureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DepositReturned = table.Column<long>(type: "INTEGER", nullable: false),
                    DepositKept = table.Column<long>(type: "INTEGER", nullable: false),
                    DepositReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DepositSettledBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DepositSettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PoliceReport = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    LossReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DaysLate = table.Column<int>(type: "INTEGER", nullable: false),
                    LateFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FeeCharged = table.Column<long>(type: "INTEGER", nullable: false),
                    FeeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FeeDecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Loan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_Loan_spareparts_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalTable: "spareparts_Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_LoanerReservation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoanerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Customer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_LoanerReservation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_LoanerReservation_spareparts_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalTable: "spareparts_Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "spareparts_PartAlternative",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartAlternative", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PartAlternative_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PartBarcode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartBarcode", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PartBarcode_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "spareparts_PartFit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartFit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PartFit_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                    Spread = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
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
                name: "spareparts_PartPrice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartPrice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PartPrice_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PartUnit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Factor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartUnit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PartUnit_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Reservation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TechnicianId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Wanted = table.Column<long>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<long>(type: "INTEGER", nullable: false),
                    Issued = table.Column<long>(type: "INTEGER", nullable: false),
                    Refused = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Asked = table.Column<long>(type: "INTEGER", nullable: false),
                    AtOnce = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Reservation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_Reservation_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PriceListEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PriceListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PriceListEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PriceListEntry_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_spareparts_PriceListEntry_spareparts_PriceList_PriceListId",
                        column: x => x.PriceListId,
                        principalTable: "spareparts_PriceList",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_PartSupplier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PriceSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeadDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Minimum = table.Column<long>(type: "INTEGER", nullable: false),
                    Pack = table.Column<long>(type: "INTEGER", nullable: false),
                    Preferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    WarrantyMonths = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_PartSupplier", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_PartSupplier_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_spareparts_PartSupplier_spareparts_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "spareparts_Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_SupplierClaim",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DaysToAnswer = table.Column<int>(type: "INTEGER", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ReturnDocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReturnDocumentNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Claimed = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Credited = table.Column<long>(type: "INTEGER", nullable: false),
                    Replaced = table.Column<long>(type: "INTEGER", nullable: false),
                    MoreBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_SupplierClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaim_spareparts_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "spareparts_Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Bin",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Bin", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_Bin_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClosingValue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StockClosingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClosingValue", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_ClosingValue_spareparts_StockClosing_StockClosingId",
                        column: x => x.StockClosingId,
                        principalTable: "spareparts_StockClosing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_spareparts_ClosingValue_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_DefectivePart",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Serials = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Defect = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PurchaseOrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DeliveryNote = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UnitCost = table.Column<long>(type: "INTEGER", nullable: true),
                    CoveredUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClaimId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClaimNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EntryDocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EntryDocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ExitDocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExitDocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_DefectivePart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_DefectivePart_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_DefectivePart_spareparts_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "spareparts_Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_DefectivePart_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
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
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedById = table.Column<Guid>(type: "TEXT", nullable: true),
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
                name: "spareparts_StockCount",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenDifferences = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_StockCount", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_StockCount_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_StockDocument",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetWarehouseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TargetBranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    BookingDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_StockDocument", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_StockDocument_spareparts_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "spareparts_Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_StockDocument_spareparts_Warehouse_TargetWarehouseId",
                        column: x => x.TargetWarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_StockDocument_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_LoanCharge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_LoanCharge", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_LoanCharge_spareparts_Loan_LoanId",
                        column: x => x.LoanId,
                        principalTable: "spareparts_Loan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClaimComeback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    ExitDocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClaimComeback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_ClaimComeback_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClaimCredit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClaimCredit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_ClaimCredit_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClaimReplacement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryNote = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClaimReplacement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_ClaimReplacement_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_StockItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BinId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OnHand = table.Column<long>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSequence = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstMovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastIssuedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_StockItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_StockItem_spareparts_Bin_BinId",
                        column: x => x.BinId,
                        principalTable: "spareparts_Bin",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_StockItem_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_StockItem_spareparts_Warehouse_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "spareparts_Warehouse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_SupplierClaimLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    DefectivePartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SupplierNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Serials = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PurchaseOrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DeliveryNote = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CoveredUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    Defect = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: true),
                    AcceptedAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Replaced = table.Column<long>(type: "INTEGER", nullable: false),
                    CameBack = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_SupplierClaimLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaimLine_spareparts_DefectivePart_DefectivePartId",
                        column: x => x.DefectivePartId,
                        principalTable: "spareparts_DefectivePart",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaimLine_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaimLine_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                    PackUnit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    PackFactor = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    LeadDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedQuantity = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedPrice = table.Column<long>(type: "INTEGER", nullable: true),
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
                    ReleasedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Disputed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Variance = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Figures_InTransit = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_InVans = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_OnDrafts = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures_Spread = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Figures_Months = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures_InsteadOf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
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
                name: "spareparts_CountLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StockCountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    BinId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Frozen = table.Column<long>(type: "INTEGER", nullable: false),
                    Countings = table.Column<int>(type: "INTEGER", nullable: false),
                    Counted = table.Column<long>(type: "INTEGER", nullable: true),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CountedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CountedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    Difference = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Again = table.Column<bool>(type: "INTEGER", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_CountLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_CountLine_spareparts_Bin_BinId",
                        column: x => x.BinId,
                        principalTable: "spareparts_Bin",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_CountLine_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_CountLine_spareparts_StockCount_StockCountId",
                        column: x => x.StockCountId,
                        principalTable: "spareparts_StockCount",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_StockDocumentLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StockDocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UnitQuantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitCost = table.Column<long>(type: "INTEGER", nullable: true),
                    BinId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TargetBinId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExactPlace = table.Column<bool>(type: "INTEGER", nullable: false),
                    PurchaseLineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceLine = table.Column<int>(type: "INTEGER", nullable: true),
                    Serials = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Arrived = table.Column<long>(type: "INTEGER", nullable: true),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_StockDocumentLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_StockDocumentLine_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_StockDocumentLine_spareparts_StockDocument_StockDocumentId",
                        column: x => x.StockDocumentId,
                        principalTable: "spareparts_StockDocument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Allocation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReservationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StockItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reserved = table.Column<long>(type: "INTEGER", nullable: false),
                    Issued = table.Column<long>(type: "INTEGER", nullable: false),
                    Refused = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Allocation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_Allocation_spareparts_Reservation_ReservationId",
                        column: x => x.ReservationId,
                        principalTable: "spareparts_Reservation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_spareparts_Allocation_spareparts_StockItem_StockItemId",
                        column: x => x.StockItemId,
                        principalTable: "spareparts_StockItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Movement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StockItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BinId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    QuantityAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    ValueAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DocumentLine = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    BookingDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReversalOf = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Movement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_Movement_spareparts_StockItem_StockItemId",
                        column: x => x.StockItemId,
                        principalTable: "spareparts_StockItem",
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
                    FarOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    TooMany = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "spareparts_CountScan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_CountScan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_CountScan_spareparts_CountLine_CountLineId",
                        column: x => x.CountLineId,
                        principalTable: "spareparts_CountLine",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Allocation_ReservationId_StockItemId",
                table: "spareparts_Allocation",
                columns: new[] { "ReservationId", "StockItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Allocation_StockItemId",
                table: "spareparts_Allocation",
                column: "StockItemId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Bin_WarehouseId_Code",
                table: "spareparts_Bin",
                columns: new[] { "WarehouseId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimComeback_DocumentId",
                table: "spareparts_ClaimComeback",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimComeback_ExitDocumentId",
                table: "spareparts_ClaimComeback",
                column: "ExitDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimComeback_SupplierClaimId",
                table: "spareparts_ClaimComeback",
                column: "SupplierClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimCredit_SupplierClaimId_Number",
                table: "spareparts_ClaimCredit",
                columns: new[] { "SupplierClaimId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimReplacement_SupplierClaimId_DeliveryNote",
                table: "spareparts_ClaimReplacement",
                columns: new[] { "SupplierClaimId", "DeliveryNote" },
                unique: true);

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
                name: "IX_spareparts_ClosingValue_StockClosingId_WarehouseId",
                table: "spareparts_ClosingValue",
                columns: new[] { "StockClosingId", "WarehouseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClosingValue_WarehouseId",
                table: "spareparts_ClosingValue",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_CountLine_BinId",
                table: "spareparts_CountLine",
                column: "BinId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_CountLine_PartId_WarehouseId_BinId_CountedAt",
                table: "spareparts_CountLine",
                columns: new[] { "PartId", "WarehouseId", "BinId", "CountedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_CountLine_PartNumber_Id",
                table: "spareparts_CountLine",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_CountLine_PostedOn_Class",
                table: "spareparts_CountLine",
                columns: new[] { "PostedOn", "Class" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_CountLine_StockCountId_PartId",
                table: "spareparts_CountLine",
                columns: new[] { "StockCountId", "PartId" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_CountScan_CountLineId",
                table: "spareparts_CountScan",
                column: "CountLineId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_ClaimId",
                table: "spareparts_DefectivePart",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_EntryDocumentId",
                table: "spareparts_DefectivePart",
                column: "EntryDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_ExitDocumentId",
                table: "spareparts_DefectivePart",
                column: "ExitDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_FoundAt_Id",
                table: "spareparts_DefectivePart",
                columns: new[] { "FoundAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_LineId",
                table: "spareparts_DefectivePart",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_PartId",
                table: "spareparts_DefectivePart",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_PartNumber_Id",
                table: "spareparts_DefectivePart",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_PurchaseOrderId",
                table: "spareparts_DefectivePart",
                column: "PurchaseOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_State_FoundAt_Id",
                table: "spareparts_DefectivePart",
                columns: new[] { "State", "FoundAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_SupplierId_State",
                table: "spareparts_DefectivePart",
                columns: new[] { "SupplierId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_WarehouseId",
                table: "spareparts_DefectivePart",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Demand_PartId_Month",
                table: "spareparts_Demand",
                columns: new[] { "PartId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DemandRecord_BranchId_Month",
                table: "spareparts_DemandRecord",
                columns: new[] { "BranchId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_KnownModel_Code",
                table: "spareparts_KnownModel",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_KnownOrder_Open_Since_Id",
                table: "spareparts_KnownOrder",
                columns: new[] { "Open", "Since", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_OneHolder",
                table: "spareparts_Loan",
                column: "LoanerId",
                unique: true,
                filter: "State = 'Out'");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_DueOn_Id",
                table: "spareparts_Loan",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_Fee",
                table: "spareparts_Loan",
                column: "Fee");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_LentAt_Id",
                table: "spareparts_Loan",
                columns: new[] { "LentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_LoanerId_LentAt",
                table: "spareparts_Loan",
                columns: new[] { "LoanerId", "LentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_Number",
                table: "spareparts_Loan",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_OrderId",
                table: "spareparts_Loan",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_State_DueOn",
                table: "spareparts_Loan",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_LoanCharge_LoanId_Kind",
                table: "spareparts_LoanCharge",
                columns: new[] { "LoanId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_ModelCode_Id",
                table: "spareparts_Loaner",
                columns: new[] { "ModelCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_ModelId_Serial",
                table: "spareparts_Loaner",
                columns: new[] { "ModelId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_RepairOrderId",
                table: "spareparts_Loaner",
                column: "RepairOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_Serial_Id",
                table: "spareparts_Loaner",
                columns: new[] { "Serial", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_SetAsideFor",
                table: "spareparts_Loaner",
                column: "SetAsideFor");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_State",
                table: "spareparts_Loaner",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_LoanerReservation_LoanerId_State_From",
                table: "spareparts_LoanerReservation",
                columns: new[] { "LoanerId", "State", "From" });

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
                name: "IX_spareparts_Movement_At_Id",
                table: "spareparts_Movement",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_BookingDate_WarehouseId_PartId_Kind_Value",
                table: "spareparts_Movement",
                columns: new[] { "BookingDate", "WarehouseId", "PartId", "Kind", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_DocumentId",
                table: "spareparts_Movement",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_DocumentNumber",
                table: "spareparts_Movement",
                column: "DocumentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_OrderId",
                table: "spareparts_Movement",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_PartId_At_Id",
                table: "spareparts_Movement",
                columns: new[] { "PartId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_ReversalOf",
                table: "spareparts_Movement",
                column: "ReversalOf",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_StockItemId_BookingDate_Quantity_Value",
                table: "spareparts_Movement",
                columns: new[] { "StockItemId", "BookingDate", "Quantity", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_StockItemId_Sequence",
                table: "spareparts_Movement",
                columns: new[] { "StockItemId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Part_Group_Id",
                table: "spareparts_Part",
                columns: new[] { "Group", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Part_Name_Id",
                table: "spareparts_Part",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Part_Number",
                table: "spareparts_Part",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Part_SupersededById",
                table: "spareparts_Part",
                column: "SupersededById");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartAlternative_OtherId",
                table: "spareparts_PartAlternative",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartAlternative_PartId_OtherId",
                table: "spareparts_PartAlternative",
                columns: new[] { "PartId", "OtherId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartBarcode_Code",
                table: "spareparts_PartBarcode",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartBarcode_PartId",
                table: "spareparts_PartBarcode",
                column: "PartId");

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
                name: "IX_spareparts_PartFit_ModelCode",
                table: "spareparts_PartFit",
                column: "ModelCode");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartFit_PartId_ModelCode",
                table: "spareparts_PartFit",
                columns: new[] { "PartId", "ModelCode" },
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
                name: "IX_spareparts_PartPrice_PartId_Currency_ValidFrom",
                table: "spareparts_PartPrice",
                columns: new[] { "PartId", "Currency", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartSupplier_Number",
                table: "spareparts_PartSupplier",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartSupplier_PartId_SupplierId",
                table: "spareparts_PartSupplier",
                columns: new[] { "PartId", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartSupplier_SupplierId",
                table: "spareparts_PartSupplier",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartUnit_PartId_Unit",
                table: "spareparts_PartUnit",
                columns: new[] { "PartId", "Unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PriceList_Code",
                table: "spareparts_PriceList",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PriceList_ValidFrom_Id",
                table: "spareparts_PriceList",
                columns: new[] { "ValidFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PriceListEntry_PartId_PriceListId",
                table: "spareparts_PriceListEntry",
                columns: new[] { "PartId", "PriceListId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PriceListEntry_PriceListId",
                table: "spareparts_PriceListEntry",
                column: "PriceListId");

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
                name: "IX_spareparts_Reservation_AskedOn_PartId",
                table: "spareparts_Reservation",
                columns: new[] { "AskedOn", "PartId" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Reservation_LineId",
                table: "spareparts_Reservation",
                column: "LineId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Reservation_OrderId",
                table: "spareparts_Reservation",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Reservation_OrderNumber",
                table: "spareparts_Reservation",
                column: "OrderNumber");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Reservation_PartId_State_WantedAt",
                table: "spareparts_Reservation",
                columns: new[] { "PartId", "State", "WantedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Reservation_State_WantedAt_Id",
                table: "spareparts_Reservation",
                columns: new[] { "State", "WantedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Reservation_WantedAt_Id",
                table: "spareparts_Reservation",
                columns: new[] { "WantedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SerialPiece_FaultySerial",
                table: "spareparts_SerialPiece",
                column: "FaultySerial");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SerialPiece_OrderId",
                table: "spareparts_SerialPiece",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SerialPiece_PartId_Serial",
                table: "spareparts_SerialPiece",
                columns: new[] { "PartId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SerialPiece_Serial",
                table: "spareparts_SerialPiece",
                column: "Serial");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SerialPiece_WarehouseId",
                table: "spareparts_SerialPiece",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockClosing_BranchId_Through",
                table: "spareparts_StockClosing",
                columns: new[] { "BranchId", "Through" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockCount_BranchId_PlannedFor",
                table: "spareparts_StockCount",
                columns: new[] { "BranchId", "PlannedFor" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockCount_CreatedAt_Id",
                table: "spareparts_StockCount",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockCount_Number",
                table: "spareparts_StockCount",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockCount_WarehouseId_State",
                table: "spareparts_StockCount",
                columns: new[] { "WarehouseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_CreatedAt_Id",
                table: "spareparts_StockDocument",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_Kind_CreatedAt_Id",
                table: "spareparts_StockDocument",
                columns: new[] { "Kind", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_Number",
                table: "spareparts_StockDocument",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_OrderId",
                table: "spareparts_StockDocument",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_PurchaseOrderId",
                table: "spareparts_StockDocument",
                column: "PurchaseOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_Reference",
                table: "spareparts_StockDocument",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_SupplierId",
                table: "spareparts_StockDocument",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_TargetBranchId_State",
                table: "spareparts_StockDocument",
                columns: new[] { "TargetBranchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_TargetWarehouseId",
                table: "spareparts_StockDocument",
                column: "TargetWarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocument_WarehouseId",
                table: "spareparts_StockDocument",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocumentLine_PartId",
                table: "spareparts_StockDocumentLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocumentLine_PurchaseLineId",
                table: "spareparts_StockDocumentLine",
                column: "PurchaseLineId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocumentLine_StockDocumentId_Line",
                table: "spareparts_StockDocumentLine",
                columns: new[] { "StockDocumentId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockItem_BinId",
                table: "spareparts_StockItem",
                column: "BinId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockItem_PartId_WarehouseId_BinId",
                table: "spareparts_StockItem",
                columns: new[] { "PartId", "WarehouseId", "BinId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockItem_PartNumber_Id",
                table: "spareparts_StockItem",
                columns: new[] { "PartNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockItem_Value_Id",
                table: "spareparts_StockItem",
                columns: new[] { "Value", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockItem_WarehouseId_Value_Id",
                table: "spareparts_StockItem",
                columns: new[] { "WarehouseId", "Value", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StockItem_OutsideOfBins",
                table: "spareparts_StockItem",
                columns: new[] { "PartId", "WarehouseId" },
                unique: true,
                filter: "BinId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Supplier_Name_Id",
                table: "spareparts_Supplier",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Supplier_Number",
                table: "spareparts_Supplier",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_Claimed_Id",
                table: "spareparts_SupplierClaim",
                columns: new[] { "Claimed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_CreatedAt_Id",
                table: "spareparts_SupplierClaim",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_DueOn",
                table: "spareparts_SupplierClaim",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_Number",
                table: "spareparts_SupplierClaim",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_ReturnDocumentId",
                table: "spareparts_SupplierClaim",
                column: "ReturnDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_SentOn",
                table: "spareparts_SupplierClaim",
                column: "SentOn");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_State_CreatedAt_Id",
                table: "spareparts_SupplierClaim",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_SupplierId",
                table: "spareparts_SupplierClaim",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_DefectivePartId",
                table: "spareparts_SupplierClaimLine",
                column: "DefectivePartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_OrderId",
                table: "spareparts_SupplierClaimLine",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_PartId",
                table: "spareparts_SupplierClaimLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_SupplierClaimId_Line",
                table: "spareparts_SupplierClaimLine",
                columns: new[] { "SupplierClaimId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierInvoice_Day_Id",
                table: "spareparts_SupplierInvoice",
                columns: new[] { "Day", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierInvoice_PurchaseOrderId_Number",
                table: "spareparts_SupplierInvoice",
                columns: new[] { "PurchaseOrderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierInvoiceLine_SupplierInvoiceId",
                table: "spareparts_SupplierInvoiceLine",
                column: "SupplierInvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Warehouse_BranchId",
                table: "spareparts_Warehouse",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Warehouse_Code",
                table: "spareparts_Warehouse",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_Allocation");

            migrationBuilder.DropTable(
                name: "spareparts_ClaimComeback");

            migrationBuilder.DropTable(
                name: "spareparts_ClaimCredit");

            migrationBuilder.DropTable(
                name: "spareparts_ClaimReplacement");

            migrationBuilder.DropTable(
                name: "spareparts_ClassChange");

            migrationBuilder.DropTable(
                name: "spareparts_ClassPolicy");

            migrationBuilder.DropTable(
                name: "spareparts_ClassRun");

            migrationBuilder.DropTable(
                name: "spareparts_ClosingValue");

            migrationBuilder.DropTable(
                name: "spareparts_CountRules");

            migrationBuilder.DropTable(
                name: "spareparts_CountScan");

            migrationBuilder.DropTable(
                name: "spareparts_Demand");

            migrationBuilder.DropTable(
                name: "spareparts_DemandRecord");

            migrationBuilder.DropTable(
                name: "spareparts_KnownModel");

            migrationBuilder.DropTable(
                name: "spareparts_KnownOrder");

            migrationBuilder.DropTable(
                name: "spareparts_LoanCharge");

            migrationBuilder.DropTable(
                name: "spareparts_LoanerReservation");

            migrationBuilder.DropTable(
                name: "spareparts_LoanerRules");

            migrationBuilder.DropTable(
                name: "spareparts_ManualClass");

            migrationBuilder.DropTable(
                name: "spareparts_ModelObligation");

            migrationBuilder.DropTable(
                name: "spareparts_Movement");

            migrationBuilder.DropTable(
                name: "spareparts_PartAlternative");

            migrationBuilder.DropTable(
                name: "spareparts_PartBarcode");

            migrationBuilder.DropTable(
                name: "spareparts_PartClass");

            migrationBuilder.DropTable(
                name: "spareparts_PartFit");

            migrationBuilder.DropTable(
                name: "spareparts_PartForecast");

            migrationBuilder.DropTable(
                name: "spareparts_PartPlan");

            migrationBuilder.DropTable(
                name: "spareparts_PartPrice");

            migrationBuilder.DropTable(
                name: "spareparts_PartSupplier");

            migrationBuilder.DropTable(
                name: "spareparts_PartUnit");

            migrationBuilder.DropTable(
                name: "spareparts_PlanningRules");

            migrationBuilder.DropTable(
                name: "spareparts_PriceListEntry");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseOrderLine");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseProposalLine");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseReceiptLine");

            migrationBuilder.DropTable(
                name: "spareparts_SerialPiece");

            migrationBuilder.DropTable(
                name: "spareparts_StockDocumentLine");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierClaimLine");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierInvoiceLine");

            migrationBuilder.DropTable(
                name: "spareparts_Reservation");

            migrationBuilder.DropTable(
                name: "spareparts_StockClosing");

            migrationBuilder.DropTable(
                name: "spareparts_CountLine");

            migrationBuilder.DropTable(
                name: "spareparts_Loan");

            migrationBuilder.DropTable(
                name: "spareparts_StockItem");

            migrationBuilder.DropTable(
                name: "spareparts_PriceList");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseProposal");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseReceipt");

            migrationBuilder.DropTable(
                name: "spareparts_StockDocument");

            migrationBuilder.DropTable(
                name: "spareparts_DefectivePart");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierClaim");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierInvoice");

            migrationBuilder.DropTable(
                name: "spareparts_StockCount");

            migrationBuilder.DropTable(
                name: "spareparts_Loaner");

            migrationBuilder.DropTable(
                name: "spareparts_Bin");

            migrationBuilder.DropTable(
                name: "spareparts_Part");

            migrationBuilder.DropTable(
                name: "spareparts_PurchaseOrder");

            migrationBuilder.DropTable(
                name: "spareparts_Supplier");

            migrationBuilder.DropTable(
                name: "spareparts_Warehouse");
        }
    }
}
