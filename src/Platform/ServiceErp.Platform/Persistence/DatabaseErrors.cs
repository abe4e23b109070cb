using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ServiceErp.Platform.Persistence;

/// <summary>Reads the providers' error numbers.</summary>
internal static class DatabaseErrors
{
    /// <summary>
    /// Another writer was first: a version moved on, a unique key appeared, a lock was not free in time, or a deadlock chose this one. EF wraps what it takes for transient once more, and a deadlock may
    /// meet a question as well as a change, so the cause is looked for all the way down.
    /// </summary>
    public static bool IsLostRace(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException)
        {
            if (at is DbUpdateConcurrencyException or SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or SqliteException { SqliteErrorCode: 5 or 6 } or SqlException { Number: 2601 or 2627 or 1205 or ModuleDbContext.NoWriteLock })
            {
                return true;
            }
        }

        return false;
    }
}
