using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Importing.Features;

/// <summary>Opens the run of a file that lies in its place already; the check begins at once when the headings are clear.</summary>
internal static class BeginImport
{
    [Anyone(ImportAccess.Reason)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, string Importer, string FileName, string Format, IReadOnlyList<Error> Notices, IReadOnlyList<int?> Columns, string Culture, TextEncoding Encoding, NumberFormat Numbers) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.FileName).AtMost(200);
    }

    internal sealed class Handler(PlatformDbContext db, ImportAccess access, Caller caller, IClock clock) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            var importer = access.Usable.FirstOrDefault(i => i.Name == request.Importer);
            if (importer is null)
            {
                return Task.FromResult<Result<Done>>(ImportAccess.NotFound);
            }

            var run = new ImportRun(request.Id, request.Importer, request.FileName, caller, request.Culture, clock.GetCurrentInstant());
            run.ReadAs(request.Encoding, request.Numbers, request.Format, request.Notices);
            if (ImportHeadings.Missing(importer, request.Columns).Count == 0)
            {
                run.Map(request.Columns, caller);
            }

            db.Add(run);
            return Task.FromResult<Result<Done>>(Done.It);
        }
    }
}
