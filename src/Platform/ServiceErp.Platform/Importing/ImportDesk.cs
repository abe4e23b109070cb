using System.Globalization;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing.Features;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Importing;

/// <summary>Takes files in: writes them down, looks into them, and opens a run.</summary>
internal sealed class ImportDesk(ImportFiles files, IEnumerable<Importer> importers, Dispatcher dispatcher, Caller caller, Texts texts, IIdentifiers ids)
{
    public async Task<Result<Guid>> ReceiveAsync(string importerName, Stream content, string fileName, TextEncoding encoding, NumberFormat numbers, CancellationToken cancel)
    {
        var importer = importers.FirstOrDefault(i => i.Name == importerName);
        if (importer is null || !caller.Can(importer.Permission))
        {
            return ImportAccess.NotFound;
        }

        var run = ids.NewId();
        if (await files.ReceiveAsync(content, run, cancel) is { } refusal)
        {
            return refusal;
        }

        var opened = Sheet.Open(files.PathOf(run), encoding, CultureInfo.CurrentUICulture.Name);
        if (!opened.Succeeded)
        {
            files.Remove(run);
            return opened.Error;
        }

        using var sheet = opened.Value;
        var begun = await dispatcher.Send(
            new BeginImport.Command(run, importer.Name, Attachments.AttachmentStore.Shown(fileName), sheet.Format, sheet.Notices, ImportHeadings.Match(importer, sheet.Headings, texts), CultureInfo.CurrentUICulture.Name, encoding, numbers), caller, cancel: CancellationToken.None);
        if (!begun.Succeeded)
        {
            files.Remove(run);
            return begun.Error;
        }

        return run;
    }
}
