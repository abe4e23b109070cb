using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>What every command about users checks in the same way.</summary>
internal static class UserRules
{
    public static readonly string[] Languages = ["en", "ru", "es", "ko"];

    /// <summary>Length is what makes a password hard to guess; forced symbols only make it hard to remember.</summary>
    public const int ShortestPassword = 12;

    public static Error NotFound { get; } = Error.NotFound("Platform.User.NotFound", "There is no such user.");

    public static Error LastAdministrator { get; } =
        Error.Refused("Platform.User.LastAdministrator", "Somebody must be able to administer the program: make another administrator first.");

    /// <summary>
    /// Whether nobody else could administer the whole program. Those of one branch don't count, and demo users stand in for each other only. Takes the write lock: of two who leave
    /// at once, one is first.
    /// </summary>
    public static async Task<bool> IsLastAdministratorAsync(this PlatformDbContext db, ErpUser user, CancellationToken cancel)
    {
        if (user is not { Active: true, BranchId: null } || !user.Roles.Contains(Modules.Roles.Administrator))
        {
            return false;
        }

        await db.BeginWriteAsync(cancel);
        return !await db.Set<ErpUser>().AnyAsync(u => u.Id != user.Id && u.Active && u.BranchId == null && (!u.IsDemo || user.IsDemo) && u.RoleNames.Contains(Modules.Roles.Administrator), cancel);
    }

    /// <summary>Changes one user, if the caller's rights go that far.</summary>
    public static async Task<Result<Done>> ChangeUserAsync(this PlatformDbContext db, Rights rights, Guid id, Func<ErpUser, Task<Error?>> change, CancellationToken cancel)
    {
        var user = await db.Set<ErpUser>().FirstOrDefaultAsync(u => u.Id == id, cancel);
        return (rights.Over(user) ?? await change(user!)) is { } refusal ? refusal : Done.It;
    }

    /// <summary>Changes the caller's own account; a machine has none.</summary>
    public static async Task<Result<Done>> ChangeOwnAccountAsync(this PlatformDbContext db, ICurrentUser caller, Func<ErpUser, Task<Error?>> change, CancellationToken cancel)
    {
        var user = caller.UserId is { } id ? await db.Set<ErpUser>().FirstOrDefaultAsync(u => u.Id == id, cancel) : null;
        return (user is null ? NotFound : await change(user)) is { } refusal ? refusal : Done.It;
    }

    public static void Password<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("Platform.User.PasswordMissing").WithMessage("Write a password.")
        .MinimumLength(ShortestPassword).WithErrorCode("Platform.User.PasswordShort").WithMessage("A password has at least 12 characters. A short sentence is easy to remember and hard to guess.")
        .AtMost(200)
        .Must(p => p!.Distinct().Count() >= 4).WithErrorCode("Platform.User.PasswordSimple").WithMessage("A password needs at least four different characters.");

    public static void Email<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("Platform.User.EmailMissing").WithMessage("Write the e-mail address.")
        .AtMost(120)
        .Must(e => System.Net.Mail.MailAddress.TryCreate(e, out var address) && address.Address == e.Trim()).WithErrorCode("Platform.User.EmailUnreadable").WithMessage("This is not an e-mail address.");

    public static void PersonName<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("Platform.User.NameMissing").WithMessage("Write the name.")
        .AtMost(120);

    public static void Language<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Must(l => Languages.Contains(l)).WithErrorCode("Platform.User.LanguageUnknown").WithMessage("Choose English, Russian, Spanish or Korean.");

    public static void Roles<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule
        .Must(roles => roles is { Count: > 0 }).WithErrorCode("Platform.User.RoleMissing").WithMessage("Choose at least one role.")
        .Must(roles => roles is null || roles.All(Modules.Roles.All.Contains)).WithErrorCode("Platform.User.RoleUnknown").WithMessage("There is no such role.");

    /// <summary>Why Identity refused; besides <see cref="PasswordsNotGuessed"/> the rules above should have come before.</summary>
    /// <param name="result">Its answer.</param>
    /// <param name="field">The field with the password.</param>
    public static Error? Refusal(this IdentityResult result, string field = "Password") => result.Succeeded
        ? null
        : PasswordsNotGuessed.Refusals.FirstOrDefault(r => r.Code == result.Errors.First().Code)?.On(field)
            ?? Error.Refused($"Platform.User.{result.Errors.First().Code}", "The change was refused: {0}", string.Join(" ", result.Errors.Select(e => e.Description)));
}
