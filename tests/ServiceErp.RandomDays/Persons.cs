using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.Testing;

namespace ServiceErp.RandomDays.Tests;

/// <summary>Somebody who works at the centre.</summary>
internal sealed record Person(string Name, int Number, string[] Roles, bool IsElsewhere = false)
{
    public Guid Id { get; } = new($"00000000-0000-7000-8000-{Number:D12}");

    public DirectoryUser User => new(Id, Name, $"{Name.ToLowerInvariant()}@serviceerp.example", IsElsewhere ? TestBranches.Seoul.Id : Roles[0] is Platform.Modules.Roles.ServiceDirector or Platform.Modules.Roles.Administrator ? null : TestBranches.Berlin.Id, Roles, "en", true);

    public override string ToString() => $"{Name} ({string.Join(", ", Roles)})";
}

/// <summary>Every role, two technicians, one who repairs and inspects, one in another branch.</summary>
internal static class Persons
{
    public static readonly Person Rita = new("Rita", 1, [Roles.Receptionist]);
    public static readonly Person Daniel = new("Daniel", 2, [Roles.Dispatcher]);
    public static readonly Person Tom = new("Tom", 3, [Roles.Technician]);
    public static readonly Person Ivan = new("Ivan", 4, [Roles.Technician]);
    public static readonly Person Ines = new("Ines", 5, [Roles.QualityInspector]);
    public static readonly Person Walter = new("Walter", 6, [Roles.WarehouseKeeper]);
    public static readonly Person Anna = new("Anna", 7, [Roles.Accountant]);
    public static readonly Person Fiona = new("Fiona", 8, [Roles.FeedbackOfficer]);
    public static readonly Person Boris = new("Boris", 9, [Roles.BranchManager]);
    public static readonly Person Stella = new("Stella", 10, [Roles.ServiceDirector]);
    public static readonly Person Ada = new("Ada", 11, [Roles.Administrator]);
    public static readonly Person Tina = new("Tina", 12, [Roles.Technician, Roles.QualityInspector]);
    public static readonly Person Yun = new("Yun", 13, [Roles.Technician], IsElsewhere: true);

    public static IReadOnlyList<Person> All { get; } = [Rita, Daniel, Tom, Ivan, Ines, Walter, Anna, Fiona, Boris, Stella, Ada, Tina, Yun];

    public static Person Of(string name) => All.First(p => p.Name == name);
}
