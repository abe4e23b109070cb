using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Puts a unit into the loaner pool (PAR-6).</summary>
public static class CreateLoaner
{
    /// <param name="Id">Chosen by the caller, or null.</param>
    /// <param name="ModelCode">A model that Reception knows.</param>
    /// <param name="Serial">Its serial number; model and serial number together are unique.</param>
    [Requires(SparePartsPermissions.LoanerManage)]
    public sealed record Command(Guid? Id, string ModelCode, string Serial) : ICommand<Answer>, ICreates
    {
        /// <summary>What belongs to it, one a line.</summary>
        public string? Accessories { get; init; }

        public decimal Deposit { get; init; }

        public decimal DailyFee { get; init; }

        public string? Notes { get; init; }

        /// <summary>What another one would cost: proposed when it is lost.</summary>
        public decimal Value { get; init; }

        /// <summary>The user's own branch unless said.</summary>
        public Guid? BranchId { get; init; }
    }

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ModelCode).Needed(60, "SpareParts.Loaner.ModelMissing");
            RuleFor(c => c.Serial).Needed(80, "SpareParts.Loaner.SerialMissing");
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.Notes).AtMost(1000);
            RuleFor(c => c.Deposit).Amount();
            RuleFor(c => c.DailyFee).Amount();
            RuleFor(c => c.Value).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IIdentifiers ids, IBranches branches, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId)?.Id is not { } branch)
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            var code = Codes.Clean(c.ModelCode);
            if (await db.KnownModels.AsNoTracking().FirstOrDefaultAsync(m => m.Code == code, cancel) is not { } model)
            {
                return Error.NotFound("SpareParts.Loaner.ModelUnknown", "There is no model {0}.", code).On(nameof(c.ModelCode));
            }

            var serial = Codes.Clean(c.Serial);
            if (await db.Loaners.IgnoreQueryFilters().AnyAsync(l => l.ModelId == model.Id && l.Serial == serial, cancel))
            {
                return LoanErrors.Known($"{model.Code} {serial}").On(nameof(c.Serial));
            }

            var loaner = new Loaner(c.Id ?? ids.NewId(), branch, model, serial, new LoanerTerms(c.Accessories, c.Deposit, c.DailyFee, c.Notes, c.Value), desk.Today(branch));
            db.Loaners.Add(loaner);
            return new Answer(loaner.Id);
        }
    }
}
