using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CatalogueAndPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Arrived",
                table: "spareparts_StockDocumentLine",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PurchaseLineId",
                table: "spareparts_StockDocumentLine",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Serials",
                table: "spareparts_StockDocumentLine",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WarehouseId",
                table: "spareparts_StockDocumentLine",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BookingDate",
                table: "spareparts_StockDocument",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderId",
                table: "spareparts_StockDocument",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderNumber",
                table: "spareparts_StockDocument",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PurchaseOrderId",
                table: "spareparts_StockDocument",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SentAt",
                table: "spareparts_StockDocument",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentBy",
                table: "spareparts_StockDocument",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TargetBranchId",
                table: "spareparts_StockDocument",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BarcodeLine",
                table: "spareparts_Part",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

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
                    Preferred = table.Column<bool>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_StockDocumentLine_PurchaseLineId",
                table: "spareparts_StockDocumentLine",
                column: "PurchaseLineId");

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
                name: "IX_spareparts_StockDocument_TargetBranchId_State",
                table: "spareparts_StockDocument",
                columns: new[] { "TargetBranchId", "State" });

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
                name: "IX_spareparts_PartBarcode_Code",
                table: "spareparts_PartBarcode",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartBarcode_PartId",
                table: "spareparts_PartBarcode",
                column: "PartId");

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

            // The barcodes that stood in the part and in its units become rows of their own.
            migrationBuilder.Sql("INSERT INTO spareparts_PartBarcode (Id, PartId, Code, Kind, Unit) SELECT Id, Id, Barcode, 'Own', NULL FROM spareparts_Part WHERE Barcode IS NOT NULL;");
            migrationBuilder.Sql("INSERT INTO spareparts_PartBarcode (Id, PartId, Code, Kind, Unit) SELECT Id, PartId, Barcode, 'Own', Unit FROM spareparts_PartUnit WHERE Barcode IS NOT NULL;");
            migrationBuilder.Sql("UPDATE spareparts_Part SET BarcodeLine = (SELECT group_concat(Code, ' ') FROM spareparts_PartBarcode AS b WHERE b.PartId = spareparts_Part.Id);");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_PartUnit_Barcode",
                table: "spareparts_PartUnit");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_Part_Barcode",
                table: "spareparts_Part");

            migrationBuilder.DropColumn(
                name: "Barcode",
                table: "spareparts_PartUnit");

            migrationBuilder.DropColumn(
                name: "Barcode",
                table: "spareparts_Part");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_ClosingValue");

            migrationBuilder.DropTable(
                name: "spareparts_PartBarcode");

            migrationBuilder.DropTable(
                name: "spareparts_PartSupplier");

            migrationBuilder.DropTable(
                name: "spareparts_PriceListEntry");

            migrationBuilder.DropTable(
                name: "spareparts_SerialPiece");

            migrationBuilder.DropTable(
                name: "spareparts_StockClosing");

            migrationBuilder.DropTable(
                name: "spareparts_PriceList");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_StockDocumentLine_PurchaseLineId",
                table: "spareparts_StockDocumentLine");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_StockDocument_OrderId",
                table: "spareparts_StockDocument");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_StockDocument_PurchaseOrderId",
                table: "spareparts_StockDocument");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_StockDocument_Reference",
                table: "spareparts_StockDocument");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_StockDocument_TargetBranchId_State",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "Arrived",
                table: "spareparts_StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "PurchaseLineId",
                table: "spareparts_StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "Serials",
                table: "spareparts_StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "WarehouseId",
                table: "spareparts_StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "BookingDate",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "OrderId",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "OrderNumber",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "PurchaseOrderId",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "SentBy",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "TargetBranchId",
                table: "spareparts_StockDocument");

            migrationBuilder.DropColumn(
                name: "BarcodeLine",
                table: "spareparts_Part");

            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                table: "spareparts_PartUnit",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                table: "spareparts_Part",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_PartUnit_Barcode",
                table: "spareparts_PartUnit",
                column: "Barcode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Part_Barcode",
                table: "spareparts_Part",
                column: "Barcode",
                unique: true);
        }
    }
}
