using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Reception.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "reception");

            migrationBuilder.CreateTable(
                name: "Customer",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ContactName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PhoneKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OtherPhone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OtherPhoneKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ZoneId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PaysOnAccount = table.Column<bool>(type: "bit", nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Device",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SerialNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SerialKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SoldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WarrantyFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    HasProofOfPurchase = table.Column<bool>(type: "bit", nullable: false),
                    PassportNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ResponseTarget = table.Column<long>(type: "bigint", nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Device", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeviceModel",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProductGroup = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceLifeYears = table.Column<int>(type: "int", nullable: true),
                    PartGroups = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeviceModel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GoodsReceipt",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeviceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestNumber = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SerialNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Condition = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Accessories = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Shelf = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HandedInBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromField = table.Column<bool>(type: "bit", nullable: false),
                    TakenAlongBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TakenInAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StoredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AbandonedReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AbandonedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TakenInBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReadyAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reminders = table.Column<int>(type: "int", nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReturnedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReturnedTo = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SignatureId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReceiptRetrieved = table.Column<bool>(type: "bit", nullable: true),
                    NotRetrievedReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoodsReceipt", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GoodsRegisterEntry",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SerialNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OtherSide = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoodsRegisterEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ServiceRequest",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Place = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Priority = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fault = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ZoneId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsInternalWork = table.Column<bool>(type: "bit", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CustomerPhone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeviceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SerialNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MissingItems = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    OverrideReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BackdatedReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    InternalReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RegisteredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RegisteredBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StatusSecret = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LinkEndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OverAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StageAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReadyBy = table.Column<DateOnly>(type: "date", nullable: true),
                    TechnicianName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StageNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Target = table.Column<long>(type: "bigint", nullable: false),
                    TargetSource = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AtRiskAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Alerted = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Category = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: false),
                    HighTarget = table.Column<long>(type: "bigint", nullable: true),
                    EmergencyTarget = table.Column<long>(type: "bigint", nullable: true),
                    AtRiskPercent = table.Column<int>(type: "int", nullable: false),
                    DemandsPhotos = table.Column<bool>(type: "bit", nullable: false),
                    UnclaimedAfterDays = table.Column<int>(type: "int", nullable: false),
                    RemindEveryDays = table.Column<int>(type: "int", nullable: false),
                    MostReminders = table.Column<int>(type: "int", nullable: false),
                    StatusLinkDays = table.Column<int>(type: "int", nullable: false),
                    ManagerAfter = table.Column<long>(type: "bigint", nullable: false),
                    DirectorAfter = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WarrantyPolicy",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SoldFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    PartMonths = table.Column<int>(type: "int", nullable: false),
                    LabourMonths = table.Column<int>(type: "int", nullable: false),
                    NeedsProofOfPurchase = table.Column<bool>(type: "bit", nullable: false),
                    ExcludedCauses = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarrantyPolicy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WarrantyPromotion",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SoldFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    SoldTo = table.Column<DateOnly>(type: "date", nullable: false),
                    ExtraMonths = table.Column<int>(type: "int", nullable: false),
                    PartGroup = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ExtendsLabour = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarrantyPromotion", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Zone",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Target = table.Column<long>(type: "bigint", nullable: true),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Zone", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormerOwner",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeviceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerOwner", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerOwner_Device_DeviceId",
                        column: x => x.DeviceId,
                        principalSchema: "reception",
                        principalTable: "Device",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClockPause",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    To = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockPause", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClockPause_ServiceRequest_RequestId",
                        column: x => x.RequestId,
                        principalSchema: "reception",
                        principalTable: "ServiceRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EntitlementDecision",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Category = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    LabourCovered = table.Column<bool>(type: "bit", nullable: false),
                    CoveredPartGroups = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ExcludedCauses = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    RepeatOf = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsProposed = table.Column<bool>(type: "bit", nullable: false),
                    JudgedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangeReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntitlementDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntitlementDecision_ServiceRequest_RequestId",
                        column: x => x.RequestId,
                        principalSchema: "reception",
                        principalTable: "ServiceRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WarrantyTerm",
                schema: "reception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartGroup = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Months = table.Column<int>(type: "int", nullable: false),
                    PolicyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarrantyTerm", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WarrantyTerm_WarrantyPolicy_PolicyId",
                        column: x => x.PolicyId,
                        principalSchema: "reception",
                        principalTable: "WarrantyPolicy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClockPause_RequestId",
                schema: "reception",
                table: "ClockPause",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Customer_Code",
                schema: "reception",
                table: "Customer",
                column: "Code",
                unique: true,
                filter: "[Code] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customer_Name_Id",
                schema: "reception",
                table: "Customer",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customer_OtherPhoneKey",
                schema: "reception",
                table: "Customer",
                column: "OtherPhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_Customer_PhoneKey",
                schema: "reception",
                table: "Customer",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_Device_CustomerId",
                schema: "reception",
                table: "Device",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Device_CustomerName_Id",
                schema: "reception",
                table: "Device",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Device_ModelCode_Id",
                schema: "reception",
                table: "Device",
                columns: new[] { "ModelCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Device_ModelId_SerialKey",
                schema: "reception",
                table: "Device",
                columns: new[] { "ModelId", "SerialKey" },
                unique: true,
                filter: "[SerialKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Device_SerialKey",
                schema: "reception",
                table: "Device",
                column: "SerialKey");

            migrationBuilder.CreateIndex(
                name: "IX_Device_SerialNumber_Id",
                schema: "reception",
                table: "Device",
                columns: new[] { "SerialNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeviceModel_Code",
                schema: "reception",
                table: "DeviceModel",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeviceModel_Name_Id",
                schema: "reception",
                table: "DeviceModel",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeviceModel_ProductGroup_Id",
                schema: "reception",
                table: "DeviceModel",
                columns: new[] { "ProductGroup", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EntitlementDecision_RequestId",
                schema: "reception",
                table: "EntitlementDecision",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerOwner_CustomerId",
                schema: "reception",
                table: "FormerOwner",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerOwner_DeviceId",
                schema: "reception",
                table: "FormerOwner",
                column: "DeviceId");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_CustomerId",
                schema: "reception",
                table: "GoodsReceipt",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_CustomerName_Id",
                schema: "reception",
                table: "GoodsReceipt",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_DeviceId_State",
                schema: "reception",
                table: "GoodsReceipt",
                columns: new[] { "DeviceId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_Number",
                schema: "reception",
                table: "GoodsReceipt",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_OrderId",
                schema: "reception",
                table: "GoodsReceipt",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_RequestId",
                schema: "reception",
                table: "GoodsReceipt",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_Shelf_Id",
                schema: "reception",
                table: "GoodsReceipt",
                columns: new[] { "Shelf", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_State_ReadyAt_Id",
                schema: "reception",
                table: "GoodsReceipt",
                columns: new[] { "State", "ReadyAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReceipt_TakenInAt_Id",
                schema: "reception",
                table: "GoodsReceipt",
                columns: new[] { "TakenInAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsRegisterEntry_At_Id",
                schema: "reception",
                table: "GoodsRegisterEntry",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsRegisterEntry_ReceiptId",
                schema: "reception",
                table: "GoodsRegisterEntry",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_AnsweredAt_DueAt_Id",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "AnsweredAt", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_CustomerId_ReceivedAt",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "CustomerId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_CustomerName_Id",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_DeviceId_ReceivedAt",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "DeviceId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_DueAt_Id",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_Number",
                schema: "reception",
                table: "ServiceRequest",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_OrderId",
                schema: "reception",
                table: "ServiceRequest",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_ReceivedAt_Id",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_RegisteredById_ReceivedAt_Id",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "RegisteredById", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_State_ReceivedAt_Id",
                schema: "reception",
                table: "ServiceRequest",
                columns: new[] { "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequest_StatusSecret",
                schema: "reception",
                table: "ServiceRequest",
                column: "StatusSecret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyPolicy_ModelId_SoldFrom",
                schema: "reception",
                table: "WarrantyPolicy",
                columns: new[] { "ModelId", "SoldFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyPromotion_Code",
                schema: "reception",
                table: "WarrantyPromotion",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyPromotion_SoldFrom_Id",
                schema: "reception",
                table: "WarrantyPromotion",
                columns: new[] { "SoldFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyTerm_PolicyId",
                schema: "reception",
                table: "WarrantyTerm",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_Zone_BranchId_Code",
                schema: "reception",
                table: "Zone",
                columns: new[] { "BranchId", "Code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClockPause",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "Customer",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "DeviceModel",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "EntitlementDecision",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "FormerOwner",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "GoodsReceipt",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "GoodsRegisterEntry",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "Settings",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "WarrantyPromotion",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "WarrantyTerm",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "Zone",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "ServiceRequest",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "Device",
                schema: "reception");

            migrationBuilder.DropTable(
                name: "WarrantyPolicy",
                schema: "reception");
        }
    }
}
