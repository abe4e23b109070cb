using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ClaimComebacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "CameBack",
                schema: "spareparts",
                table: "SupplierClaimLine",
                type: "decimal(18,6)",
                precision: 18,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "ClaimComeback",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ExitDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimComeback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimComeback_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimComeback_DocumentId",
                schema: "spareparts",
                table: "ClaimComeback",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimComeback_ExitDocumentId",
                schema: "spareparts",
                table: "ClaimComeback",
                column: "ExitDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimComeback_SupplierClaimId",
                schema: "spareparts",
                table: "ClaimComeback",
                column: "SupplierClaimId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClaimComeback",
                schema: "spareparts");

            migrationBuilder.DropColumn(
                name: "CameBack",
                schema: "spareparts",
                table: "SupplierClaimLine");
        }
    }
}
