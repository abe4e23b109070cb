using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Loaners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "spareparts_KnownOrder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Open = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_KnownOrder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Loaner",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Accessories = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Deposit = table.Column<long>(type: "INTEGER", nullable: false),
                    DailyFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InPoolSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftPoolOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SetAsideFor = table.Column<Guid>(type: "TEXT", nullable: true),
                    RepairOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RepairOrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Loaner", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_LoanerRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReturnDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindBeforeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindEveryDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_LoanerRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_Loan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoanerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LentBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ConditionOut = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AccessoriesOut = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SignatureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Deposit = table.Column<long>(type: "INTEGER", nullable: false),
                    DailyFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReleaseReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TakenBackBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConditionIn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AccessoriesIn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Damage = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReturnSignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReturnSignatureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DepositReturned = table.Column<long>(type: "INTEGER", nullable: false),
                    DaysLate = table.Column<int>(type: "INTEGER", nullable: false),
                    LateFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FeeCharged = table.Column<long>(type: "INTEGER", nullable: false),
                    FeeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FeeDecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_Loan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_Loan_spareparts_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalTable: "spareparts_Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_LoanerReservation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoanerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Customer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_LoanerReservation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_LoanerReservation_spareparts_Loaner_LoanerId",
                        column: x => x.LoanerId,
                        principalTable: "spareparts_Loaner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_KnownOrder_Open_Id",
                table: "spareparts_KnownOrder",
                columns: new[] { "Open", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Loan_OneHolder",
                table: "spareparts_Loan",
                column: "LoanerId",
                unique: true,
                filter: "State = 'Out'");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_DueOn_Id",
                table: "spareparts_Loan",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_Fee",
                table: "spareparts_Loan",
                column: "Fee");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_LentAt_Id",
                table: "spareparts_Loan",
                columns: new[] { "LentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_LoanerId_LentAt",
                table: "spareparts_Loan",
                columns: new[] { "LoanerId", "LentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_Number",
                table: "spareparts_Loan",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_OrderId",
                table: "spareparts_Loan",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loan_State_DueOn",
                table: "spareparts_Loan",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_ModelCode_Id",
                table: "spareparts_Loaner",
                columns: new[] { "ModelCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_ModelId_Serial",
                table: "spareparts_Loaner",
                columns: new[] { "ModelId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_RepairOrderId",
                table: "spareparts_Loaner",
                column: "RepairOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_Serial_Id",
                table: "spareparts_Loaner",
                columns: new[] { "Serial", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_SetAsideFor",
                table: "spareparts_Loaner",
                column: "SetAsideFor");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_Loaner_State",
                table: "spareparts_Loaner",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_LoanerReservation_LoanerId_State_From",
                table: "spareparts_LoanerReservation",
                columns: new[] { "LoanerId", "State", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_KnownOrder");

            migrationBuilder.DropTable(
                name: "spareparts_Loan");

            migrationBuilder.DropTable(
                name: "spareparts_LoanerReservation");

            migrationBuilder.DropTable(
                name: "spareparts_LoanerRules");

            migrationBuilder.DropTable(
                name: "spareparts_Loaner");
        }
    }
}
