using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Users;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>Messages to colleagues about an order, each in the reader's own language.</summary>
internal sealed class StaffMessages(IUserDirectory users, Texts texts, IIdentifiers ids, IClock clock)
{
    /// <summary>To everybody who has the role in the order's branch or for all branches.</summary>
    public void Tell(WorkshopDbContext db, string role, ServiceOrder order, string onceKey, string subject, string body, params object?[] arguments)
    {
        foreach (var user in users.InRole(role, order.BranchId))
        {
            Tell(db, user, order, onceKey, subject, body, arguments);
        }
    }

    /// <summary>To one colleague.</summary>
    public void Tell(WorkshopDbContext db, DirectoryUser user, ServiceOrder order, string onceKey, string subject, string body, params object?[] arguments)
    {
        if (user.Email.Length == 0)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var (title, words) = OtherLanguage.Say(user.Language, () => (texts[subject, order.Number], texts[body, arguments]));
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(),
            BranchId = order.BranchId,
            Recipient = user.Email,
            RecipientName = user.Name,
            Subject = title,
            Body = words,
            About = nameof(ServiceOrder),
            AboutId = order.Id,
            OnceKey = $"{onceKey}/{user.Id}",
            WrittenAt = now,
            NextAttemptAt = now,
        });
    }
}
