using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OrderCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CustomerId",
                schema: "spareparts",
                table: "KnownOrder",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CustomerId",
                schema: "spareparts",
                table: "KnownOrder");
        }
    }
}
