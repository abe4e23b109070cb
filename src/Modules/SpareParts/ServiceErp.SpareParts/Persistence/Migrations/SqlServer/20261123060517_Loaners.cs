using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Loaners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KnownOrder",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Open = table.Column<bool>(type: "bit", nullable: false),
                    ReadyAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeviceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownOrder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Loaner",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Serial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Accessories = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Deposit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DailyFee = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InPoolSince = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftPoolOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SetAsideFor = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RepairOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RepairOrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loaner", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LoanerRules",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReturnDays = table.Column<int>(type: "int", nullable: false),
                    RemindBeforeDays = table.Column<int>(type: "int", nullable: false),
                    RemindEveryDays = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanerRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Loan",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoanerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Serial = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CustomerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LentBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ConditionOut = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    AccessoriesOut = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SignedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SignatureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Deposit = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DailyFee = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReadyAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReleasedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ReleaseReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakenBackBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ConditionIn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AccessoriesIn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Damage = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ReturnSignedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ReturnSignatureId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DepositReturned = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    DaysLate = table.Column<int>(type: "int", nullable: false),
                    LateFee = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Fee = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FeeCharged = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    FeeNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FeeDecidedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Loan_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalSchema: "spareparts",
                        principalTable: "Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LoanerReservation",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoanerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    Customer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanerReservation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoanerReservation_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalSchema: "spareparts",
                        principalTable: "Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KnownOrder_Open_Id",
                schema: "spareparts",
                table: "KnownOrder",
                columns: new[] { "Open", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_DueOn_Id",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_Fee",
                schema: "spareparts",
                table: "Loan",
                column: "Fee");

            migrationBuilder.CreateIndex(
                name: "IX_Loan_LentAt_Id",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "LentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_LoanerId_LentAt",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "LoanerId", "LentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_Number",
                schema: "spareparts",
                table: "Loan",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Loan_OneHolder",
                schema: "spareparts",
                table: "Loan",
                column: "LoanerId",
                unique: true,
                filter: "State = 'Out'");

            migrationBuilder.CreateIndex(
                name: "IX_Loan_OrderId",
                schema: "spareparts",
                table: "Loan",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Loan_State_DueOn",
                schema: "spareparts",
                table: "Loan",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_ModelCode_Id",
                schema: "spareparts",
                table: "Loaner",
                columns: new[] { "ModelCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_ModelId_Serial",
                schema: "spareparts",
                table: "Loaner",
                columns: new[] { "ModelId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_RepairOrderId",
                schema: "spareparts",
                table: "Loaner",
                column: "RepairOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_Serial_Id",
                schema: "spareparts",
                table: "Loaner",
                columns: new[] { "Serial", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_SetAsideFor",
                schema: "spareparts",
                table: "Loaner",
                column: "SetAsideFor");

            migrationBuilder.CreateIndex(
                name: "IX_Loaner_State",
                schema: "spareparts",
                table: "Loaner",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_LoanerReservation_LoanerId_State_From",
                schema: "spareparts",
                table: "LoanerReservation",
                columns: new[] { "LoanerId", "State", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnownOrder",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Loan",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "LoanerReservation",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "LoanerRules",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "Loaner",
                schema: "spareparts");
        }
    }
}
