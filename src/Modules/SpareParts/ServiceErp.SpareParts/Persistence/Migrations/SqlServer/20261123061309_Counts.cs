using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Counts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ExactPlace",
                schema: "spareparts",
                table: "StockDocumentLine",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CountRules",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tolerance = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ApprovalLimit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StockCount",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ApprovedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                name: "CountLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StockCountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    BinId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Frozen = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Countings = table.Column<int>(type: "int", nullable: false),
                    Counted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    CountedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CountedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CountedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Balance = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Difference = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Again = table.Column<bool>(type: "bit", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true)
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
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CountRules",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "CountScan",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "CountLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "StockCount",
                schema: "spareparts");

            migrationBuilder.DropColumn(
                name: "ExactPlace",
                schema: "spareparts",
                table: "StockDocumentLine");
        }
    }
}
