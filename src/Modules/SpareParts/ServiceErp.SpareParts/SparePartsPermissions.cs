namespace ServiceErp.SpareParts;

/// <summary>The rights of this module.</summary>
internal static class SparePartsPermissions
{
    public const string PartRead = "SpareParts.Part.Read";
    public const string PartWrite = "SpareParts.Part.Write";
    public const string PriceBackdate = "SpareParts.Price.Backdate";
    public const string PartImport = "SpareParts.Part.Import";
    public const string WarehouseWrite = "SpareParts.Warehouse.Write";
    public const string StockRead = "SpareParts.Stock.Read";
    public const string StockValue = "SpareParts.Stock.Value";
    public const string StockMove = "SpareParts.Stock.Move";
    public const string StockReserve = "SpareParts.Stock.Reserve";
    public const string StockWriteOff = "SpareParts.Stock.WriteOff";
    public const string ReservationRelease = "SpareParts.Reservation.Release";
    public const string CountRead = "SpareParts.Count.Read";
    public const string CountPlan = "SpareParts.Count.Plan";
    public const string CountWrite = "SpareParts.Count.Write";
    public const string CountPost = "SpareParts.Count.Post";
    public const string CountApprove = "SpareParts.Count.Approve";
    public const string LoanerRead = "SpareParts.Loaner.Read";
    public const string LoanerLend = "SpareParts.Loaner.Lend";
    public const string LoanerManage = "SpareParts.Loaner.Manage";
    public const string LoanerRelease = "SpareParts.Loaner.Release";
    public const string LoanerFee = "SpareParts.Loaner.Fee";
    public const string PeriodClose = "SpareParts.Period.Close";
    public const string ClassWrite = "SpareParts.Class.Write";
    public const string PlanWrite = "SpareParts.Plan.Write";
    public const string PurchaseRead = "SpareParts.Purchase.Read";
    public const string PurchaseWrite = "SpareParts.Purchase.Write";
    public const string PurchaseApprove = "SpareParts.Purchase.Approve";
    public const string ClaimRead = "SpareParts.Claim.Read";
    public const string ClaimWrite = "SpareParts.Claim.Write";
    public const string ClaimSettle = "SpareParts.Claim.Settle";
    public const string RulesWrite = "SpareParts.Rules.Write";
    public const string InvoiceNote = "SpareParts.Invoice.Note";
    public const string InvoiceRelease = "SpareParts.Invoice.Release";
    public const string PurchaseApproveAny = "SpareParts.Purchase.ApproveAny";
}
