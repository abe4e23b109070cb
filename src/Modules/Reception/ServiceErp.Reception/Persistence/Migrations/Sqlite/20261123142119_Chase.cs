using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Reception.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Chase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MostReminders",
                table: "reception_Settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "RemindEveryDays",
                table: "reception_Settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 7);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MostReminders",
                table: "reception_Settings");

            migrationBuilder.DropColumn(
                name: "RemindEveryDays",
                table: "reception_Settings");
        }
    }
}
