using Autofac;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages.Features;
using ServiceErp.Platform.Messages.Pages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;

namespace ServiceErp.Platform.Messages;

internal static class MessagePermissions
{
    public const string Read = "Platform.Message.Read";
    public const string Resend = "Platform.Message.Resend";
    public const string Templates = "Platform.Message.Templates";
}

internal sealed class MessagesPart : PlatformPart
{
    private const string Address = "/platform/messages";
    private const string Templates = "/platform/templates";

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(MessagePermissions.Read, Roles.Receptionist, Roles.Dispatcher, Roles.FeedbackOfficer, Roles.BranchManager, Roles.ServiceDirector),
        new(MessagePermissions.Resend, Roles.Receptionist, Roles.Dispatcher, Roles.FeedbackOfficer, Roles.BranchManager),
        new(MessagePermissions.Templates, Roles.ServiceDirector),
    ];

    public override IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new("Messages", Address, "mail", MessagePermissions.Read, 30),
        new("Message templates", Templates, "writing", MessagePermissions.Templates, 31, OfAll: true),
    ];

    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<MessagePaperPrinter>().SingleInstance();
        builder.RegisterType<MailTransport>().As<IMessageTransport>().SingleInstance();
        builder.RegisterType<SmsTransport>().As<IMessageTransport>().SingleInstance();
        builder.Register(c => new MessageSender(c.Resolve<IEnumerable<IMessageTransport>>(), c.Resolve<PlatformWriter>(), c.Resolve<ILogger<MessageSender>>())).SingleInstance();
        builder.RegisterType<MessageService>().As<IHostedService>().SingleInstance();
        builder.RegisterType<MessageTemplates>().AsSelf().As<IMessageTemplates>().SingleInstance();
    }

    public override void MapApi(ApiRoutes api) => api
        .List<ListMessages.Query>("messages", "state", "channel", "about")
        .Get<GetMessage.Query>("messages/{id}")
        .Post<ResendMessage.Command>("messages/{id}/resend")
        .Get<ListTemplates.Query>("templates")
        .Get<GetTemplate.Query>("templates/{key}/{language}")
        .Put<EditTemplate.Command>("templates/{key}/{language}")
        .Post<RestoreTemplate.Command>("templates/{key}/{language}/restore")
        .Get<PreviewTemplate.Query>("templates/{key}/preview");

    public override void MapPages(PageRoutes pages) => pages
        .Get(Address, p => p.ShowList(list => new ListMessages.Query(list), "messages", MessagesPage.Columns, list => p.Page<MessagesPage>("Messages", new { List = list, Query = p.List })))
        .Get(Address + "/{id}", p => p.Show(new GetMessage.Query(p.Id()), message => p.Page<MessagePage>("Message", new { Message = message, CanResend = p.Caller.Can(MessagePermissions.Resend) })))
        .Post(Address + "/{id}/resend", p => p.Do<ResendMessage.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["The message will be sent in a moment."]))
        .Get(Templates, p => p.Show(new ListTemplates.Query(), templates => p.Page<TemplatesPage>("Message templates", new { Templates = templates })))
        .Get(Templates + "/{key}/{language}", p => Edit(p, null))
        .Post(Templates + "/{key}/{language}", p => p.Submit<EditTemplate.Command, Done>(_ => p.Http.Request.Path, form => Edit(p, form), p.L["Saved"]))
        .Post(Templates + "/{key}/{language}/restore", p => p.Do<RestoreTemplate.Command, Done>(_ => $"{Templates}/{p.Route("key")}/{p.Route("language")}", p.L["The module's own wording is in force again."]))
        .Post(Templates + "/{key}/preview", async p =>
        {
            var preview = await p.Send(new PreviewTemplate.Query(p.Route("key"), p.Http.Request.Form["Subject"], p.Http.Request.Form["Body"]));
            return p.Http.Part<TemplatePreview>(new { Text = preview.Succeeded ? preview.Value : null, Fault = preview.Succeeded ? null : p.L.Error(preview.Error) });
        });

    private static async Task<IResult> Edit(PageRequest p, FormState? form)
    {
        var (key, language) = (p.Route("key"), p.Route("language"));
        var template = await p.Send(new GetTemplate.Query(key, language));
        if (!template.Succeeded)
        {
            return p.Http.Refuse(template.Error);
        }

        var (subject, body) = form is null ? (template.Value.Subject, template.Value.Body) : (form.Value("Subject"), form.Value("Body"));
        var preview = await p.Send(new PreviewTemplate.Query(key, subject, body));
        return p.Page<TemplatePage>(
            "Message template",
            new { Template = template.Value, State = form ?? FormState.Of(template.Value), Preview = preview.Succeeded ? preview.Value : null, Fault = preview.Succeeded ? null : p.L.Error(preview.Error) },
            form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
