namespace ServiceErp.RandomDays.Tests;

/// <summary>
/// Draws the next step. Half of the steps lead something on that is under way, so that days get somewhere; the others are anything by anybody. Which steps lead on is said for orders only:
/// whatever else there is has few enough commands to be found by chance.
/// </summary>
internal sealed class Planner(House house, Random random)
{
    /// <summary>By the order's state what leads on, in turn, and what may come between.</summary>
    private static readonly Dictionary<string, (string[] Forward, string[] Aside)> Ways = new()
    {
        ["Received"] = (["AssignOrder"], ["TakeOverOrder", "TakeGoodsIn", "WithdrawRequest", "CancelOrder", "PromiseReadyBy", "PreapproveRepair", "DraftQuotation", "CorrectRequest", "PauseClock"]),
        ["Assigned"] = (["StartDiagnosis", "DepartToCustomer", "TakeGoodsIn", "StartDiagnosis"], ["TakeGoodsIn", "HoldForCustomer", "UnassignOrder", "CancelOrder", "StartTimer", "WithdrawRequest", "CorrectRequest", "PauseClock", "PromiseReadyBy"]),
        ["Travelling"] = (["ArriveAtCustomer"], ["TurnBack", "TakeGoodsIn", "CancelOrder"]),
        ["OnSite"] = (["PreapproveRepair", "TickControlPoints", "FinishOnSite", "TakeBackDevice"],
            ["RequestParts", "Workshop.IssueParts", "AddLabour", "AddFee", "DraftQuotation", "SendQuotations", "TurnBack", "ReturnUnrepaired", "WaitForParts", "ChangeEntitlement", "StopTimer"]),
        ["TakenBack"] = (["ReceiveFromTechnician"], ["TakeGoodsIn", "ReturnUnrepaired", "WithdrawRequest"]),
        ["Diagnosing"] = (["PreapproveRepair", "StartRepair", "DraftQuotation", "SendQuotations", "RecordDiagnosis", "StartRepair"],
            ["WaitForParts", "HoldForCustomer", "RequestParts", "StartTimer", "StopTimer", "AddFee", "ChangeEntitlement", "ReturnUnrepaired", "WithdrawRequest", "LendLoaner", "ReserveLoaner", "AssignOrder", "TakeOverOrder"]),
        ["AwaitingApproval"] = (["AnswerQuotation", "AnswerQuotationByLink"], ["AskAboutQuotation", "ReplyToQuestion", "ReviseQuotations", "ReturnUnrepaired", "RenewQuotationLink", "PreapproveRepair", "WithdrawRequest"]),
        ["WaitingForCustomer"] = (["ResumeOrder"], ["CancelOrder", "TakeGoodsIn", "ReturnUnrepaired", "WithdrawRequest"]),
        ["WaitingForParts"] = (["ResumeOrder", "DraftStockDocument"], ["ReturnUnrepaired", "CancelOrder", "WithdrawRequest", "RemoveLine"]),
        ["InRepair"] = (["RequestParts", "Workshop.IssueParts", "TickControlPoints", "FinishRepair", "AddLabour", "StopTimer", "RemoveLine", "FinishRepair"],
            ["RequestParts", "RequestParts", "HandOutOrder", "IssueScannedPart", "AddFee", "StartTimer", "StopTimer", "WaitForParts", "HoldForCustomer", "Workshop.ReturnParts", "SpareParts.ReturnParts", "DiscountLine", "ChangeEntitlement", "DraftQuotation", "SendQuotations", "ReturnUnrepaired", "RemoveLine", "DecideOldPart", "LendLoaner", "AssignOrder", "AssignOrder", "AssignOrder", "TakeOverOrder"]),
        ["AwaitingInspection"] = (["InspectOrder"], ["ReleaseOwnWork", "ChangeEntitlement", "DiscountLine", "SpareParts.ReturnParts", "GrantSelfControl"]),
        ["Ready"] = (["IssueInvoiceForOrder", "ReturnGoods"], ["WaiveVoucher", "RemindOfGoods", "GiveGoodsUp", "LendLoaner", "ReturnLoaner", "SpareParts.ReturnParts", "ExchangeLoaner", "ChangeEntitlement", "CreateInvoiceFromVoucher"]),
        ["ReadyUnrepaired"] = (["ReturnGoods", "IssueInvoiceForOrder"], ["WaiveVoucher", "RemindOfGoods", "ReturnLoaner", "SpareParts.ReturnParts", "GiveGoodsUp"]),
        ["Completed"] = (["TakePayment", "AnswerSurvey", "IssueInvoiceForOrder"], ["AnswerSurveyByPhone", "IssueCreditNote", "RefundPayment", "ReopenVoucher", "ReturnLoaner", "WaiveVoucher", "SendReminder"]),
        ["Cancelled"] = (["ReturnGoods"], ["TakeGoodsIn", "SpareParts.ReturnParts", "ReturnLoaner"]),
    };

