using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Jobs.Features;

/// <summary>Tells a running job to stop; what it has done stays done.</summary>
public static class CancelJob
{
    /// <summary>The command.</summary>
    [Requires(JobPermissions.Run)]
    [Reaches(Reach.All)]
    public sealed record Command(string Name) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).AtMost(120);
    }

    internal sealed class Handler(IJobs jobs) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) =>
            Task.FromResult<Result<Done>>(jobs.Cancel(request.Name) ? Done.It : Error.Refused("Platform.Job.NotRunning", "This job is not running here."));
    }
}
