using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Persistence;

/// <summary>
/// Reads the providers' error numbers. EF wraps what it takes for transient once more, and a deadlock may meet a question as well as a change, so the cause is looked for all the way down.
/// </summary>
internal static class DatabaseErrors
{
    /// <summary>Another writer was first: a version moved on, a unique key appeared, or a deadlock chose this one. Nothing was stored, and trying again at once is worth it.</summary>
    public static bool IsLostRace(Exception e) => Any(e, static at => at
        is DbUpdateConcurrencyException
        or SqliteException { SqliteExtendedErrorCode: 2067 or 1555 }
        or SqlException { Number: 2601 or 2627 or 1205 or ModuleDbContext.LockDeadlock });

    /// <summary>A lock was not free within the time one may wait for it, or another module had no answer for that reason. Nothing was stored.</summary>
    public static bool IsLockNotFree(Exception e) => Any(e, static at => at
        is SqliteException { SqliteErrorCode: 5 or 6 }
        or UnansweredException
        or SqlException { Number: 1222 or ModuleDbContext.NoWriteLock });

    /// <summary>What an administrator can act on: the innermost cause, not "see the inner exception".</summary>
    public static string CauseOf(Exception e) => e.GetBaseException().Message;

    private static bool Any(Exception e, Func<Exception, bool> which)
    {
        for (var at = e; at is not null; at = at.InnerException)
        {
            if (which(at))
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
