using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Reception.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Chase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MostReminders",
                schema: "reception",
                table: "Settings",
                type: "int",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "RemindEveryDays",
                schema: "reception",
                table: "Settings",
                type: "int",
                nullable: false,
                defaultValue: 7);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MostReminders",
                schema: "reception",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "RemindEveryDays",
                schema: "reception",
                table: "Settings");
        }
    }
}
