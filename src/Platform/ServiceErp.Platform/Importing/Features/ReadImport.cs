using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Importing.Features;

/// <summary>Says how a file is to be read, and has it read and checked anew; the columns are told apart again, since their headings may read differently.</summary>
public static class ReadImport
{
    /// <summary>The command.</summary>
    /// <param name="Id">The import.</param>
    /// <param name="Encoding">How the letters of a text file are stored.</param>
    /// <param name="Numbers">How numbers are written that a text cell leaves open.</param>
    [Anyone(ImportAccess.Reason)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, TextEncoding Encoding, NumberFormat Numbers) : ICommand<Done>;

    internal sealed class Handler(ImportAccess access, ImportFiles files, Caller caller, Texts texts) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await access.FindAsync(request.Id, cancel) is not { } found)
            {
                return ImportAccess.NotFound;
            }

            var (run, importer) = found;
            if (!run.CanBeReadAnew)
            {
                return ImportAccess.UnderWay;
            }

            var opened = Sheet.Open(files.PathOf(run.Id), request.Encoding, run.Culture, cancel);
            if (!opened.Succeeded)
            {
                return opened.Error.On(nameof(request.Encoding));
            }

            using var sheet = opened.Value;
            var columns = ImportHeadings.Match(importer, sheet.Headings, texts);
            run.ReadAs(request.Encoding, request.Numbers, sheet.Format, sheet.Notices);
            if (ImportHeadings.Missing(importer, columns).Count == 0)
            {
                run.Map(columns, caller);
            }

            return Done.It;
        }
    }
}
