using Microsoft.AspNetCore.Identity;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;

namespace ServiceErp.Platform.Users;

/// <summary>
/// Refuses what is tried first: common passwords and what is made of them, keyboard rows and dates, one's own name and address, the names of the program and of the branches. Identity asks it whenever a password is set, so no
/// way of setting one goes round it.
/// </summary>
/// <param name="branches">Their names and places are tried too.</param>
internal sealed class PasswordsNotGuessed(IBranches branches) : IPasswordValidator<ErpUser>
{
    /// <summary>Guesses grow by a factor of ten thousand with each step up to 4; below this one a password falls to a list within hours.</summary>
    private const int WeakestScore = 2;

    /// <summary>What stands behind is long enough in itself, and estimating takes time that grows with the square of the length.</summary>
    private const int JudgedLength = 64;

    private static readonly Lazy<Zxcvbn.Zxcvbn> Estimate = new(() => new Zxcvbn.Zxcvbn());

    private static readonly Error Personal = Error.Refused(
        "Platform.User.PasswordPersonal", "A password must not hold the name or the e-mail address: they are tried first. Choose three or four words that do not belong together.");

    private static readonly Error Guessed = Error.Refused(
        "Platform.User.PasswordGuessed", "This password is among those that are tried first, or made of such. Choose three or four words that do not belong together.");

    public static IReadOnlyList<Error> Refusals { get; } = [Personal, Guessed];

    private static readonly string[] House = ["serviceerp", "service", "erp"];

    public Task<IdentityResult> ValidateAsync(UserManager<ErpUser> manager, ErpUser user, string? password)
    {
        var own = Words($"{user.Name} {user.Email}");
        var judged = password is null ? "" : password[..Math.Min(password.Length, JudgedLength)];
        var refusal = own.Any(word => password?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) ? Personal
            : Estimate.Value.EvaluatePassword(judged, [.. own, .. House, .. branches.All.SelectMany(b => Words(b.Name))]).Score < WeakestScore ? Guessed
            : null;
        return Task.FromResult(refusal is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = refusal.Code, Description = refusal.Message }));
    }
    private static string[] Words(string text) => [.. text.Split([' ', '@', '.', ',', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 3)];
}
