using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Billing.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LateFees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_billing_Voucher_OrderId",
                table: "billing_Voucher");

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "billing_Voucher",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_OrderId_About",
                table: "billing_Voucher",
                columns: new[] { "OrderId", "About" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_billing_Voucher_OrderId_About",
                table: "billing_Voucher");

            migrationBuilder.DropColumn(
                name: "About",
                table: "billing_Voucher");

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_OrderId",
                table: "billing_Voucher",
                column: "OrderId",
                unique: true);
        }
    }
}
