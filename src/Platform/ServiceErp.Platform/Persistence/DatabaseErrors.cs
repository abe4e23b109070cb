using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ServiceErp.Platform.Persistence;

/// <summary>Reads the providers' error numbers.</summary>
internal static class DatabaseErrors
{
    /// <summary>Another writer was first: a version moved on, a unique key appeared, or a deadlock chose this one.</summary>
    public static bool IsLostRace(DbUpdateException e) => e is DbUpdateConcurrencyException || e.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        SqlException { Number: 2601 or 2627 or 1205 } => true,
        _ => false,
    };
}
