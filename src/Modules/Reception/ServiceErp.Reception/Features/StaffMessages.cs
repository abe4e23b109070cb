using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Users;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features;

/// <summary>Messages to colleagues about the register, each in the reader's own language and once for each occasion.</summary>
internal sealed class StaffMessages(ReceptionDbContext db, IUserDirectory users, Texts texts, IIdentifiers ids, IClock clock)
{
    /// <summary>To everybody who has the role in the branch or for all branches.</summary>
    /// <param name="role">Whom.</param>
    /// <param name="branchId">The branch it is about.</param>
    /// <param name="aboutId">The request, or the branch for what is about its whole register.</param>
    /// <param name="onceKey">The occasion.</param>
    /// <param name="subject">With the first of the arguments in it.</param>
    /// <param name="body">With the arguments in it.</param>
    /// <param name="arguments">What is filled in.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many were written to now.</returns>
    public async Task<int> TellAsync(string role, Guid branchId, Guid aboutId, string onceKey, string subject, string body, object?[] arguments, CancellationToken cancel)
    {
        var told = 0;
        foreach (var user in users.InRole(role, branchId).Where(user => user.Email.Length > 0))
        {
            var key = $"{onceKey}/{user.Id}";
            if (await db.Messages.AnyAsync(m => m.OnceKey == key, cancel))
            {
                continue;
            }

            var now = clock.GetCurrentInstant();
            var (title, text) = OtherLanguage.Say(user.Language, () => (texts[subject, arguments[0]], texts[body, arguments]));
            db.Messages.Add(new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = branchId,
                Recipient = user.Email,
                RecipientName = user.Name,
                Subject = title,
                Body = text,
                About = nameof(ServiceRequest),
                AboutId = aboutId,
                OnceKey = key,
                WrittenAt = now,
                NextAttemptAt = now,
            });
            told++;
        }

        return told;
    }
}
