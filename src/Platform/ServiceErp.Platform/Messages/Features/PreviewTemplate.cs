using System.Globalization;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>Shows a wording with the names of the values in place of them; stores nothing.</summary>
public static class PreviewTemplate
{
    /// <summary>The question.</summary>
    [Requires(MessagePermissions.Templates)]
    public sealed record Query(string Key, string? Subject, string? Body) : IQuery<MessageText>;

    internal sealed class Handler(MessageTemplates templates) : IHandler<Query, MessageText>
    {
        public Task<Result<MessageText>> Handle(Query request, CancellationToken cancel) => Task.FromResult(Preview(request));

        private Result<MessageText> Preview(Query request)
        {
            if (!templates.All.TryGetValue(request.Key, out var template))
            {
                return Error.NotFound("Platform.Template.NotFound", "There is no such message.");
            }

            var text = new TemplateText(request.Subject ?? "", request.Body ?? "");
            return text.Unknown(template.Places) is { } unknown
                ? unknown
                : text.Fill(request.Key, OtherLanguage.Culture(CultureInfo.CurrentUICulture.Name), template.Places.ToDictionary(p => p, p => (object?)$"‹{Texts.Humanise(p)}›"));
        }
    }
}
