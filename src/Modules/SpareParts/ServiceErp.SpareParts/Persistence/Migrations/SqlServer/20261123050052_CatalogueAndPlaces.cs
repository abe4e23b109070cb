using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CatalogueAndPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "Arrived",
                schema: "spareparts",
                table: "StockDocumentLine",
                type: "decimal(18,6)",
                precision: 18,
                scale: 6,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PurchaseLineId",
                schema: "spareparts",
                table: "StockDocumentLine",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Serials",
                schema: "spareparts",
                table: "StockDocumentLine",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WarehouseId",
                schema: "spareparts",
                table: "StockDocumentLine",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BookingDate",
                schema: "spareparts",
                table: "StockDocument",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderId",
                schema: "spareparts",
                table: "StockDocument",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderNumber",
                schema: "spareparts",
                table: "StockDocument",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PurchaseOrderId",
                schema: "spareparts",
                table: "StockDocument",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                schema: "spareparts",
                table: "StockDocument",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentBy",
                schema: "spareparts",
                table: "StockDocument",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TargetBranchId",
                schema: "spareparts",
                table: "StockDocument",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BarcodeLine",
                schema: "spareparts",
                table: "Part",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PartBarcode",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true)
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
                name: "PartSupplier",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Price = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    PriceSince = table.Column<DateOnly>(type: "date", nullable: false),
                    LeadDays = table.Column<int>(type: "int", nullable: true),
                    Minimum = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Pack = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Preferred = table.Column<bool>(type: "bit", nullable: false)
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
                name: "PriceList",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
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
                    Serial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MovedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FaultySerial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
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
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockClosing", x => x.Id);
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

            migrationBuilder.CreateIndex(
                name: "IX_StockDocumentLine_PurchaseLineId",
                schema: "spareparts",
                table: "StockDocumentLine",
                column: "PurchaseLineId");

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
                name: "IX_StockDocument_TargetBranchId_State",
                schema: "spareparts",
                table: "StockDocument",
                columns: new[] { "TargetBranchId", "State" });

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

            // The barcodes that stood in the part and in its units become rows of their own.
            migrationBuilder.Sql("INSERT INTO spareparts.PartBarcode (Id, PartId, Code, Kind, Unit) SELECT Id, Id, Barcode, 'Own', NULL FROM spareparts.Part WHERE Barcode IS NOT NULL;");
            migrationBuilder.Sql("INSERT INTO spareparts.PartBarcode (Id, PartId, Code, Kind, Unit) SELECT Id, PartId, Barcode, 'Own', Unit FROM spareparts.PartUnit WHERE Barcode IS NOT NULL;");
            migrationBuilder.Sql("UPDATE spareparts.Part SET BarcodeLine = (SELECT STRING_AGG(b.Code, ' ') FROM spareparts.PartBarcode AS b WHERE b.PartId = spareparts.Part.Id);");

            migrationBuilder.DropIndex(
                name: "IX_PartUnit_Barcode",
                schema: "spareparts",
                table: "PartUnit");

            migrationBuilder.DropIndex(
                name: "IX_Part_Barcode",
                schema: "spareparts",
                table: "Part");

            migrationBuilder.DropColumn(
                name: "Barcode",
                schema: "spareparts",
                table: "PartUnit");

            migrationBuilder.DropColumn(
                name: "Barcode",
                schema: "spareparts",
                table: "Part");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClosingValue",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartBarcode",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PartSupplier",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PriceListEntry",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SerialPiece",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockClosing",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "PriceList",
                schema: "spareparts");

            migrationBuilder.DropIndex(
                name: "IX_StockDocumentLine_PurchaseLineId",
                schema: "spareparts",
                table: "StockDocumentLine");

            migrationBuilder.DropIndex(
                name: "IX_StockDocument_OrderId",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropIndex(
                name: "IX_StockDocument_PurchaseOrderId",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropIndex(
                name: "IX_StockDocument_Reference",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropIndex(
                name: "IX_StockDocument_TargetBranchId_State",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "Arrived",
                schema: "spareparts",
                table: "StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "PurchaseLineId",
                schema: "spareparts",
                table: "StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "Serials",
                schema: "spareparts",
                table: "StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "WarehouseId",
                schema: "spareparts",
                table: "StockDocumentLine");

            migrationBuilder.DropColumn(
                name: "BookingDate",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "OrderId",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "OrderNumber",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "PurchaseOrderId",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "SentAt",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "SentBy",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "TargetBranchId",
                schema: "spareparts",
                table: "StockDocument");

            migrationBuilder.DropColumn(
                name: "BarcodeLine",
                schema: "spareparts",
                table: "Part");

            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                schema: "spareparts",
                table: "PartUnit",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                schema: "spareparts",
                table: "Part",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartUnit_Barcode",
                schema: "spareparts",
                table: "PartUnit",
                column: "Barcode",
                unique: true,
                filter: "[Barcode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Part_Barcode",
                schema: "spareparts",
                table: "Part",
                column: "Barcode",
                unique: true,
                filter: "[Barcode] IS NOT NULL");
        }
    }
}
