using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Counts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ExactPlace",
                table: "spareparts_StockDocumentLine",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "spareparts_CountRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tolerance = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovalLimit = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_CountRules", x => x.Id);
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
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_CountRules");

            migrationBuilder.DropTable(
                name: "spareparts_CountScan");

            migrationBuilder.DropTable(
                name: "spareparts_CountLine");

            migrationBuilder.DropTable(
                name: "spareparts_StockCount");

            migrationBuilder.DropColumn(
                name: "ExactPlace",
                table: "spareparts_StockDocumentLine");
        }
    }
}
