using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Feedback.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feedback_Survey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    DeviceName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Repaired = table.Column<bool>(type: "INTEGER", nullable: false),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TechnicianId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LinkEndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredFrom = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AnsweredWith = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FollowUp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredMonth = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attitude = table.Column<int>(type: "INTEGER", nullable: false),
                    AttitudeReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Skill = table.Column<int>(type: "INTEGER", nullable: false),
                    SkillReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Arrival = table.Column<int>(type: "INTEGER", nullable: false),
                    ArrivalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Promises = table.Column<int>(type: "INTEGER", nullable: false),
                    PromisesReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Suggestion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Complaint = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsBad = table.Column<bool>(type: "INTEGER", nullable: false),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_Survey", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_AnsweredMonth_TechnicianId",
                table: "feedback_Survey",
                columns: new[] { "AnsweredMonth", "TechnicianId" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_CompletedAt_Id",
                table: "feedback_Survey",
                columns: new[] { "CompletedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_CustomerName_Id",
                table: "feedback_Survey",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_FollowUp_CompletedAt",
                table: "feedback_Survey",
                columns: new[] { "FollowUp", "CompletedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_OrderId",
                table: "feedback_Survey",
                column: "OrderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_OrderNumber_Id",
                table: "feedback_Survey",
                columns: new[] { "OrderNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_Secret",
                table: "feedback_Survey",
                column: "Secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_State_DueAt",
                table: "feedback_Survey",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Survey_TechnicianName_Id",
                table: "feedback_Survey",
                columns: new[] { "TechnicianName", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback_Survey");
        }
    }
}
