using System.Net.Mime;
using Autofac;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Printing;
using ServiceErp.Platform.Ui;
using Dispatcher = ServiceErp.Platform.Dispatching.Dispatcher;

namespace ServiceErp.Platform.Messages;

/// <summary>How a module lets a document go with its e-mails.</summary>
public static class MessagePapers
{
    /// <summary>
    /// Attaches a document as PDF to every e-mail of an occasion, in the branch's language, or the document's own, and as it is when the e-mail leaves. Where the machine can't print (HOST-7) the e-mail goes without, so its words
    /// say all that matters.
    /// </summary>
    /// <param name="builder">The module's registrations.</param>
    /// <param name="occasion">What stands before the slash in <see cref="OutgoingMessage.OnceKey"/>.</param>
    /// <param name="question">Asks for the thing that the message is about.</param>
    /// <param name="title">Becomes the name of the file.</param>
    /// <param name="parameters">The document's parameters.</param>
    /// <param name="language">The document's own language; null is the branch's.</param>
    /// <typeparam name="TAnswer">What is known of the thing.</typeparam>
    /// <typeparam name="TComponent">The document, on A4.</typeparam>
    public static void SendsPaper<TAnswer, TComponent>(
        this ContainerBuilder builder, string occasion, Func<Guid, IRequest<TAnswer>> question, Func<TAnswer, string> title, Func<TAnswer, Branch, object> parameters, Func<TAnswer, string>? language = null)
        where TComponent : IComponent =>
        builder.RegisterInstance(new MessagePaper(occasion, async (dispatcher, message, branch, cancel) =>
            message.AboutId is { } id && await dispatcher.Send(question(id), Caller.System, cancel: cancel) is { Succeeded: true, Value: var answer }
                ? new PaperContent(typeof(TComponent), title(answer), new RouteValueDictionary(parameters(answer, branch)), language?.Invoke(answer))
                : null));
}

/// <summary>A document filled in; without a language of its own it is in the branch's.</summary>
internal sealed record PaperContent(Type Page, string Title, IDictionary<string, object?> Parameters, string? Language);

/// <summary>The document that goes with e-mails of one occasion.</summary>
internal sealed record MessagePaper(string Occasion, Func<Dispatcher, OutgoingMessage, Branch, CancellationToken, Task<PaperContent?>> FillAsync)
{
    public bool GoesWith(OutgoingMessage message) => message.OnceKey.StartsWith($"{Occasion}/", StringComparison.Ordinal);
}

/// <summary>Prints what goes with a message.</summary>
internal sealed class MessagePaperPrinter(IEnumerable<MessagePaper> papers, IPdfPrinter printer, IBranches branches, Dispatcher dispatcher, IServiceScopeFactory scopes)
{
    /// <summary>After so many failures a message goes without its paper: a printer that is out of order holds no letter up.</summary>
    private const int Patience = 3;

    /// <summary>The paper of a message as PDF; null when none goes with it.</summary>
    /// <exception cref="InvalidOperationException">It could not be printed and is to be tried again.</exception>
    public async Task<System.Net.Mail.Attachment?> PrintAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (!printer.IsAvailable || papers.FirstOrDefault(p => p.GoesWith(message)) is not { } paper || message.BranchId is not { } branchId)
        {
            return null;
        }

        // Both flow into the rendering below and not back out of this method.
        var branch = branches.Of(branchId);
        OtherLanguage.Speak(branch.Language);
        ReaderZone.Current = branch.Zone;
        if (await paper.FillAsync(dispatcher, message, branch, cancel) is not { } content)
        {
            return null;
        }

        OtherLanguage.Speak(content.Language ?? branch.Language);
        await using var scope = scopes.CreateAsyncScope();
        var printed = await printer.PrintAsync(await PaperResults.HtmlAsync(scope.ServiceProvider, Caller.System, content.Page, content.Title, PaperSize.A4, content.Parameters, cancel), cancel);
        return printed.Succeeded ? new(new MemoryStream(printed.Value, writable: false), AttachmentStore.Shown(content.Title) + ".pdf", MediaTypeNames.Application.Pdf)
            : message.Attempts + 1 < Patience ? throw new InvalidOperationException(printed.Error.Message)
            : null;
    }
}
