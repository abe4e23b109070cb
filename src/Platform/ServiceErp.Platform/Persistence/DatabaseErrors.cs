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

    /// <summary>
    /// The server or its database can't be reached, or not yet: connections that fail or break (class 20 and above), and a database that is recovering, starting or moving. A wrong password is none of them.
    /// </summary>
    public static bool IsNotThereYet(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException)
        {
            if (at is SqlException { Class: >= 20 } or SqlException { Number: -2 or 233 or 258 or 911 or 922 or 927 or 4060 or 10053 or 10054 or 10060 or 18401 or 40197 or 40501 or 40613 })
            {
                return true;
            }
        }

        return false;
    }
}
