using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.Spine.Tests;
using SpineResult = ServiceErp.Kernel.Result;

[assembly: ErpModule(typeof(PantryModule))]

namespace ServiceErp.Spine.Tests;

/// <summary>A module as small as one can be: jars that are filled and emptied. It shows whether the spine carries.</summary>
public sealed class PantryModule : ErpModule
{
    public override string Name => "Pantry";

    public override Type DbContext => typeof(PantryDbContext);

    public override IReadOnlyList<Permission> Permissions { get; } = [new("Pantry.Jar.Write", Roles.WarehouseKeeper), new("Pantry.Jar.Read", Roles.WarehouseKeeper, Roles.Receptionist)];

    public override void MapApi(ApiRoutes api) => api
        .Post<FillJar.Command>("jars")
        .Post<TakeFromJar.Command>("jars/{id}/take")
        .List<ListJars.Query>("jars");
}

internal sealed class Jar : Aggregate, IBranchOwned, ISearchable
{
    private Jar()
    {
    }

    public Jar(Guid id, Guid branch, string label, decimal content, Instant at)
    {
        Id = id;
        BranchId = branch;
        Label = label;
        Content = content;
        FilledAt = at;
        Raise(new JarFilled(id, label));
    }

    public Guid BranchId { get; private init; }

    public string Label { get; private set; } = "";

    public decimal Content { get; private set; }

    public Instant FilledAt { get; private init; }

    public SpineResult Take(decimal amount)
    {
        if (amount > Content)
        {
            return Error.Refused("Pantry.Jar.TooLittle", "Only {0} left in {1}.", Content, Label);
        }

        Content -= amount;
        return SpineResult.Success;
    }

    /// <summary>Three steps in one command.</summary>
    public void Serve()
    {
        Record(new Transition("Full", "Open", "Open", null));
        Record(new Transition("Open", "Taste", "Tasted", null));
        Record(new Transition("Tasted", "Close", "Full", null));
    }

    public SearchEntry Describe() => new()
    {
        Id = Id, Kind = "Jar", BranchId = BranchId, Code = Label, Title = Label, Subtitle = $"Jar {Label}", Href = $"/pantry/jars/{Id}", Permission = "Pantry.Jar.Read", Text = SearchText.Normalize(Label),
    };

    public bool IsDescribedBy(string property) => property == nameof(Label);
}

[EventName("pantry.jar-filled.v1")]
public sealed record JarFilled(Guid Id, string Label) : IIntegrationEvent;

public sealed class Label
{
    public Guid Id { get; init; }

    public required string Text { get; init; }
}

/// <summary>Writes a label for each filled jar; refuses "poison" until told otherwise.</summary>
internal sealed class WriteLabelWhenJarFilled(PantryDbContext db, IIdentifiers ids, Poison? poison = null) : ISubscriber<JarFilled>
{
    public Task<SpineResult> Handle(JarFilled happened, CancellationToken cancel)
    {
        if (happened.Label == "poison" && poison?.Strong == true)
        {
            return Task.FromResult<SpineResult>(Error.Refused("Pantry.Poison", "This can't be labelled."));
        }

        db.Labels.Add(new Label { Id = ids.NewId(), Text = happened.Label });
        return Task.FromResult(SpineResult.Success);
    }
}

/// <summary>A second effect of the same event, which can always be carried out.</summary>
internal sealed class TellCellarWhenJarFilled(PantryDbContext db, IIdentifiers ids, Poison? poison = null) : ISubscriber<JarFilled>
{
    public async Task<SpineResult> Handle(JarFilled happened, CancellationToken cancel)
    {
        if (poison?.Meanwhile is { } look)
        {
            await look();
        }

        db.Labels.Add(new Label { Id = ids.NewId(), Text = $"{happened.Label} for the cellar" });
        return SpineResult.Success;
    }
}

internal sealed class Poison
{
    public bool Strong { get; set; } = true;

    /// <summary>What somebody does while an effect is carried out.</summary>
    public Func<Task>? Meanwhile { get; set; }
}

public static class FillJar
{
    [Requires("Pantry.Jar.Write")]
    public sealed record Command(Guid? Id, Guid BranchId, string Label, decimal Content, bool ThenRefuse = false) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, long Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Label).NotEmpty().WithErrorCode("Pantry.Jar.LabelMissing").WithMessage("Write a label.");
            RuleFor(c => c.Content).GreaterThan(0);
        }
    }

    internal sealed class Handler(PantryDbContext db, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var number = await db.NextNumberAsync("jar", cancel);
            var jar = new Jar(request.Id ?? ids.NewId(), request.BranchId, request.Label, request.Content, clock.GetCurrentInstant());
            db.Jars.Add(jar);
            if (request.ThenRefuse)
            {
                return Error.Refused("Pantry.Refused", "As asked.");
            }

            return new Answer(jar.Id, number);
        }
    }
}

public static class TakeFromJar
{
    [Requires("Pantry.Jar.Write")]
    public sealed record Command(Guid Id, decimal Amount, int? Version = null) : ICommand<Answer>, IVersioned;

    public sealed record Answer(decimal Left);

    internal sealed class Handler(PantryDbContext db) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var jar = await db.Jars.FirstOrDefaultAsync(j => j.Id == request.Id, cancel);
            if (jar is null)
            {
                return Error.NotFound("Pantry.Jar.NotFound", "There is no such jar.");
            }

            if (jar.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            var taken = jar.Take(request.Amount);
            return taken.Succeeded ? new Answer(jar.Content) : taken.Error;
        }
    }
}

public static class ServeJar
{
    [Requires("Pantry.Jar.Write")]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PantryDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            (await db.Jars.FirstAsync(j => j.Id == request.Id, cancel)).Serve();
            return Done.It;
        }
    }
}

public static class ListJars
{
    private static readonly SortOrders<Jar> Orders = new SortOrders<Jar>()
        .Add("filled", j => j.FilledAt, descending: true).Add("label", j => j.Label).Add("content", j => j.Content);

    [Requires("Pantry.Jar.Read")]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string Label, decimal Content);

    internal sealed class Handler(PantryDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel) =>
            await db.Jars.AsNoTracking().ToListPageAsync(request.List, Orders, j => new Row(j.Id, j.Label, j.Content), cancel);
    }
}

internal abstract class PantryDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public override string Schema => "pantry";

    public DbSet<Jar> Jars => Set<Jar>();

    public DbSet<Label> Labels => Set<Label>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Jar>().ToTable("Jar").HasIndex(j => new { j.FilledAt, j.Id });
        modelBuilder.Entity<Label>().ToTable("Label");
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqlitePantryDbContext(DbContextOptions<SqlitePantryDbContext> options) : PantryDbContext(options);

internal sealed class SqlServerPantryDbContext(DbContextOptions<SqlServerPantryDbContext> options) : PantryDbContext(options);

[DbContext(typeof(SqlitePantryDbContext))]
[Migration("20260101000000_Initial")]
internal sealed class PantryInitial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE pantry_Jar (Id TEXT PRIMARY KEY, Version INTEGER NOT NULL, BranchId TEXT NOT NULL, Label TEXT NOT NULL, Content INTEGER NOT NULL, FilledAt INTEGER NOT NULL);
        CREATE TABLE pantry_Label (Id TEXT PRIMARY KEY, Text TEXT NOT NULL);
        """);
}
