using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DefectiveParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DefectivePart",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Serials = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Defect = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PurchaseOrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    DeliveryNote = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UnitCost = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EntryDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EntryDocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ExitDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExitDocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DefectivePart",
                schema: "spareparts");
        }
    }
}
