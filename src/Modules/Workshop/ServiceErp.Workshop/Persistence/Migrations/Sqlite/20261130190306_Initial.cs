using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Workshop.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "workshop_ConsentLimit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    UpTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_ConsentLimit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_ControlPoint",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Boundary = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Mandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_ControlPoint", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_FeeItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_FeeItem", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_Nonconformity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FoundBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Correction = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_Nonconformity", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_Quotation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LinkEndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DeclineFee = table.Column<long>(type: "INTEGER", nullable: false),
                    DeclineFeeCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeclineFeeText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    TaxPercent = table.Column<long>(type: "INTEGER", nullable: true),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    DeclineFeeTax = table.Column<long>(type: "INTEGER", nullable: false),
                    DraftedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AnswerReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredByLink = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnsweredFrom = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AnsweredWith = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_Quotation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_RepairCode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_RepairCode", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_SelfControlRight",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GrantedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WithdrawalReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_SelfControlRight", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_ServiceOrder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Entitlement = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerAddress = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CustomerLanguage = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    CustomerIsCompany = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Shelf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    GoodsInWorkshop = table.Column<bool>(type: "INTEGER", nullable: false),
                    TechnicianId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PlannedDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlannedTime = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    PlannedMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    BringAlong = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Assessment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReadyBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PromisesMoved = table.Column<int>(type: "INTEGER", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SymptomCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AreaCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CauseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RemedyCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ResumeTo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    WaitsFor = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Reworks = table.Column<int>(type: "INTEGER", nullable: false),
                    RunningTimers = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovedNet = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedUpTo = table.Column<long>(type: "INTEGER", nullable: true),
                    PreapprovedUpTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Unrepaired = table.Column<bool>(type: "INTEGER", nullable: false),
                    NoFaultFound = table.Column<bool>(type: "INTEGER", nullable: false),
                    WorkedBy = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    HoursRemark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    VisitCount = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SignatureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SelfReleased = table.Column<bool>(type: "INTEGER", nullable: false),
                    SelfReleaseStamp = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    SelfReleaseAuditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SelfReleaseAuditedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SelfReleaseRemark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ComebackOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    WorkWarrantyUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_ServiceOrder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_TestSheet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ModelCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_TestSheet", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_WorkshopRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TolerancePercent = table.Column<long>(type: "INTEGER", nullable: false),
                    ToleranceAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    QuotationValidDays = table.Column<int>(type: "INTEGER", nullable: false),
                    QuotationLinkDays = table.Column<int>(type: "INTEGER", nullable: false),
                    LabourCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DiagnosisFeeCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_WorkshopRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workshop_FeePrice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FeeItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_FeePrice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_FeePrice_workshop_FeeItem_FeeItemId",
                        column: x => x.FeeItemId,
                        principalTable: "workshop_FeeItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_QuotationLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuotationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    Reduction = table.Column<long>(type: "INTEGER", nullable: false),
                    ReductionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartGroup = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_QuotationLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_QuotationLine_workshop_Quotation_QuotationId",
                        column: x => x.QuotationId,
                        principalTable: "workshop_Quotation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_QuotationQuestion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuotationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedFrom = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AskedWith = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_QuotationQuestion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_QuotationQuestion_workshop_Quotation_QuotationId",
                        column: x => x.QuotationId,
                        principalTable: "workshop_Quotation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_Consent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    UpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SignatureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    With = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_Consent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_Consent_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_ControlTick",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PointId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_ControlTick", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_ControlTick_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_OrderLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartGroup = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<long>(type: "INTEGER", nullable: false),
                    Issued = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    OldPart = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Discount = table.Column<long>(type: "INTEGER", nullable: false),
                    DiscountReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_OrderLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_OrderLine_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_OrderNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_OrderNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_OrderNote_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_PromiseMove",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Was = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReadyBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_PromiseMove", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_PromiseMove_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_TestResult",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Expected = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_TestResult", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_TestResult_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_Visit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DepartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_Visit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_Visit_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_WorkTime",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TechnicianId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TechnicianName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    CorrectedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_WorkTime", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_WorkTime_workshop_ServiceOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "workshop_ServiceOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_TestStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TestSheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Expected = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workshop_TestStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workshop_TestStep_workshop_TestSheet_TestSheetId",
                        column: x => x.TestSheetId,
                        principalTable: "workshop_TestSheet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Consent_OrderId",
                table: "workshop_Consent",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ConsentLimit_Role_Currency",
                table: "workshop_ConsentLimit",
                columns: new[] { "Role", "Currency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ControlTick_OrderId_PointId_Round",
                table: "workshop_ControlTick",
                columns: new[] { "OrderId", "PointId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workshop_FeeItem_Code",
                table: "workshop_FeeItem",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workshop_FeePrice_FeeItemId_BranchId_Currency_From",
                table: "workshop_FeePrice",
                columns: new[] { "FeeItemId", "BranchId", "Currency", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Nonconformity_FoundAt_Id",
                table: "workshop_Nonconformity",
                columns: new[] { "FoundAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Nonconformity_OrderId",
                table: "workshop_Nonconformity",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Nonconformity_State_FoundAt_Id",
                table: "workshop_Nonconformity",
                columns: new[] { "State", "FoundAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_OrderLine_OrderId",
                table: "workshop_OrderLine",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_OrderNote_OrderId",
                table: "workshop_OrderNote",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_PromiseMove_OrderId",
                table: "workshop_PromiseMove",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Quotation_OrderId",
                table: "workshop_Quotation",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Quotation_Secret",
                table: "workshop_Quotation",
                column: "Secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Quotation_State_ValidUntil",
                table: "workshop_Quotation",
                columns: new[] { "State", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_QuotationLine_QuotationId",
                table: "workshop_QuotationLine",
                column: "QuotationId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_QuotationQuestion_QuotationId",
                table: "workshop_QuotationQuestion",
                column: "QuotationId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_RepairCode_Code_Id",
                table: "workshop_RepairCode",
                columns: new[] { "Code", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_RepairCode_Kind_Code",
                table: "workshop_RepairCode",
                columns: new[] { "Kind", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfControlRight_InForce",
                table: "workshop_SelfControlRight",
                column: "UserId",
                unique: true,
                filter: "WithdrawnAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_BranchId_ReceivedAt_Id",
                table: "workshop_ServiceOrder",
                columns: new[] { "BranchId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_BranchId_State_ReceivedAt_Id",
                table: "workshop_ServiceOrder",
                columns: new[] { "BranchId", "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_CustomerName_Id",
                table: "workshop_ServiceOrder",
                columns: new[] { "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_DeviceId_WorkWarrantyUntil",
                table: "workshop_ServiceOrder",
                columns: new[] { "DeviceId", "WorkWarrantyUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_DueAt_Id",
                table: "workshop_ServiceOrder",
                columns: new[] { "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_Number",
                table: "workshop_ServiceOrder",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_ReceivedAt_Id",
                table: "workshop_ServiceOrder",
                columns: new[] { "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_State_ReceivedAt_Id",
                table: "workshop_ServiceOrder",
                columns: new[] { "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_ServiceOrder_TechnicianId_State",
                table: "workshop_ServiceOrder",
                columns: new[] { "TechnicianId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_TestResult_OrderId",
                table: "workshop_TestResult",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_TestSheet_Name_Id",
                table: "workshop_TestSheet",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workshop_TestStep_TestSheetId",
                table: "workshop_TestStep",
                column: "TestSheetId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_Visit_OrderId",
                table: "workshop_Visit",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_WorkTime_OrderId",
                table: "workshop_WorkTime",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_workshop_WorkTime_TechnicianId_StartedAt",
                table: "workshop_WorkTime",
                columns: new[] { "TechnicianId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkTime_Running",
                table: "workshop_WorkTime",
                column: "TechnicianId",
                unique: true,
                filter: "EndedAt IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workshop_Consent");

            migrationBuilder.DropTable(
                name: "workshop_ConsentLimit");

            migrationBuilder.DropTable(
                name: "workshop_ControlPoint");

            migrationBuilder.DropTable(
                name: "workshop_ControlTick");

            migrationBuilder.DropTable(
                name: "workshop_FeePrice");

            migrationBuilder.DropTable(
                name: "workshop_Nonconformity");

            migrationBuilder.DropTable(
                name: "workshop_OrderLine");

            migrationBuilder.DropTable(
                name: "workshop_OrderNote");

            migrationBuilder.DropTable(
                name: "workshop_PromiseMove");

            migrationBuilder.DropTable(
                name: "workshop_QuotationLine");

            migrationBuilder.DropTable(
                name: "workshop_QuotationQuestion");

            migrationBuilder.DropTable(
                name: "workshop_RepairCode");

            migrationBuilder.DropTable(
                name: "workshop_SelfControlRight");

            migrationBuilder.DropTable(
                name: "workshop_TestResult");

            migrationBuilder.DropTable(
                name: "workshop_TestStep");

            migrationBuilder.DropTable(
                name: "workshop_Visit");

            migrationBuilder.DropTable(
                name: "workshop_WorkshopRules");

            migrationBuilder.DropTable(
                name: "workshop_WorkTime");

            migrationBuilder.DropTable(
                name: "workshop_FeeItem");

            migrationBuilder.DropTable(
                name: "workshop_Quotation");

            migrationBuilder.DropTable(
                name: "workshop_TestSheet");

            migrationBuilder.DropTable(
                name: "workshop_ServiceOrder");
        }
    }
}
