using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Purchasing;

namespace ServiceErp.SpareParts.Api;

/// <summary>Classes, forecasts, purchasing and supply obligations, below <c>/api/v1/spare-parts</c>.</summary>
internal static class PlanningApi
{
    public static void Map(ApiRoutes api) => api
        .Get<GetPlanningRules.Query>("planning-rules")
        .Put<SetPlanningRules.Command>("planning-rules")
        .Put<SetClassPolicy.Command>("class-policies")
        .Get<GetClasses.Query>("classes")
        .List<ListPartClasses.Query>("part-classes", "warehouse", "class", "xyz", "manual", "run", "show")
        .List<ListClassChanges.Query>("class-changes", "warehouse", "part", "cause")
        .Post<PreviewClasses.Command>("class-runs")
        .Post<PutClassesInForce.Command>("class-runs/{runId}/put-in-force")
        .Delete<DiscardClasses.Command>("class-runs/{runId}")
        .Put<SetManualClass.Command>("parts/{partId}/class")

        .Post<RecordDemand.Command>("demand-history")
        .Get<ListMonthsToGather.Query>("demand/months-to-gather")
        .Post<GatherDemand.Command>("demand/gather")
        .List<ListForecasts.Query>("forecasts", "pattern", "method", "class")
        .Get<GetForecastSummary.Query>("forecasts/summary")
        .Get<GetPartForecast.Query>("parts/{partId}/forecast")
        .Post<ForecastParts.Command>("forecasts")
        .Put<SetPartPlan.Command>("parts/{partId}/plan")
        .Post<StartPlanning.Command>("planning/start")
        .Post<CancelPlanning.Command>("planning/cancel")

        .List<ListProposals.Query>("purchase-proposals", "state")
        .Post<MakeProposal.Command>("purchase-proposals")
        .Get<GetProposal.Query>("purchase-proposals/{id}")
        .Put<EditProposalLine.Command>("purchase-proposals/{id}/lines/{lineId}")
        .Post<ApproveProposal.Command>("purchase-proposals/{id}/approve")
        .Delete<DiscardProposal.Command>("purchase-proposals/{id}")

        .Get<ListStockAdvice.Query>("stock-advice")

        .List<ListPurchaseOrders.Query>("purchase-orders", "state", "supplier", "part", "show")
        .Post<DraftPurchaseOrder.Command>("purchase-orders")
        .Get<GetPurchaseOrder.Query>("purchase-orders/{id}")
        .Post<AddPurchaseOrderLine.Command>("purchase-orders/{id}/lines")
        .Delete<RemovePurchaseOrderLine.Command>("purchase-orders/{id}/lines/{lineId}")
        .Post<ApprovePurchaseOrder.Command>("purchase-orders/{id}/approve")
        .Post<SendPurchaseOrder.Command>("purchase-orders/{id}/send")
        .Post<ConfirmPurchaseOrder.Command>("purchase-orders/{id}/lines/{lineId}/confirm")
        .Post<IncreasePurchaseOrderLine.Command>("purchase-orders/{id}/lines/{lineId}/increase")
        .Get<CountPartsToBuy.Query>("parts-to-buy")
        .Post<ReducePurchaseOrderLine.Command>("purchase-orders/{id}/lines/{lineId}/reduce")
        .Post<ReceivePurchaseOrder.Command>("purchase-orders/{orderId}/receipts")
        .Post<NoteSupplierInvoice.Command>("purchase-orders/{orderId}/invoices")
        .Post<ReleaseSupplierInvoice.Command>("purchase-orders/{id}/invoices/{invoiceId}/release")
        .Post<ClosePurchaseOrder.Command>("purchase-orders/{id}/close")
        .Post<CancelPurchaseOrder.Command>("purchase-orders/{id}/cancel")
        .List<ListSupplierInvoices.Query>("supplier-invoices", "supplier", "show")
        .Get<ListSupplierScores.Query>("supplier-scores")

        .Put<SetModelObligation.Command>("models/{modelCode}/obligation")
        .Get<ListPartsAtRisk.Query>("parts-at-risk")
        .Post<ProposeLastTimeBuy.Command>("parts/{partId}/last-time-buy");
}
