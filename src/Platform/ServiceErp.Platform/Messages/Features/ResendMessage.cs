using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>Sends a message again, whether it was given up or has been sent before.</summary>
public static class ResendMessage
{
    /// <summary>The command.</summary>
    [Requires(MessagePermissions.Resend)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, Caller sender, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            var message = await db.Messages.SeenBy(sender).FirstOrDefaultAsync(m => m.Id == request.Id, cancel);
            if (message is null)
            {
                return Error.NotFound("Platform.Message.NotFound", "There is no such message.");
            }

            if (message.State == MessageState.Waiting && message.Attempts == 0)
            {
                return Error.Refused("Platform.Message.Waiting", "This message waits to be sent already.");
            }

            message.Resend(clock.GetCurrentInstant());
            return Done.It;
        }
    }
}
