using System.Reflection;
using System.Runtime.CompilerServices;
using Autofac;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Architecture.Tests;

/// <summary>What every module stores, on both providers, without a server: models, migrations, and the T-SQL of scripts and queries.</summary>
public sealed class PersistenceTests
{
    public static TheoryData<string> Contexts =>
        [.. AllContexts().Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Migrations_and_model_agree(string type)
    {
        using var context = Make(type);
        Assert.False(context.Database.HasPendingModelChanges(), $"The model of {type} has changed: build/add-migration.");
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_table_is_in_its_modules_schema_and_every_text_has_a_length(string type)
    {
        using var context = Make(type);
        var sqlite = type.Contains("Sqlite", StringComparison.Ordinal);
        foreach (var entity in context.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            var schema = entity.IsTableExcludedFromMigrations() ? ModuleDbContext.PlatformSchema : context.Schema;
            Assert.True(sqlite ? entity.GetTableName()!.StartsWith($"{schema}_", StringComparison.Ordinal) : entity.GetSchema() == schema, $"{entity.Name} is stored as {entity.GetSchemaQualifiedTableName()}.");
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string)))
            {
                Assert.True(property.GetMaxLength() is not null, $"{entity.Name}.{property.Name} has no length.");
            }

            foreach (var key in entity.GetForeignKeys())
            {
                Assert.True(key.PrincipalEntityType.IsTableExcludedFromMigrations() == entity.IsTableExcludedFromMigrations(), $"{entity.Name} has a key that leaves the module.");
            }
        }
    }

    [Fact]
    public void The_scripts_of_all_modules_are_good_t_sql_and_bind()
    {
        var scripts = ReadScripts();
        Assert.NotEmpty(scripts.Tables);
        Assert.Empty(scripts.Faults);
    }

    [Fact]
    public void The_script_reader_notices_wrong_tables_columns_types_and_syntax()
    {
        var scripts = new SqlServerScripts();
        scripts.Read("CREATE TABLE a.T (Id uniqueidentifier NOT NULL, X nvarchar(20) NULL, CONSTRAINT PK PRIMARY KEY (Id));");
        Assert.Empty(scripts.Faults);
        foreach (var right in new[]
        {
            "WITH c AS (SELECT Id, X AS Y FROM a.T) INSERT INTO a.T (Id, X) SELECT c.Id, Y FROM c WHERE EXISTS (SELECT 1 FROM a.T AS t WHERE t.Id = c.Id) ORDER BY Y;",
            "UPDATE t SET X = N'x' OUTPUT inserted.Id FROM a.T AS t WHERE t.Id = @id;",
            "DELETE FROM t FROM a.T AS t WHERE t.X = N'x';",
            "SELECT DATEADD(day, 1, d.At) FROM (SELECT GETDATE() AS At) AS d CROSS APPLY (SELECT TOP(1) t.Id FROM a.T AS t WHERE t.X = d.At) AS f;",
        })
        {
            scripts.Check(right);
            Assert.Empty(scripts.Faults);
        }

        foreach (var wrong in new[]
        {
            "SELECT t.Y FROM a.T AS t;", "SELECT t.X FROM a.Unknown AS t;", "SELECT FROM WHERE", "SELECT u.X FROM a.T AS t JOIN a.T AS u ON u.Nope = t.Id;",
            "SELECT Y FROM a.T;", "INSERT INTO a.T (Id, Y) SELECT Id, X FROM a.T;", "INSERT INTO a.T (Id, X) SELECT Id FROM a.T;", "UPDATE a.T SET Y = 1;", "DELETE FROM a.T WHERE Y = 1;",
            "WITH c AS (SELECT Id FROM a.T) SELECT c.X FROM c;", "SELECT d.X FROM (SELECT Id FROM a.T) AS d;", "SELECT Id FROM a.T WHERE EXISTS (SELECT 1 FROM a.T AS t WHERE t.Id = u.Id);",
            "SELECT Id FROM a.T ORDER BY Y;", "SELECT Id FROM a.T UNION ALL SELECT Id, X FROM a.T;",
        })
        {
            var before = scripts.Faults.Count;
            scripts.Check(wrong);
            Assert.True(scripts.Faults.Count > before, wrong);
        }

        scripts.Faults.Clear();
        scripts.Read("CREATE TABLE a.U (Id uniqueidentifer NOT NULL); CREATE INDEX I ON a.T (Nope);");
        Assert.Equal(2, scripts.Faults.Count);
    }

    /// <summary>Sends every query of every module to SQL Server's dialect; nothing is executed, each statement is caught, parsed and bound.</summary>
    [Fact]
    public async Task The_sql_of_every_query_is_good_t_sql_and_binds()
    {
        var scripts = ReadScripts();
        var net = new NoServer();
        await using var centre = await TestCentre.StartAsync(b => b.RegisterInstance(new Database(DatabaseProvider.SqlServer, NoServer.Address, interceptors: [net])));
        var queries = House.Modules.Select(House.Load).Append(typeof(PlatformModule).Assembly).SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: false, IsGenericType: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>))).ToArray();
        Assert.NotEmpty(queries);
        foreach (var query in queries)
        {
            foreach (var request in Samples(query))
            {
                var before = net.Caught.Count;
                try
                {
                    await Send(centre, query, request);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    // The answer of nothing at all may surprise a handler; its statements up to there are caught. What can't be translated at all is a fault.
                    if (e.ToString().Contains("could not be translated", StringComparison.Ordinal))
                    {
                        scripts.Faults.Add($"{query.FullName}: {e.Message}");
                    }
                }

                foreach (var statement in net.Caught.Skip(before).ToArray())
                {
                    var faults = scripts.Faults.Count;
                    scripts.Check(statement);
                    if (scripts.Faults.Count > faults)
                    {
                        scripts.Faults.Add($"  … in {query.FullName}: {statement}");
                    }
                }
            }
        }

        Assert.True(net.Caught.Count >= queries.Length / 2, $"Only {net.Caught.Count} statements were caught from {queries.Length} queries.");
        Assert.True(scripts.Faults.Count == 0, string.Join(Environment.NewLine, scripts.Faults.Take(20)));
    }

    /// <summary>What is stored, changed and deleted of every table, as EF words it for SQL Server.</summary>
    [Fact]
    public async Task The_changes_of_every_table_are_good_t_sql_and_bind()
    {
        var scripts = ReadScripts();
        var (tables, seen) = (0, 0);
        foreach (var type in AllContexts().Where(t => t.Name.StartsWith("SqlServer", StringComparison.Ordinal)))
        {
            var net = new NoServer(stops: true);
            using var database = new Database(DatabaseProvider.SqlServer, NoServer.Address, interceptors: [net]);
            var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
            using var plain = Make(type.FullName!);
            database.Configure(options, plain.Schema);
            foreach (var row in plain.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsOwned()).Select(e => e.ClrType))
            {
                tables++;
                foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
                {
                    using var context = (ModuleDbContext)Activator.CreateInstance(type, options.Options)!;
                    context.ChangeTracker.AutoDetectChangesEnabled = false;
                    var entry = context.Entry(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(row));
                    foreach (var property in entry.Properties)
                    {
                        property.CurrentValue = Testing.Samples.Of(property.Metadata.ClrType);
                    }

                    entry.State = state;
                    var error = await Record.ExceptionAsync(() => context.SaveChangesAsync());
                    Assert.True(error is NoServer.Stopped || error?.InnerException is NoServer.Stopped, $"{row.Name} {state}: {error}");
                }
            }

            net.Caught.ForEach(scripts.Check);
            seen += net.Caught.Count;
        }

        Assert.Equal(3 * tables, seen);
        Assert.True(tables > 100, $"Only {tables} tables were found.");
        Assert.True(scripts.Faults.Count == 0, string.Join(Environment.NewLine, scripts.Faults.Take(20)));
    }

    /// <summary>Statements written by hand, with the branch for SQL Server taken.</summary>
    [Fact]
    public async Task The_sql_written_by_hand_is_good_t_sql_and_binds()
    {
        var scripts = ReadScripts();
        scripts.Check(ModuleDbContext.NextNumberOnSqlServer);
        scripts.Check(ModuleDbContext.WriteLockOnSqlServer);
        scripts.Check(ModuleDbContext.ReceivedOnSqlServer);
        scripts.Check(ServerState.Question);
        scripts.Check(ServerState.FullTextIndex);
        scripts.Check(ServerState.SnapshotAdvice);
        var net = new NoServer();
        await using var centre = await TestCentre.StartAsync(b => b.RegisterInstance(new Database(DatabaseProvider.SqlServer, NoServer.Address, interceptors: [net])));
        await using (var scope = centre.Dispatcher.Enter(Caller.System))
        {
            var db = scope.Resolve<SparePartsDbContext>();
            var month = new YearMonth(2026, 2);
            await db.GatherDemandAsync(month, [(centre.Berlin.Id, centre.Now, centre.Now)], CancellationToken.None);
            foreach (var share in Enum.GetValues<ShareRule>())
            {
                foreach (var warehouse in new Guid?[] { null, centre.Seoul.Id })
                {
                    var rules = new PlanningRules();
                    typeof(PlanningRules).GetProperty(nameof(PlanningRules.By))!.SetValue(rules, share);
                    var run = new ClassRun(centre.Berlin.Id, centre.Berlin.Id, warehouse, month, month, rules, centre.Now, "Test");
                    await db.ClassifyAsync(run, DateTimeZone.Utc, CancellationToken.None);
                    await db.NoteChangesAsync(run, centre.Seoul.Id, centre.Now, "Test", CancellationToken.None);
                }
            }
        }

        Assert.Equal(3 + (2 * 2 * 2), net.Caught.Count);
        net.Caught.ForEach(scripts.Check);
        Assert.True(scripts.Faults.Count == 0, string.Join(Environment.NewLine, scripts.Faults.Concat(net.Caught).Take(20)));
    }

    /// <summary>Locks are named by whom they keep off, asked for in one order, and taken whatever has begun the transaction.</summary>
    [Fact]
    public async Task The_write_lock_of_sql_server_is_taken_once_in_one_order_and_after_a_number_too()
    {
        var net = new NoServer();
        await using var centre = await TestCentre.StartAsync(b => b.RegisterInstance(new Database(DatabaseProvider.SqlServer, "Server=nowhere;Database=none;TrustServerCertificate=true", interceptors: [net])));
        Assert.Null(centre.Services.GetRequiredService<Database>().WriteGate);
        await using var scope = centre.Dispatcher.Enter(Caller.System);
        var db = scope.Resolve<SparePartsDbContext>();
        await db.Database.BeginTransactionAsync(); // as the next number does
        await db.BeginWriteAsync([centre.Seoul.Id, centre.Berlin.Id], CancellationToken.None);
        await db.BeginWriteAsync([centre.Berlin.Id], CancellationToken.None);
        Assert.Equal(["write/spareparts IntentExclusive", $"write/spareparts/{centre.Berlin.Id:N} Exclusive", $"write/spareparts/{centre.Seoul.Id:N} Exclusive"], net.Locks);
        await db.BeginWriteAsync(CancellationToken.None);
        await db.BeginWriteAsync([centre.Seoul.Id], CancellationToken.None);
        await db.BeginWriteAsync(CancellationToken.None);
        Assert.Equal("write/spareparts Exclusive", net.Locks[^1]);
        Assert.Equal(4, net.Locks.Count);
    }

    /// <summary>Whoever writes SQL by hand adds it to the test above, or says here why SQL Server never sees it.</summary>
    [Fact]
    public void Sql_is_written_by_hand_in_known_places_only()
    {
        string[] signs = ["SqlRaw", "SqlInterpolated", "FromSql", "SqlQuery", "CommandText ="];
        var found = Directory.GetFiles(Path.Combine(House.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal) && signs.Any(File.ReadAllText(f).Contains)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Migrator.cs", // full-text indexes
                "ModuleDbContext.cs",
                "RowInsert.cs", // made from the model
                "SearchBox.cs", // SQLite's full-text index
                "ServerState.cs",
                "SqliteConnections.cs",
                "WholeTables.cs",
            ],
            found);
    }

    private static SqlServerScripts ReadScripts()
    {
        var scripts = new SqlServerScripts();
        foreach (var type in AllContexts().Where(t => t.Name.StartsWith("SqlServer", StringComparison.Ordinal)).OrderByDescending(t => t.Name.Contains("Platform", StringComparison.Ordinal)))
        {
            using var context = Make(type.FullName!);
            scripts.Read(SqlServerScripts.ScriptOf(context).Replace("\nGO", "\n", StringComparison.Ordinal));
        }

        return scripts;
    }

    private static IEnumerable<Type> AllContexts() => House.Modules.Select(House.Load).Append(typeof(PlatformModule).Assembly).SelectMany(a => a.GetTypes())
        .Where(t => !t.IsAbstract && typeof(ModuleDbContext).IsAssignableFrom(t));

    private static ModuleDbContext Make(string type) => (ModuleDbContext)Activator.CreateInstance(AllContexts().Single(t => t.FullName == type))!;

    private static IEnumerable<object> Samples(Type query)
    {
        var constructor = query.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        foreach (var list in new[] { new ListQuery { Path = "/" }, new ListQuery { Path = "/", Search = "pump 12", Descending = true, Sort = "number", From = new(2026, 1, 1), To = new(2026, 2, 1) } })
        {
            yield return constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType, list))]);
            if (constructor.GetParameters().All(p => p.ParameterType != typeof(ListQuery)))
            {
                yield break;
            }
        }
    }

    private static object? Sample(Type type, ListQuery list) =>
        type == typeof(ListQuery) ? list
        : type == typeof(string) ? "x"
        : type == typeof(Guid) || type == typeof(Guid?) ? Guid.Parse("11111111-1111-7111-8111-111111111111")
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsValueType ? Activator.CreateInstance(Nullable.GetUnderlyingType(type) is null ? type : type)
        : null;

    private static async Task Send(TestCentre centre, Type query, object request)
    {
        var answer = query.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        var send = typeof(Dispatcher).GetMethod(nameof(Dispatcher.Send))!.MakeGenericMethod(answer);
        await (Task)send.Invoke(centre.Dispatcher, [request, Caller.System, null, CancellationToken.None])!;
    }
}
