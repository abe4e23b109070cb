using ServiceErp.Platform.Web;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Models;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Settings;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Features.Warranty;

namespace ServiceErp.Reception.Api;

internal static class ReceptionApi
{
    public static void Map(ApiRoutes api) => api
        .List<ListRequests.Query>("requests", "state", "clock", "channel", "place", "category", "mine", "undispatched")
        .Post<RegisterRequest.Command>("requests")
        .Get<CountRequests.Query>("requests/counts")
        .Post<EscalateResponses.Command>("requests/escalate")
        .Post<EndDay.Command>("requests/end-day")
        .Get<GetRequest.Query>("requests/{id}")
        .Post<AcceptRequest.Command>("requests/{id}/accept")
        .Put<CorrectRequest.Command>("requests/{id}")
        .Post<WithdrawRequest.Command>("requests/{id}/withdraw")
        .Post<PauseClock.Command>("requests/{id}/clock/pause")
        .Post<ResumeClock.Command>("requests/{id}/clock/resume")
        .Post<ChangeEntitlement.Command>("requests/{id}/entitlement")
        .Post<RenewStatusLink.Command>("requests/{id}/link/renew")
        .Post<EndStatusLink.Command>("requests/{id}/link/end")
        .Post<TakeGoodsIn.Command>("requests/{requestId}/goods")
        .Get<GetIntakeChoice.Query>("parties/choice")
        .Get<FindParties.Query>("parties")
        .Get<FindDuplicates.Query>("customers/duplicates")
        .List<ListCustomers.Query>("customers", "kind")
        .Post<CreateCustomer.Command>("customers")
        .Get<GetCustomer.Query>("customers/{id}")
        .Put<ChangeCustomer.Command>("customers/{id}")
        .List<ListDevices.Query>("devices", "model")
        .Post<RegisterDevice.Command>("devices")
        .Get<GetDevice.Query>("devices/{id}")
        .Put<ChangeDevice.Command>("devices/{id}")
        .Post<ReplaceDevice.Command>("devices/{id}/replace")
        .Post<UndoReplacement.Command>("devices/{id}/undo-replacement")
        .Get<CheckWarranty.Query>("devices/{id}/warranty")
        .List<ListModels.Query>("models")
        .Get<FindModels.Query>("models/find")
        .Post<CreateModel.Command>("models")
        .Get<GetModel.Query>("models/{id}")
        .Put<ChangeModel.Command>("models/{id}")
        .Put<SetWarrantyPolicy.Command>("models/{modelId}/warranty")
        .List<ListPromotions.Query>("promotions")
        .Get<GetPromotion.Query>("promotions/{code}")
        .Put<SavePromotion.Command>("promotions/{code}")
        .List<ListGoods.Query>("goods", "view")
        .List<ListGoodsRegister.Query>("goods/register", "direction")
        .Get<GetReceipt.Query>("goods/{id}")
        .Put<DescribeGoods.Command>("goods/{id}")
        .Get<GetReturn.Query>("goods/{code}/return")
        .Post<ReceiveFromTechnician.Command>("goods/{id}/arrive")
        .Post<GiveGoodsUp.Command>("goods/{id}/give-up")
        .Post<ReturnGoods.Command>("goods/{id}/return")
        .Post<RemindOfGoods.Command>("goods/{id}/remind")
        .Post<ChaseUnclaimedGoods.Command>("goods/chase")
        .Get<GetSettings.Query>("settings")
        .Put<ChangeSettings.Command>("settings")
        .Put<SaveZone.Command>("zones/{code}")
        .Get<GetPublicStatus.Query>("public-status/{secret}");
}
