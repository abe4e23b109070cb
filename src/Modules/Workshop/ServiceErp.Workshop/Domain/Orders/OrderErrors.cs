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
    public static readonly Error DeviceNotHere = Error.Refused("Workshop.ServiceOrder.DeviceNotHere", "The customer's device is not in the house. Take it in at the counter first, then exchange it.");
    public static readonly Error WorkIsHere = Error.Refused("Workshop.ServiceOrder.WorkIsHere", "The product is in the house: the work is here until it is handed back.");
    public static readonly Error WorkIsElsewhere = Error.Refused("Workshop.ServiceOrder.WorkIsElsewhere", "The technician is under way or at work at the customer's place. Let them turn back first, or take the product in at the counter: the work moves with it.");
    public static readonly Error NoTechnician = Error.Refused("Workshop.ServiceOrder.NoTechnician", "Nobody is assigned yet.");
    public static readonly Error OwnWork = Error.Refused("Workshop.ServiceOrder.OwnWork", "Whoever diagnosed, measured, repaired or finished does not release: ask a colleague, or have the right of self-control recorded.");
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
    public static readonly Error NoTimerOwner = Error.Refused("Workshop.ServiceOrder.NoTimerOwner", "A work timer is started by the person who works, not by a machine.");

    public static readonly Error RejectedBefore = Error.Refused("Workshop.ServiceOrder.RejectedBefore", "An inspector has sent this work back: it is released by somebody else, whatever stamp you hold.");
    public static readonly Error FindingsMissing = Error.Invalid("Workshop.ServiceOrder.FindingsMissing", "Write down what was tested and found: then the work can be finished without a repair.").On("Findings");
    public static readonly Error FeeNotAgreed = Error.Refused("Workshop.ServiceOrder.FeeNotAgreed", "The customer has not agreed to this fee. Record their consent first, or return the product without a fee.").On("FeeCode");
    public static readonly Error NotOnSite = Error.Refused("Workshop.ServiceOrder.NotOnSite", "The customer signs on the visit. Here, send a quotation or record what they said.");
    public static readonly Error NothingToAgree = Error.Refused("Workshop.ServiceOrder.NothingToAgree", "There is nothing to agree on yet: add parts, labour or fees first.");
    public static readonly Error ProofMissing = Error.Invalid("Workshop.ServiceOrder.SignatureMissing", "The customer signs on the screen.").On("Signature");
    public static readonly Error NoteMissing = Error.Invalid("Workshop.ServiceOrder.ConsentNoteMissing", "Say in a sentence what was agreed on the telephone.").On("Note");
    public static readonly Error ConsentNotYours = Error.Refused("Workshop.ServiceOrder.ConsentNotYours", "The customer's answer is recorded by those who speak with customers. A technician has it signed at the customer's place.");
    public static readonly Error TimeOutOfOrder = Error.Invalid("Workshop.ServiceOrder.TimeOutOfOrder", "The time must end after it begins, and not in the future.").On("EndedAt");
    public static readonly Error TimeNotFound = Error.NotFound("Workshop.ServiceOrder.TimeNotFound", "The order has no such time.");
    public static readonly Error NothingToAudit = Error.Refused("Workshop.ServiceOrder.NothingToAudit", "This order was not released under a stamp, or that was audited already.");
    public static readonly Error BareOrder = Error.Invalid("Workshop.ServiceOrder.Bare", "Nothing is recorded of this work: no diagnosis, no test, no time, no part. Send it back, or say why it is released all the same.").On("Reason");

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

    public static Error PriceChanged(Money price) =>
        Error.Refused("Workshop.ServiceOrder.PriceChanged", "The price has changed meanwhile: it is {0} net now. Show it to the customer again.", price);

    public static Error HoursDiffer(decimal charged, decimal measured) =>
        Error.Invalid("Workshop.ServiceOrder.HoursDiffer", "{0} h are charged and {1} h were measured: say why they differ.", charged, measured).On("HoursRemark");

    public static Error AboveLimit(Money limit) =>
        Error.Refused("Workshop.ServiceOrder.ConsentAboveLimit", "You may record consent up to {0}. Ask your manager, or send a quotation.", limit).On("UpTo");

    public static Error IssuedAlready(OrderLine line) =>
        Error.Refused("Workshop.ServiceOrder.IssuedAlready", "{0} was issued already: return it first.", line.Code);
}
