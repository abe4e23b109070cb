using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Claims;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Labels;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Periods;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Reports;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Scanning;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Api;

/// <summary>The module's routes below <c>/api/v1/spare-parts</c>.</summary>
internal static class SparePartsApi
{
    public static void Map(ApiRoutes api) => api
        .List<ListParts.Query>("parts", "group", "active", "short")
        .Post<CreatePart.Command>("parts")
        .Get<GetPart.Query>("parts/{id}")
        .Put<ChangePart.Command>("parts/{id}")
        .Put<SetPartUnit.Command>("parts/{partId}/units")
        .Delete<RemovePartUnit.Command>("parts/{partId}/units/{unitId}")
        .Post<AddPartBarcode.Command>("parts/{partId}/barcodes")
        .Delete<RemovePartBarcode.Command>("parts/{partId}/barcodes/{barcodeId}")
        .Put<SetPartSupplier.Command>("parts/{partId}/suppliers/{supplierId}")
        .Delete<RemovePartSupplier.Command>("parts/{partId}/suppliers/{entryId}")
        .Put<SetPartPrice.Command>("parts/{partId}/prices")
        .Delete<RemovePartPrice.Command>("parts/{partId}/prices/{priceId}")
        .Put<AddPartFit.Command>("parts/{partId}/fits")
        .Delete<RemovePartFit.Command>("parts/{partId}/fits/{fitId}")
        .Put<AddPartAlternative.Command>("parts/{partId}/alternatives")
        .Delete<RemovePartAlternative.Command>("parts/{partId}/alternatives/{alternativeId}")
        .Get<GetPriceOn.Query>("parts/{partId}/price")
        .Get<ListPartGroups.Query>("part-groups")
        .Get<ListGroups.Query>("part-groups/sums")
        .Post<RenamePartGroup.Command>("part-groups/rename")
        .Get<FindPartOffers.Query>("offers")

        .Get<ListPriceLists.Query>("price-lists")
        .Post<CreatePriceList.Command>("price-lists")
        .Put<ChangePriceList.Command>("price-lists/{id}")
        .List<ListListPrices.Query>("list-prices", "list")
        .Put<SetListPrice.Command>("price-lists/{listId}/prices/{partId}")

        .Get<ListWarehouses.Query>("warehouses")
        .Post<CreateWarehouse.Command>("warehouses")
        .Get<ListTransferTargets.Query>("transfer-targets")
        .Get<GetWarehouse.Query>("warehouses/{id}")
        .Put<ChangeWarehouse.Command>("warehouses/{id}")
        .Post<AddBin.Command>("warehouses/{warehouseId}/bins")

        .List<ListSuppliers.Query>("suppliers")
        .Post<CreateSupplier.Command>("suppliers")
        .Get<GetSupplier.Query>("suppliers/{id}")
        .Put<ChangeSupplier.Command>("suppliers/{id}")

        .List<ListDefectiveParts.Query>("defective-parts", "state", "source", "supplier", "order")
        .Post<SetDefectivePartAside.Command>("defective-parts")
        .Get<GetDefectivePart.Query>("defective-parts/{id}")
        .Put<ChangeDefectivePart.Command>("defective-parts/{id}")
        .Post<DropDefectivePart.Command>("defective-parts/{id}/drop")
        .Post<ReturnDefectivePart.Command>("defective-parts/{id}/return")
        .Post<ScrapDefectivePart.Command>("defective-parts/{id}/scrap")
        .Post<FindDefectivePartGood.Command>("defective-parts/{id}/found-good")

        .List<ListSupplierClaims.Query>("claims", "state", "supplier", "order", "show")
        .Post<DraftSupplierClaim.Command>("claims")
        .Get<ListClaimCandidates.Query>("claims/candidates")
        .Get<GetClaimRecovery.Query>("claims/recovery")
        .Get<GetSupplierClaim.Query>("claims/{id}")
        .Post<AddClaimLine.Command>("claims/{id}/lines")
        .Put<ChangeClaimLine.Command>("claims/{id}/lines/{lineId}")
        .Delete<RemoveClaimLine.Command>("claims/{id}/lines/{lineId}")
        .Post<SendSupplierClaim.Command>("claims/{id}/send")
        .Post<ShipClaimedGoods.Command>("claims/{id}/ship")
        .Post<TakeClaimedGoodsBack.Command>("claims/{id}/take-back")
        .Post<TakeRefusedBack.Command>("claims/{id}/take-refused-back")
        .Post<AnswerSupplierClaim.Command>("claims/{id}/answer")
        .Post<ContestRefusal.Command>("claims/{id}/contest")
        .Post<NoteClaimCredit.Command>("claims/{id}/credits")
        .Post<ReceiveReplacement.Command>("claims/{id}/replacements")
        .Post<CloseSupplierClaim.Command>("claims/{id}/close")
        .Post<CancelSupplierClaim.Command>("claims/{id}/cancel")

