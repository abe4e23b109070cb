using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Terms;

/// <summary>What a branch asks of its customers: days to pay, the tax code of its services, when it reminds.</summary>
internal sealed class PaymentTerms : Aggregate, IBranchOwned
{
    private PaymentTerms()
    {
    }

    public PaymentTerms(Guid id, Guid branchId)
    {
        Id = id;
        BranchId = branchId;
    }

    public Guid BranchId { get; private init; }

    public int DueDays { get; private set; } = 14;

    public string TaxCode { get; private set; } = TaxRate.Standard;

    /// <summary>Days after the due day at which the first, second and third reminder is sent.</summary>
    public int FirstReminderDays { get; private set; } = 7;

    public int SecondReminderDays { get; private set; } = 21;

    public int ThirdReminderDays { get; private set; } = 35;

    /// <summary>Bank account and other words printed below each invoice.</summary>
    public string PaymentDetails { get; private set; } = "";

    public void Change(int dueDays, string taxCode, int first, int second, int third, string paymentDetails)
    {
        DueDays = dueDays;
        TaxCode = taxCode;
        FirstReminderDays = first;
        SecondReminderDays = second;
        ThirdReminderDays = third;
        PaymentDetails = paymentDetails;
    }

    /// <summary>How many reminders are due so many days after the due day.</summary>
    public int LevelAfter(int daysOverdue) =>
        daysOverdue >= ThirdReminderDays ? 3 : daysOverdue >= SecondReminderDays ? 2 : daysOverdue >= FirstReminderDays ? 1 : 0;
}
