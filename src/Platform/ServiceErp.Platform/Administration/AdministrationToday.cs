using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Administration;

/// <summary>What an administrator must look at: events and messages that did not arrive, modules that could not be loaded.</summary>
internal sealed class AdministrationToday(PlatformDbContext db, Caller user, ModuleCatalog catalog, PublicLinks links, Texts texts) : IStartPagePart
{
    public int Order => 300;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        if (!user.Can(AdministrationPermissions.System))
        {
            return StartPageContent.Nothing;
        }

        var dead = await db.Outbox.CountAsync(m => m.DoneAt == null && m.DeadAt != null, cancel);
        var failed = await db.Messages.SeenBy(user).CountAsync(m => m.State == MessageState.Failed, cancel);
        List<StartPageTile> tiles =
        [
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
}
