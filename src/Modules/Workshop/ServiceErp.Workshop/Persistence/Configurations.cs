using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quality;
using ServiceErp.Workshop.Domain.Quotations;

namespace ServiceErp.Workshop.Persistence;

internal sealed class ServiceOrderConfiguration : IEntityTypeConfiguration<ServiceOrder>
{
    public const int LongText = 4000;

    public void Configure(EntityTypeBuilder<ServiceOrder> order)
    {
        order.ToTable("ServiceOrder").HasKey(o => o.Id);
        order.Property(o => o.Number).HasMaxLength(40);
        order.Property(o => o.RequestNumber).HasMaxLength(40);
        order.Property(o => o.Currency).HasMaxLength(3);
        order.Property(o => o.CustomerLanguage).HasMaxLength(10);
        order.Property(o => o.CustomerAddress).HasMaxLength(1000);
        order.Property(o => o.Entitlement).HasMaxLength(-1).HasConversion(
            terms => JsonSerializer.Serialize(terms, ErpJson.Options), text => JsonSerializer.Deserialize<EntitlementTerms>(text, ErpJson.Options)!);
        order.Property(o => o.HoursRemark).HasMaxLength(500);
        order.Property(o => o.SelfReleaseStamp).HasMaxLength(20);
        order.Property(o => o.SelfReleaseRemark).HasMaxLength(2000);

        // Only ever read and written as a whole.
        order.Property(o => o.WorkedBy).HasMaxLength(-1).HasConversion(
            people => JsonSerializer.Serialize(people, ErpJson.Options), text => JsonSerializer.Deserialize<Guid[]>(text, ErpJson.Options)!,
            new ValueComparer<IReadOnlyList<Guid>>((a, b) => ReferenceEquals(a, b), people => people.Count, people => people));
        order.Property(o => o.Fault).HasMaxLength(LongText);
        order.Property(o => o.Findings).HasMaxLength(LongText);
        order.Property(o => o.BringAlong).HasMaxLength(2000);
        order.Property(o => o.Assessment).HasMaxLength(2000);
        order.Property(o => o.WaitsFor).HasMaxLength(2000);
        order.Property(o => o.SymptomCode).HasMaxLength(40);
        order.Property(o => o.AreaCode).HasMaxLength(40);
        order.Property(o => o.CauseCode).HasMaxLength(40);
        order.Property(o => o.RemedyCode).HasMaxLength(40);
        order.Ignore(o => o.Customer).Ignore(o => o.Device).Ignore(o => o.ActiveLines);
        order.HasIndex(o => o.Number).IsUnique();
        order.HasIndex(o => new { o.ReceivedAt, o.Id });
        order.HasIndex(o => new { o.BranchId, o.ReceivedAt, o.Id });
        order.HasIndex(o => new { o.State, o.ReceivedAt, o.Id });
        order.HasIndex(o => new { o.BranchId, o.State, o.ReceivedAt, o.Id });
        order.HasIndex(o => new { o.DueAt, o.Id });
        order.HasIndex(o => new { o.CustomerName, o.Id });
        order.HasIndex(o => new { o.TechnicianId, o.State });
        order.HasIndex(o => new { o.DeviceId, o.WorkWarrantyUntil });
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Times).WithOne().HasForeignKey(t => t.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Promises).WithOne().HasForeignKey(p => p.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Notes).WithOne().HasForeignKey(n => n.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Tests).WithOne().HasForeignKey(t => t.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Ticks).WithOne().HasForeignKey(t => t.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Consents).WithOne().HasForeignKey(t => t.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Visits).WithOne().HasForeignKey(t => t.OrderId).OnDelete(DeleteBehavior.Cascade);
        foreach (var parts in new[] { nameof(ServiceOrder.Lines), nameof(ServiceOrder.Times), nameof(ServiceOrder.Promises), nameof(ServiceOrder.Notes), nameof(ServiceOrder.Tests), nameof(ServiceOrder.Ticks), nameof(ServiceOrder.Consents), nameof(ServiceOrder.Visits) })
        {
            order.Navigation(parts).UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}

internal sealed class OrderLineConfiguration : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("OrderLine").HasKey(l => l.Id);
        line.Property(l => l.Code).HasMaxLength(60);
        line.Property(l => l.Text).HasMaxLength(500);
        line.Property(l => l.Unit).HasMaxLength(20);
        line.Property(l => l.PartGroup).HasMaxLength(80);
        line.Property(l => l.DiscountReason).HasMaxLength(500);
    }
}

