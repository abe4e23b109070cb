using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users.Features;

namespace ServiceErp.Host;

/// <summary>The least that can be shown: a branch with one user of each role. A module that brings a demo centre of its own takes its place.</summary>
internal sealed class DemoStaff(Dispatcher dispatcher) : IDemoCentre
{
    private static readonly string[] Names =
    [
        "Rita Keller", "Daniel Sommer", "Tom Becker", "Ines Vogel", "Walter Brandt", "Tilda Krause", "Anna Fischer",
        "Carlos Ruiz", "Frida Olsen", "Lena Petrova", "Boris Meyer", "Sofia Lindqvist", "Henrik Vester", "Alex Morgan",
    ];

    private static readonly DayHours[] OfficeHours =
        [.. Enumerable.Range((int)IsoDayOfWeek.Monday, 5).Select(day => new DayHours((IsoDayOfWeek)day, "08:00-12:00, 13:00-17:00"))];

    public async Task BuildAsync(IProgress<DemoProgress> progress, CancellationToken cancel)
    {
        var branch = Made(await dispatcher.Send(
            new CreateBranch.Command(null, "BER", "Berlin service centre", "Europe/Berlin", "EUR", "en", Week: OfficeHours), Caller.System, cancel: cancel));
        for (var i = 0; i < Roles.All.Count; i++)
        {
            progress.Report(new DemoProgress(100 * i / Roles.All.Count, "staff"));
            var role = Roles.All[i];
            Guid? works = role is Roles.ServiceDirector or Roles.DeputyGeneralManager or Roles.Administrator ? null : branch.Id;
            Made(await dispatcher.Send(
                new CreateDemoUser.Command(Names[i], $"{role.ToLowerInvariant()}@demo.example", "en", works, role), Caller.System, cancel: cancel));
        }
    }

    private static T Made<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException($"The demo's own command was refused: {result.Error}");
}
