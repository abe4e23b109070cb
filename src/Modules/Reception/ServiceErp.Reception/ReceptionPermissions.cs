namespace ServiceErp.Reception;

/// <summary>What may be done in Reception.</summary>
internal static class ReceptionPermissions
{
    public const string RequestRead = "Reception.Request.Read";
    public const string RequestWrite = "Reception.Request.Write";
    public const string RequestOverride = "Reception.Request.Override";
    public const string ClockPause = "Reception.Clock.Pause";
    public const string EntitlementChange = "Reception.Entitlement.Change";
    public const string CustomerRead = "Reception.Customer.Read";
    public const string CustomerWrite = "Reception.Customer.Write";
    public const string DeviceRead = "Reception.Device.Read";
    public const string DeviceWrite = "Reception.Device.Write";
    public const string WarrantyRead = "Reception.Warranty.Read";
    public const string WarrantyWrite = "Reception.Warranty.Write";
    public const string GoodsRead = "Reception.Goods.Read";
    public const string GoodsWrite = "Reception.Goods.Write";
    public const string LinkIssue = "Reception.Link.Issue";
    public const string GoodsGiveUp = "Reception.Goods.GiveUp";
    public const string RequestOversee = "Reception.Request.Oversee";
    public const string SettingsRead = "Reception.Settings.Read";
    public const string SettingsWrite = "Reception.Settings.Write";
    public const string Import = "Reception.Data.Import";
}
