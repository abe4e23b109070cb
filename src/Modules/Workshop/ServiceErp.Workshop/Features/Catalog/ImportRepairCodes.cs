using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>
/// Takes in codes as text, one a line: kind, code, meaning, separated by comma, semicolon or tab. All rows or none; the same text twice changes nothing.
/// </summary>
public static class ImportRepairCodes
{
    /// <param name="Text">Such as <c>Symptom;S01;Does not start</c>.</param>
    /// <param name="DryRun">Only says what would happen.</param>
    [Requires(WorkshopPermissions.CatalogWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(string Text, bool DryRun = false) : ICommand<Answer>;

    public sealed record Answer(int Added, int Changed, int Unchanged);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().WithErrorCode("Workshop.RepairCode.NothingToImport").WithMessage("Paste the codes.").AtMost(500_000);
    }

    internal sealed class Handler(WorkshopDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        private static readonly char[] Separators = [';', '\t', ','];

        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            List<Error> errors = [];
            var rows = new Dictionary<(CodeKind Kind, string Code), string>();
            foreach (var (line, index) in c.Text.Split('\n').Select((l, i) => (l.Trim(), i)).Where(l => l.Item1.Length > 0))
            {
                var cells = line.Split(Separators, 3);
                if (cells.Length < 3 || !Enum.TryParse<CodeKind>(cells[0].Trim(), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
                {
                    errors.Add(Error.Invalid("Workshop.RepairCode.RowUnreadable", "Line {0}: write kind (Symptom, Area, Cause or Remedy), code and meaning.", index + 1).On(nameof(c.Text)));
                }
                else if (cells[1].Trim() is not { Length: > 0 and <= 40 } code || cells[2].Trim() is not { Length: > 0 and <= 200 } text)
                {
                    errors.Add(Error.Invalid("Workshop.RepairCode.RowTooLong", "Line {0}: a code has 1 to 40 characters, its meaning 1 to 200.", index + 1).On(nameof(c.Text)));
                }
                else
                {
                    rows[(kind, code)] = text;
                }
            }

            if (errors.Count > 0)
            {
                return Error.Invalid("Workshop.RepairCode.ImportRefused", "Some lines can't be read; nothing was taken in.") with { Details = [.. errors.Take(50)] };
            }

            var known = (await db.Codes.ToListAsync(cancel)).ToDictionary(k => (k.Kind, k.Code));
            var answer = new Answer(rows.Keys.Count(k => !known.ContainsKey(k)), rows.Count(r => known.TryGetValue(r.Key, out var k) && k.Text != r.Value), rows.Count(r => known.TryGetValue(r.Key, out var k) && k.Text == r.Value));
            if (!c.DryRun)
            {
                foreach (var ((kind, number), text) in rows)
                {
                    if (!known.TryGetValue((kind, number), out var code))
                    {
                        db.Codes.Add(code = new RepairCode(ids.NewId(), kind, number));
                        code.Describe(text, true);
                    }
                    else
                    {
                        code.Describe(text, code.Active);
                    }
                }
            }

            return answer;
        }
    }
}
