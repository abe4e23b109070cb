namespace ServiceErp.Workshop;

internal static class WorkshopPermissions
{
    public const string OrderRead = "Workshop.Order.Read";
    public const string OrderAssign = "Workshop.Order.Assign";
    public const string OrderPromise = "Workshop.Order.Promise";
    public const string OrderWork = "Workshop.Order.Work";
    public const string OrderInspect = "Workshop.Order.Inspect";
    public const string OrderCancel = "Workshop.Order.Cancel";
    public const string OrderDiscount = "Workshop.Order.Discount";
    public const string QuotationWrite = "Workshop.Quotation.Write";
    public const string QuotationAnswer = "Workshop.Quotation.Answer";
    public const string ConsentRecord = "Workshop.Consent.Record";
    public const string LimitWrite = "Workshop.ConsentLimit.Write";
    public const string TimeCorrect = "Workshop.Time.Correct";
    public const string LinkIssue = "Workshop.Link.Issue";
    public const string CatalogWrite = "Workshop.Catalog.Write";
    public const string SelfControlWrite = "Workshop.SelfControl.Write";
    public const string NonconformityRead = "Workshop.Nonconformity.Read";
    public const string NonconformityWrite = "Workshop.Nonconformity.Write";

    /// <summary>Each of them lets its holder add photos and papers to an order.</summary>
    public static readonly string[] AddPhotos = [OrderWork, OrderInspect, OrderPromise];
}
