using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;

namespace ServiceErp.SpareParts.Persistence;

/// <summary>
/// What is done to all parts at once. The database does it by itself, in statements that SQLite and SQL Server both understand; no row of it comes into the program's memory. They run in the
/// transaction of the command that asks.
/// </summary>
internal static class WholeTables
{
    /// <summary>Gathers a month's demand anew: what the ledger says orders took, and what they asked for and did not get.</summary>
    /// <param name="db">In a write transaction.</param>
    /// <param name="month">The month.</param>
    /// <param name="branches">Each branch with the instants at which its month begins and ends.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task GatherDemandAsync(this SparePartsDbContext db, YearMonth month, IEnumerable<(Guid BranchId, Instant From, Instant Until)> branches, CancellationToken cancel)
    {
        var (first, next) = (month.OnDayOfMonth(1).ToDateOnly(), month.PlusMonths(1).OnDayOfMonth(1).ToDateOnly());
        var fromLedger = $"""
            INSERT INTO {db.Table<Demand>()} (Month, WarehouseId, PartId, BranchId, Quantity, Value, Refused)
            SELECT {"{0}"}, WarehouseId, PartId, BranchId, -SUM(Quantity), -SUM(Value), 0
            FROM {db.Table<Movement>()}
            WHERE BookingDate >= {"{0}"} AND BookingDate < {"{1}"} AND Kind IN ('{MovementKind.Issue}', '{MovementKind.Return}')
            GROUP BY WarehouseId, PartId, BranchId
            """;
        var notServed = $"""
            INSERT INTO {db.Table<Demand>()} (Month, WarehouseId, PartId, BranchId, Quantity, Value, Refused)
            SELECT {"{0}"}, {"{1}"}, PartId, BranchId, 0, 0, SUM(Wanted - Reserved - Issued + Refused)
            FROM {db.Table<Reservation>()}
            WHERE BranchId = {"{2}"} AND WantedAt >= {"{3}"} AND WantedAt < {"{4}"} AND Wanted - Reserved - Issued + Refused > 0
            GROUP BY PartId, BranchId
            """;
        var start = month.OnDayOfMonth(1);
        await db.Demands.Where(d => d.Month == start).ExecuteDeleteAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(fromLedger, [first, next], cancel);
        foreach (var (branchId, from, until) in branches)
        {
            await db.Database.ExecuteSqlRawAsync(notServed, [first, db.Stored(Demand.NoWarehouse), db.Stored(branchId), db.Stored(from), db.Stored(until)], cancel);
        }
    }

