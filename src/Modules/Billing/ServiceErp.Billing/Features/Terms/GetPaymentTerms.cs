using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Terms;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Terms;

/// <summary>The payment terms of each branch the caller sees; the usual ones where none were set.</summary>
public static class GetPaymentTerms
{
    [Requires(BillingPermissions.SettingsRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Branches);

    public sealed record Row(Guid BranchId, string BranchName, int? Version, int DueDays, string TaxCode, int FirstReminderDays, int SecondReminderDays, int ThirdReminderDays, string PaymentDetails);

    internal sealed class Handler(BillingDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var known = await db.Terms.AsNoTracking().ToDictionaryAsync(t => t.BranchId, cancel);
            return new Answer([.. branches.Seen(user).Select(b =>
            {
                var stored = known.GetValueOrDefault(b.Id);
                var terms = stored ?? new PaymentTerms(Guid.Empty, b.Id);
                return new Row(b.Id, b.Name, stored?.Version, terms.DueDays, terms.TaxCode, terms.FirstReminderDays, terms.SecondReminderDays, terms.ThirdReminderDays, terms.PaymentDetails);
            })]);
        }
    }
}
