using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>Starts gathering, classing and foreseeing now, beside its plan.</summary>
public static class StartPlanning
{
    /// <summary>The name of the job.</summary>
    public const string Job = PartPlanner.Job;

    [Requires(SparePartsPermissions.PlanWrite)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(IJobs jobs, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel) => (await jobs.StartAsync(Job, user.Name)).Error is { } refused ? refused : Done.It;
    }
}
