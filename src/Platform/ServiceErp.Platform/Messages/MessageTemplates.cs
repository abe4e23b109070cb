using System.Collections.Frozen;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages;

/// <summary>A message as its module ships it.</summary>
internal sealed record TemplateDefinition(string Key, string Module, FrozenDictionary<string, TemplateText> Texts)
{
    /// <summary>What can be filled in: the names of the English wording.</summary>
    public IReadOnlyList<string> Places => Texts[MessageTemplates.Fallback].Places;
}

/// <summary>The modules' wordings, with an administrator's own before them.</summary>
internal sealed class MessageTemplates(ILifetimeScope root, ModuleCatalog catalog, ILogger<MessageTemplates> log, TimeProvider? time = null) : IMessageTemplates
{
    public const string Fallback = "en";
    public static readonly string[] Languages = [Fallback, "ru", "es", "ko"];

    private const string Folder = "Templates/";

    private readonly Remembered<FrozenDictionary<(string, string), TemplateText>> own = new(root, time, log, db =>
        db.Set<MessageTemplateRecord>().AsNoTracking().Where(t => t.IsInForce).ToDictionary(t => (t.Key, t.Language), t => new TemplateText(t.Subject, t.Body)).ToFrozenDictionary());

    /// <summary>Every message of the running modules by its key.</summary>
    public FrozenDictionary<string, TemplateDefinition> All { get; } = catalog.Modules.SelectMany(Shipped).ToFrozenDictionary(t => t.Key, StringComparer.Ordinal);

    public MessageText Render(string key, string language, object values)
    {
        var template = All.GetValueOrDefault(key) ?? throw new ArgumentException($"No module ships a message {key}.", nameof(key));
        var (text, written) = InForce(template, language);
        return text.Fill(key, OtherLanguage.Culture(written), values);
    }

    /// <summary>The wording that is used for a language, and the language it is in.</summary>
    public (TemplateText Text, string Language) InForce(TemplateDefinition template, string language)
    {
        var wordings = own.Value;
        foreach (var each in Languages.Contains(language) ? new[] { language, Fallback } : [Fallback])
        {
            if ((wordings.GetValueOrDefault((template.Key, each)) ?? template.Texts.GetValueOrDefault(each)) is { } text)
            {
                return (text, each);
            }
        }

        throw new InvalidOperationException($"The message {template.Key} has no English wording.");
    }

    public void Forget() => own.Forget();

    private static IEnumerable<TemplateDefinition> Shipped(ErpModule module)
    {
        var assembly = module.GetType().Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
            .Select(name => (Name: name, Parts: name[Folder.Length..^4].Split('.'))).Where(file => file.Parts.Length == 2);
        foreach (var group in files.GroupBy(file => file.Parts[0]))
        {
            var texts = group.ToFrozenDictionary(file => file.Parts[1], file =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(file.Name)!);
                return TemplateText.Parse(reader.ReadToEnd());
            });
            var english = texts.GetValueOrDefault(Fallback) ?? throw new InvalidOperationException($"{module.Name} ships no English wording of the message {group.Key}.");
            foreach (var (language, text) in texts)
            {
                if (text.Unknown(english.Places) is { } fault)
                {
                    throw new InvalidOperationException($"{module.Name}, {group.Key}.{language}.txt: {fault}");
                }
            }

            yield return new TemplateDefinition(group.Key, module.Name, texts);
        }
    }
}

internal sealed class RenewTemplatesWhenChanged(MessageTemplates templates) : ISubscriber<MessageTemplateChanged>
{
    public Task<Result> Handle(MessageTemplateChanged happened, CancellationToken cancel)
    {
        templates.Forget();
        return Task.FromResult(Result.Success);
    }
}
