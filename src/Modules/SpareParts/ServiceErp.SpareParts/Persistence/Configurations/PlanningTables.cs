using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Obligations;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class PlanningRulesTable : IEntityTypeConfiguration<PlanningRules>
{
    public void Configure(EntityTypeBuilder<PlanningRules> rules) => rules.ToTable("PlanningRules");
}

internal sealed class ClassPolicyTable : IEntityTypeConfiguration<ClassPolicy>
{
    public void Configure(EntityTypeBuilder<ClassPolicy> policy)
    {
        policy.ToTable("ClassPolicy");
        policy.HasIndex(p => p.Class).IsUnique();
    }
}

internal sealed class ClassRunTable : IEntityTypeConfiguration<ClassRun>
{
    public void Configure(EntityTypeBuilder<ClassRun> run)
    {
        run.ToTable("ClassRun");
        run.HasIndex(r => new { r.BranchId, r.WarehouseId, r.State });
    }
}

internal sealed class PartClassTable : IEntityTypeConfiguration<PartClass>
{
    public void Configure(EntityTypeBuilder<PartClass> row)
    {
        row.ToTable("PartClass");
        row.HasKey(c => new { c.RunId, c.Id });
        row.Property(c => c.PartNumber).HasMaxLength(60);
        row.HasOne(c => c.Part).WithMany().HasForeignKey(c => c.Id).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(c => new { c.RunId, c.Rank, c.Id }).IsUnique();
        row.HasIndex(c => c.Id);
    }
}

internal sealed class ManualClassTable : IEntityTypeConfiguration<ManualClass>
{
    public void Configure(EntityTypeBuilder<ManualClass> manual)
    {
        manual.ToTable("ManualClass");
        manual.Property(m => m.Reason).HasMaxLength(1000);
        manual.HasIndex(m => new { m.PartId, m.BranchId, m.WarehouseId }).IsUnique();
    }
}

internal sealed class ClassChangeTable : IEntityTypeConfiguration<ClassChange>
{
    public void Configure(EntityTypeBuilder<ClassChange> change)
    {
        change.ToTable("ClassChange");
        change.HasKey(c => new { c.CauseId, c.Id });
        change.Property(c => c.Reason).HasMaxLength(1000);
        change.HasOne(c => c.Part).WithMany().HasForeignKey(c => c.Id).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.At, c.Id });
        change.HasIndex(c => new { c.Id, c.At });
    }
}

internal sealed class DemandTable : IEntityTypeConfiguration<Demand>
{
    public void Configure(EntityTypeBuilder<Demand> demand)
    {
        demand.ToTable("Demand");
        demand.HasKey(d => new { d.Month, d.WarehouseId, d.PartId, d.BranchId });
        demand.HasIndex(d => new { d.PartId, d.Month });
    }
}

internal sealed class DemandRecordTable : IEntityTypeConfiguration<DemandRecord>
{
    public void Configure(EntityTypeBuilder<DemandRecord> record)
    {
        record.ToTable("DemandRecord");
        record.HasKey(d => new { d.PartId, d.BranchId, d.Month });
        record.HasIndex(d => new { d.BranchId, d.Month });
    }
}

internal sealed class PartForecastTable : IEntityTypeConfiguration<PartForecast>
{
    public void Configure(EntityTypeBuilder<PartForecast> forecast)
    {
        forecast.ToTable("PartForecast");
        forecast.HasKey(f => new { f.BranchId, f.Id });
        forecast.Property(f => f.PartNumber).HasMaxLength(60);
        forecast.HasOne(f => f.Part).WithMany().HasForeignKey(f => f.Id).OnDelete(DeleteBehavior.Restrict);
        forecast.HasIndex(f => new { f.PartNumber, f.Id });
        forecast.HasIndex(f => new { f.PerMonth, f.Id });
        forecast.HasIndex(f => f.Id);
    }
}

internal sealed class PartPlanTable : IEntityTypeConfiguration<PartPlan>
{
    public void Configure(EntityTypeBuilder<PartPlan> plan) => plan.ToTable("PartPlan");
}

internal sealed class ModelObligationTable : IEntityTypeConfiguration<ModelObligation>
{
    public void Configure(EntityTypeBuilder<ModelObligation> obligation)
    {
        obligation.ToTable("ModelObligation");
        obligation.Property(o => o.ModelCode).HasMaxLength(60);
        obligation.HasIndex(o => o.ModelCode).IsUnique();
    }
}
