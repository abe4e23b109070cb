using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_spareparts_Movement_BookingDate_WarehouseId_Value",
                table: "spareparts_Movement");

            migrationBuilder.AddColumn<long>(
                name: "Asked",
                table: "spareparts_Reservation",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskedOn",
                table: "spareparts_Reservation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AtOnce",
                table: "spareparts_Reservation",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Reservation_AskedOn_PartId",
                table: "spareparts_Reservation",
                columns: new[] { "AskedOn", "PartId" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_BookingDate_WarehouseId_PartId_Kind_Value",
                table: "spareparts_Movement",
                columns: new[] { "BookingDate", "WarehouseId", "PartId", "Kind", "Value" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_spareparts_Reservation_AskedOn_PartId",
                table: "spareparts_Reservation");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_Movement_BookingDate_WarehouseId_PartId_Kind_Value",
                table: "spareparts_Movement");

            migrationBuilder.DropColumn(
                name: "Asked",
                table: "spareparts_Reservation");

            migrationBuilder.DropColumn(
                name: "AskedOn",
                table: "spareparts_Reservation");

            migrationBuilder.DropColumn(
                name: "AtOnce",
                table: "spareparts_Reservation");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Movement_BookingDate_WarehouseId_Value",
                table: "spareparts_Movement",
                columns: new[] { "BookingDate", "WarehouseId", "Value" });
        }
    }
}