internal sealed class OrderPartsConfiguration : IEntityTypeConfiguration<WorkTime>, IEntityTypeConfiguration<PromiseMove>, IEntityTypeConfiguration<OrderNote>, IEntityTypeConfiguration<TestResult>, IEntityTypeConfiguration<ControlTick>,
    IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<WorkTime> time)
    {
        time.ToTable("WorkTime").HasKey(t => t.Id);
        time.HasIndex(t => t.TechnicianId).IsUnique().HasFilter("EndedAt IS NULL").HasDatabaseName("IX_WorkTime_Running");
        time.HasIndex(t => new { t.TechnicianId, t.StartedAt });
        time.Property(t => t.CorrectionReason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("Consent").HasKey(c => c.Id);
        consent.Property(c => c.About).HasMaxLength(50);
        consent.Property(c => c.Note).HasMaxLength(2000);
        consent.Property(c => c.From).HasMaxLength(60);
        consent.Property(c => c.With).HasMaxLength(Caller.LongestAgent);
    }

    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("Visit").HasKey(v => v.Id);
        visit.Property(v => v.Outcome).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<PromiseMove> move)
    {
        move.ToTable("PromiseMove").HasKey(p => p.Id);
        move.Property(p => p.Reason).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<OrderNote> note)
    {
        note.ToTable("OrderNote").HasKey(n => n.Id);
        note.Property(n => n.Text).HasMaxLength(ServiceOrderConfiguration.LongText);
    }

    public void Configure(EntityTypeBuilder<TestResult> result)
    {
        result.ToTable("TestResult").HasKey(t => t.Id);
        result.Property(t => t.Text).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ControlTick> tick)
    {
        tick.ToTable("ControlTick").HasKey(t => t.Id);
        tick.HasIndex(t => new { t.OrderId, t.PointId, t.Round }).IsUnique();
    }
}

