using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Importing.Features;

/// <summary>Applies the rows of a checked file, or goes on with one that broke off. Rows that are not right are left out only when that is asked for.
/// What is applied is done in the name and with the rights of whoever says so, not of whoever sent the file.</summary>
public static class ApplyImport
{
    /// <summary>The command.</summary>
    [Anyone(ImportAccess.Reason)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, bool GoodRowsOnly = false) : ICommand<Done>;

    internal sealed class Handler(ImportAccess access, Caller caller) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await access.FindAsync(request.Id, cancel) is not { } found)
            {
                return ImportAccess.NotFound;
            }

            var run = found.Run;
            if (run.State == ImportState.Failed && run.TotalRows > 0)
            {
                run.GoOn();
                return Done.It;
            }

            if (run.State != ImportState.Checked)
            {
                return Error.Refused("Platform.Import.NotChecked", "Only a file that has been checked can be applied.");
            }

            if (run.Bad > 0 && !request.GoodRowsOnly)
            {
                return Error.Refused("Platform.Import.BadRows", "{0} of {1} rows are not right. Correct the file, or choose to import the good rows only.", run.Bad, run.Rows);
            }

            run.Apply(request.GoodRowsOnly, caller);
            return Done.It;
        }
    }
}
