using System.Collections.Frozen;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Lists;

/// <summary>Everybody's choices in memory: lists ask for them with each page, people change them once in a while.</summary>
internal sealed class ListChoices(ILifetimeScope root, ILogger<ListChoices> log, TimeProvider? time = null) : IListChoices
{
    private readonly Remembered<FrozenDictionary<(Guid, string), KeptForList>> known = new(root, time, log, db =>
        db.Set<ListChoice>().AsNoTracking().AsEnumerable().ToFrozenDictionary(c => (c.UserId, c.List), c => new KeptForList(c.List, c.Filters, c.HiddenColumns.ToFrozenSet())));

    public KeptForList Of(Guid userId, string path, string listId = "list")
    {
        var list = ListName.Of(path, listId);
        return known.Value.GetValueOrDefault((userId, list)) ?? new KeptForList(list, [], FrozenSet<string>.Empty);
    }

    public void Forget() => known.Forget();
}

/// <summary>Renews them in this program at once.</summary>
internal sealed class RenewListChoicesWhenChanged(ListChoices choices) : ISubscriber<ListChoiceChanged>
{
    public Task<Result> Handle(ListChoiceChanged happened, CancellationToken cancel)
    {
        choices.Forget();
        return Task.FromResult(Result.Success);
    }
}