internal sealed class QuotationConfiguration : IEntityTypeConfiguration<Quotation>, IEntityTypeConfiguration<QuotationLine>, IEntityTypeConfiguration<QuotationQuestion>
{
    public void Configure(EntityTypeBuilder<Quotation> quotation)
    {
        quotation.ToTable("Quotation").HasKey(q => q.Id);
        quotation.Property(q => q.Number).HasMaxLength(50);
        quotation.Property(q => q.Currency).HasMaxLength(3);
        quotation.Property(q => q.Secret).HasMaxLength(40).IsSecret();
        quotation.Property(q => q.AnsweredFrom).HasMaxLength(60);
        quotation.Property(q => q.AnsweredWith).HasMaxLength(Caller.LongestAgent);
        quotation.Property(q => q.Remark).HasMaxLength(2000);
        quotation.Property(q => q.DeclineFeeCode).HasMaxLength(40);
        quotation.Property(q => q.AnswerReason).HasMaxLength(2000);
        quotation.HasIndex(q => q.Secret).IsUnique();
        quotation.HasIndex(q => q.OrderId);
        quotation.HasIndex(q => new { q.State, q.ValidUntil });
        quotation.HasMany(q => q.Lines).WithOne().HasForeignKey(l => l.QuotationId).OnDelete(DeleteBehavior.Cascade);
        quotation.HasMany(q => q.Questions).WithOne().HasForeignKey(x => x.QuotationId).OnDelete(DeleteBehavior.Cascade);
        quotation.Navigation(q => q.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
        quotation.Navigation(q => q.Questions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<QuotationLine> line)
    {
        line.ToTable("QuotationLine").HasKey(l => l.Id);
        line.Property(l => l.Code).HasMaxLength(60);
        line.Property(l => l.Text).HasMaxLength(500);
        line.Property(l => l.Unit).HasMaxLength(20);
        line.Property(l => l.ReductionReason).HasMaxLength(1000);
        line.Property(l => l.PartGroup).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<QuotationQuestion> question)
    {
        question.ToTable("QuotationQuestion").HasKey(q => q.Id);
        question.Property(q => q.Text).HasMaxLength(2000);
        question.Property(q => q.Answer).HasMaxLength(2000);
        question.Property(q => q.AskedFrom).HasMaxLength(60);
        question.Property(q => q.AskedWith).HasMaxLength(Caller.LongestAgent);
    }
}

internal sealed class CatalogConfiguration :
    IEntityTypeConfiguration<FeeItem>, IEntityTypeConfiguration<FeePrice>, IEntityTypeConfiguration<RepairCode>, IEntityTypeConfiguration<TestSheet>, IEntityTypeConfiguration<TestStep>,
    IEntityTypeConfiguration<ControlPoint>, IEntityTypeConfiguration<SelfControlRight>, IEntityTypeConfiguration<ConsentLimit>, IEntityTypeConfiguration<WorkshopRules>, IEntityTypeConfiguration<Nonconformity>
{
    public void Configure(EntityTypeBuilder<FeeItem> fee)
    {
        fee.ToTable("FeeItem").HasKey(f => f.Id);
        fee.Property(f => f.Code).HasMaxLength(40);
        fee.Property(f => f.Unit).HasMaxLength(20);
        fee.HasIndex(f => f.Code).IsUnique();
        fee.HasMany(f => f.Prices).WithOne().HasForeignKey(p => p.FeeItemId).OnDelete(DeleteBehavior.Cascade);
        fee.Navigation(f => f.Prices).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<FeePrice> price)
    {
        price.ToTable("FeePrice").HasKey(p => p.Id);
        price.Property(p => p.Currency).HasMaxLength(3);
        price.HasIndex(p => new { p.FeeItemId, p.BranchId, p.Currency, p.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RepairCode> code)
    {
        code.ToTable("RepairCode").HasKey(c => c.Id);
        code.Property(c => c.Code).HasMaxLength(40);
        code.HasIndex(c => new { c.Kind, c.Code }).IsUnique();
        code.HasIndex(c => new { c.Code, c.Id });
    }

    public void Configure(EntityTypeBuilder<TestSheet> sheet)
    {
        sheet.ToTable("TestSheet").HasKey(s => s.Id);
        sheet.HasIndex(s => new { s.Name, s.Id });
        sheet.HasMany(s => s.Steps).WithOne().HasForeignKey(s => s.TestSheetId).OnDelete(DeleteBehavior.Cascade);
        sheet.Navigation(s => s.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<TestStep> step)
    {
        step.ToTable("TestStep").HasKey(s => s.Id);
        step.Property(s => s.Text).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ControlPoint> point)
    {
        point.ToTable("ControlPoint").HasKey(p => p.Id);
        point.Property(p => p.Text).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<SelfControlRight> right)
    {
        right.ToTable("SelfControlRight").HasKey(r => r.Id);
        right.Property(r => r.Stamp).HasMaxLength(20);
        right.Property(r => r.Reason).HasMaxLength(1000);
        right.Property(r => r.WithdrawalReason).HasMaxLength(1000);
        right.HasIndex(r => r.UserId).IsUnique().HasFilter("WithdrawnAt IS NULL").HasDatabaseName("IX_SelfControlRight_InForce");
    }

    public void Configure(EntityTypeBuilder<ConsentLimit> limit)
    {
        limit.ToTable("ConsentLimit").HasKey(l => l.Id);
        limit.Property(l => l.Role).HasMaxLength(40);
        limit.Property(l => l.Currency).HasMaxLength(3);
        limit.HasIndex(l => new { l.Role, l.Currency }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WorkshopRules> rules)
    {
        rules.ToTable("WorkshopRules").HasKey(r => r.Id);
        rules.Property(r => r.LabourCode).HasMaxLength(40);
        rules.Property(r => r.DiagnosisFeeCode).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<Nonconformity> nonconformity)
    {
        nonconformity.ToTable("Nonconformity").HasKey(n => n.Id);
        nonconformity.Property(n => n.OrderNumber).HasMaxLength(40);
        nonconformity.Property(n => n.Reason).HasMaxLength(2000);
        nonconformity.Property(n => n.Cause).HasMaxLength(2000);
        nonconformity.Property(n => n.Correction).HasMaxLength(2000);
        nonconformity.HasIndex(n => n.OrderId);
        nonconformity.HasIndex(n => new { n.FoundAt, n.Id });
        nonconformity.HasIndex(n => new { n.State, n.FoundAt, n.Id });
    }
}
