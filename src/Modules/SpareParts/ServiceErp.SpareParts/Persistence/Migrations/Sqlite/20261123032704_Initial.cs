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
                name: "spareparts_Part",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Barcode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
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
                name: "spareparts_Supplier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
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
                name: "spareparts_PartPrice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Factor = table.Column<long>(type: "INTEGER", nullable: false),
                    Barcode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
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
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WantedAt = table.Column<long>(type: "INTEGER", nullable: false),
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
                name: "spareparts_StockDocument",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetWarehouseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: true),
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
                name: "IX_spareparts_KnownModel_Code",
                table: "spareparts_KnownModel",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_At_Id",
                table: "spareparts_Movement",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_BookingDate_WarehouseId_Value",
                table: "spareparts_Movement",
                columns: new[] { "BookingDate", "WarehouseId", "Value" });

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
                name: "IX_spareparts_Movement_StockItemId_Sequence",
                table: "spareparts_Movement",
                columns: new[] { "StockItemId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Part_Barcode",
                table: "spareparts_Part",
                column: "Barcode",
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
                name: "IX_spareparts_PartFit_ModelCode",
                table: "spareparts_PartFit",
                column: "ModelCode");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartFit_PartId_ModelCode",
                table: "spareparts_PartFit",
                columns: new[] { "PartId", "ModelCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartPrice_PartId_Currency_ValidFrom",
                table: "spareparts_PartPrice",
                columns: new[] { "PartId", "Currency", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartUnit_Barcode",
                table: "spareparts_PartUnit",
                column: "Barcode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartUnit_PartId_Unit",
                table: "spareparts_PartUnit",
                columns: new[] { "PartId", "Unit" },
                unique: true);

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
                name: "IX_spareparts_StockDocument_SupplierId",
                table: "spareparts_StockDocument",
                column: "SupplierId");

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
                name: "spareparts_KnownModel");

            migrationBuilder.DropTable(
                name: "spareparts_Movement");

            migrationBuilder.DropTable(
                name: "spareparts_PartAlternative");

            migrationBuilder.DropTable(
                name: "spareparts_PartFit");

            migrationBuilder.DropTable(
                name: "spareparts_PartPrice");

            migrationBuilder.DropTable(
                name: "spareparts_PartUnit");

            migrationBuilder.DropTable(
                name: "spareparts_StockDocumentLine");

            migrationBuilder.DropTable(
                name: "spareparts_Reservation");

            migrationBuilder.DropTable(
                name: "spareparts_StockItem");

            migrationBuilder.DropTable(
                name: "spareparts_StockDocument");

            migrationBuilder.DropTable(
                name: "spareparts_Bin");

            migrationBuilder.DropTable(
                name: "spareparts_Part");

            migrationBuilder.DropTable(
                name: "spareparts_Supplier");

            migrationBuilder.DropTable(
                name: "spareparts_Warehouse");
        }
    }
}
