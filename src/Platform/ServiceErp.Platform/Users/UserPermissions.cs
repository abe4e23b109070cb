namespace ServiceErp.Platform.Users;

internal static class UserPermissions
{
    public const string Read = "Platform.User.Read";
    public const string Write = "Platform.User.Write";
    public const string Permissions = "Platform.Permission.Change";
    public const string ApiKeys = "Platform.ApiKey.Manage";
}
