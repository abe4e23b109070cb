using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>Writes a message in other words. Messages already written keep theirs.</summary>
public static class EditTemplate
{
    /// <summary>The command.</summary>
    [Requires(MessagePermissions.Templates)]
    [Reaches(Reach.All)]
    public sealed record Command(string Key, string Language, string? Subject, string Body, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Subject).AtMost(200);
            RuleFor(c => c.Key).AtMost(80);
            RuleFor(c => c.Language).AtMost(2);
            RuleFor(c => c.Body).NotEmpty().WithErrorCode("Platform.Template.BodyMissing").WithMessage("Write the message.").AtMost(20_000);
        }
    }

    internal sealed class Handler(PlatformDbContext db, MessageTemplates templates, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (!templates.All.TryGetValue(request.Key, out var template) || !MessageTemplates.Languages.Contains(request.Language))
            {
                return Error.NotFound("Platform.Template.NotFound", "There is no such message.");
            }

            var text = new TemplateText(request.Subject ?? "", request.Body);
            if (template.Texts[MessageTemplates.Fallback].Subject.Length > 0 && string.IsNullOrWhiteSpace(text.Subject))
            {
                return Error.Invalid("Platform.Template.SubjectMissing", "An e-mail needs a first line.").On(nameof(request.Subject));
            }

            // First lines stand in lists, where no link that only the customer may open has a place.
            if (text.Subject.Contains("{Link}", StringComparison.OrdinalIgnoreCase))
            {
                return Error.Invalid("Platform.Template.LinkInSubject", "The customer's link belongs into the text, not into the first line.").On(nameof(request.Subject));
            }

            if (text.Unknown(template.Places) is { } unknown)
            {
                return unknown;
            }

            var own = await db.Set<MessageTemplateRecord>().FirstOrDefaultAsync(t => t.Key == request.Key && t.Language == request.Language, cancel);
            if (own is null)
            {
                db.Add(own = new MessageTemplateRecord(ids.NewId(), request.Key, request.Language));
            }

            if (own.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            own.Write(text.Subject, text.Body);
            return Done.It;
        }
    }
}
