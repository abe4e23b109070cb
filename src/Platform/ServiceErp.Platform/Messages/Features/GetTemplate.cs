using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>The wording of one message in one language.</summary>
public static class GetTemplate
{
    /// <summary>The question.</summary>
    [Requires(MessagePermissions.Templates)]
    public sealed record Query(string Key, string Language) : IQuery<Answer>;

    /// <summary>The wording.</summary>
    /// <param name="Key">Which message.</param>
    /// <param name="Language">In which language.</param>
    /// <param name="Subject">First line in force.</param>
    /// <param name="Body">Text in force.</param>
    /// <param name="IsChanged">Whether it is our own.</param>
    /// <param name="WrittenIn">The language of the wording in force: English where there is none.</param>
    /// <param name="Places">What can be filled in.</param>
    /// <param name="Version">For the next edit; 0 before the first.</param>
    public sealed record Answer(string Key, string Language, string Subject, string Body, bool IsChanged, string WrittenIn, IReadOnlyList<string> Places, int Version);

    internal sealed class Handler(PlatformDbContext db, MessageTemplates templates) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            if (!templates.All.TryGetValue(request.Key, out var template) || !MessageTemplates.Languages.Contains(request.Language))
            {
                return Error.NotFound("Platform.Template.NotFound", "There is no such message.");
            }

            var own = await db.Set<MessageTemplateRecord>().AsNoTracking().FirstOrDefaultAsync(t => t.Key == request.Key && t.Language == request.Language, cancel);
            var (text, language) = own is { IsInForce: true } ? (new TemplateText(own.Subject, own.Body), request.Language) : templates.InForce(template, request.Language);
            return new Answer(request.Key, request.Language, text.Subject, text.Body, own is { IsInForce: true }, language, template.Places, own?.Version ?? 0);
        }
    }
}
