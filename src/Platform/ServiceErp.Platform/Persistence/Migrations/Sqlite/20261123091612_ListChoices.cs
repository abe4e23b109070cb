using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Platform.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListChoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_ListChoice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kept = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Hidden = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_ListChoice", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_ListChoice_UserId_List",
                table: "platform_ListChoice",
                columns: new[] { "UserId", "List" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_ListChoice");
        }
    }
}