    /// <summary>The same for what else there is, where most commands fit one state only.</summary>
    private static readonly (string Table, string State, string[] Commands)[] Others =
    [
        ("spareparts_StockDocument", "Draft", ["PostStockDocument", "PostStockDocument", "SendStockDocument", "AddStockDocumentLine", "ChangeStockDocument", "DiscardStockDocument", "RemoveStockDocumentLine"]),
        ("spareparts_StockDocument", "Sent", ["ReceiveStockDocument", "ReceiveStockDocument", "WriteOffStockDocument", "ReverseStockDocument"]),
        ("spareparts_StockDocument", "Posted", ["ReverseStockDocument"]),
        ("spareparts_PurchaseOrder", "Draft", ["SendPurchaseOrder", "SendPurchaseOrder", "AddPurchaseOrderLine", "RemovePurchaseOrderLine", "CancelPurchaseOrder"]),
        ("spareparts_PurchaseOrder", "Ordered", ["ReceivePurchaseOrder", "ReceivePurchaseOrder", "NoteSupplierInvoice", "ClosePurchaseOrder", "CancelPurchaseOrder"]),
        ("spareparts_PurchaseOrder", "PartlyReceived", ["ReceivePurchaseOrder", "NoteSupplierInvoice", "ReleaseSupplierInvoice", "ClosePurchaseOrder"]),
        ("spareparts_PurchaseOrder", "Received", ["NoteSupplierInvoice", "ReleaseSupplierInvoice"]),
        ("spareparts_PurchaseProposal", "Open", ["ApproveProposal", "EditProposalLine", "DiscardProposal"]),
        ("spareparts_StockCount", "Planned", ["RecordCount"]),
        ("spareparts_StockCount", "Counting", ["RecordCount", "RecordCount", "FinishCount", "FinishCount", "CancelCount"]),
        ("spareparts_StockCount", "ToApprove", ["PostCount", "PostCount", "CountAgain"]),
        ("spareparts_DefectivePart", "Held", ["DraftSupplierClaim", "DraftSupplierClaim", "ScrapDefectivePart", "FindDefectivePartGood", "ReturnDefectivePart", "ChangeDefectivePart", "DropDefectivePart"]),
        ("spareparts_SupplierClaim", "Draft", ["SendSupplierClaim", "SendSupplierClaim", "ChangeClaimLine", "AddClaimLine", "CancelSupplierClaim"]),
        ("spareparts_SupplierClaim", "Sent", ["AnswerSupplierClaim", "AnswerSupplierClaim", "ShipClaimedGoods", "TakeClaimedGoodsBack", "CancelSupplierClaim"]),
        ("spareparts_SupplierClaim", "Accepted", ["NoteClaimCredit", "ReceiveReplacement", "ShipClaimedGoods", "CloseSupplierClaim"]),
        ("spareparts_SupplierClaim", "Refused", ["ContestRefusal", "TakeRefusedBack", "CloseSupplierClaim"]),
        ("spareparts_Loan", "Out", ["ReturnLoaner", "ReturnLoaner", "ProlongLoan", "ExchangeLoaner", "ReportLoanerLost", "ReleaseOrderFromLoan"]),
        ("spareparts_Loan", "Lost", ["FindLostLoaner", "ChargeLoan"]),
        ("spareparts_Loan", "Returned", ["ChargeLoan", "DecideLoanFee"]),
        ("spareparts_Loaner", "Checking", ["MoveLoaner"]),
        ("spareparts_LoanerReservation", "Booked", ["SetLoanerAside", "CancelLoanerReservation"]),
        ("billing_Voucher", "ToInvoice", ["CreateInvoiceFromVoucher", "CreateInvoiceFromVoucher", "WaiveVoucher"]),
        ("billing_Voucher", "Waived", ["ReopenVoucher"]),
        ("billing_Voucher", "Invoiced", ["ReopenVoucher"]),
        ("billing_Invoice", "Draft", ["ChangeDraft", "IssueInvoice", "DiscardDraft"]),
        ("billing_Invoice", "Issued", ["TakePayment", "IssueCreditNote", "SendReminder"]),
        ("billing_Invoice", "Paid", ["IssueCreditNote", "RefundPayment"]),
        ("billing_Invoice", "Credited", ["RefundPayment"]),
        ("feedback_Survey", "Planned", ["AnswerSurvey", "AnswerSurveyByPhone"]),
        ("feedback_Survey", "Sent", ["AnswerSurvey", "AnswerSurveyByPhone", "RenewSurveyLink"]),
        ("feedback_Survey", "Answered", ["AcknowledgeAnswer", "CloseFollowUp"]),
        ("workshop_Nonconformity", "Open", ["CloseNonconformity"]),
        ("workshop_Quotation", "Sent", ["AnswerQuotationByLink", "AskAboutQuotation", "EndQuotationLink", "RenewQuotationLink", "ReplyToQuestion"]),
    ];