        .List<ListStockDocuments.Query>("documents", "kind", "state", "warehouse")
        .Post<DraftStockDocument.Command>("documents")
        .Get<GetStockDocument.Query>("documents/{id}")
        .Put<ChangeStockDocument.Command>("documents/{id}")
        .Delete<DiscardStockDocument.Command>("documents/{id}")
        .Post<AddStockDocumentLine.Command>("documents/{id}/lines")
        .Delete<RemoveStockDocumentLine.Command>("documents/{id}/lines/{lineId}")
        .Post<PostStockDocument.Command>("documents/{id}/post")
        .Post<ApproveStockDocument.Command>("documents/{id}/approve")
        .Post<SendStockDocument.Command>("documents/{id}/send")
        .Post<ReceiveStockDocument.Command>("documents/{id}/receive")
        .Post<WriteOffStockDocument.Command>("documents/{id}/write-off")
        .Post<ReverseStockDocument.Command>("documents/{id}/reverse")

        .Post<PutAway.Command>("put-away")
        .Get<ListPutAway.Query>("put-away")
        .Post<PostStockDocuments.Command>("deliveries/post")
        .Get<IdentifyCode.Query>("codes")
        .Get<GetLabels.Query>("labels")

        .Get<ListStockPeriods.Query>("periods")
        .Post<CloseStockPeriod.Command>("periods")
        .Post<ReopenStockPeriod.Command>("periods/{id}/reopen")

        .List<ListReservations.Query>("reservations", "state", "part", "show")
        .Post<ReserveParts.Command>("reservations")
        .Post<ReleaseParts.Command>("reservations/release")
        .Post<IssueParts.Command>("reservations/issue")
        .Post<SwapSerial.Command>("reservations/{lineId}/swap-serial")
        .Post<ReturnParts.Command>("reservations/{lineId}/return")
        .Get<ListPartsToHandOut.Query>("parts-to-hand-out")
        .Get<GetOrderParts.Query>("orders/{orderId}")
        .Get<ListOrderSerials.Query>("orders/{orderId}/serials")
        .Post<HandOutOrder.Command>("orders/{orderId}/hand-out")
        .Post<IssueScannedPart.Command>("orders/{orderId}/scan")

        .List<ListCounts.Query>("counts", "state", "kind")
        .Post<PlanCounts.Command>("counts/plan")
        .Post<StartStocktake.Command>("counts/stocktake")
        .Get<GetCountRules.Query>("counts/rules")
        .Put<SetCountRules.Command>("counts/rules")
        .Get<GetCountAccuracy.Query>("counts/accuracy")
        .List<ListCountLines.Query>("count-lines", "count", "show")
        .Get<GetCount.Query>("counts/{id}")
        .Post<RecordCount.Command>("counts/{id}/scans")
        .Post<FinishCount.Command>("counts/{id}/finish")
        .Post<CountAgain.Command>("counts/{id}/again")
        .Post<CancelCount.Command>("counts/{id}/cancel")
        .Post<PostCount.Command>("counts/{id}/post")
        .Get<ListOpenDifferences.Query>("counts/{id}/open-differences")

        .List<ListLoaners.Query>("loaners", "state", "model")
        .Post<CreateLoaner.Command>("loaners")
        .Get<GetLoanerCalendar.Query>("loaners/calendar")
        .Get<GetLoanerUse.Query>("loaners/use")
        .Put<SetLoanerRules.Command>("loaners/rules")
        .Get<GetLoaner.Query>("loaners/{id}")
        .Put<ChangeLoaner.Command>("loaners/{id}")
        .Post<MoveLoaner.Command>("loaners/{id}/move")
        .Post<ReserveLoaner.Command>("loaner-reservations")
        .Post<SetLoanerAside.Command>("loaner-reservations/{id}/set-aside")
        .Post<CancelLoanerReservation.Command>("loaner-reservations/{id}/cancel")
        .Get<FindOpenOrders.Query>("open-orders")
        .List<ListLoans.Query>("loans", "show", "order")
        .Post<LendLoaner.Command>("loans")
        .Get<GetLoan.Query>("loans/{id}")
        .Post<ProlongLoan.Command>("loans/{id}/prolong")
        .Post<ReleaseOrderFromLoan.Command>("loans/{id}/release-order")
        .Post<ReturnLoaner.Command>("loans/{id}/return")
        .Post<ExchangeLoaner.Command>("loans/{id}/exchange")
        .Post<DecideLoanFee.Command>("loans/{id}/fee")
        .Post<ChargeLoan.Command>("loans/{id}/charges")
        .Post<ReportLoanerLost.Command>("loans/{id}/lost")
        .Post<FindLostLoaner.Command>("loans/{id}/found")
        .Post<RemindOfLoans.Command>("loans/remind")

        .Get<GetTurnover.Query>("reports/turnover")
        .List<ListTurnover.Query>("reports/turnover/parts", "warehouse", "group", "class")
        .List<ListSlowStock.Query>("reports/slow-stock", "days", "standing", "warehouse", "group", "class")
        .Get<GetSlowStock.Query>("reports/slow-stock/sums")
        .Get<GetFillRate.Query>("reports/fill-rate")

        .List<ListStock.Query>("stock", "warehouse", "part", "on")
        .Get<GetStockTotals.Query>("stock/totals")
        .Get<CheckLedger.Query>("stock/check")
        .List<ListMovements.Query>("movements", "part", "warehouse", "kind");
}
