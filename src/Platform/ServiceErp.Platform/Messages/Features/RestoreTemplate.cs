using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>Goes back to the wording that the module ships.</summary>
public static class RestoreTemplate
{
    /// <summary>The command.</summary>
    [Requires(MessagePermissions.Templates)]
    [Reaches(Reach.All)]
    public sealed record Command(string Key, string Language) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Key).AtMost(80);
            RuleFor(c => c.Language).AtMost(2);
        }
    }

    internal sealed class Handler(PlatformDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Set<MessageTemplateRecord>().FirstOrDefaultAsync(t => t.Key == request.Key && t.Language == request.Language && t.IsInForce, cancel) is not { } own)
            {
                return Error.Refused("Platform.Template.NotChanged", "This message has no wording of your own.");
            }

            own.GiveUp();
            return Done.It;
        }
    }
}
