using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClaimComebacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CameBack",
                table: "spareparts_SupplierClaimLine",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "spareparts_ClaimComeback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    ExitDocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClaimComeback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_ClaimComeback_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimComeback_DocumentId",
                table: "spareparts_ClaimComeback",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimComeback_ExitDocumentId",
                table: "spareparts_ClaimComeback",
                column: "ExitDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimComeback_SupplierClaimId",
                table: "spareparts_ClaimComeback",
                column: "SupplierClaimId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_ClaimComeback");

            migrationBuilder.DropColumn(
                name: "CameBack",
                table: "spareparts_SupplierClaimLine");
        }
    }
}
