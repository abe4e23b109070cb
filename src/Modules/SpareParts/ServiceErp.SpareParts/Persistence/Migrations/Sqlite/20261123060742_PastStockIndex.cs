using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PastStockIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_StockItemId_BookingDate_Quantity_Value",
                table: "spareparts_Movement",
                columns: new[] { "StockItemId", "BookingDate", "Quantity", "Value" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_spareparts_Movement_StockItemId_BookingDate_Quantity_Value",
                table: "spareparts_Movement");
        }
    }
}
