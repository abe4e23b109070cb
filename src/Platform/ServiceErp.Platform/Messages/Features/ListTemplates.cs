using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>Every message the running modules send, and the languages it is written in.</summary>
public static class ListTemplates
{
    /// <summary>The question.</summary>
    [Requires(MessagePermissions.Templates)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One message.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Module">Who sends it.</param>
    /// <param name="Subject">The English first line.</param>
    /// <param name="Languages">Languages that have a wording.</param>
    /// <param name="Changed">Languages with a wording of our own.</param>
    public sealed record Row(string Key, string Module, string Subject, IReadOnlyList<string> Languages, IReadOnlyList<string> Changed);

    internal sealed class Handler(PlatformDbContext db, MessageTemplates templates) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var own = (await db.Set<MessageTemplateRecord>().AsNoTracking().Where(t => t.IsInForce).Select(t => new { t.Key, t.Language }).ToListAsync(cancel)).ToLookup(t => t.Key, t => t.Language);
            return templates.All.Values.OrderBy(t => t.Module, StringComparer.Ordinal).ThenBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => new Row(t.Key, t.Module, templates.InForce(t, MessageTemplates.Fallback).Text.Subject,
                    [.. MessageTemplates.Languages.Where(l => t.Texts.ContainsKey(l) || own[t.Key].Contains(l))], [.. MessageTemplates.Languages.Where(own[t.Key].Contains)]))
                .ToList();
        }
    }
}
