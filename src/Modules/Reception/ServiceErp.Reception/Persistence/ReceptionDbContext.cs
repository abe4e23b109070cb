using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Domain.Warranty;

namespace ServiceErp.Reception.Persistence;

/// <summary>The tables of the module.</summary>
internal abstract class ReceptionDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public override string Schema => "reception";

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<DeviceModel> Models => Set<DeviceModel>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<WarrantyPolicy> Policies => Set<WarrantyPolicy>();

    public DbSet<WarrantyPromotion> Promotions => Set<WarrantyPromotion>();

    public DbSet<ServiceRequest> Requests => Set<ServiceRequest>();

    public DbSet<GoodsReceipt> Receipts => Set<GoodsReceipt>();

    public DbSet<GoodsRegisterEntry> Register => Set<GoodsRegisterEntry>();

    public DbSet<Zone> Zones => Set<Zone>();

    public DbSet<ReceptionSettings> Settings => Set<ReceptionSettings>();
}

internal sealed class SqliteReceptionDbContext(DbContextOptions<SqliteReceptionDbContext> options) : ReceptionDbContext(options)
{
    public SqliteReceptionDbContext()
        : this(DesignTime.Sqlite<SqliteReceptionDbContext>("reception"))
    {
    }
}

internal sealed class SqlServerReceptionDbContext(DbContextOptions<SqlServerReceptionDbContext> options) : ReceptionDbContext(options)
{
    public SqlServerReceptionDbContext()
        : this(DesignTime.SqlServer<SqlServerReceptionDbContext>("reception"))
    {
    }
}
