using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceErp.Platform.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_ApiKey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Beginning = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    RoleNames = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_ApiKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_Attachment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Attachment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_Audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UseCase = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EntityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Trigger = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Changes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_AuditSeal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    After = table.Column<long>(type: "INTEGER", nullable: true),
                    UpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Marks = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeyName = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_AuditSeal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_Branch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TaxNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Branch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_FailedSignIn",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_FailedSignIn", x => new { x.Account, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "platform_Idempotency",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UseCase = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Idempotency", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "platform_ImportRun",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Importer = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Culture = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CallerJson = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Notices = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Encoding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Numbers = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decided = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    GoodRowsOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    BeatAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneLine = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Bad = table.Column<int>(type: "INTEGER", nullable: false),
                    Created = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalRows = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportLength = table.Column<long>(type: "INTEGER", nullable: false),
                    Faults = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_ImportRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_JobRun",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Job = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ScheduledFor = table.Column<long>(type: "INTEGER", nullable: true),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BeatAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_JobRun", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "platform_Message",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecipientName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReadPermission = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OnceKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Message", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_MessageTemplate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    IsInForce = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_MessageTemplate", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_NumberRange",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_NumberRange", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "platform_Outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subscriber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_PermissionOverride",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Permission = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Granted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_PermissionOverride", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_PublicAddress",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_PublicAddress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_Search",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    OtherCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subtitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Href = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Permission = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Search", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_Session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Session", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_User",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FailedSignIns = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RoleNames = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSignInAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_User", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_BranchException",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Start = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    End = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_BranchException", x => x.Id);
                    table.ForeignKey(
                        name: "FK_platform_BranchException_platform_Branch_BranchId",
                        column: x => x.BranchId,
                        principalTable: "platform_Branch",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_BranchHoliday",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_BranchHoliday", x => x.Id);
                    table.ForeignKey(
                        name: "FK_platform_BranchHoliday_platform_Branch_BranchId",
                        column: x => x.BranchId,
                        principalTable: "platform_Branch",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_BranchHours",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Start = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    End = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_BranchHours", x => x.Id);
                    table.ForeignKey(
                        name: "FK_platform_BranchHours_platform_Branch_BranchId",
                        column: x => x.BranchId,
                        principalTable: "platform_Branch",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_ApiKey_Fingerprint",
                table: "platform_ApiKey",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_ApiKey_Name_Id",
                table: "platform_ApiKey",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_Attachment_AboutId_Kind_Sha256",
                table: "platform_Attachment",
                columns: new[] { "AboutId", "Kind", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Audit_At_Id",
                table: "platform_Audit",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_Audit_BranchId_At_Id",
                table: "platform_Audit",
                columns: new[] { "BranchId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_Audit_EntityId_Version_Step",
                table: "platform_Audit",
                columns: new[] { "EntityId", "Version", "Step" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_AuditSeal_Number",
                table: "platform_AuditSeal",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Branch_Code",
                table: "platform_Branch",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Branch_Name_Id",
                table: "platform_Branch",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_BranchException_BranchId_Date",
                table: "platform_BranchException",
                columns: new[] { "BranchId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_BranchHoliday_BranchId_Date",
                table: "platform_BranchHoliday",
                columns: new[] { "BranchId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_BranchHours_BranchId",
                table: "platform_BranchHours",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_FailedSignIn_LastAt",
                table: "platform_FailedSignIn",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_platform_ImportRun_BranchId_StartedAt_Id",
                table: "platform_ImportRun",
                columns: new[] { "BranchId", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_ImportRun_StartedAt_Id",
                table: "platform_ImportRun",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_ImportRun_State",
                table: "platform_ImportRun",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_platform_JobRun_Job_ScheduledFor",
                table: "platform_JobRun",
                columns: new[] { "Job", "ScheduledFor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_JobRun_Job_StartedAt_Id",
                table: "platform_JobRun",
                columns: new[] { "Job", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_JobRun_StartedAt_Id",
                table: "platform_JobRun",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_ListChoice_UserId_List",
                table: "platform_ListChoice",
                columns: new[] { "UserId", "List" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Message_AboutId",
                table: "platform_Message",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Message_OnceKey",
                table: "platform_Message",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Message_State_NextAttemptAt",
                table: "platform_Message",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_Message_State_WrittenAt_Id",
                table: "platform_Message",
                columns: new[] { "State", "WrittenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_Message_WrittenAt_Id",
                table: "platform_Message",
                columns: new[] { "WrittenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_MessageTemplate_Key_Language",
                table: "platform_MessageTemplate",
                columns: new[] { "Key", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Pending",
                table: "platform_Outbox",
                column: "NextAttemptAt",
                filter: "DoneAt IS NULL AND DeadAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_PermissionOverride_Role_Permission",
                table: "platform_PermissionOverride",
                columns: new[] { "Role", "Permission" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Search_Code",
                table: "platform_Search",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Search_OtherCode",
                table: "platform_Search",
                column: "OtherCode");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Session_StartedAt",
                table: "platform_Session",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Session_UserId_StartedAt",
                table: "platform_Session",
                columns: new[] { "UserId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_User_Email_Id",
                table: "platform_User",
                columns: new[] { "Email", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_User_Name_Id",
                table: "platform_User",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_User_NormalizedEmail",
                table: "platform_User",
                column: "NormalizedEmail",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_ApiKey");

            migrationBuilder.DropTable(
                name: "platform_Attachment");

            migrationBuilder.DropTable(
                name: "platform_Audit");

            migrationBuilder.DropTable(
                name: "platform_AuditSeal");

            migrationBuilder.DropTable(
                name: "platform_BranchException");

            migrationBuilder.DropTable(
                name: "platform_BranchHoliday");

            migrationBuilder.DropTable(
                name: "platform_BranchHours");

            migrationBuilder.DropTable(
                name: "platform_FailedSignIn");

            migrationBuilder.DropTable(
                name: "platform_Idempotency");

            migrationBuilder.DropTable(
                name: "platform_ImportRun");

            migrationBuilder.DropTable(
                name: "platform_JobRun");

            migrationBuilder.DropTable(
                name: "platform_ListChoice");

            migrationBuilder.DropTable(
                name: "platform_Message");

            migrationBuilder.DropTable(
                name: "platform_MessageTemplate");

            migrationBuilder.DropTable(
                name: "platform_NumberRange");

            migrationBuilder.DropTable(
                name: "platform_Outbox");

            migrationBuilder.DropTable(
                name: "platform_PermissionOverride");

            migrationBuilder.DropTable(
                name: "platform_PublicAddress");

            migrationBuilder.DropTable(
                name: "platform_Search");

            migrationBuilder.DropTable(
                name: "platform_Session");

            migrationBuilder.DropTable(
                name: "platform_User");

            migrationBuilder.DropTable(
                name: "platform_Branch");
        }
    }
}
