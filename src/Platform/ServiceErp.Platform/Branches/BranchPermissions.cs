namespace ServiceErp.Platform.Branches;

internal static class BranchPermissions
{
    public const string Read = "Platform.Branch.Read";
    public const string Write = "Platform.Branch.Write";
}
