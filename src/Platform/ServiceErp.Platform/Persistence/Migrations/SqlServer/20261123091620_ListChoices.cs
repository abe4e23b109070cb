using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Platform.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ListChoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ListChoice",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    List = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kept = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Hidden = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListChoice", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ListChoice_UserId_List",
                schema: "platform",
                table: "ListChoice",
                columns: new[] { "UserId", "List" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ListChoice",
                schema: "platform");
        }
    }
}
