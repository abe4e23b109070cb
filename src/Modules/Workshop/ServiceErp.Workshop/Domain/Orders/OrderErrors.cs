using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Domain.Orders;

internal static class OrderErrors
{
    public static readonly Error NotFound = Error.NotFound("Workshop.ServiceOrder.NotFound", "There is no such service order.");
    public static readonly Error LineNotFound = Error.NotFound("Workshop.ServiceOrder.LineNotFound", "The order has no such line.");
    public static readonly Error LineReused = Error.Conflict("Platform.IdempotencyKeyReused", "This key was already used for a different command. Use a new one.");
    public static readonly Error Closed = Error.Refused("Workshop.ServiceOrder.Closed", "The work is released: nothing can be changed any more.");
    public static readonly Error NotYetOpened = Error.Refused("Workshop.ServiceOrder.NotYetOpened", "The workshop does not know the order yet. Wait a moment and try again.");
    public static readonly Error Over = Error.Refused("Workshop.ServiceOrder.Over", "The order is over; nothing changes any more.");
    public static readonly Error WorkDone = Error.Refused("Workshop.ServiceOrder.WorkDone", "The work is done: it is inspected, paid and handed back. It can't be withdrawn any more.");
    public static readonly Error GoesBack = Error.Refused("Workshop.ServiceOrder.GoesBack", "The product goes back unrepaired already: hand it back at the counter.");
    public static readonly Error PartsOut = Error.Refused("Workshop.ServiceOrder.PartsOut", OrderLifecycle.PartsOut);
    public static readonly Error EntitlementSettled = Error.Refused("Workshop.ServiceOrder.EntitlementSettled", "The work is released and charged as it was judged: who pays can't be changed any more. Finance corrects the invoice instead.");
    public static readonly Error NoTechnician = Error.Refused("Workshop.ServiceOrder.NoTechnician", "Nobody is assigned yet.");
    public static readonly Error OwnWork = Error.Refused("Workshop.ServiceOrder.OwnWork", "An inspector never releases their own work: ask a colleague, or have the right of self-control recorded.");
    public static readonly Error NotOwnWork = Error.Refused("Workshop.ServiceOrder.NotOwnWork", "The right of self-control is for one's own work only.");
    public static readonly Error TimerElsewhere = Error.Refused("Workshop.ServiceOrder.TimerRuns", "A timer of yours is running on another order: stop it first.");
    public static readonly Error NoTimer = Error.Refused("Workshop.ServiceOrder.NoTimer", "No timer of yours is running.");
    public static readonly Error PromiseReasonMissing = Error.Invalid("Workshop.ServiceOrder.PromiseReasonMissing", "Say why the promised day is moved.").On("Reason");
    public static readonly Error PromisePast = Error.Invalid("Workshop.ServiceOrder.PromisePast", "The promised day lies in the past.").On("ReadyBy");
    public static readonly Error TooMuchReturned = Error.Invalid("Workshop.ServiceOrder.TooMuchReturned", "More is returned than was issued.").On("Quantity");
    public static readonly Error DiscountTooHigh = Error.Invalid("Workshop.ServiceOrder.DiscountTooHigh", "The discount is more than the line.").On("Amount");
    public static readonly Error IssueTooEarly = Error.Refused("Workshop.ServiceOrder.IssueTooEarly", "Parts are issued once the repair has begun.");
    public static readonly Error NotApproved = Error.Refused("Workshop.ServiceOrder.NotApproved", OrderLifecycle.NeedsApproval);
    public static readonly Error PlannedPast = Error.Invalid("Workshop.ServiceOrder.PlannedPast", "Nothing can be planned for the past.").On("Day");
    public static readonly Error PlannedClosed = Error.Invalid("Workshop.ServiceOrder.PlannedClosed", "The branch is closed then. Choose another time, or say why it is planned for it.").On("ClosedReason");
    public static readonly Error NotATechnician = Error.Invalid("Workshop.ServiceOrder.NotATechnician", "Choose an active technician of this branch.").On("TechnicianId");
    public static readonly Error NoTimerOwner = Error.Invalid("Workshop.ServiceOrder.NoTimerOwner", "Say whose time it is.").On("TechnicianId");

    public static readonly Error NoStore = Error.Refused("Workshop.ServiceOrder.NoStore", "The store is not available in this installation.");
    public static readonly Error NothingToIssue = Error.Refused("Workshop.ServiceOrder.NothingToIssue", "No part is reserved for this order.");

    public static Error SomebodyElses(ServiceOrder order) =>
        Error.Refused("Workshop.ServiceOrder.SomebodyElses", "This order is the work of {0}: take it over first.", order.TechnicianName);

    public static Error Unissued(IEnumerable<OrderLine> lines) =>
        Error.Refused("Workshop.ServiceOrder.PartsNotIssued", "Issue these parts or take them off the order first: {0}.", new ErrorList([.. lines.Select(l => $"{l.Code} × {l.Quantity - l.Issued:0.###}")]));

    public static Error TimerRunning(IEnumerable<string> names) =>
        Error.Refused("Workshop.ServiceOrder.TimerRunning", "A timer is still running: {0}. Stop it first.", new ErrorList([.. names]));

    public static Error PointsOpen(IEnumerable<string> points) =>
        Error.Refused("Workshop.ServiceOrder.ControlPointsOpen", "These control points are not ticked yet: {0}.", new ErrorList([.. points]));

    public static Error Charged(string number) =>
        Error.Refused("Workshop.ServiceOrder.Charged", "{0} is charged already. Have its invoice credited in full and its voucher reopened, or the draft discarded, then take the part back: the voucher follows.", number);

    public static Error IssuedAlready(OrderLine line) =>
        Error.Refused("Workshop.ServiceOrder.IssuedAlready", "{0} was issued already: return it first.", line.Code);
}
