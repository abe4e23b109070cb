using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Messages;

/// <summary>Which messages a colleague may see; every list, page and count asks here.</summary>
public static class MessageReading
{
    /// <summary>
    /// Those of the reader's branch, without those that need a permission which the reader lacks: somebody who reads messages does not read on that way what a customer wrote about them (S4.P3.4).
    /// </summary>
    /// <param name="messages">All.</param>
    /// <param name="reader">Who reads.</param>
    public static IQueryable<OutgoingMessage> SeenBy(this IQueryable<OutgoingMessage> messages, Caller reader)
    {
        var branch = reader.BranchId;
        messages = messages.Where(m => branch == null || m.BranchId == null || m.BranchId == branch);
        if (reader.Permissions is not { } permissions)
        {
            return messages;
        }

        string[] held = [.. permissions];
        return messages.Where(m => m.ReadPermission == null || EF.Parameter(held).Contains(m.ReadPermission));
    }
}
