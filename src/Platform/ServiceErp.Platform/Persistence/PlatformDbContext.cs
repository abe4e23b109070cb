using Microsoft.EntityFrameworkCore;

namespace ServiceErp.Platform.Persistence;

/// <summary>The Platform's own tables: audit, outbox, numbers, search, and everything an administrator keeps.</summary>
public abstract class PlatformDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    /// <inheritdoc />
    public override string Schema => PlatformSchema;
}

internal sealed class SqlitePlatformDbContext(DbContextOptions<SqlitePlatformDbContext> options) : PlatformDbContext(options)
{
    public SqlitePlatformDbContext()
        : this(DesignTime.Sqlite<SqlitePlatformDbContext>(PlatformSchema))
    {
    }
}

internal sealed class SqlServerPlatformDbContext(DbContextOptions<SqlServerPlatformDbContext> options) : PlatformDbContext(options)
{
    public SqlServerPlatformDbContext()
        : this(DesignTime.SqlServer<SqlServerPlatformDbContext>(PlatformSchema))
    {
    }
}
