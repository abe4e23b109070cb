using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Tests.Importing;

[assembly: ErpModule(typeof(ShelfModule))]

namespace ServiceErp.Platform.Tests.Importing;

/// <summary>The tests' own module: a shelf of things to import, and one message to send.</summary>
public sealed class ShelfModule : ErpModule
{
    public const string Permission = "Shelf.Thing.Write";

    public override string Name => "Shelf";

    public override Type DbContext => typeof(ShelfDbContext);

    public override IReadOnlyList<Permission> Permissions { get; } = [new(Permission, Roles.BranchManager)];
}

/// <summary>Lets a test look on, or interfere.</summary>
internal sealed class Shelf
{
    public Action<string> OnPut { get; set; } = _ => { };
}

internal sealed class Thing : Aggregate
{
    private Thing()
    {
    }

    public Thing(Guid id, string number)
    {
        Id = id;
        Number = number;
    }

    public string Number { get; private init; } = "";

    public string Name { get; set; } = "";

    public decimal Price { get; set; }
}

internal static class PutOnShelf
{
    [Requires(ShelfModule.Permission)]
    public sealed record Command(string Number, string Name, decimal Price) : ICommand<ImportEffect>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).NotEqual("forbidden").WithMessage("This may not stand here.");
    }

    internal sealed class Handler(ShelfDbContext db, IIdentifiers ids, Shelf? shelf = null) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command request, CancellationToken cancel)
        {
            shelf?.OnPut(request.Number);
            var thing = await db.Things.FirstOrDefaultAsync(t => t.Number == request.Number, CancellationToken.None);
            if (thing is not null && thing.Name == request.Name && thing.Price == request.Price)
            {
                return ImportEffect.Unchanged;
            }

            var effect = thing is null ? ImportEffect.Created : ImportEffect.Changed;
            if (thing is null)
            {
                db.Things.Add(thing = new Thing(ids.NewId(), request.Number));
            }

            (thing.Name, thing.Price) = (request.Name, request.Price);
            return effect;
        }
    }
}

internal abstract class ShelfDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public override string Schema => "shelf";

    public DbSet<Thing> Things => Set<Thing>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Thing>().ToTable("Thing").HasIndex(t => t.Number).IsUnique();
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteShelfDbContext(DbContextOptions<SqliteShelfDbContext> options) : ShelfDbContext(options);

internal sealed class SqlServerShelfDbContext(DbContextOptions<SqlServerShelfDbContext> options) : ShelfDbContext(options);

[DbContext(typeof(SqliteShelfDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class ShelfInitial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        "CREATE TABLE shelf_Thing (Id TEXT PRIMARY KEY, Version INTEGER NOT NULL, Number TEXT NOT NULL UNIQUE, Name TEXT NOT NULL, Price INTEGER NOT NULL);");
}
