using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Persistence;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quality;
using ServiceErp.Workshop.Domain.Quotations;

namespace ServiceErp.Workshop.Persistence;

internal abstract class WorkshopDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public const string SchemaName = "workshop";

    public override string Schema => SchemaName;

    public DbSet<ServiceOrder> Orders => Set<ServiceOrder>();

    public DbSet<OrderLine> Lines => Set<OrderLine>();

    public DbSet<WorkTime> Times => Set<WorkTime>();

    public DbSet<ControlTick> Ticks => Set<ControlTick>();

    public DbSet<Quotation> Quotations => Set<Quotation>();

    public DbSet<QuotationQuestion> Questions => Set<QuotationQuestion>();

    public DbSet<FeeItem> Fees => Set<FeeItem>();

    public DbSet<RepairCode> Codes => Set<RepairCode>();

    public DbSet<TestSheet> TestSheets => Set<TestSheet>();

    public DbSet<ControlPoint> ControlPoints => Set<ControlPoint>();

    public DbSet<SelfControlRight> SelfControlRights => Set<SelfControlRight>();

    public DbSet<ConsentLimit> ConsentLimits => Set<ConsentLimit>();

    public DbSet<WorkshopRules> Rules => Set<WorkshopRules>();

    public DbSet<Nonconformity> Nonconformities => Set<Nonconformity>();
}

internal sealed class SqliteWorkshopDbContext(DbContextOptions<SqliteWorkshopDbContext> options) : WorkshopDbContext(options)
{
    public SqliteWorkshopDbContext()
        : this(DesignTime.Sqlite<SqliteWorkshopDbContext>(SchemaName))
    {
    }
}

internal sealed class SqlServerWorkshopDbContext(DbContextOptions<SqlServerWorkshopDbContext> options) : WorkshopDbContext(options)
{
    public SqlServerWorkshopDbContext()
        : this(DesignTime.SqlServer<SqlServerWorkshopDbContext>(SchemaName))
    {
    }
}
