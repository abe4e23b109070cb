using Microsoft.EntityFrameworkCore;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Tests;

public sealed class PersistenceTests
{
    [Fact]
    public void The_migrations_for_SQLite_are_up_to_date()
    {
        using var db = new SqliteWorkshopDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_for_SQL_Server_are_up_to_date()
    {
        using var db = new SqlServerWorkshopDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
