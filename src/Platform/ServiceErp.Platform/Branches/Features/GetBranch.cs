using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>One branch with its week, holidays and exceptions.</summary>
public static class GetBranch
{
    /// <summary>The question.</summary>
    [Requires(BranchPermissions.Read)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    /// <summary>The branch.</summary>
    public sealed record Answer(
        Guid Id, string Code, string Name, string Zone, string Currency, string Language, string Address, string Phone, string Email, string TaxNumber, string Country, bool IsClosed, int Version,
        IReadOnlyList<DayHours> Week, IReadOnlyList<Holiday> Holidays, IReadOnlyList<ExceptionalDay> Exceptions);

    /// <summary>A date on which it is closed.</summary>
    public sealed record Holiday(LocalDate Date, string Name);

    /// <summary>A date with hours of its own; none means closed.</summary>
    public sealed record ExceptionalDay(LocalDate Date, string Hours, string Reason);

    internal sealed class Handler(PlatformDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var branch = await db.Set<BranchRecord>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(b => b.Id == request.Id, cancel);
            if (branch is null)
            {
                return BranchErrors.NotFound;
            }

            return new Answer(
                branch.Id, branch.Code, branch.Name, branch.Zone, branch.Currency, branch.Language, branch.Address, branch.Phone, branch.Email, branch.TaxNumber, branch.Country, branch.ClosedAt is not null, branch.Version,
                [.. Enumerable.Range(1, 7).Select(day => new DayHours((IsoDayOfWeek)day, HoursText.Write(branch.Hours.Where(h => h.Day == (IsoDayOfWeek)day).Select(h => new OpenHours(h.Start, h.End)))))],
                [.. branch.Holidays.OrderBy(h => h.Date).Select(h => new Holiday(h.Date, h.Name))],
                [.. branch.Exceptions.GroupBy(e => e.Date).OrderBy(g => g.Key)
                    .Select(g => new ExceptionalDay(g.Key, HoursText.Write(g.Where(e => e.Start is not null).Select(e => new OpenHours(e.Start!.Value, e.End!.Value))), g.First().Reason))]);
        }
    }
}
