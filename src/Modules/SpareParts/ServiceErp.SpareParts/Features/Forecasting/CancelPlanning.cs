using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>Stops the planning that is under way; what is planned already stays planned.</summary>
public static class CancelPlanning
{
    [Requires(SparePartsPermissions.PlanWrite)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(IJobs jobs) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancel) =>
            Task.FromResult<Result<Done>>(jobs.Cancel(StartPlanning.Job) ? Done.It : Error.Refused("SpareParts.Planning.NotRunning", "Nothing is being planned now."));
    }
}
