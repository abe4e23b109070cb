using System.Globalization;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing.Features;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Importing;

/// <summary>Takes files in: writes them down, looks into them, and opens a run.</summary>
internal sealed class ImportDesk(ImportFiles files, ImportPlaces places, IEnumerable<Importer> importers, Dispatcher dispatcher, Caller caller, Texts texts, IIdentifiers ids)
{
    /// <summary>How long a file waits for others that are being looked into.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static Error Busy { get; } = Error.Refused("Platform.Import.Busy", "Other files are being read just now. Try again in a moment.");

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

        var begun = false;
        try
        {
            var command = await LookInto(run, importer, fileName, encoding, numbers, cancel);
            if (!command.Succeeded)
            {
                return command.Error;
            }

            var result = await dispatcher.Send(command.Value, caller, cancel: CancellationToken.None);
            begun = result.Succeeded;
            return begun ? run : result.Error!;
        }
        finally
        {
            if (!begun)
            {
                files.Remove(run);
            }
        }
    }

    private async Task<Result<BeginImport.Command>> LookInto(Guid run, Importer importer, string fileName, TextEncoding encoding, NumberFormat numbers, CancellationToken cancel)
    {
        if (!await places.Looking.WaitAsync(Patience, cancel))
        {
            return Busy;
        }

        try
        {
            var opened = Sheet.Open(files.PathOf(run), encoding, CultureInfo.CurrentUICulture.Name, cancel);
            if (!opened.Succeeded)
            {
                return opened.Error;
            }

            using var sheet = opened.Value;
            return new BeginImport.Command(run, importer.Name, Attachments.AttachmentStore.Shown(fileName), sheet.Format, sheet.Notices, ImportHeadings.Match(importer, sheet.Headings, texts), CultureInfo.CurrentUICulture.Name, encoding, numbers);
        }
        finally
        {
            places.Looking.Release();
        }
    }
}