    private static readonly string[] Beginnings = ["DraftStockDocument", "DraftStockDocument", "DraftPurchaseOrder", "DraftPurchaseOrder", "StartStocktake", "PlanCounts", "SetDefectivePartAside", "MakeProposal", "ReserveLoaner"];

    private readonly Dictionary<string, UseCase[]> byKind = house.UseCases.All.Where(u => u.Places.Count > 0).GroupBy(u => u.Places[0].Word).ToDictionary(g => g.Key, g => g.ToArray());
    private readonly Dictionary<(int Order, string State), int> tries = [];
    private readonly UseCase[] creating = [.. house.UseCases.All.Where(u => u.Places.Count == 0)];

    public Step Next()
    {
        var minutes = random.Next(1, 25);
        var dice = random.Next(100);
        if (dice < 5)
        {
            return new Step(dice switch { 0 => Step.Weeks, 1 => Step.Look, _ => Step.Night }, "Ada", random.Next(1000), -1, Twist.None, minutes);
        }

        var orders = house.Has("Workshop") ? house.Ask("SELECT Id, State, TechnicianId, RequestId FROM workshop_ServiceOrder ORDER BY rowid") : [];
        if (house.Has("Reception") && (dice < 8 || (dice < 40 && orders.Count < 2)))
        {
            return Of(house.UseCases.Find("RegisterRequest")!, -1, minutes);
        }

        if (dice < 70 && orders.Count > 0)
        {
            var under = orders.Index().Where(o => o.Item[1] is not ("Completed" or "Cancelled")).Select(o => o.Index).ToArray();
            var at = under.Length > 0 && random.Next(6) > 0 ? under[random.Next(2) == 0 ? 0 : random.Next(under.Length)] : random.Next(orders.Count);
            var (forward, aside) = Ways[(string)orders[at][1]!];
            var tried = tries.GetValueOrDefault((at, (string)orders[at][1]!), at % 2 * 2);
            var goesOn = random.Next(3) < 2;
            var name = goesOn ? forward[tried % forward.Length] : aside[random.Next(aside.Length)];
            tries[(at, (string)orders[at][1]!)] = goesOn ? tried + 1 : tried;
            return house.UseCases.Find(name) is { } known ? Of(known, SubjectOf(known, at, orders[at]), minutes, Guid.TryParse(orders[at][2] as string, out var id) ? id : null) : Anything(minutes);
        }

        return Anything(minutes);
    }

