using System.Text.Json;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;

namespace ServiceErp.Platform.Persistence;

/// <summary>
/// The base of every module's context. A module owns the tables of its schema; the Platform's own tables (audit, outbox,
/// numbers, search, idempotency) are mapped into each, so that they are written in the module's transaction.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The schema of the Platform's own tables.</summary>
    public const string PlatformSchema = "platform";

    internal const string NextNumberOnSqlServer = """
        UPDATE platform.NumberRange WITH (UPDLOCK, SERIALIZABLE) SET Last = Last + 1 OUTPUT inserted.Last WHERE [Key] = @key;
        IF @@ROWCOUNT = 0 INSERT INTO platform.NumberRange ([Key], Last) OUTPUT inserted.Last VALUES (@key, 1);
        """;

    // SQL Server locks rows as they are written, which is too late for what was read before; writers of hot rows queue for this name instead, as they do on SQLite.
    // Whoever needs one branch only shares the module's name with those of other branches and queues for the branch's.
    internal static readonly string WriteLockOnSqlServer = $"""
        DECLARE @got int;
        EXEC @got = sp_getapplock @Resource = @key, @LockMode = @mode, @LockOwner = N'Transaction', @LockTimeout = {Persistence.Database.LockSeconds * 1000};
        IF @got = -3 THROW {LockDeadlock}, N'Waiting for the write lock was a deadlock.', 1;
        IF @got < 0 THROW {NoWriteLock}, N'The write lock was not free in time.', 1;
        """;

    internal const string ReceivedOnSqlServer = "UPDATE platform.Outbox SET DoneAt = @at WHERE Id = @id AND DoneAt IS NULL";

    /// <summary>The error number of <see cref="WriteLockOnSqlServer"/> when the lock is not free in time.</summary>
    internal const int NoWriteLock = 51205;

    /// <summary>Its error number when two wait for each other.</summary>
    internal const int LockDeadlock = 51206;

    // The lock's own limit must be the first to end, or the driver breaks the connection off and nobody can tell why.
    private const int CommandSeconds = Persistence.Database.LockSeconds + 18;

    private const string Mark = "mark";

    /// <summary>Notes come after the steps of the same version.</summary>
    private const int AfterSteps = 1000;

    private const string Exclusive = "Exclusive";
    private const string Shared = "IntentExclusive";

    private readonly HashSet<(string Name, string Mode)> held = [];
    private readonly List<(Aggregate Thing, string What, string? Reason)> notes = [];
    private Database? database;
    private bool holdsGate;
    private bool joined;

    /// <summary>The module's schema: its name in lower case.</summary>
    public abstract string Schema { get; }

    /// <summary>When set, rows of other branches do not exist for this context.</summary>
    public Guid? BranchScope { get; private set; }

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Messages to customers and colleagues, sent once this command is stored.</summary>
    public DbSet<Messages.OutgoingMessage> Messages => Set<Messages.OutgoingMessage>();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<IdempotencyRecord> Idempotency => Set<IdempotencyRecord>();

    /// <summary>What the one search box finds.</summary>
    public DbSet<SearchEntry> Search => Set<SearchEntry>();

    internal bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>
    /// Writes a line into the history of a thing that does not change itself, with this command: such as that a paper with a live link was printed.
    /// </summary>
    /// <param name="thing">The thing; it may be untracked.</param>
    /// <param name="what">What was done, like a trigger: <c>PrintLink</c>.</param>
    /// <param name="reason">Further words.</param>
    public void Note(Aggregate thing, string what, string? reason = null) => notes.Add((thing, what, reason));

    /// <summary>
    /// Takes the write lock now instead of at the end, so that what is read from here on can't change before the command is stored.
    /// For hot rows such as stock and numbers. No other module may be written to between this and the end of the command.
    /// </summary>
    public async Task BeginWriteAsync(CancellationToken cancel)
    {
        await BeginAsync(cancel);
        await LockAsync(Whole, Exclusive, cancel);
    }

    /// <summary>
    /// Takes the write lock of some branches only, so that others' writers need not wait. For a command that changes nothing but what belongs to these branches; all that the command will need must be named
    /// at once, since locks are taken in one order, whoever asks.
    /// </summary>
    /// <param name="branches">The branches whose rows are read and changed; none keeps off only those who take the whole module's lock.</param>
    /// <param name="cancel">Stops waiting for the lock.</param>
    public async Task BeginWriteAsync(IEnumerable<Guid> branches, CancellationToken cancel)
    {
        await BeginAsync(cancel);
        if (held.Contains((Whole, Exclusive)))
        {
            return;
        }

        await LockAsync(Whole, Shared, cancel);
        foreach (var branch in branches.Distinct().Order())
        {
            await LockAsync($"{Whole}/{branch:N}", Exclusive, cancel);
        }
    }

    /// <summary>The same, where the branches must be looked up: those of things that never change theirs. On SQLite, where there is one lock, nobody looks.</summary>
    public async Task BeginWriteAsync(IQueryable<Guid> branches, CancellationToken cancel) =>
        await BeginWriteAsync(IsSqlite ? [] : await branches.Distinct().ToListAsync(cancel), cancel);

    private string Whole => $"write/{Schema}";

    private async Task LockAsync(string name, string mode, CancellationToken cancel)
    {
        if (IsSqlite || held.Contains((name, mode)))
        {
            return;
        }

        var usual = Database.GetCommandTimeout();
        Database.SetCommandTimeout(CommandSeconds);
        await Database.ExecuteSqlRawAsync(WriteLockOnSqlServer, [new SqlParameter("@key", name), new SqlParameter("@mode", mode)], cancel);
        Database.SetCommandTimeout(usual);
        held.Add((name, mode));
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        if (Database.CurrentTransaction is not null)
        {
            return;
        }

        if (database?.WriteGate is { } gate)
        {
            await gate.WaitAsync(cancel);
            holdsGate = true;
        }

        try
        {
            await Database.BeginTransactionAsync(cancel);
        }
        catch
        {
            ReleaseGate();
            throw;
        }
    }

    /// <summary>
    /// The next number of a series without gaps: the number is only used up when the command is stored. Nobody else gets one of the series before; on SQLite nobody writes at all.
    /// </summary>
    /// <param name="series">Series, branch and year, such as <c>invoice/BER/2026</c>.</param>
    /// <param name="cancel">Stops waiting for the lock.</param>
    /// <returns>1, 2, 3 …</returns>
    public async Task<long> NextNumberAsync(string series, CancellationToken cancel)
    {
        await BeginAsync(cancel);
        await using var command = Command(
            IsSqlite ? "INSERT INTO platform_NumberRange (Key, Last) VALUES (@key, 1) ON CONFLICT (Key) DO UPDATE SET Last = Last + 1 RETURNING Last" : NextNumberOnSqlServer,
            series);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        do
        {
            if (await reader.ReadAsync(cancel))
            {
                return reader.GetInt64(0);
            }
        }
        while (await reader.NextResultAsync(cancel));
        throw new InvalidOperationException($"No number came back for series {series}.");
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        Leave();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        Leave();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    internal void Enter(Database owner, ICurrentUser caller)
    {
        database = owner;

        // What fails is rolled back as a whole, so a savepoint before each write would be two statements for nothing.
        Database.AutoSavepointsEnabled = false;
        owner.Connect(this);
        BranchScope = caller.BranchId;
    }

    /// <summary>
    /// Works on in another context's transaction and on its connection: what both write is stored or lost together.
    /// </summary>
    internal void Join(ModuleDbContext first)
    {
        if (joined || first == this)
        {
            return;
        }

        database!.Disconnect(this);
        joined = true;
        Database.SetDbConnection(first.Database.GetDbConnection());
        Database.UseTransaction(first.Database.CurrentTransaction!.GetDbTransaction());
    }

    /// <summary>
    /// Stores what the command changed with its audit trail, events and search entries in one transaction.
    /// </summary>
    /// <param name="context">By whom, when, and what else goes along.</param>
    /// <param name="cancel">Stops it; what is being committed is finished.</param>
    /// <param name="along">Done before the commit, with the events to be delivered.</param>
    /// <param name="wasStored">Asked when the commit fails: whether the database has it all the same. Without it a commit that fails has failed.</param>
    internal async Task StoreAsync(StoreContext context, CancellationToken cancel, Func<IReadOnlyList<OutboxMessage>, Task>? along = null, Func<Task<bool>>? wasStored = null)
    {
        try
        {
            var messages = await WriteAsync(context, cancel);
            if (along is not null)
            {
                await along(messages);
            }

            try
            {
                await (Database.CurrentTransaction?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
            }
            catch (Exception e) when (wasStored is not null && e is not OutOfMemoryException)
            {
                // The connection may break between the database's commit and our learning of it. What is stored must neither be told as a failure nor be done again.
                LetGo();
                if (!await wasStored())
                {
                    throw;
                }
            }
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>Writes all that <see cref="StoreAsync"/> does, and leaves the transaction open for more.</summary>
    internal async Task<IReadOnlyList<OutboxMessage>> WriteAsync(StoreContext context, CancellationToken cancel)
    {
        ChangeTracker.DetectChanges();
        GuardStoring();
        var (messages, audit) = Complete(context);
        foreach (var entry in ChangeTracker.Entries())
        {
            TextLengths.Guard(entry);
        }

        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (audit.Count == 0 && context.Received is null && !ChangeTracker.HasChanges() && Database.CurrentTransaction is null)
            {
                return messages;
            }

            await BeginAsync(cancel);
            if (context.Received is { } received)
            {
                await MarkReceivedAsync(received, context.Now, cancel);
            }

            await SaveChangesAsync(cancel);
            await RowInsert.WriteAsync(this, audit, cancel);
            await RowInsert.WriteAsync(this, messages, cancel);
            foreach (var entry in ChangeTracker.Entries<Aggregate>())
            {
                entry.Entity.MarkStored();
            }

            notes.Clear();

            return messages;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Remembers what is written so far, for <see cref="TakeBackAsync"/>.</summary>
    internal Task MarkAsync() => Database.CurrentTransaction!.CreateSavepointAsync(Mark, CancellationToken.None);

    /// <summary>Undoes what was written since <see cref="MarkAsync"/>, by this context or by those that joined it.</summary>
    internal Task TakeBackAsync() => Database.CurrentTransaction!.RollbackToSavepointAsync(Mark, CancellationToken.None);

    /// <summary>The module's last guard: called with all changes detected, before anything is written. A broken assumption is thrown, and nothing is stored.</summary>
    protected virtual void GuardStoring()
    {
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Converters.Apply(configurationBuilder, IsSqlite);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(ModuleAssembly(), t => t.Namespace?.StartsWith(typeof(ModuleDbContext).Namespace!, StringComparison.Ordinal) != true);
        var platformTables = PlatformTables.Map(modelBuilder);
        if (!IsSqlite)
        {
            PlatformTables.SearchableByBeginning(modelBuilder);
        }

        if (EF.IsDesignTime && Schema != PlatformSchema)
        {
            // The Platform's tables are the Platform's: a module's migrations neither make nor remember them.
            foreach (var table in platformTables)
            {
                modelBuilder.Ignore(table);
            }
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            var platforms = platformTables.Contains(entity.ClrType);
            if (platforms && Schema != PlatformSchema)
            {
                entity.SetIsTableExcludedFromMigrations(true);
            }

            var schema = platforms ? PlatformSchema : Schema;
            if (entity.GetTableName() is { } table)
            {
                // Owned types share their owner's table and must be left to it.
                if (entity.IsOwned() && entity.FindOwnership()!.IsUnique && entity.GetTableName() == entity.FindOwnership()!.PrincipalEntityType.GetTableName())
                {
                    continue;
                }

                table = table.StartsWith($"{schema}_", StringComparison.Ordinal) ? table : IsSqlite ? $"{schema}_{table}" : table;
                entity.SetTableName(table);
                entity.SetSchema(IsSqlite ? null : schema);
            }

            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                modelBuilder.Entity(entity.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();
                modelBuilder.Entity(entity.ClrType).Ignore(nameof(Aggregate.Events)).Ignore(nameof(Aggregate.Transitions));
            }

            if (typeof(Entity).IsAssignableFrom(entity.ClrType))
            {
                modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            }

            if (entity.BaseType is null)
            {
                ModuleDbContextFilters.Of(entity.ClrType)?.Invoke(null, [modelBuilder, this]);
            }
        }
    }

    private System.Data.Common.DbCommand Command(string text)
    {
        var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = text;
        return command;
    }

    private System.Data.Common.DbCommand Command(string text, string key)
    {
        var command = Command(text);
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@key";
        parameter.Value = key;
        command.Parameters.Add(parameter);
        return command;
    }

    // The module's own abstract context says where its tables are described, wherever the concrete one was written.
    private System.Reflection.Assembly ModuleAssembly()
    {
        var type = GetType();
        while (type.BaseType != typeof(ModuleDbContext))
        {
            type = type.BaseType!;
        }

        return type.Assembly;
    }

    private void Leave()
    {
        LetGo();
        if (!joined)
        {
            database?.Disconnect(this);
        }
        else
        {
            // A context is used again; the connection was never its own.
            Database.SetDbConnection(null);
            joined = false;
        }

        database = null;
    }

    private void LetGo()
    {
        try
        {
            Database.CurrentTransaction?.Dispose();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            // There is nothing left to roll back: the database ended the transaction itself. Its connection is not used again.
        }
        finally
        {
            held.Clear();
            ReleaseGate();
        }
    }

    private void ReleaseGate()
    {
        if (holdsGate)
        {
            holdsGate = false;
            database!.WriteGate!.Release();
        }
    }

    private (List<OutboxMessage> Messages, List<AuditEntry> Audit) Complete(StoreContext context)
    {
        var messages = new List<OutboxMessage>();
        var audit = new List<AuditEntry>();
        var changed = new Dictionary<Guid, EntityEntry>();
        List<EntityEntry>? parts = null;
        var roots = new Dictionary<Guid, EntityEntry>();
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.Entity is Aggregate aggregate)
            {
                roots[aggregate.Id] = entry;
                if (entry.State is not EntityState.Unchanged || aggregate.Events.Count > 0 || aggregate.Transitions.Count > 0)
                {
                    changed[aggregate.Id] = entry;
                }
            }
            else if (entry.State is not EntityState.Unchanged)
            {
                (parts ??= []).Add(entry);
            }
        }

        // A changed part changes its root: the root's version guards the whole.
        foreach (var part in parts ?? [])
        {
            foreach (var key in part.Metadata.GetForeignKeys())
            {
                if (part.Property(key.Properties[0].Name).CurrentValue is Guid id && roots.TryGetValue(id, out var root)
                    && key.PrincipalEntityType.ClrType.IsInstanceOfType(root.Entity))
                {
                    changed.TryAdd(id, root);
                }
            }
        }

        foreach (var part in parts ?? [])
        {
            // Of a part that says no branch its root does.
            if (changed.Count == 0 || StoreContext.BranchOf(part.Entity) is not null)
            {
                context.Note(StoreContext.BranchOf(part.Entity));
            }
        }

        foreach (var (_, entry) in changed)
        {
            var aggregate = (Aggregate)entry.Entity;
            var added = entry.State == EntityState.Added;
            string? changes = null;
            var describes = added;
            if (entry.State == EntityState.Modified)
            {
                changes = Changes(entry, aggregate as ISearchable, ref describes);
            }

            if (aggregate is ISearchable searchable && describes)
            {
                var description = searchable.Describe();
                if (added)
                {
                    Search.Add(description);
                }
                else
                {
                    Search.Update(description);
                }
            }

            if (entry.State != EntityState.Deleted)
            {
                aggregate.RaiseVersion();
                var version = entry.Property(nameof(Aggregate.Version));
                if (!added)
                {
                    version.CurrentValue = aggregate.Version;
                    version.IsModified = true;
                }
            }

            if (aggregate.Transitions.Count == 0)
            {
                audit.Add(context.Entry(entry, 0, null, changes));
            }

            foreach (var (step, transition) in aggregate.Transitions.Index())
            {
                audit.Add(context.Entry(entry, step, transition, changes));
                changes = null;
            }

            foreach (var happened in aggregate.Events)
            {
                messages.AddRange(context.Address(happened));
            }
        }

        audit.AddRange(notes.Select((note, i) => context.Note(note.Thing, AfterSteps + i, note.What, note.Reason)));
        if (audit.Count == 0 && context.Audits)
        {
            audit.Add(context.Entry(null, 0, null, null));
        }

        if (context.Idempotency is { } record)
        {
            Idempotency.Add(record);
        }

        return (messages, audit);
    }

    // The subscriber's receipt: the same row the publisher wrote. A second delivery finds it done and fails here.
    private async Task MarkReceivedAsync(Guid message, Instant now, CancellationToken cancel)
    {
        var outbox = Model.FindEntityType(typeof(OutboxMessage))!;
        await using var command = Command(IsSqlite ? "UPDATE platform_Outbox SET DoneAt = @at WHERE Id = @id AND DoneAt IS NULL" : ReceivedOnSqlServer);
        command.Parameters.Add(outbox.FindProperty(nameof(OutboxMessage.DoneAt))!.GetRelationalTypeMapping().CreateParameter(command, "@at", now));
        command.Parameters.Add(outbox.FindProperty(nameof(OutboxMessage.Id))!.GetRelationalTypeMapping().CreateParameter(command, "@id", message));
        if (await command.ExecuteNonQueryAsync(cancel) == 0)
        {
            throw new DbUpdateConcurrencyException("The message was delivered already.");
        }
    }

    private static string? Changes(EntityEntry entry, ISearchable? searchable, ref bool describes)
    {
        Dictionary<string, object?[]>? changes = null;
        foreach (var property in entry.Properties)
        {
            if (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue))
            {
                (changes ??= [])[property.Metadata.Name] = property.Metadata.IsSecret() ? [] : [Plain(property.OriginalValue), Plain(property.CurrentValue)];
                describes |= searchable?.IsDescribedBy(property.Metadata.Name) == true;
            }
        }

        return changes is null ? null : JsonSerializer.Serialize(changes);
    }

    private static object? Plain(object? value) => value switch
    {
        null or bool or int or long or decimal => value,
        string { Length: > 500 } text => text[..500],
        Sentence sentence => Plain(sentence.Kept),
        LocalDate day => NodaTime.Text.LocalDatePattern.Iso.Format(day), // its own ToString speaks the caller's language
        IFormattable each => each.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>What <see cref="ModuleDbContext.StoreAsync"/> needs to know about the command being stored.</summary>
internal sealed class StoreContext(ICurrentUser caller, string useCase, Instant now, IIdentifiers identifiers, Func<IIntegrationEvent, StoreContext, IEnumerable<OutboxMessage>> address)
{
    private readonly HashSet<Guid?> branches = [];

    public ICurrentUser Caller => caller;

    public Instant Now => now;

    public IIdentifiers Identifiers => identifiers;

    public IdempotencyRecord? Idempotency { get; init; }

    /// <summary>The message whose effect is stored.</summary>
    public Guid? Received { get; init; }

    /// <summary>A command that changed no aggregate is still written down.</summary>
    public bool Audits { get; init; } = true;

    /// <summary>The first line written into the audit trail; it is there when and only when the rest is.</summary>
    public Guid? Proof { get; private set; }

    public IEnumerable<OutboxMessage> Address(IIntegrationEvent happened) => address(happened, this);

    /// <summary>The branches of what was written; null among them is what belongs to all.</summary>
    public IReadOnlySet<Guid?> Branches => branches;

    /// <summary>Something was done with a thing that did not change it.</summary>
    public AuditEntry Note(Aggregate thing, int step, string what, string? reason) => new()
    {
        Id = Prove(identifiers.NewId()),
        At = now,
        UserId = caller.UserId,
        UserName = caller.Name,
        UseCase = useCase,
        Entity = thing.GetType().Name,
        EntityId = thing.Id,
        BranchId = Note(BranchOf(thing)) ?? caller.BranchId,
        Version = thing.Version,
        Step = step,
        Trigger = what,
        Reason = reason,
    };

    public AuditEntry Entry(EntityEntry? entry, int step, Transition? transition, string? changes) => new()
    {
        Id = Prove(identifiers.NewId()),
        At = now,
        UserId = caller.UserId,
        UserName = caller.Name,
        UseCase = useCase,
        Entity = entry?.Entity.GetType().Name,
        EntityId = (entry?.Entity as Aggregate)?.Id,
        BranchId = Note(BranchOf(entry?.Entity)) ?? caller.BranchId,
        Version = entry is null ? 0 : ((Aggregate)entry.Entity).Version + (entry.State == EntityState.Deleted ? 1 : 0),
        Step = step,
        From = transition?.From,
        Trigger = transition?.Trigger,
        To = transition?.To,
        Reason = transition?.Reason,
        Changes = changes,
    };

    private Guid Prove(Guid id)
    {
        Proof ??= id;
        return id;
    }

    /// <summary>Notes that something of a branch, or of all, was written.</summary>
    public Guid? Note(Guid? branchId)
    {
        branches.Add(branchId);
        return branchId;
    }

    /// <summary>The branch that a thing belongs to; null for one of all.</summary>
    public static Guid? BranchOf(object? about) => about switch
    {
        IBranchOwned owned => owned.BranchId,
        IBranchShared shared => shared.BranchId,
        IAuditedInBranch audited => audited.BranchId,
        _ => null,
    };
}
