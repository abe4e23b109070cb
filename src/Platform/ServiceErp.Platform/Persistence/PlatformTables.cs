using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Messaging;

namespace ServiceErp.Platform.Persistence;

/// <summary>The Platform's own tables, mapped into every module's context.</summary>
internal static class PlatformTables
{
    /// <summary>SQL Server finds what begins with the words typed by these columns' indexes; whatever the case.</summary>
    public static void SearchableByBeginning(ModelBuilder model) => model.Entity<SearchEntry>(e =>
    {
        e.Property(s => s.Code).UseCollation(TextPatterns.Spoken);
        e.Property(s => s.OtherCode).UseCollation(TextPatterns.Spoken);
        e.Property(s => s.Title).UseCollation(TextPatterns.Spoken);
        e.HasIndex(s => s.Title);
    });

    public static IReadOnlySet<Type> Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>(e =>
        {
            e.ToTable("Audit").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Changes).HasMaxLength(-1);
            e.Property(a => a.Reason).HasMaxLength(2000).CutsToFit();
            e.Property(a => a.UserName).CutsToFit();
            e.HasIndex(a => new { a.EntityId, a.Version, a.Step });
            e.HasIndex(a => new { a.At, a.Id });
            e.HasIndex(a => new { a.BranchId, a.At, a.Id });
        });
        model.Entity<OutboxMessage>(e =>
        {
            e.ToTable("Outbox").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Payload).HasMaxLength(-1);
            e.Property(m => m.LastError).HasMaxLength(2000).CutsToFit();
            e.Property(m => m.Actor).CutsToFit();
            e.Property(m => m.DoneAt).IsConcurrencyToken();
            e.HasIndex(m => m.NextAttemptAt).HasFilter("DoneAt IS NULL AND DeadAt IS NULL").HasDatabaseName("IX_Outbox_Pending");
        });
        model.Entity<IdempotencyRecord>(e =>
        {
            e.ToTable("Idempotency").HasKey(r => r.Key);
            e.Property(r => r.Answer).HasMaxLength(-1);
        });
        model.Entity<NumberRange>().ToTable("NumberRange").HasKey(n => n.Key);
        model.Entity<SearchEntry>(e =>
        {
            e.ToTable("Search").HasKey(s => s.Id);
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Title).CutsToFit();
            e.Property(s => s.Subtitle).CutsToFit();
            e.Property(s => s.Text).HasMaxLength(4000).CutsToFit();
            e.HasIndex(s => s.Code);
            e.HasIndex(s => s.OtherCode);
        });
        model.Entity<OutgoingMessage>(e =>
        {
            e.ToTable("Message").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Body).HasMaxLength(-1);
            e.Property(m => m.LastError).HasMaxLength(2000).CutsToFit();
            e.Property(m => m.Subject).CutsToFit();
            e.Property(m => m.RecipientName).CutsToFit();
            e.Property(m => m.ReadPermission).HasMaxLength(100);
            e.HasIndex(m => m.OnceKey).IsUnique();
            e.HasIndex(m => new { m.State, m.NextAttemptAt });
            e.HasIndex(m => m.AboutId);
            e.HasIndex(m => new { m.WrittenAt, m.Id });
            e.HasIndex(m => new { m.State, m.WrittenAt, m.Id });
        });
        return new HashSet<Type> { typeof(AuditEntry), typeof(OutboxMessage), typeof(IdempotencyRecord), typeof(NumberRange), typeof(SearchEntry), typeof(OutgoingMessage) };
    }
}

internal static class ModuleDbContextFilters
{
    /// <summary>What hides the rows of other branches; null where rows have no branch.</summary>
    public static MethodInfo? Of(Type entity)
    {
        var filter = typeof(IBranchOwned).IsAssignableFrom(entity) ? nameof(FilterBranch) : typeof(IBranchShared).IsAssignableFrom(entity) ? nameof(FilterShared) : null;
        return filter is null ? null : typeof(ModuleDbContextFilters).GetMethod(filter, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(entity);
    }

    private static void FilterBranch<TEntity>(ModelBuilder model, ModuleDbContext context)
        where TEntity : class, IBranchOwned =>
        model.Entity<TEntity>().HasQueryFilter(e => context.BranchScope == null || e.BranchId == context.BranchScope);

    private static void FilterShared<TEntity>(ModelBuilder model, ModuleDbContext context)
        where TEntity : class, IBranchShared =>
        model.Entity<TEntity>().HasQueryFilter(e => context.BranchScope == null || e.BranchId == null || e.BranchId == context.BranchScope);
}