    private Step Anything(int minutes)
    {
        var dice = random.Next(3);
        if (dice == 0)
        {
            var here = Others.Where(o => house.Has(o.Table.StartsWith("spare", StringComparison.Ordinal) ? "SpareParts" : char.ToUpperInvariant(o.Table[0]) + o.Table[1..o.Table.IndexOf('_', StringComparison.Ordinal)]) && house.One($"SELECT 1 FROM {o.Table} WHERE State = $0", o.State) is not null).ToArray();
            if (here.Length > 0)
            {
                var (table, state, commands) = here[random.Next(here.Length)];
                var states = house.Ask($"SELECT State FROM {table} ORDER BY rowid").Index().Where(r => r.Item[0] as string == state).Select(r => r.Index).ToArray();
                return Of(house.UseCases.Find(commands[random.Next(commands.Length)])!, states[random.Next(states.Length)], minutes);
            }
        }
        else if (dice == 1 && random.Next(3) == 0 && house.UseCases.Find(Beginnings[random.Next(Beginnings.Length)]) is { } begun)
        {
            return Of(begun, -1, minutes);
        }

        if (random.Next(4) == 0)
        {
            return Of(creating[random.Next(creating.Length)], -1, minutes);
        }

        // A kind of which there is something, so that most commands have something to be about.
        var kinds = byKind.Keys.Where(k => Bodies.TableOf(k) is { } table && Bodies.Row(house, table).Count > 0).ToArray();
        var kind = kinds.Length == 0 ? byKind.Keys.First() : kinds[random.Next(kinds.Length)];
        var row = Bodies.TableOf(kind) is { } known ? Bodies.Row(house, known) : [];
        return Of(byKind[kind][random.Next(byKind[kind].Length)], row.Count == 0 ? -1 : Lately(row.Count), minutes);
    }

    /// <summary>Mostly what came last.</summary>
    private int Lately(int count) => count - 1 - (int)(count * Math.Pow(random.NextDouble(), 3));

    private Step Of(UseCase what, int subject, int minutes, Guid? owner = null)
    {
        var able = Persons.All.Where(p => house.UseCases.May(p, what) && p != Persons.Ada).ToArray();
        var person = random.Next(20) == 0 || able.Length == 0 ? Persons.All[random.Next(Persons.All.Count)]
            : what.Name == "InspectOrder" && random.Next(2) == 0 ? Persons.Tina // who may have worked on it
            : owner is not null && random.Next(8) > 0 && able.FirstOrDefault(p => p.Id == owner) is { } his ? his
            : able[random.Next(able.Length)];
        var twist = random.Next(30) switch { 0 or 1 => Twist.Again, 2 or 3 => Twist.LostAnswer, 4 => Twist.Mistake, _ => Twist.None };
        return new Step($"{what.Module}.{what.Name}", person.Name, random.Next(), subject, twist, minutes);
    }

    /// <summary>The place in its row of what belongs to an order: its request, receipt, quotation, voucher, invoice, loan or survey.</summary>
    private int SubjectOf(UseCase what, int order, object?[] row)
    {
        if (what.Places.Count == 0)
        {
            return what.Name == "AnswerQuotationByLink" || what.Name == "AskAboutQuotation" ? Last("workshop_Quotation", "OrderId") : what.Name == "AnswerSurvey" ? Last("feedback_Survey", "OrderId") : -1;
        }

        return what.Places[0].Word switch
        {
            "service-orders" or "orders" => order,
            "requests" => Last("reception_ServiceRequest", "OrderId"),
            "reservations" => -1,
            var word when Bodies.TableOf(word) is { } table && word is "goods" or "quotations" or "vouchers" or "invoices" or "loans" or "surveys" => Last(Bodies.TableOf(word)!, "OrderId"),
            _ => -1,
        };

        int Last(string table, string column)
        {
            if (house.One("SELECT 1 FROM sqlite_master WHERE name = $0", table) is null)
            {
                return -1;
            }

            var owners = house.Ask($"SELECT {column} FROM {table} ORDER BY rowid");
            return owners.FindLastIndex(o => o[0] as string == row[0] as string);
        }
    }
}
