namespace ServiceErp.RandomDays.Tests;

/// <summary>
/// Draws the next step. Half of the steps lead something on that is under way, so that days get somewhere; the others are anything by anybody. Which steps lead on is said for orders only:
/// whatever else there is has few enough commands to be found by chance.
/// </summary>
internal sealed class Planner(House house, Random random)
{
    private static readonly Dictionary<string, string[]> Ways = new()
    {
        ["Received"] = ["AssignOrder", "AssignOrder", "TakeOverOrder", "TakeGoodsIn", "WithdrawRequest", "CancelOrder", "PromiseReadyBy", "PreapproveRepair"],
        ["Assigned"] = ["StartDiagnosis", "StartDiagnosis", "StartDiagnosis", "DepartToCustomer", "DepartToCustomer", "TakeGoodsIn", "HoldForCustomer", "UnassignOrder", "CancelOrder", "StartTimer", "WithdrawRequest", "CorrectRequest"],
        ["Travelling"] = ["ArriveAtCustomer", "ArriveAtCustomer", "TurnBack", "TakeGoodsIn", "CancelOrder"],
        ["OnSite"] = ["TakeBackDevice", "FinishOnSite", "FinishOnSite", "RequestParts", "IssueParts", "AddLabour", "AddFee", "DraftQuotation", "SendQuotations", "PreapproveRepair", "TickControlPoints", "TurnBack", "ReturnUnrepaired", "WaitForParts", "ChangeEntitlement"],
        ["TakenBack"] = ["ReceiveFromTechnician", "ReceiveFromTechnician", "TakeGoodsIn", "ReturnUnrepaired", "WithdrawRequest"],
        ["Diagnosing"] =
        [
            "RecordDiagnosis", "DraftQuotation", "SendQuotations", "SendQuotations", "StartRepair", "StartRepair", "PreapproveRepair", "WaitForParts", "HoldForCustomer", "RequestParts", "StartTimer", "StopTimer", "AddFee",
            "ChangeEntitlement", "ReturnUnrepaired", "WithdrawRequest", "LendLoaner",
        ],
        ["AwaitingApproval"] = ["AnswerQuotation", "AnswerQuotation", "AnswerQuotationByLink", "AskAboutQuotation", "ReviseQuotations", "ReturnUnrepaired", "RenewQuotationLink", "PreapproveRepair", "WithdrawRequest"],
        ["WaitingForCustomer"] = ["ResumeOrder", "ResumeOrder", "CancelOrder", "TakeGoodsIn", "ReturnUnrepaired", "WithdrawRequest"],
        ["WaitingForParts"] = ["ResumeOrder", "ResumeOrder", "DraftStockDocument", "ReturnUnrepaired", "CancelOrder", "WithdrawRequest", "RemoveLine"],
        ["InRepair"] =
        [
            "RequestParts", "RequestParts", "Workshop.IssueParts", "HandOutOrder", "IssueScannedPart", "AddLabour", "AddLabour", "AddFee", "StartTimer", "StopTimer", "TickControlPoints", "TickControlPoints", "FinishRepair", "FinishRepair",
            "WaitForParts", "HoldForCustomer", "Workshop.ReturnParts", "SpareParts.ReturnParts", "DiscountLine", "ChangeEntitlement", "DraftQuotation", "SendQuotations", "ReturnUnrepaired", "RemoveLine", "DecideOldPart", "LendLoaner",
        ],
        ["AwaitingInspection"] = ["InspectOrder", "InspectOrder", "InspectOrder", "ReleaseOwnWork", "ChangeEntitlement", "DiscountLine", "SpareParts.ReturnParts", "GrantSelfControl"],
        ["Ready"] = ["IssueInvoiceForOrder", "IssueInvoiceForOrder", "ReturnGoods", "ReturnGoods", "WaiveVoucher", "RemindOfGoods", "GiveGoodsUp", "LendLoaner", "ReturnLoaner", "SpareParts.ReturnParts", "ExchangeLoaner", "ChangeEntitlement"],
        ["ReadyUnrepaired"] = ["IssueInvoiceForOrder", "ReturnGoods", "ReturnGoods", "WaiveVoucher", "RemindOfGoods", "ReturnLoaner", "SpareParts.ReturnParts"],
        ["Completed"] = ["AnswerSurveyByPhone", "AnswerSurvey", "TakePayment", "IssueCreditNote", "IssueInvoiceForOrder", "RefundPayment", "ReopenVoucher", "ReturnLoaner"],
        ["Cancelled"] = ["ReturnGoods", "ReturnGoods", "TakeGoodsIn", "SpareParts.ReturnParts", "ReturnLoaner"],
    };

    private readonly Dictionary<string, UseCase[]> byKind = house.UseCases.All.Where(u => u.Places.Count > 0).GroupBy(u => u.Places[0].Word).ToDictionary(g => g.Key, g => g.ToArray());
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
        if (house.Has("Reception") && (dice < 12 || (dice < 40 && orders.Count == 0)))
        {
            return Of(house.UseCases.Find("RegisterRequest")!, -1, minutes);
        }

        if (dice < 72 && orders.Count > 0)
        {
            var at = Lately(orders.Count);
            var name = Ways[(string)orders[at][1]!] is var ways ? ways[random.Next(ways.Length)] : "";
            return house.UseCases.Find(name) is { } known ? Of(known, SubjectOf(known, at, orders[at]), minutes, Guid.TryParse(orders[at][2] as string, out var id) ? id : null) : Anything(minutes);
        }

        return Anything(minutes);
    }

    private Step Anything(int minutes)
    {
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
    private int Lately(int count) => count - 1 - (int)(count * Math.Pow(random.NextDouble(), 2));

    private Step Of(UseCase what, int subject, int minutes, Guid? owner = null)
    {
        var able = Persons.All.Where(p => house.UseCases.May(p, what) && p != Persons.Ada).ToArray();
        var person = random.Next(14) == 0 || able.Length == 0 ? Persons.All[random.Next(Persons.All.Count)]
            : owner is not null && random.Next(4) > 0 && able.FirstOrDefault(p => p.Id == owner) is { } his ? his
            : able[random.Next(able.Length)];
        var twist = random.Next(20) switch { 0 or 1 => Twist.Again, 2 or 3 => Twist.LostAnswer, 4 => Twist.Mistake, _ => Twist.None };
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