    /// <summary>
    /// Classes every part of a run: by consumption value, the largest first, ties by part number; the part that crosses a line belongs to the higher class; what was not used is in no class of value. The variation is
    /// that of the months that were recorded: those from the part's first movement on, and those that somebody wrote down. Out of one month nothing is foreseen.
    /// </summary>
    /// <param name="db">In a write transaction.</param>
    /// <param name="run">The run.</param>
    /// <param name="zone">Of the branch, whose months they are.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task ClassifyAsync(this SparePartsDbContext db, ClassRun run, DateTimeZone zone, CancellationToken cancel)
    {
        LocalDate[] window = [.. Enumerable.Range(0, run.Months).Select(m => run.From.PlusMonths(m))];
        var crossed = run.By == ShareRule.Value ? "100.0 * (Cum - Val) < Total * " : "100.0 * (Place - 1) < Moved * ";
        var abc = $"CASE WHEN Uses <= 0 THEN '{AbcClass.NoMovement}' WHEN {crossed}{Figure(run.ShareOfA)} THEN '{AbcClass.A}' WHEN {crossed}{Figure(run.ShareOfA + run.ShareOfB)} THEN '{AbcClass.B}' ELSE '{AbcClass.C}' END";
        var xyz = $"CASE WHEN Uses <= 0 THEN '{XyzClass.None}' WHEN Spread IS NULL THEN '{XyzClass.Z}' WHEN Spread <= {Figure(run.LimitOfX * run.LimitOfX)} THEN '{XyzClass.X}' WHEN Spread <= {Figure(run.LimitOfY * run.LimitOfY)} THEN '{XyzClass.Y}' ELSE '{XyzClass.Z}' END";
        var isWarehouse = run.WarehouseId is not null;
        var first = isWarehouse ? 5 : 4;
        var calendar = string.Join(" UNION ALL ", window.Select((_, m) => $"SELECT {{{first + (2 * m)}}} AS M, {{{first + (2 * m) + 1}}} AS Ends"));
        var statement = $"""
            WITH Monthly AS (
                SELECT PartId, Month, SUM(Quantity) AS Qty, SUM(Value) AS Val FROM (
                    SELECT PartId, Month, Quantity, Value FROM {db.Table<Demand>()}
                    WHERE BranchId = {"{1}"} AND Month >= {"{2}"} AND Month <= {"{3}"}{(isWarehouse ? " AND WarehouseId = {4}" : "")}
                    {(isWarehouse ? "" : $"UNION ALL SELECT PartId, Month, Quantity, Value FROM {db.Table<DemandRecord>()} WHERE BranchId = {{1}} AND Month >= {{2}} AND Month <= {{3}}")}
                ) AS Told GROUP BY PartId, Month
            ), Used AS (
                SELECT PartId, SUM(Qty) AS Qty, SUM(Val) AS Val, 
                    SUM(CASE WHEN Qty > 0 THEN {db.Real("Qty")} ELSE 0 END) AS Uses, SUM(CASE WHEN Qty > 0 THEN {db.Real("Qty")} * {db.Real("Qty")} ELSE 0 END) AS Squares
                FROM Monthly GROUP BY PartId
            ), Calendar AS (
                {calendar}
            ), Moved AS (
                SELECT PartId, MIN(FirstMovedAt) AS At FROM {db.Table<StockItem>()} WHERE BranchId = {"{1}"}{(isWarehouse ? " AND WarehouseId = {4}" : "")} GROUP BY PartId
            ), Asked AS (
                SELECT PartId, MIN(Month) AS M FROM {db.Table<Demand>()} WHERE BranchId = {"{1}"}{(isWarehouse ? " AND WarehouseId = {4}" : "")} GROUP BY PartId
            ), Recorded AS (
                SELECT u.PartId, COUNT(*) AS Months FROM Used AS u CROSS JOIN Calendar AS c LEFT JOIN Moved AS v ON v.PartId = u.PartId LEFT JOIN Asked AS a ON a.PartId = u.PartId
                WHERE v.At < c.Ends OR a.M <= c.M OR EXISTS (SELECT 1 FROM {db.Table<DemandRecord>()} AS d WHERE d.PartId = u.PartId AND d.BranchId = {"{1}"} AND d.Month = c.M AND d.Quantity IS NOT NULL)
                GROUP BY u.PartId
            ), Known AS (
                SELECT p.Id, p.Number, COALESCE(u.Qty, 0) AS Qty, CASE WHEN u.Val > 0 THEN u.Val ELSE 0 END AS Val, COALESCE(u.Uses, 0) AS Uses,
                    CASE WHEN u.Uses > 0 AND n.Months > 1 THEN (u.Squares * n.Months / (u.Uses * u.Uses) - 1) * n.Months / (n.Months - 1) END AS Spread
                FROM {db.Table<Part>()} AS p LEFT JOIN Used AS u ON u.PartId = p.Id LEFT JOIN Recorded AS n ON n.PartId = p.Id
                WHERE u.PartId IS NOT NULL OR {(isWarehouse ? $"EXISTS (SELECT 1 FROM {db.Table<StockItem>()} AS s WHERE s.PartId = p.Id AND s.WarehouseId = {{4}})" : "p.Active = 1")}
            ), Ranked AS (
                SELECT Id, Number, Qty, Val, Uses, CASE WHEN Spread < 0 THEN 0 ELSE Spread END AS Spread,
                    ROW_NUMBER() OVER (ORDER BY CASE WHEN Uses > 0 THEN 0 ELSE 1 END, Val DESC, Number) AS Place,
                    SUM(Val) OVER (ORDER BY CASE WHEN Uses > 0 THEN 0 ELSE 1 END, Val DESC, Number ROWS UNBOUNDED PRECEDING) AS Cum,
                    SUM(Val) OVER () AS Total, SUM(CASE WHEN Uses > 0 THEN 1 ELSE 0 END) OVER () AS Moved
                FROM Known
            )
            INSERT INTO {db.Table<PartClass>()} (RunId, Id, PartNumber, Abc, Xyz, Manual, Class, Rank, Quantity, Value, Cumulated, Variation)
            SELECT {"{0}"}, r.Id, Number, {abc}, {xyz}, m.Class, COALESCE(m.Class, {abc}), Place, Qty, Val, {db.Decimal("CASE WHEN Total > 0 THEN 100.0 * Cum / Total ELSE 0 END")}, {db.Decimal("SQRT(Spread)")}
            FROM Ranked AS r LEFT JOIN {db.Table<ManualClass>()} AS m ON m.PartId = r.Id AND m.BranchId = {"{1}"} AND m.WarehouseId {(isWarehouse ? "= {4}" : "IS NULL")}
            """;
        return db.Database.ExecuteSqlRawAsync(statement, [db.Stored(run.Id), db.Stored(run.BranchId), run.From.ToDateOnly(), run.Through.ToDateOnly(), .. isWarehouse ? new[] { db.Stored(run.WarehouseId!.Value) } : [],
            .. window.SelectMany(m => new[] { m.ToDateOnly(), db.Stored(m.PlusMonths(1).AtStartOfDayInZone(zone).ToInstant()) })], cancel);
    }

