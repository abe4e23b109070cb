using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The store took a promise back: the line misses its part again, and the technician, or the dispatcher where nobody has the order, is told why.</summary>
internal sealed class TellTechnicianWhenPartsWithdrawn(WorkshopDbContext db, IUserDirectory users, IClock clock, StaffMessages staff) : ISubscriber<PartsWithdrawn>
{
    private const string Subject = "Parts taken back: {0}";
    private const string Text = "The store took back what it had promised of {0} to {1}. Reason: {2} Ask for the part again, or take it off the order.";

    public async Task<Result> Handle(PartsWithdrawn happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order || order.Lines.FirstOrDefault(l => l.Id == happened.LineId && !l.Dropped) is not { } line)
        {
            return Result.Success;
        }

        line.LosePromise(happened.Left);
        if (happened.Reason is null)
        {
            return Result.Success;
        }

        var about = $"withdrawn-parts/{happened.LineId}/{clock.GetCurrentInstant().ToUnixTimeMilliseconds()}";
        if (order.TechnicianId is { } id && users.Find(id) is { } technician)
        {
            staff.Tell(db, technician, order, about, Subject, Text, happened.PartNumber, order.Number, happened.Reason);
        }
        else
        {
            staff.Tell(db, Roles.Dispatcher, order, about, Subject, Text, happened.PartNumber, order.Number, happened.Reason);
        }

        return Result.Success;
    }
}
