namespace ServiceErp.Reception;

/// <summary>Who pays for a service (REQUIREMENTS section 2).</summary>
public enum ServiceCategory
{
    /// <summary>A: the customer pays.</summary>
    Paid,

    /// <summary>B: under a maintenance contract.</summary>
    Contract,

    /// <summary>C: free under warranty.</summary>
    Warranty,

    /// <summary>D: the company's own work.</summary>
    Internal,
}

/// <summary>How the customer reached us.</summary>
public enum ContactChannel
{
#pragma warning disable CS1591 // the names say it
    Call,
    Letter,
    Email,
    Visit,
    CarryIn,
    Web,
#pragma warning restore CS1591
}

/// <summary>Where the work begins.</summary>
public enum ServicePlace
{
    /// <summary>The product was brought to the workshop.</summary>
    Workshop,

    /// <summary>A technician goes to the customer.</summary>
    Field,
}

/// <summary>How urgent; zones, contracts and priorities have their own response targets (REC-4).</summary>
public enum Priority
{
#pragma warning disable CS1591
    Normal,
    High,
    Emergency,
#pragma warning restore CS1591
}