    /// <summary>Writes down which parts a run classes otherwise than the one before.</summary>
    public static Task NoteChangesAsync(this SparePartsDbContext db, ClassRun run, Guid before, Instant now, string person, CancellationToken cancel)
    {
        var statement = $"""
            INSERT INTO {db.Table<ClassChange>()} (CauseId, Id, BranchId, WarehouseId, At, FromAbc, ToAbc, FromXyz, ToXyz, Cause, Person, FromValue, ToValue)
            SELECT n.RunId, n.Id, {"{2}"}, {(run.WarehouseId is null ? "NULL" : "{5}")}, {"{3}"}, o.Abc, n.Abc, o.Xyz, n.Xyz, '{ClassChangeCause.Computed}', {"{4}"}, o.Value, n.Value
            FROM {db.Table<PartClass>()} AS n JOIN {db.Table<PartClass>()} AS o ON o.RunId = {"{1}"} AND o.Id = n.Id
            WHERE n.RunId = {"{0}"} AND (n.Abc <> o.Abc OR n.Xyz <> o.Xyz)
            """;
        return db.Database.ExecuteSqlRawAsync(statement, [db.Stored(run.Id), db.Stored(before), db.Stored(run.BranchId), db.Stored(now), person, .. run.WarehouseId is { } warehouse ? new[] { db.Stored(warehouse) } : []], cancel);
    }

    private static string Table<TEntity>(this SparePartsDbContext db)
    {
        var table = db.Model.FindEntityType(typeof(TEntity))!;
        return table.GetSchema() is { } schema ? $"\"{schema}\".\"{table.GetTableName()}\"" : $"\"{table.GetTableName()}\"";
    }

    private static bool KeepsMillionths(this SparePartsDbContext db) => db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>A decimal column as a floating number.</summary>
    private static string Real(this SparePartsDbContext db, string column) => db.KeepsMillionths() ? $"({column} / 1000000.0)" : $"CAST({column} AS float)";

    /// <summary>A floating number as a decimal column keeps it.</summary>
    private static string Decimal(this SparePartsDbContext db, string number) => db.KeepsMillionths() ? $"CAST(ROUND(({number}) * 1000000) AS INTEGER)" : $"CAST({number} AS decimal(18, 6))";

    /// <summary>An instant as a column keeps it.</summary>
    private static object Stored(this SparePartsDbContext db, Instant instant) => db.Stored(nameof(ClassChange.At), instant);

    /// <summary>An identity as a column keeps it.</summary>
    private static object Stored(this SparePartsDbContext db, Guid id) => db.Stored(nameof(ClassChange.BranchId), id);

    private static object Stored(this SparePartsDbContext db, string property, object value) =>
        db.Model.FindEntityType(typeof(ClassChange))!.FindProperty(property)!.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value;

    private static string Figure(decimal figure) => figure.ToString("0.0###########", CultureInfo.InvariantCulture);
}
