using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Feedback.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "feedback");

            migrationBuilder.CreateTable(
                name: "Survey",
                schema: "feedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderNumber = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    DeviceName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Repaired = table.Column<bool>(type: "bit", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TechnicianId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TechnicianName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Secret = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LinkEndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredFrom = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    AnsweredWith = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FollowUp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredMonth = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    TakenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Attitude = table.Column<int>(type: "int", nullable: false),
                    AttitudeReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Skill = table.Column<int>(type: "int", nullable: false),
                    SkillReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Arrival = table.Column<int>(type: "int", nullable: false),
                    ArrivalReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Promises = table.Column<int>(type: "int", nullable: false),
                    PromisesReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Suggestion = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Complaint = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    IsBad = table.Column<bool>(type: "bit", nullable: false),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Survey", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Survey_AnsweredMonth_TechnicianId",
                schema: "feedback",
                table: "Survey",
                columns: new[] { "AnsweredMonth", "TechnicianId" });

            migrationBuilder.CreateIndex(
                name: "IX_Survey_CompletedAt_Id",
                schema: "feedback",
                table: "Survey",
                columns: new[] { "CompletedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Survey_CustomerName_Id",
                schema: "feedback",
                table: "Survey",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Survey_FollowUp_CompletedAt",
                schema: "feedback",
                table: "Survey",
                columns: new[] { "FollowUp", "CompletedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Survey_OrderId",
                schema: "feedback",
                table: "Survey",
                column: "OrderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Survey_OrderNumber_Id",
                schema: "feedback",
                table: "Survey",
                columns: new[] { "OrderNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Survey_Secret",
                schema: "feedback",
                table: "Survey",
                column: "Secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Survey_State_DueAt",
                schema: "feedback",
                table: "Survey",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Survey_TechnicianName_Id",
                schema: "feedback",
                table: "Survey",
                columns: new[] { "TechnicianName", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Survey",
                schema: "feedback");
        }
    }
}
