using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ShelfDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FirstMovedAt",
                schema: "spareparts",
                table: "StockItem",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastIssuedAt",
                schema: "spareparts",
                table: "StockItem",
                type: "datetime2",
                nullable: true);

            migrationBuilder.Sql("UPDATE spareparts.StockItem SET FirstMovedAt = (SELECT MIN(m.At) FROM spareparts.Movement AS m WHERE m.StockItemId = spareparts.StockItem.Id), LastIssuedAt = (SELECT MAX(m.At) FROM spareparts.Movement AS m WHERE m.StockItemId = spareparts.StockItem.Id AND m.Kind = 'Issue');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FirstMovedAt",
                schema: "spareparts",
                table: "StockItem");

            migrationBuilder.DropColumn(
                name: "LastIssuedAt",
                schema: "spareparts",
                table: "StockItem");
        }
    }
}
