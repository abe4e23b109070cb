using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ShelfDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FirstMovedAt",
                table: "spareparts_StockItem",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastIssuedAt",
                table: "spareparts_StockItem",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("UPDATE spareparts_StockItem SET FirstMovedAt = (SELECT MIN(m.At) FROM spareparts_Movement AS m WHERE m.StockItemId = spareparts_StockItem.Id), LastIssuedAt = (SELECT MAX(m.At) FROM spareparts_Movement AS m WHERE m.StockItemId = spareparts_StockItem.Id AND m.Kind = 'Issue');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FirstMovedAt",
                table: "spareparts_StockItem");

            migrationBuilder.DropColumn(
                name: "LastIssuedAt",
                table: "spareparts_StockItem");
        }
    }
}
