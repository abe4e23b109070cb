using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Movement_BookingDate_WarehouseId_Value",
                schema: "spareparts",
                table: "Movement");

            migrationBuilder.AddColumn<decimal>(
                name: "Asked",
                schema: "spareparts",
                table: "Reservation",
                type: "decimal(18,6)",
                precision: 18,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskedOn",
                schema: "spareparts",
                table: "Reservation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "AtOnce",
                schema: "spareparts",
                table: "Reservation",
                type: "decimal(18,6)",
                precision: 18,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateIndex(
                name: "IX_Reservation_AskedOn_PartId",
                schema: "spareparts",
                table: "Reservation",
                columns: new[] { "AskedOn", "PartId" });

            migrationBuilder.CreateIndex(
                name: "IX_Movement_BookingDate_WarehouseId_PartId_Kind_Value",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "BookingDate", "WarehouseId", "PartId", "Kind", "Value" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reservation_AskedOn_PartId",
                schema: "spareparts",
                table: "Reservation");

            migrationBuilder.DropIndex(
                name: "IX_Movement_BookingDate_WarehouseId_PartId_Kind_Value",
                schema: "spareparts",
                table: "Movement");

            migrationBuilder.DropColumn(
                name: "Asked",
                schema: "spareparts",
                table: "Reservation");

            migrationBuilder.DropColumn(
                name: "AskedOn",
                schema: "spareparts",
                table: "Reservation");

            migrationBuilder.DropColumn(
                name: "AtOnce",
                schema: "spareparts",
                table: "Reservation");

            migrationBuilder.CreateIndex(
                name: "IX_Movement_BookingDate_WarehouseId_Value",
                schema: "spareparts",
                table: "Movement",
                columns: new[] { "BookingDate", "WarehouseId", "Value" });
        }
    }
}
