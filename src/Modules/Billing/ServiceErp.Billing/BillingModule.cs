using System.Resources;
using Autofac;
using ServiceErp.Billing;
using ServiceErp.Billing.Api;
using ServiceErp.Billing.Features.CreditNotes;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Reminders;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Integration;
using ServiceErp.Billing.Pages;
using ServiceErp.Billing.Persistence;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;

[assembly: ErpModule(typeof(BillingModule))]

namespace ServiceErp.Billing;

/// <summary>From the voucher of a finished job to the money: invoices, payments, credit notes, reminders (BIL-1, BIL-3, BIL-6).</summary>
public sealed class BillingModule : ErpModule
{
    public override string Name => "Billing";

    public override int Order => 400;

    public override Type DbContext => typeof(BillingDbContext);

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(BillingPermissions.VoucherRead, Roles.Accountant, Roles.Receptionist, Roles.BranchManager, Roles.ServiceDirector),
        new(BillingPermissions.VoucherInvoice, Roles.Accountant, Roles.Receptionist),
        new(BillingPermissions.VoucherWaive, Roles.Accountant, Roles.BranchManager),
        new(BillingPermissions.InvoiceRead, Roles.Accountant, Roles.Receptionist, Roles.BranchManager, Roles.ServiceDirector),
        new(BillingPermissions.InvoiceCorrect, Roles.Accountant, Roles.BranchManager),
        new(BillingPermissions.PaymentTake, Roles.Accountant, Roles.Receptionist),
        new(BillingPermissions.PaymentRefund, Roles.Accountant),
        new(BillingPermissions.CreditNoteIssue, Roles.Accountant),
        new(BillingPermissions.ReminderSend, Roles.Accountant),
        new(BillingPermissions.ReceivablesRead, Roles.Accountant, Roles.BranchManager, Roles.ServiceDirector),
        new(BillingPermissions.SettingsRead, Roles.Accountant, Roles.BranchManager, Roles.ServiceDirector),
        new(BillingPermissions.SettingsWrite, Roles.Accountant),
    ];

    public override IReadOnlyList<Platform.Modules.NavigationItem> Navigation { get; } =
    [
        new("Vouchers to invoice", "/billing/vouchers", "clipboard-check", BillingPermissions.VoucherRead, 10),
        new("Invoices", "/billing/invoices", "file-invoice", BillingPermissions.InvoiceRead, 20),
        new("Receivables", "/billing/receivables", "coin", BillingPermissions.ReceivablesRead, 30),
        new("Tax rates", "/billing/tax-rates", "scale", BillingPermissions.SettingsRead, 40),
        new("Payment terms", "/billing/terms", "settings", BillingPermissions.SettingsRead, 50),
    ];

    public override ResourceManager Texts { get; } = new("ServiceErp.Billing.Resources.BillingText", typeof(BillingModule).Assembly);

    public override void MapApi(ApiRoutes api) => BillingApi.Map(api);

    public override void MapPages(PageRoutes pages) => BillingPages.Map(pages);

    protected override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<Invoicing>().InstancePerLifetimeScope();
        builder.RegisterType<InvoiceReading>().InstancePerLifetimeScope();
        builder.RegisterType<InvoiceLetters>().InstancePerLifetimeScope();
        builder.SendsPaper<GetInvoice.Answer, InvoicePaper>(InvoiceLetters.InvoiceOccasion, id => new GetInvoice.Query(id), i => i.Number, (i, _) => new { Invoice = i }, i => i.Language);
        builder.SendsPaper<GetInvoice.Answer, InvoicePaper>(InvoiceLetters.ReminderOccasion, id => new GetInvoice.Query(id), i => i.Number, (i, _) => new { Invoice = i }, i => i.Language);
        builder.SendsPaper<GetCreditNote.Answer, CreditNotePaper>(InvoiceLetters.CreditNoteOccasion, id => new GetCreditNote.Query(id), n => n.Note.Number, (n, _) => new { n.Invoice, n.Note }, n => n.Invoice.Language);
        builder.RegisterType<Reminding>().InstancePerLifetimeScope();
        builder.RegisterType<VoucherLifecycleCounts>().As<ILifecycleCounts>();
        builder.RegisterType<InvoiceLifecycleCounts>().As<ILifecycleCounts>();
        builder.RegisterType<BillingToday>().As<IStartPagePart>();
        builder.RegisterType<SalesTaxRates>().As<ISalesTaxes>().InstancePerLifetimeScope();
        builder.RegisterType<Receivables>().As<IReceivables>().InstancePerLifetimeScope();
        builder.RegisterType<SendDueRemindersDaily>().As<IScheduledJob>();
    }
}
