using Microsoft.EntityFrameworkCore;
using ServiceErp.Reception.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Reception.Tests;

public sealed class PersistenceTests
{
    [Fact]
    public void The_migrations_of_both_providers_know_the_whole_model()
    {
        using var sqlite = new SqliteReceptionDbContext();
        using var sqlServer = new SqlServerReceptionDbContext();

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_script_for_SQL_Server_is_sound()
    {
        using var context = new SqlServerReceptionDbContext();
        var scripts = new SqlServerScripts();
        scripts.Read(SqlServerScripts.ScriptOf(context));

        Assert.Empty(scripts.Faults);
    }
}
