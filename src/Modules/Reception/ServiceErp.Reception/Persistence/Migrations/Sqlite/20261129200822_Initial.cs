using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Reception.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reception_Customer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OtherPhone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OtherPhoneKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ZoneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    PaysOnAccount = table.Column<bool>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_Customer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_Device",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SerialKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SoldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WarrantyFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HasProofOfPurchase = table.Column<bool>(type: "INTEGER", nullable: false),
                    PassportNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ResponseTarget = table.Column<long>(type: "INTEGER", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_Device", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_DeviceModel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProductGroup = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ServiceLifeYears = table.Column<int>(type: "INTEGER", nullable: true),
                    PartGroups = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_DeviceModel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_GoodsReceipt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Condition = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Accessories = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Shelf = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HandedInBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromField = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakenAlongBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TakenInAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AbandonedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AbandonedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TakenInBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReturnedTo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SignatureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceiptRetrieved = table.Column<bool>(type: "INTEGER", nullable: true),
                    NotRetrievedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_GoodsReceipt", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_GoodsRegisterEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OtherSide = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_GoodsRegisterEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_ServiceRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ZoneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsInternalWork = table.Column<bool>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    MissingItems = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OverrideReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    BackdatedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    InternalReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RegisteredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RegisteredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StatusSecret = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    LinkEndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OverAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    StageAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadyBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StageNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Target = table.Column<long>(type: "INTEGER", nullable: false),
                    TargetSource = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AtRiskAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Alerted = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_ServiceRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_Settings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Target = table.Column<long>(type: "INTEGER", nullable: false),
                    HighTarget = table.Column<long>(type: "INTEGER", nullable: true),
                    EmergencyTarget = table.Column<long>(type: "INTEGER", nullable: true),
                    AtRiskPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    DemandsPhotos = table.Column<bool>(type: "INTEGER", nullable: false),
                    UnclaimedAfterDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindEveryDays = table.Column<int>(type: "INTEGER", nullable: false),
                    MostReminders = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusLinkDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ManagerAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    DirectorAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_Settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_WarrantyPolicy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SoldFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PartMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    LabourMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsProofOfPurchase = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExcludedCauses = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_WarrantyPolicy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_WarrantyPromotion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SoldFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SoldTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExtraMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    PartGroup = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ExtendsLabour = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_WarrantyPromotion", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_Zone",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Target = table.Column<long>(type: "INTEGER", nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_Zone", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reception_FormerOwner",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_FormerOwner", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reception_FormerOwner_reception_Device_DeviceId",
                        column: x => x.DeviceId,
                        principalTable: "reception_Device",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_ClockPause",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_ClockPause", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reception_ClockPause_reception_ServiceRequest_RequestId",
                        column: x => x.RequestId,
                        principalTable: "reception_ServiceRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_EntitlementDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    LabourCovered = table.Column<bool>(type: "INTEGER", nullable: false),
                    CoveredPartGroups = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ExcludedCauses = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RepeatOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsProposed = table.Column<bool>(type: "INTEGER", nullable: false),
                    JudgedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangeReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_EntitlementDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reception_EntitlementDecision_reception_ServiceRequest_RequestId",
                        column: x => x.RequestId,
                        principalTable: "reception_ServiceRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_WarrantyTerm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartGroup = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reception_WarrantyTerm", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reception_WarrantyTerm_reception_WarrantyPolicy_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "reception_WarrantyPolicy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ClockPause_RequestId",
                table: "reception_ClockPause",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_Customer_Code",
                table: "reception_Customer",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_Customer_Name_Id",
                table: "reception_Customer",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_Customer_OtherPhoneKey",
                table: "reception_Customer",
                column: "OtherPhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_reception_Customer_PhoneKey",
                table: "reception_Customer",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_reception_Device_CustomerId",
                table: "reception_Device",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_Device_CustomerName_Id",
                table: "reception_Device",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_Device_ModelCode_Id",
                table: "reception_Device",
                columns: new[] { "ModelCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_Device_ModelId_SerialKey",
                table: "reception_Device",
                columns: new[] { "ModelId", "SerialKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_Device_SerialKey",
                table: "reception_Device",
                column: "SerialKey");

            migrationBuilder.CreateIndex(
                name: "IX_reception_Device_SerialNumber_Id",
                table: "reception_Device",
                columns: new[] { "SerialNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_DeviceModel_Code",
                table: "reception_DeviceModel",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_DeviceModel_Name_Id",
                table: "reception_DeviceModel",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_DeviceModel_ProductGroup_Id",
                table: "reception_DeviceModel",
                columns: new[] { "ProductGroup", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_EntitlementDecision_RequestId",
                table: "reception_EntitlementDecision",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_FormerOwner_CustomerId",
                table: "reception_FormerOwner",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_FormerOwner_DeviceId",
                table: "reception_FormerOwner",
                column: "DeviceId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_CustomerId",
                table: "reception_GoodsReceipt",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_CustomerName_Id",
                table: "reception_GoodsReceipt",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_DeviceId_State",
                table: "reception_GoodsReceipt",
                columns: new[] { "DeviceId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_Number",
                table: "reception_GoodsReceipt",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_OrderId",
                table: "reception_GoodsReceipt",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_RequestId",
                table: "reception_GoodsReceipt",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_Shelf_Id",
                table: "reception_GoodsReceipt",
                columns: new[] { "Shelf", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_State_ReadyAt_Id",
                table: "reception_GoodsReceipt",
                columns: new[] { "State", "ReadyAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsReceipt_TakenInAt_Id",
                table: "reception_GoodsReceipt",
                columns: new[] { "TakenInAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsRegisterEntry_At_Id",
                table: "reception_GoodsRegisterEntry",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_GoodsRegisterEntry_ReceiptId",
                table: "reception_GoodsRegisterEntry",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_AnsweredAt_DueAt_Id",
                table: "reception_ServiceRequest",
                columns: new[] { "AnsweredAt", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_CustomerId_ReceivedAt",
                table: "reception_ServiceRequest",
                columns: new[] { "CustomerId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_CustomerName_Id",
                table: "reception_ServiceRequest",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_DeviceId_ReceivedAt",
                table: "reception_ServiceRequest",
                columns: new[] { "DeviceId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_DueAt_Id",
                table: "reception_ServiceRequest",
                columns: new[] { "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_Number",
                table: "reception_ServiceRequest",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_OrderId",
                table: "reception_ServiceRequest",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_ReceivedAt_Id",
                table: "reception_ServiceRequest",
                columns: new[] { "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_RegisteredById_ReceivedAt_Id",
                table: "reception_ServiceRequest",
                columns: new[] { "RegisteredById", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_State_ReceivedAt_Id",
                table: "reception_ServiceRequest",
                columns: new[] { "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_ServiceRequest_StatusSecret",
                table: "reception_ServiceRequest",
                column: "StatusSecret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_WarrantyPolicy_ModelId_SoldFrom",
                table: "reception_WarrantyPolicy",
                columns: new[] { "ModelId", "SoldFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_WarrantyPromotion_Code",
                table: "reception_WarrantyPromotion",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reception_WarrantyPromotion_SoldFrom_Id",
                table: "reception_WarrantyPromotion",
                columns: new[] { "SoldFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reception_WarrantyTerm_PolicyId",
                table: "reception_WarrantyTerm",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_reception_Zone_BranchId_Code",
                table: "reception_Zone",
                columns: new[] { "BranchId", "Code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reception_ClockPause");

            migrationBuilder.DropTable(
                name: "reception_Customer");

            migrationBuilder.DropTable(
                name: "reception_DeviceModel");

            migrationBuilder.DropTable(
                name: "reception_EntitlementDecision");

            migrationBuilder.DropTable(
                name: "reception_FormerOwner");

            migrationBuilder.DropTable(
                name: "reception_GoodsReceipt");

            migrationBuilder.DropTable(
                name: "reception_GoodsRegisterEntry");

            migrationBuilder.DropTable(
                name: "reception_Settings");

            migrationBuilder.DropTable(
                name: "reception_WarrantyPromotion");

            migrationBuilder.DropTable(
                name: "reception_WarrantyTerm");

            migrationBuilder.DropTable(
                name: "reception_Zone");

            migrationBuilder.DropTable(
                name: "reception_ServiceRequest");

            migrationBuilder.DropTable(
                name: "reception_Device");

            migrationBuilder.DropTable(
                name: "reception_WarrantyPolicy");
        }
    }
}
