using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Opens a branch. Its code is part of document numbers and never changes.</summary>
public static class CreateBranch
{
    /// <summary>The command.</summary>
    /// <param name="Id">An identity of the sender's choice, or null.</param>
    /// <param name="Code">Two to six capital letters or digits.</param>
    /// <param name="Name">Name on documents.</param>
    /// <param name="Zone">Tzdb name, such as <c>Europe/Berlin</c>.</param>
    /// <param name="Currency">ISO 4217.</param>
    /// <param name="Language">en, ru, es or ko.</param>
    /// <param name="Address">Postal address.</param>
    /// <param name="Phone">Telephone.</param>
    /// <param name="Email">Sender of its messages.</param>
    /// <param name="TaxNumber">On invoices.</param>
    /// <param name="Week">Opening hours; days that are not given are closed.</param>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.All)]
    public sealed record Command(
        Guid? Id, string Code, string Name, string Zone, string Currency, string Language, string? Address = null, string? Phone = null, string? Email = null, string? TaxNumber = null,
        IReadOnlyList<DayHours>? Week = null) : ICommand<Answer>, ICreates
    {
        /// <summary>ISO 3166; the country of the time zone unless said.</summary>
        public string? Country { get; init; }

        internal BranchDetails Details => new(Name, Zone, Currency, Language, Address, Phone, Email, TaxNumber, Country);
    }

    /// <summary>The new branch.</summary>
    /// <param name="Id">Its identity.</param>
    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().WithErrorCode("Platform.Branch.CodeMissing").WithMessage("Write a code, such as BER.")
                .Matches("^[A-Z0-9]{2,6}$").WithErrorCode("Platform.Branch.CodeMalformed").WithMessage("A code has two to six capital letters or digits, like BER or SEO2.");
            BranchRules.Apply(this, c => c.Details);
            RuleForEach(c => c.Week).ChildRules(day => day.RuleFor(d => d.Hours).AtMost(200));
        }
    }

    internal sealed class Handler(PlatformDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Set<BranchRecord>().AnyAsync(b => b.Code == request.Code, cancel))
            {
                return Error.Refused("Platform.Branch.CodeTaken", "There is already a branch with the code {0}.", request.Code).On(nameof(request.Code));
            }

            var week = DayHours.Read(request.Week);
            if (!week.Succeeded)
            {
                return week.Error;
            }

            var branch = new BranchRecord(request.Id ?? ids.NewId(), request.Code);
            branch.Describe(request.Details);
            branch.OpenOn(week.Value, ids);
            db.Add(branch);
            return new Answer(branch.Id);
        }
    }
}
