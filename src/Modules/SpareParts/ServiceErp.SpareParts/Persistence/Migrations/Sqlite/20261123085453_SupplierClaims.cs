using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.SpareParts.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SupplierClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AnswerDays",
                table: "spareparts_Supplier",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "WarrantyMonths",
                table: "spareparts_Supplier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReceiptLineId",
                table: "spareparts_SerialPiece",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WarrantyMonths",
                table: "spareparts_PartSupplier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ClaimId",
                table: "spareparts_DefectivePart",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClaimNumber",
                table: "spareparts_DefectivePart",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CoveredUntil",
                table: "spareparts_DefectivePart",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Device",
                table: "spareparts_DefectivePart",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LineId",
                table: "spareparts_DefectivePart",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderId",
                table: "spareparts_DefectivePart",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderNumber",
                table: "spareparts_DefectivePart",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "spareparts_SupplierClaim",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DaysToAnswer = table.Column<int>(type: "INTEGER", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ReturnDocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReturnDocumentNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Claimed = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Credited = table.Column<long>(type: "INTEGER", nullable: false),
                    Replaced = table.Column<long>(type: "INTEGER", nullable: false),
                    MoreBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_SupplierClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaim_spareparts_Supplier_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "spareparts_Supplier",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClaimCredit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClaimCredit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_ClaimCredit_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_ClaimReplacement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryNote = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_ClaimReplacement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_ClaimReplacement_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spareparts_SupplierClaimLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    DefectivePartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SupplierNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Serials = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    PurchaseOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PurchaseOrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DeliveryNote = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CoveredUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    Defect = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: true),
                    AcceptedAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Replaced = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spareparts_SupplierClaimLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaimLine_spareparts_DefectivePart_DefectivePartId",
                        column: x => x.DefectivePartId,
                        principalTable: "spareparts_DefectivePart",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaimLine_spareparts_Part_PartId",
                        column: x => x.PartId,
                        principalTable: "spareparts_Part",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_spareparts_SupplierClaimLine_spareparts_SupplierClaim_SupplierClaimId",
                        column: x => x.SupplierClaimId,
                        principalTable: "spareparts_SupplierClaim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_ClaimId",
                table: "spareparts_DefectivePart",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_DefectivePart_LineId",
                table: "spareparts_DefectivePart",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimCredit_SupplierClaimId_Number",
                table: "spareparts_ClaimCredit",
                columns: new[] { "SupplierClaimId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_ClaimReplacement_SupplierClaimId_DeliveryNote",
                table: "spareparts_ClaimReplacement",
                columns: new[] { "SupplierClaimId", "DeliveryNote" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_Claimed_Id",
                table: "spareparts_SupplierClaim",
                columns: new[] { "Claimed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_CreatedAt_Id",
                table: "spareparts_SupplierClaim",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_DueOn",
                table: "spareparts_SupplierClaim",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_Number",
                table: "spareparts_SupplierClaim",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_ReturnDocumentId",
                table: "spareparts_SupplierClaim",
                column: "ReturnDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_SentOn",
                table: "spareparts_SupplierClaim",
                column: "SentOn");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_State_CreatedAt_Id",
                table: "spareparts_SupplierClaim",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaim_SupplierId",
                table: "spareparts_SupplierClaim",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_DefectivePartId",
                table: "spareparts_SupplierClaimLine",
                column: "DefectivePartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_OrderId",
                table: "spareparts_SupplierClaimLine",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_PartId",
                table: "spareparts_SupplierClaimLine",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_spareparts_SupplierClaimLine_SupplierClaimId_Line",
                table: "spareparts_SupplierClaimLine",
                columns: new[] { "SupplierClaimId", "Line" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spareparts_ClaimCredit");

            migrationBuilder.DropTable(
                name: "spareparts_ClaimReplacement");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierClaimLine");

            migrationBuilder.DropTable(
                name: "spareparts_SupplierClaim");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_DefectivePart_ClaimId",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropIndex(
                name: "IX_spareparts_DefectivePart_LineId",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropColumn(
                name: "AnswerDays",
                table: "spareparts_Supplier");

            migrationBuilder.DropColumn(
                name: "WarrantyMonths",
                table: "spareparts_Supplier");

            migrationBuilder.DropColumn(
                name: "ReceiptLineId",
                table: "spareparts_SerialPiece");

            migrationBuilder.DropColumn(
                name: "WarrantyMonths",
                table: "spareparts_PartSupplier");

            migrationBuilder.DropColumn(
                name: "ClaimId",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropColumn(
                name: "ClaimNumber",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropColumn(
                name: "CoveredUntil",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropColumn(
                name: "Device",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropColumn(
                name: "LineId",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropColumn(
                name: "OrderId",
                table: "spareparts_DefectivePart");

            migrationBuilder.DropColumn(
                name: "OrderNumber",
                table: "spareparts_DefectivePart");
        }
    }
}
