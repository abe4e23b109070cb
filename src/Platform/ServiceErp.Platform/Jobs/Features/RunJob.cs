using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Jobs.Features;

/// <summary>Starts a job now, beside its plan.</summary>
public static class RunJob
{
    /// <summary>The command.</summary>
    [Requires(JobPermissions.Run)]
    [Reaches(Reach.All)]
    public sealed record Command(string Name) : ICommand<Answer>;

    /// <summary>The run that began.</summary>
    public sealed record Answer(Guid Run);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).AtMost(120);
    }

    internal sealed class Handler(JobRunner runner, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var run = await runner.StartAsync(request.Name, user.Name);
            return run.Succeeded ? new Answer(run.Value) : run.Error;
        }
    }
}
