using ServiceErp.Kernel;

namespace ServiceErp.Reception.Domain.Requests;

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Noted in the register; no order yet.</summary>
    Registered,

    /// <summary>The work was taken on; an order is opened.</summary>
    Accepted,

    /// <summary>A technician has it.</summary>
    Dispatched,

    /// <summary>The order is over.</summary>
    Closed,

    /// <summary>The customer does not want it any more.</summary>
    Withdrawn,
}

/// <summary>What moves a request.</summary>
public enum RequestTrigger
{
    /// <summary>The work is taken on.</summary>
    Accept,

    /// <summary>A technician gets it.</summary>
    Dispatch,

    /// <summary>The technician gives it back to the dispatcher.</summary>
    Recall,

    /// <summary>The order is over.</summary>
    Close,

    /// <summary>The customer takes it back.</summary>
    Withdraw,

    /// <summary>What was written down wrong is put right.</summary>
    Correct,
}

/// <summary>The one transition table of a request.</summary>
internal static class ServiceRequestLifecycle
{
    public static readonly Lifecycle<ServiceRequest, RequestState, RequestTrigger> Table =
        Lifecycle<ServiceRequest, RequestState, RequestTrigger>.Define(RequestState.Registered, life =>
        {
            life.Configure(RequestState.Registered)
                .PermitIf(
                    RequestTrigger.Accept,
                    RequestState.Accepted,
                    (request => request.DeviceId is not null, "Say first which device it is about."),
                    (request => request.Entitlement is not null, "Check first who pays."))
                .PermitReentry(RequestTrigger.Correct)
                .Permit(RequestTrigger.Withdraw, RequestState.Withdrawn);
            life.Configure(RequestState.Accepted)
                .PermitReentry(RequestTrigger.Correct)
                .Permit(RequestTrigger.Dispatch, RequestState.Dispatched)
                .Permit(RequestTrigger.Close, RequestState.Closed)
                .Permit(RequestTrigger.Withdraw, RequestState.Withdrawn);
            life.Configure(RequestState.Dispatched)
                .PermitReentry(RequestTrigger.Correct)
                .Permit(RequestTrigger.Recall, RequestState.Accepted)
                .Permit(RequestTrigger.Close, RequestState.Closed)
                .Permit(RequestTrigger.Withdraw, RequestState.Withdrawn);
            life.Final(RequestState.Closed, RequestState.Withdrawn);
        });
}
