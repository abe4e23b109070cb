using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DefectiveParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_DefectivePart");
        }
    }
}
