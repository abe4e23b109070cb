using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SupplierClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AnswerDays",
                schema: "spareparts",
                table: "Supplier",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "WarrantyMonths",
                schema: "spareparts",
                table: "Supplier",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReceiptLineId",
                schema: "spareparts",
                table: "SerialPiece",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WarrantyMonths",
                schema: "spareparts",
                table: "PartSupplier",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ClaimId",
                schema: "spareparts",
                table: "DefectivePart",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClaimNumber",
                schema: "spareparts",
                table: "DefectivePart",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CoveredUntil",
                schema: "spareparts",
                table: "DefectivePart",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Device",
                schema: "spareparts",
                table: "DefectivePart",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LineId",
                schema: "spareparts",
                table: "DefectivePart",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderId",
                schema: "spareparts",
                table: "DefectivePart",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderNumber",
                schema: "spareparts",
                table: "DefectivePart",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SupplierClaim",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DaysToAnswer = table.Column<int>(type: "int", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ReturnDocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReturnDocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Claimed = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Accepted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Credited = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Replaced = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    MoreBecause = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplierClaim_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalSchema: "spareparts",
                        principalTable: "Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClaimCredit",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimCredit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimCredit_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimReplacement",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeliveryNote = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimReplacement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimReplacement_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SupplierClaimLine",
                schema: "spareparts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    DefectivePartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SupplierNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Serials = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PurchaseOrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    DeliveryNote = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CoveredUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Device = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Price = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Defect = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Accepted = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    AcceptedAmount = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Replaced = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierClaimLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplierClaimLine_DefectivePart_DefectivePartId",
                        column: x => x.DefectivePartId,
                        principalSchema: "spareparts",
                        principalTable: "DefectivePart",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupplierClaimLine_Part_PartId",
                        column: x => x.PartId,
                        principalSchema: "spareparts",
                        principalTable: "Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupplierClaimLine_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalSchema: "spareparts",
                        principalTable: "SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_ClaimId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_DefectivePart_LineId",
                schema: "spareparts",
                table: "DefectivePart",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimCredit_SupplierClaimId_Number",
                schema: "spareparts",
                table: "ClaimCredit",
                columns: new[] { "SupplierClaimId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClaimReplacement_SupplierClaimId_DeliveryNote",
                schema: "spareparts",
                table: "ClaimReplacement",
                columns: new[] { "SupplierClaimId", "DeliveryNote" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_Claimed_Id",
                schema: "spareparts",
                table: "SupplierClaim",
                columns: new[] { "Claimed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_CreatedAt_Id",
                schema: "spareparts",
                table: "SupplierClaim",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_DueOn",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_Number",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_ReturnDocumentId",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "ReturnDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_SentOn",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "SentOn");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_State_CreatedAt_Id",
                schema: "spareparts",
                table: "SupplierClaim",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaim_SupplierId",
                schema: "spareparts",
                table: "SupplierClaim",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_DefectivePartId",
                schema: "spareparts",
                table: "SupplierClaimLine",
                column: "DefectivePartId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_OrderId",
                schema: "spareparts",
                table: "SupplierClaimLine",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_PartId",
                schema: "spareparts",
                table: "SupplierClaimLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierClaimLine_SupplierClaimId_Line",
                schema: "spareparts",
                table: "SupplierClaimLine",
                columns: new[] { "SupplierClaimId", "Line" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClaimCredit",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "ClaimReplacement",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SupplierClaimLine",
                schema: "spareparts");

            migrationBuilder.DropTable(
                name: "SupplierClaim",
                schema: "spareparts");

            migrationBuilder.DropIndex(
                name: "IX_DefectivePart_ClaimId",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropIndex(
                name: "IX_DefectivePart_LineId",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropColumn(
                name: "AnswerDays",
                schema: "spareparts",
                table: "Supplier");

            migrationBuilder.DropColumn(
                name: "WarrantyMonths",
                schema: "spareparts",
                table: "Supplier");

            migrationBuilder.DropColumn(
                name: "ReceiptLineId",
                schema: "spareparts",
                table: "SerialPiece");

            migrationBuilder.DropColumn(
                name: "WarrantyMonths",
                schema: "spareparts",
                table: "PartSupplier");

            migrationBuilder.DropColumn(
                name: "ClaimId",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropColumn(
                name: "ClaimNumber",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropColumn(
                name: "CoveredUntil",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropColumn(
                name: "Device",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropColumn(
                name: "LineId",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropColumn(
                name: "OrderId",
                schema: "spareparts",
                table: "DefectivePart");

            migrationBuilder.DropColumn(
                name: "OrderNumber",
                schema: "spareparts",
                table: "DefectivePart");
        }
    }
}
