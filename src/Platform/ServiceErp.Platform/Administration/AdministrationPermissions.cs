namespace ServiceErp.Platform.Administration;

internal static class AdministrationPermissions
{
    public const string System = "Platform.System.Read";
    public const string DeadLetters = "Platform.DeadLetter.Resubmit";
    public const string Audit = "Platform.Audit.Read";
}
