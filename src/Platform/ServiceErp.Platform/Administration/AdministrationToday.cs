using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;

namespace ServiceErp.Platform.Administration;

/// <summary>What an administrator must look at: events and messages that did not arrive, modules that could not be loaded, keys that run out.</summary>
internal sealed class AdministrationToday(PlatformDbContext db, Caller user, ModuleCatalog catalog, PublicLinks links, Texts texts, IClock clock) : IStartPagePart
{
    public int Order => 300;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        var keys = user.Can(UserPermissions.ApiKeys) ? await KeysEndingAsync(cancel) : 0;
        List<StartPageTile> ending = keys == 0 ? [] :
        [
            new($"{keys:N0}", texts["API keys about to run out"], "/platform/api-keys", Tone.Waiting) { Icon = "key", Hint = texts["Make the next ones in time: a program whose key has run out is locked out."] },
        ];
        if (!user.Can(AdministrationPermissions.System) || user.BranchId is not null)
        {
            return new StartPageContent(ending, []);
        }

        var dead = await db.Outbox.CountAsync(m => m.DoneAt == null && m.DeadAt != null, cancel);
        var failed = await db.Messages.SeenBy(user).CountAsync(m => m.State == MessageState.Failed, cancel);
        List<StartPageTile> tiles =
        [
            .. ending,
            new($"{dead:N0}", texts["Events not delivered"], "/platform/dead-letters", dead > 0 ? Tone.Bad : Tone.Good) { Icon = "transfer" },
            new($"{failed:N0}", texts["Messages not sent"], "/platform/messages?state=Failed", failed > 0 ? Tone.Bad : Tone.Good) { Icon = "mail" },
            new($"{catalog.Modules.Count - 1:N0}", texts["Modules running"], "/platform/system", catalog.Failures.Count > 0 ? Tone.Bad : Tone.Good)
            {
                Icon = "puzzle",
                Hint = catalog.Failures.Count > 0 ? texts["{0} could not be loaded", catalog.Failures.Count] : null,
            },
        ];
        if (links.Address is null)
        {
            tiles.Insert(0, new("!", texts["Address for customers is missing"], LinksPart.Page, Tone.Bad) { Icon = "link", Hint = texts["Messages go without links"] });
        }

        return new StartPageContent(tiles, []);
    }

    private Task<int> KeysEndingAsync(CancellationToken cancel)
    {
        var (now, branch) = (clock.GetCurrentInstant(), user.BranchId);
        var soon = now + ApiKey.Warning;
        return db.Set<ApiKey>().CountAsync(k => k.RevokedAt == null && k.ExpiresAt > now && k.ExpiresAt <= soon && (branch == null || k.BranchId == branch), cancel);
    }
}
