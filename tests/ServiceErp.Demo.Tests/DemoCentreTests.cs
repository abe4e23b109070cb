using ServiceErp.Workshop.Domain.Orders;

namespace ServiceErp.Demo.Tests;

public sealed class DemoCentreTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public void Every_role_works_in_every_branch()
    {
        Assert.Equal(["BER", "SEO"], demo.Ask("SELECT Code FROM platform_Branch ORDER BY Code"));
        Assert.True(demo.Ask("SELECT Name FROM platform_User WHERE IsDemo = 1 AND Active = 1").Count >= 29);
    }

    [Fact]
    public void The_book_of_each_stock_item_proves_its_balance()
    {
        Assert.True(demo.Ask("SELECT Id FROM spareparts_StockItem WHERE OnHand > 0").Count > 120);
        Assert.Empty(demo.Ask("""
            SELECT s.Id FROM spareparts_StockItem s LEFT JOIN spareparts_Movement m ON m.StockItemId = s.Id
            GROUP BY s.Id, s.OnHand, s.Value HAVING s.OnHand <> COALESCE(SUM(m.Quantity), 0) OR s.Value <> COALESCE(SUM(m.Value), 0) OR s.OnHand < 0 OR s.Reserved > s.OnHand
            """));
    }

    [Theory]
    [InlineData("BER")]
    [InlineData("SEO")]
    public void An_order_stands_in_every_state_in_every_branch(string code)
    {
        var found = demo.Ask($"SELECT DISTINCT o.State FROM workshop_ServiceOrder o JOIN platform_Branch b ON b.Id = o.BranchId WHERE b.Code = '{code}'");
        // What was taken back from the field is taken in at once: nothing stays in that state while Reception runs.
        Assert.Empty(Enum.GetNames<OrderState>().Except(found).Except([nameof(OrderState.TakenBack)]));
        Assert.NotEmpty(demo.Ask($"SELECT a.Id FROM platform_Audit a JOIN workshop_ServiceOrder o ON o.Id = a.EntityId JOIN platform_Branch b ON b.Id = o.BranchId WHERE b.Code = '{code}' AND a.\"To\" = 'TakenBack'"));
    }

    [Fact]
    public void There_are_some_hundred_orders_over_four_months()
    {
        Assert.True(demo.Ask("SELECT Id FROM workshop_ServiceOrder").Count > 180);
        Assert.True(demo.Ask("SELECT Id FROM workshop_ServiceOrder WHERE State = 'Completed'").Count > 100);
        Assert.True(demo.Ask("SELECT Id FROM workshop_Nonconformity").Count > 5);
        Assert.Equal(["Paid", "Warranty"], demo.Ask("SELECT DISTINCT Category FROM workshop_ServiceOrder ORDER BY Category"));
        Assert.Equal(["Approved", "Declined", "Sent"], demo.Ask("SELECT DISTINCT State FROM workshop_Quotation ORDER BY State"));
    }

    [Fact]
    public void Invoices_are_the_sum_of_their_lines_and_some_are_paid_open_and_overdue()
    {
        Assert.True(demo.Ask("SELECT Id FROM billing_Invoice").Count > 55);
        Assert.Empty(demo.Ask("""
            SELECT i.Number FROM billing_Invoice i JOIN billing_InvoiceLine l ON l.InvoiceId = i.Id
            GROUP BY i.Id, i.Number, i.Net, i.Normal, i.Reduction, i.Tax, i.Gross
            HAVING i.Net <> SUM(l.Net) OR i.Normal <> SUM(l.Normal) OR i.Reduction <> SUM(l.Reduction) OR i.Gross <> i.Net + i.Tax
            """));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM billing_Invoice WHERE Open = 0 AND Paid = Gross"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM billing_Invoice WHERE Open > 0 AND DueOn >= DATE('now')"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM billing_Invoice WHERE Open > 0 AND DueOn < DATE('now')"));
        Assert.Empty(demo.Ask("SELECT OrderNumber FROM billing_Voucher WHERE State = 'ToInvoice' AND ReleasedOn < DATE('now', '-4 days')"));
    }

    [Theory]
    [InlineData("SELECT Number FROM billing_Invoice WHERE Number <> ''")]
    [InlineData("SELECT Number FROM workshop_ServiceOrder")]
    [InlineData("SELECT Number FROM reception_ServiceRequest")]
    [InlineData("SELECT Number FROM reception_GoodsReceipt")]
    [InlineData("SELECT Number FROM spareparts_StockDocument WHERE Number IS NOT NULL")]
    public void Numbers_have_no_gap(string sql)
    {
        var series = demo.Ask(sql).GroupBy(n => n[..(n.LastIndexOf('-') + 1)], n => int.Parse(n[(n.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.True(series.Length >= 2);
        Assert.All(series, s => Assert.Equal(Enumerable.Range(1, s.Count()), s.Order()));
    }

    [Fact]
    public void Loaners_are_out_overdue_returned_and_free()
    {
        Assert.Equal(["InPool", "Out"], demo.Ask("SELECT DISTINCT State FROM spareparts_Loaner ORDER BY State"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_Loan WHERE State = 'Out' AND ReadyAt IS NULL"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_Loan WHERE State = 'Out' AND ReadyAt IS NOT NULL AND DueOn < DATE('now')"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_Loan WHERE State = 'Returned'"));
    }

    [Fact]
    public void The_store_is_classed_counted_and_bought_for()
    {
        Assert.True(demo.Ask("SELECT DISTINCT Class FROM spareparts_PartClass").Count >= 3);
        Assert.True(demo.Ask("SELECT Id FROM spareparts_PartForecast").Count >= 60);
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_StockCount WHERE State = 'Posted' AND DocumentId IS NOT NULL"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_StockCount WHERE State = 'Counting'"));
        Assert.Equal(["Approved", "Open"], demo.Ask("SELECT DISTINCT State FROM spareparts_PurchaseProposal ORDER BY State"));
        Assert.Equal(["Ordered", "PartlyReceived"], demo.Ask("SELECT DISTINCT State FROM spareparts_PurchaseOrder ORDER BY State"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_PurchaseOrder WHERE State = 'Ordered' AND ExpectedOn < DATE('now')"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_SupplierInvoice WHERE Disputed = 1"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_PartForecast WHERE Tested > 0"));
        Assert.True(demo.Ask("SELECT DISTINCT Xyz FROM spareparts_PartClass").Count >= 3);
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_ModelObligation"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_PriceListEntry"));
    }

    [Fact]
    public void Suppliers_are_claimed_from_credit_some_send_some_back_and_are_waited_for()
    {
        Assert.Equal(["Credited", "Sent"], demo.Ask("SELECT DISTINCT State FROM spareparts_SupplierClaim ORDER BY State"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_SupplierClaim WHERE Credited > 0 AND Credited = Accepted AND Accepted < Claimed"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_ClaimComeback"));
        Assert.NotEmpty(demo.Ask("SELECT Id FROM spareparts_DefectivePart WHERE State = 'Held' AND WarehouseId IS NOT NULL"));
    }

    [Fact]
    public void Pieces_with_serial_numbers_lie_in_stock_and_one_went_in_for_a_faulty_one_in_every_branch()
    {
        Assert.Equal(2, demo.Ask("SELECT Id FROM spareparts_SerialPiece WHERE State = 'Issued' AND OrderNumber <> '' AND FaultySerial <> ''").Count);
        Assert.True(demo.Ask("SELECT Id FROM spareparts_SerialPiece WHERE State = 'InStock'").Count >= 10);
    }

    [Fact]
    public void Every_event_was_delivered()
    {
        Assert.NotEmpty(demo.Ask("SELECT Id FROM platform_Outbox"));
        Assert.Empty(demo.Ask("SELECT EventName || ' to ' || Subscriber || ': ' || COALESCE(LastError, '') FROM platform_Outbox WHERE DoneAt IS NULL OR DeadAt IS NOT NULL"));
    }

    [Fact]
    public void Progress_rises_to_the_end()
    {
        Assert.Equal(100, demo.Told[^1].Percent);
        Assert.Equal(demo.Told.Select(p => p.Percent).Order(), demo.Told.Select(p => p.Percent));
    }

    [Fact]
    public void The_first_start_does_not_take_forever() => Assert.True(demo.Took < TimeSpan.FromMinutes(5), $"The demo took {demo.Took}.");

    [Theory]
    [InlineData("Reception")]
    [InlineData("Workshop")]
    [InlineData("SpareParts")]
    [InlineData("Billing")]
    [InlineData("Reception,Workshop,SpareParts,Billing")]
    public async Task Whatever_is_switched_off_is_left_out(string off)
    {
        var partly = new DemoDatabase();
        try
        {
            await partly.BuildAsync(off);
            Assert.Equal(100, partly.Told[^1].Percent);
            Assert.Empty(partly.Ask("SELECT LastError FROM platform_Outbox WHERE DoneAt IS NULL OR DeadAt IS NOT NULL"));
        }
        finally
        {
            await partly.DisposeAsync();
        }
    }
}
