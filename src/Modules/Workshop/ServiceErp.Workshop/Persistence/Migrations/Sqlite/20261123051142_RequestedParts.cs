using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Workshop.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RequestedParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Requested",
                table: "workshop_OrderLine",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Of earlier lines nobody knows whether they were asked for: they go on as before.
            migrationBuilder.Sql("UPDATE \"workshop_OrderLine\" SET \"Requested\" = 1 WHERE \"PartId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Requested",
                table: "workshop_OrderLine");
        }
    }
}
