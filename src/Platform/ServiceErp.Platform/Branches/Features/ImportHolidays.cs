using FluentValidation;
using NodaTime;
using NodaTime.Text;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Takes in pasted lines of date and name, such as <c>2026-12-25;Christmas Day</c>. All or none; the same lines again change nothing.</summary>
public static class ImportHolidays
{
    private const int MostLines = 1000;
    private static readonly LocalDatePattern[] Patterns = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"), LocalDatePattern.CreateWithInvariantCulture("uuuu.M.d")];

    /// <summary>The command.</summary>
    /// <param name="Id">The branch.</param>
    /// <param name="Text">One holiday a line; date and name are separated by comma, semicolon or tab.</param>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, string Text) : ICommand<Answer>;

    /// <summary>What came of it.</summary>
    /// <param name="Changed">Holidays added or renamed.</param>
    /// <param name="Unchanged">Holidays that were there already.</param>
    public sealed record Answer(int Changed, int Unchanged);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().WithErrorCode("Platform.Branch.NothingPasted").WithMessage("Paste at least one line with a date and a name.").AtMost(200_000);
    }

    internal sealed class Handler(PlatformDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var read = Read(request.Text);
            if (!read.Succeeded)
            {
                return read.Error;
            }

            var changed = 0;
            var result = await db.ChangeBranchAsync(request.Id, null, branch =>
            {
                changed = read.Value.Count(day => branch.AddHoliday(day.Date, day.Name, ids));
                return null;
            }, cancel);
            return result.Succeeded ? new Answer(changed, read.Value.Count - changed) : result.Error;
        }
    }

    private static Result<IReadOnlyList<(LocalDate Date, string Name)>> Read(string text)
    {
        var days = new Dictionary<LocalDate, string>();
        var faults = new List<Error>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines)
        {
            return Error.Invalid("Platform.Branch.TooManyLines", "At most {0} lines at once.", MostLines).On(nameof(Command.Text));
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }

            var cut = lines[i].IndexOfAny([',', ';', '\t']);
            var date = (cut < 0 ? lines[i] : lines[i][..cut]).Trim(' ', '"', '\uFEFF');
            var name = cut < 0 ? "" : lines[i][(cut + 1)..].Trim(' ', '"', '\t');
            var parsed = Patterns.Select(p => p.Parse(date)).FirstOrDefault(p => p.Success && KnownYears.Holds(p.Value));
            if (parsed is null)
            {
                if (i > 0 || date.Any(char.IsDigit))
                {
                    faults.Add(Error.Invalid("Platform.Branch.DateUnreadable", "Line {0}: \"{1}\" is not a date. Write it like 2026-12-25 or 25.12.2026.", i + 1, date.Length > 40 ? date[..40] + "…" : date));
                }

                continue; // a heading
            }

            if (name.Length is 0 or > 120)
            {
                faults.Add(Error.Invalid("Platform.Branch.HolidayNameMalformed", "Line {0}: write the name of the holiday after the date, at most 120 characters.", i + 1));
            }

            days[parsed.Value] = name;
        }

        if (faults.Count == 0 && days.Count == 0)
        {
            faults.Add(Error.Invalid("Platform.Branch.NothingPasted", "Paste at least one line with a date and a name."));
        }

        return faults.Count == 0
            ? days.Select(d => (d.Key, d.Value)).ToList()
            : Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with { Details = [.. faults.Take(20).Select(f => f.On(nameof(Command.Text)))] };
    }
}
