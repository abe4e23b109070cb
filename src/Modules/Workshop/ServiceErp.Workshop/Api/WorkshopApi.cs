using ServiceErp.Platform.Web;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quality;
using ServiceErp.Workshop.Features.Quotations;

namespace ServiceErp.Workshop.Api;

/// <summary>The routes below <c>/api/v1/workshop</c>, one line each.</summary>
internal static class WorkshopApi
{
    public static void Map(ApiRoutes api) => api
        .List<ListOrders.Query>("service-orders", "state", "technician", "category", "place", "promise", "comeback", "self")
        .Get<GetOrder.Query>("service-orders/{id:guid}")
        .Get<FindParts.Query>("service-orders/{id:guid}/parts-offered")
        .Post<AssignOrder.Command>("service-orders/{id}/assign")
        .Post<UnassignOrder.Command>("service-orders/{id}/unassign")
        .Post<PromiseReadyBy.Command>("service-orders/{id}/promise")
        .Post<DepartToCustomer.Command>("service-orders/{id}/depart")
        .Post<ArriveAtCustomer.Command>("service-orders/{id}/arrive")
        .Post<TurnBack.Command>("service-orders/{id}/turn-back")
        .Post<FinishOnSite.Command>("service-orders/{id}/finish-on-site")
        .Post<TakeBackDevice.Command>("service-orders/{id}/take-back")
        .Post<StartDiagnosis.Command>("service-orders/{id}/start-diagnosis")
        .Post<RecordDiagnosis.Command>("service-orders/{id}/diagnosis")
        .Post<RecordTests.Command>("service-orders/{id}/tests")
        .Post<PreapproveRepair.Command>("service-orders/{id}/preapprove")
        .Post<DraftQuotation.Command>("service-orders/{orderId}/quotations")
        .Post<SendQuotations.Command>("service-orders/{orderId}/quotations/send")
        .Post<ReviseQuotations.Command>("service-orders/{id}/quotations/revise")
        .Post<StartRepair.Command>("service-orders/{id}/start-repair")
        .Post<RequestParts.Command>("service-orders/{orderId}/parts")
        .Post<IssueParts.Command>("service-orders/{orderId}/parts/issue")
        .Post<ReturnParts.Command>("service-orders/{orderId}/lines/{lineId}/return")
        .Post<DecideOldPart.Command>("service-orders/{orderId}/lines/{lineId}/old-part")
        .Post<DiscountLine.Command>("service-orders/{orderId}/lines/{lineId}/discount")
        .Delete<RemoveLine.Command>("service-orders/{orderId}/lines/{lineId}")
        .Post<AddLabour.Command>("service-orders/{orderId}/labour")
        .Post<AddFee.Command>("service-orders/{orderId}/fees")
        .Post<StartTimer.Command>("service-orders/{orderId}/timer")
        .Post<StopTimer.Command>("timer/stop")
        .Post<AddNote.Command>("service-orders/{orderId}/notes")
        .Post<TickControlPoints.Command>("service-orders/{id}/control-points")
        .Post<WaitForParts.Command>("service-orders/{id}/wait-for-parts")
        .Post<HoldForCustomer.Command>("service-orders/{id}/hold")
        .Post<ResumeOrder.Command>("service-orders/{id}/resume")
        .Post<FinishRepair.Command>("service-orders/{id}/finish-repair")
        .Post<ReturnUnrepaired.Command>("service-orders/{id}/return-unrepaired")
        .Post<InspectOrder.Command>("service-orders/{id}/inspect")
        .Post<ReleaseOwnWork.Command>("service-orders/{id}/release-own-work")
        .Post<CancelOrder.Command>("service-orders/{id}/cancel")
        .Post<AnswerQuotation.Command>("quotations/{id}/answer")
        .Post<ReplyToQuestion.Command>("quotations/{id}/questions/{questionId}/reply")
        .Post<ExpireQuotations.Command>("quotations/expire")
        .Get<GetBoard.Query>("board")
        .Get<GetBench.Query>("bench")
        .Get<ListFeeItems.Query>("fee-items")
        .Post<SaveFeeItem.Command>("fee-items")
        .Get<ListRepairCodes.Query>("repair-codes")
        .Post<SaveRepairCode.Command>("repair-codes")
        .Post<ImportRepairCodes.Command>("repair-codes/import")
        .Get<ListTestSheets.Query>("test-sheets")
        .Post<SaveTestSheet.Command>("test-sheets")
        .Get<ListControlPoints.Query>("control-points")
        .Post<SaveControlPoint.Command>("control-points")
        .Get<GetWorkshopRules.Query>("settings")
        .Put<SaveWorkshopRules.Command>("settings")
        .Get<ListSelfControlRights.Query>("self-control-rights")
        .Post<GrantSelfControl.Command>("self-control-rights")
        .Post<WithdrawSelfControl.Command>("self-control-rights/{id}/withdraw")
        .List<ListNonconformities.Query>("nonconformities", "state")
        .Post<CloseNonconformity.Command>("nonconformities/{id}/close");
}
