using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Billing.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LateFees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Voucher_OrderId",
                schema: "billing",
                table: "Voucher");

            migrationBuilder.AddColumn<string>(
                name: "About",
                schema: "billing",
                table: "Voucher",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Voucher_OrderId_About",
                schema: "billing",
                table: "Voucher",
                columns: new[] { "OrderId", "About" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Voucher_OrderId_About",
                schema: "billing",
                table: "Voucher");

            migrationBuilder.DropColumn(
                name: "About",
                schema: "billing",
                table: "Voucher");

            migrationBuilder.CreateIndex(
                name: "IX_Voucher_OrderId",
                schema: "billing",
                table: "Voucher",
                column: "OrderId",
                unique: true);
        }
    }
}
