using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Billing.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "billing_Invoice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    VoucherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CustomerTaxNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    DeviceName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    TaxPoint = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PaymentDetails = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Normal = table.Column<long>(type: "INTEGER", nullable: false),
                    Reduction = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    Credited = table.Column<long>(type: "INTEGER", nullable: false),
                    Open = table.Column<long>(type: "INTEGER", nullable: false),
                    ReminderLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_Invoice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "billing_PaymentTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueDays = table.Column<int>(type: "INTEGER", nullable: false),
                    TaxCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstReminderDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondReminderDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ThirdReminderDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PaymentDetails = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_PaymentTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "billing_TaxRate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Percent = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_TaxRate", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "billing_Voucher",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    DeviceName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReleasedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TechnicianId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Lines = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Normal = table.Column<long>(type: "INTEGER", nullable: false),
                    Reduction = table.Column<long>(type: "INTEGER", nullable: false),
                    Payable = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderAgreed = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_Voucher", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "billing_CreditNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_CreditNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_billing_CreditNote_billing_Invoice_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "billing_Invoice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "billing_InvoiceLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    Normal = table.Column<long>(type: "INTEGER", nullable: false),
                    Reduction = table.Column<long>(type: "INTEGER", nullable: false),
                    ReductionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    TaxCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TaxPercent = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_InvoiceLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_billing_InvoiceLine_billing_Invoice_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "billing_Invoice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_Payment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_Payment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_billing_Payment_billing_Invoice_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "billing_Invoice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "billing_CreditNoteLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TaxCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TaxPercent = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    CreditNoteId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_CreditNoteLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_billing_CreditNoteLine_billing_CreditNote_CreditNoteId",
                        column: x => x.CreditNoteId,
                        principalTable: "billing_CreditNote",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_billing_CreditNote_InvoiceId",
                table: "billing_CreditNote",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_billing_CreditNote_Number",
                table: "billing_CreditNote",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_CreditNoteLine_CreditNoteId",
                table: "billing_CreditNoteLine",
                column: "CreditNoteId");

            migrationBuilder.CreateIndex(
                name: "IX_billing_CreditNoteLine_InvoiceLineId",
                table: "billing_CreditNoteLine",
                column: "InvoiceLineId");

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_CustomerName_Id",
                table: "billing_Invoice",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_DueOn_Id",
                table: "billing_Invoice",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_Gross_Id",
                table: "billing_Invoice",
                columns: new[] { "Gross", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_IssuedOn_Id",
                table: "billing_Invoice",
                columns: new[] { "IssuedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_Number_Id",
                table: "billing_Invoice",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_OrderId",
                table: "billing_Invoice",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_State_IssuedOn",
                table: "billing_Invoice",
                columns: new[] { "State", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Invoice_VoucherId",
                table: "billing_Invoice",
                column: "VoucherId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoice_LegalNumber",
                table: "billing_Invoice",
                column: "Number",
                unique: true,
                filter: "Number <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_billing_InvoiceLine_InvoiceId",
                table: "billing_InvoiceLine",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_billing_Payment_InvoiceId",
                table: "billing_Payment",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_billing_Payment_On",
                table: "billing_Payment",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_billing_PaymentTerms_BranchId",
                table: "billing_PaymentTerms",
                column: "BranchId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_TaxRate_Code_ValidFrom",
                table: "billing_TaxRate",
                columns: new[] { "Code", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_CustomerName_Id",
                table: "billing_Voucher",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_OrderId_About",
                table: "billing_Voucher",
                columns: new[] { "OrderId", "About" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_OrderNumber_Id",
                table: "billing_Voucher",
                columns: new[] { "OrderNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_Payable_Id",
                table: "billing_Voucher",
                columns: new[] { "Payable", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_ReleasedAt_Id",
                table: "billing_Voucher",
                columns: new[] { "ReleasedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_Voucher_State_ReleasedAt_Id",
                table: "billing_Voucher",
                columns: new[] { "State", "ReleasedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "billing_CreditNoteLine");

            migrationBuilder.DropTable(
                name: "billing_InvoiceLine");

            migrationBuilder.DropTable(
                name: "billing_Payment");

            migrationBuilder.DropTable(
                name: "billing_PaymentTerms");

            migrationBuilder.DropTable(
                name: "billing_TaxRate");

            migrationBuilder.DropTable(
                name: "billing_Voucher");

            migrationBuilder.DropTable(
                name: "billing_CreditNote");

            migrationBuilder.DropTable(
                name: "billing_Invoice");
        }
    }
}
