using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Web;
using ServiceErp.Sundial;

[assembly: ErpModule(typeof(SundialModule))]

namespace ServiceErp.Sundial;

/// <summary>The smallest module there can be: it tells the hour, on a page and by the API.</summary>
public sealed class SundialModule : ErpModule
{
    public override string Name => "Sundial";

    public override IReadOnlyList<Permission> Permissions { get; } = [new("Sundial.Hour.Read", Roles.Receptionist)];

    public override IReadOnlyList<NavigationItem> Navigation { get; } = [new("Sundial", "/sundial", "sun", "Sundial.Hour.Read")];

    public override void MapApi(ApiRoutes api) => api.Get<GetHour.Query>("hour");

    public override void MapPages(PageRoutes pages) =>
        pages.Get("/sundial", p => p.Show(new GetHour.Query(), hour => p.Page<SundialPage>("Sundial", new { hour.Hour })));
}

/// <summary>The hour in UTC.</summary>
public static class GetHour
{
    [Requires("Sundial.Hour.Read")]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(int Hour);

    internal sealed class Handler(IClock clock) : IHandler<Query, Answer>
    {
        public Task<Result<Answer>> Handle(Query request, CancellationToken cancel) => Task.FromResult<Result<Answer>>(new Answer(clock.GetCurrentInstant().InUtc().Hour));
    }
}
