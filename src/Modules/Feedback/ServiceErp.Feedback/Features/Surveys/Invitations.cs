using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>The message with which a customer is asked; nobody outside this module sees that it was sent.</summary>
internal sealed class Invitations(FeedbackDbContext db, PublicLinks links, IBranches branches, IIdentifiers ids, Texts texts)
{
    /// <summary>Whether there is anything to send: an invitation is its link.</summary>
    public bool CanBeSent => links.Address is not null;

    /// <returns>False when the customer can't be reached, or nobody has said where customers reach the program.</returns>
    public bool Write(Survey survey, string onceKey, Instant now)
    {
        var byMail = survey.CustomerEmail.Length > 0;
        if ((!byMail && survey.CustomerPhone.Length == 0) || links.To("survey", survey.Secret) is not { } link)
        {
            return false;
        }

        var branch = branches.Of(survey.BranchId);
        var (subject, body) = OtherLanguage.Say(survey.Language, () => (
            texts["How was our work? {0}", survey.OrderNumber],
            byMail
                ? texts["Dear {0},", survey.CustomerName] + "\n\n" + texts["Your {0} was in our hands. Four questions, one minute: {1}", survey.DeviceName, link] + "\n\n" + texts["Thank you!"] + "\n" + branch.Name
                : texts["Your {0} was in our hands. Four questions, one minute: {1}", survey.DeviceName, link]));
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(),
            BranchId = survey.BranchId,
            Channel = byMail ? MessageChannel.Email : MessageChannel.Sms,
            Recipient = byMail ? survey.CustomerEmail : survey.CustomerPhone,
            RecipientName = survey.CustomerName,
            Subject = byMail ? subject : "",
            Body = body,
            About = nameof(Survey),
            AboutId = survey.Id,
            ReadPermission = FeedbackPermissions.SurveyRead,
            OnceKey = onceKey,
            WrittenAt = now,
            NextAttemptAt = now,
        });
        return true;
    }
}
