using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PastStockIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Movement_StockItemId_BookingDate_Quantity_Value",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "StockItemId", "BookingDate", "Quantity", "Value" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Movement_StockItemId_BookingDate_Quantity_Value",
                schema: "spareparts",
                table: "Movement");
        }
    }
}
