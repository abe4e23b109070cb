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
                name: "KnownModel",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Active = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownModel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Part",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Barcode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
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
                name: "Supplier",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Active = table.Column<bool>(type: "bit", nullable: false),
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
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HolderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Warehouse", x => x.Id);
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
                name: "PartFit",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false)
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
                name: "PartPrice",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
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
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Factor = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Barcode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true)
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
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    TechnicianId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Wanted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reserved = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Issued = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Cost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WantedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                name: "Bin",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false)
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
                name: "StockDocument",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TargetWarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PostedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
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
                name: "StockItem",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OnHand = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reserved = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    LastSequence = table.Column<int>(type: "int", nullable: false),
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
                name: "StockDocumentLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StockDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    UnitQuantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    UnitCost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    BinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TargetBinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    QuantityAfter = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ValueAfter = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DocumentLine = table.Column<int>(type: "int", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
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
                name: "IX_KnownModel_Code",
                schema: "spareparts",
                table: "KnownModel",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Movement_At_Id",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Movement_BookingDate_WarehouseId_Value",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "BookingDate", "WarehouseId", "Value" });

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
                name: "IX_Movement_StockItemId_Sequence",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "StockItemId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Part_Barcode",
                schema: "spareparts",
                table: "Part",
                column: "Barcode",
                unique: true,
                filter: "[Barcode] IS NOT NULL");

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
                name: "IX_PartPrice_PartId_Currency_ValidFrom",
                schema: "spareparts",
                table: "PartPrice",
                columns: new[] { "PartId", "Currency", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartUnit_Barcode",
                schema: "spareparts",
                table: "PartUnit",
                column: "Barcode",
                unique: true,
                filter: "[Barcode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PartUnit_PartId_Unit",
                schema: "spareparts",
                table: "PartUnit",
                columns: new[] { "PartId", "Unit" },
                unique: true);

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
                name: "IX_StockDocument_SupplierId",
                schema: "spareparts",
                table: "StockDocument",
                column: "SupplierId");

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
                name: "KnownModel",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Movement",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartAlternative",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartFit",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartPrice",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartUnit",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockDocumentLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Reservation",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockItem",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockDocument",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Bin",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Part",
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
