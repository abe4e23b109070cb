using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>The first run: makes the first branch and the administrator. Refused for ever once somebody can sign in.</summary>
public static class SetUpCentre
{
    private static readonly OpenHours[] OfficeHours = [OpenHours.Of(8, 12), OpenHours.Of(13, 17)];

    /// <summary>The command.</summary>
    /// <param name="Code">Of the branch: two to six capital letters or digits.</param>
    /// <param name="Name">Of the branch, on documents.</param>
    /// <param name="Zone">Its time zone, such as <c>Europe/Berlin</c>.</param>
    /// <param name="Currency">ISO 4217.</param>
    /// <param name="Language">en, ru, es or ko; of the branch and the administrator.</param>
    /// <param name="PersonName">The administrator's name.</param>
    /// <param name="PersonEmail">The administrator's address.</param>
    /// <param name="Password">The administrator's password.</param>
    /// <param name="RepeatedPassword">The same again.</param>
    /// <param name="PublicAddress">Where customers reach the program; without it no links are sent.</param>
    [Anyone("Before the first user there is nobody to ask.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string Code, string Name, string Zone, string Currency, string Language, string PersonName, string PersonEmail, string Password, string RepeatedPassword, string? PublicAddress = null)
        : ICommand<Answer>, IConfidential
    {
        /// <summary>ISO 3166; the country of the time zone unless said.</summary>
        public string? Country { get; init; }
    }

    /// <summary>What was made.</summary>
    /// <param name="BranchId">The branch, open Monday to Friday until somebody says otherwise.</param>
    /// <param name="UserId">The administrator.</param>
    public sealed record Answer(Guid BranchId, Guid UserId);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().WithErrorCode("Platform.Branch.CodeMissing").WithMessage("Write a code, such as BER.")
                .Matches("^[A-Z0-9]{2,6}$").WithErrorCode("Platform.Branch.CodeMalformed").WithMessage("A code has two to six capital letters or digits, like BER or SEO2.");
            BranchRules.Apply(this, Details);
            RuleFor(c => c.PersonName).PersonName();
            RuleFor(c => c.PersonEmail).Email();
            RuleFor(c => c.Password).Password();
            RuleFor(c => c.RepeatedPassword).Equal(c => c.Password).WithErrorCode("Platform.User.PasswordsDiffer").WithMessage("The two new passwords are not the same.");
            RuleFor(c => c.PublicAddress).PublicAddress();
        }
    }

    private static BranchDetails Details(Command c) => new(c.Name, c.Zone, c.Currency, c.Language, null, null, null, null, c.Country);

    internal sealed class Handler(PlatformDbContext db, UserManager<ErpUser> users, FirstRun firstRun, PublicLinks links, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel); // of two who press the button at once, one is first
            if (!firstRun.IsNeeded || await db.Set<ErpUser>().AnyAsync(u => u.Active && !u.IsDemo, cancel))
            {
                return Error.Refused("Platform.FirstRun.Over", "The program has been set up already. Sign in.");
            }

            if (await db.Set<BranchRecord>().AnyAsync(b => b.Code == request.Code, cancel))
            {
                return Error.Refused("Platform.Branch.CodeTaken", "There is already a branch with the code {0}.", request.Code).On(nameof(request.Code));
            }

            if (await users.FindByEmailAsync(request.PersonEmail.Trim()) is not null)
            {
                return Error.Refused("Platform.User.EmailTaken", "There is already a user with this address.").On(nameof(request.PersonEmail));
            }

            var branch = new BranchRecord(ids.NewId(), request.Code);
            branch.Describe(Details(request));
            branch.OpenOn(Enumerable.Range((int)IsoDayOfWeek.Monday, 5).SelectMany(day => OfficeHours.Select(hours => ((IsoDayOfWeek)day, hours))), ids);
            db.Add(branch);
            if (!links.IsConfigured)
            {
                await PublicAddressRecord.WriteAsync(db, request.PublicAddress, cancel);
            }

            // The administrator sees every branch: somebody must open the next one.
            var user = new ErpUser(ids.NewId(), clock.GetCurrentInstant()) { Email = request.PersonEmail.Trim() };
            user.Describe(request.PersonName, request.Language, null, [Roles.Administrator]);
            return (await users.CreateAsync(user, request.Password)).Refusal() is { } refusal ? refusal : new Answer(branch.Id, user.Id);
        }
    }
}
