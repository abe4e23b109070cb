using Autofac;
using Microsoft.AspNetCore.Http;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Models;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Settings;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Pages.Customers;
using ServiceErp.Reception.Pages.Devices;
using ServiceErp.Reception.Pages.Goods;
using ServiceErp.Reception.Pages.Models;
using ServiceErp.Reception.Pages.Requests;
using ServiceErp.Reception.Pages.Settings;
using ServiceErp.Reception.Pages.Status;

namespace ServiceErp.Reception.Pages;

internal static class ReceptionPages
{
    private const int Faulty = StatusCodes.Status422UnprocessableEntity;

    public static void Map(PageRoutes pages)
    {
        MapRequests(pages);
        MapCustomersAndDevices(pages);
        MapModels(pages);
        MapGoods(pages);
        pages
            .Get("/reception/settings", p => p.InBranch(() => p.Show(new GetSettings.Query(), settings => Settings(p, settings, FormState.Of(settings)))))
            .Post("/reception/settings", p => p.Submit<ChangeSettings.Command, Done>(
                _ => "/reception/settings", form => p.Show(new GetSettings.Query(), settings => Settings(p, settings, form, Faulty)), p.L["Saved"]))
            .Post("/reception/zones", p => p.Do<SaveZone.Command, SaveZone.Answer>(_ => "/reception/settings", p.L["Saved"]))
            .Public("/p/status/{secret}", async p =>
            {
                var status = await p.Send(new GetPublicStatus.Query(p.Route("secret")));
                return status.Succeeded
                    ? p.Http.PublicPage<StatusPage>(p.L["Where it stands"], new { Status = status.Value })
                    : p.Http.PublicPage<NoStatusPage>(p.L["Not found"], null, StatusCodes.Status404NotFound);
            });
    }

    private static void MapRequests(PageRoutes pages) => pages
        .Get("/reception/requests", async p =>
        {
            var counts = await Counts(p);
            return await p.ShowList(list => new ListRequests.Query(list), "register", RegisterPage.Columns, list => p.Page<RegisterPage>(
                "Register", new { List = list, Query = p.List, Counts = counts, CanWrite = p.Caller.Can(ReceptionPermissions.RequestWrite) }));
        })
        .Get("/reception/intake", p => p.InBranch(() => Intake(p, FormState.Of(new { Id = p.Service<IIdentifiers>().NewId(), Channel = Text(p, "Channel") ?? nameof(ContactChannel.Call), Priority = Priority.Normal }), Party(Text(p, "Party")))))
        .Get("/reception/intake/find", async p =>
        {
            var found = await p.Send(new FindParties.Query(Text(p, "q")));
            return found.Succeeded
                ? p.Http.Part<LookupOptions>(new { Options = (IReadOnlyList<Option>)[.. found.Value.Select(party => new Option($"{party.Kind}:{party.Id}", party.Title, Hint: party.Hint))], EmptyText = p.L["Nobody found: enter a new customer"] })
                : p.Http.Refuse(found.Error);
        })
        .Get("/reception/intake/party", async p =>
        {
            var choice = await Choice(p, Party(Text(p, "Party")));
            return p.Http.Part<IntakeParty>(new { Party = choice, Zones = await Zones(p) });
        })
        .Get("/reception/intake/goods", p => Task.FromResult(p.Http.Part<IntakeGoods>(new { IsCarriedIn = Text(p, "Channel") == nameof(ContactChannel.CarryIn), CanOverride = p.Caller.Can(ReceptionPermissions.RequestOverride) })))
        .Post("/reception/requests", async p =>
        {
            // Photos come first, under the identity that the request will have: they are kept through a refused form.
            var refused = Guid.TryParse(p.Http.Request.Form["Id"], out var id) ? await p.KeepFiles("Photos", "ServiceRequest", id, "intake") : null;
            return await p.Submit<RegisterRequest.Command, RegisterRequest.Answer>(
                request => $"/reception/requests/{request.Id}",
                form => Intake(p, refused is null ? form : form.With(refused.On("Photos"), p.L), (AsGuid(form.Value("CustomerId")), AsGuid(form.Value("DeviceId"))), Faulty),
                p.L["Registered"]);
        })
        .Get("/reception/requests/{id}", p => p.Show(new GetRequest.Query(p.Id()), request => p.Page<RequestPage>(request.Number, new
        {
            Request = request,
            CanWrite = p.Caller.Can(ReceptionPermissions.RequestWrite),
            CanChange = p.Caller.Can(ReceptionPermissions.EntitlementChange),
            CanPause = p.Caller.Can(ReceptionPermissions.ClockPause),
            CanIssueLinks = p.Caller.Can(ReceptionPermissions.LinkIssue),
        })))
        .Get("/reception/requests/{id}/accept", p => Accept(p, new FormState()))
        .Post("/reception/requests/{id}/accept", p => p.Submit<AcceptRequest.Command, AcceptRequest.Answer>(_ => $"/reception/requests/{p.Id()}", form => Accept(p, form, Faulty), p.L["Accepted"]))
        .Get("/reception/requests/{id}/correct", p => Correct(p, null))
        .Post("/reception/requests/{id}/correct", p => p.Submit<CorrectRequest.Command, Done>(_ => $"/reception/requests/{p.Id()}", form => Correct(p, form, Faulty), p.L["Put right"]))
        .Post("/reception/requests/{id}/withdraw", p => p.Do<WithdrawRequest.Command, Done>(_ => $"/reception/requests/{p.Id()}", p.L["Withdrawn"]))
        .Post("/reception/requests/{id}/link/renew", RenewLink)
        .Post("/reception/requests/{id}/link/end", p => p.Do<EndStatusLink.Command, Done>(_ => $"/reception/requests/{p.Id()}", p.L["The link has ended"]))
        .Post("/reception/requests/{id}/clock/pause", p => p.Do<PauseClock.Command, Done>(_ => $"/reception/requests/{p.Id()}", p.L["The clock stands still"]))
        .Post("/reception/requests/{id}/clock/resume", p => p.Do<ResumeClock.Command, ResumeClock.Answer>(_ => $"/reception/requests/{p.Id()}", p.L["The clock runs again"]))
        .Post("/reception/requests/{id}/entitlement", p => p.Do<ChangeEntitlement.Command, Done>(_ => $"/reception/requests/{p.Id()}", p.L["Changed"]))
        .Get("/reception/requests/{id}/goods", p => TakeGoods(p, p.Id(), new FormState()))
        .Post("/reception/requests/{requestId}/goods", async p =>
        {
            var id = p.Id("requestId");
            var refused = await p.KeepFiles("Photos", "ServiceRequest", id, "intake");
            return await p.Submit<TakeGoodsIn.Command, TakeGoodsIn.Answer>(
                receipt => $"/reception/goods/{receipt.Id}", form => TakeGoods(p, id, refused is null ? form : form.With(refused.On("Photos"), p.L), Faulty), p.L["Taken in"]);
        });

    private static void MapCustomersAndDevices(PageRoutes pages) => pages
        .Get("/reception/customers", p => p.ShowList(list => new ListCustomers.Query(list), "customers", CustomersPage.Columns, list => p.Page<CustomersPage>(
            "Customers", new { List = list, Query = p.List, CanWrite = p.Caller.Can(ReceptionPermissions.CustomerWrite), CanImport = p.Caller.Can(ReceptionPermissions.Import) })))
        .Get("/reception/customers/find", async p =>
        {
            var found = await p.Send(new FindParties.Query(Text(p, "q")));
            return found.Succeeded
                ? p.Http.Part<LookupOptions>(new { Options = (IReadOnlyList<Option>)[.. found.Value.Where(party => party.Kind == PartyKind.Customer).Select(party => new Option(party.Id.ToString(), party.Title, Hint: party.Hint))] })
                : p.Http.Refuse(found.Error);
        })
        .Get("/reception/customers/new", async p => await CustomerForm(p, null, new FormState()))
        .Post("/reception/customers", p => p.Submit<CreateCustomer.Command, CreateCustomer.Answer>(customer => $"/reception/customers/{customer.Id}", form => CustomerForm(p, null, form, Faulty), p.L["Saved"]))
        .Get("/reception/customers/{id}", p => p.Show(new GetCustomer.Query(p.Id()), customer => p.Page<CustomerPage>(customer.Name, new { Customer = customer, CanWrite = p.Caller.Can(ReceptionPermissions.CustomerWrite) })))
        .Get("/reception/customers/{id}/edit", async p =>
        {
            var customer = await p.Send(new GetCustomer.Query(p.Id()));
            return customer.Succeeded ? await CustomerForm(p, p.Id(), Nested("Customer", customer.Value)) : p.Http.Refuse(customer.Error);
        })
        .Post("/reception/customers/{id}", p => p.Submit<ChangeCustomer.Command, Done>(_ => $"/reception/customers/{p.Id()}", form => CustomerForm(p, p.Id(), form, Faulty), p.L["Saved"]))
        .Get("/reception/devices", p => p.ShowList(list => new ListDevices.Query(list), "devices", DevicesPage.Columns, list => p.Page<DevicesPage>(
            "Devices", new { List = list, Query = p.List, CanWrite = p.Caller.Can(ReceptionPermissions.DeviceWrite), CanImport = p.Caller.Can(ReceptionPermissions.Import) })))
        .Get("/reception/devices/new", async p =>
        {
            var form = new FormState();
            if (AsGuid(Text(p, "CustomerId")) is { } owner && await p.Send(new GetCustomer.Query(owner)) is { Succeeded: true, Value: var customer })
            {
                form.Values["CustomerId"] = owner.ToString();
                form.Values["CustomerIdText"] = customer.Name;
            }

            if (Text(p, "SerialNumber") is { } serial)
            {
                form.Values["Device.SerialNumber"] = serial;
            }

            return DeviceForm(p, null, form);
        })
        .Post("/reception/devices", p => p.Submit<RegisterDevice.Command, RegisterDevice.Answer>(device => $"/reception/devices/{device.Id}", form => Task.FromResult(DeviceForm(p, null, form, Faulty)), p.L["Saved"]))
        .Get("/reception/devices/{id}", async p =>
        {
            var device = await p.Send(new GetDevice.Query(p.Id()));
            return device.Succeeded
                ? await p.Show(new CheckWarranty.Query(p.Id()), warranty => p.Page<DevicePage>(device.Value.ModelName, new { Device = device.Value, Warranty = warranty, CanWrite = p.Caller.Can(ReceptionPermissions.DeviceWrite) }))
                : p.Http.Refuse(device.Error);
        })
        .Get("/reception/devices/{id}/edit", p => p.Show(new GetDevice.Query(p.Id()), device =>
        {
            var form = Nested("Device", device);
            form.Values["CustomerId"] = device.CustomerId.ToString();
            form.Values["CustomerIdText"] = device.CustomerName;
            return DeviceForm(p, device.Id, form);
        }))
        .Get("/reception/devices/{id}/label", p => p.Show(new GetDevice.Query(p.Id()), device => p.Http.Paper<DeviceLabel>(device.SerialNumber, PaperSize.Label, new { Device = device })))
        .Post("/reception/devices/{id}", p => p.Submit<ChangeDevice.Command, Done>(_ => $"/reception/devices/{p.Id()}", form => Task.FromResult(DeviceForm(p, p.Id(), form, Faulty)), p.L["Saved"]))
        .Post("/reception/devices/{id}/replace", p => p.Do<ReplaceDevice.Command, ReplaceDevice.Answer>(unit => $"/reception/devices/{unit.Id}", p.L["Saved"]))
        .Post("/reception/devices/{id}/undo-replacement", p => p.Do<UndoReplacement.Command, Done>(_ => $"/reception/devices/{p.Id()}", p.L["Saved"]));

    private static void MapModels(PageRoutes pages) => pages
        .Get("/reception/models", p => p.ShowList(list => new ListModels.Query(list), "models", ModelsPage.Columns, list => p.Page<ModelsPage>(
            "Models", new { List = list, Query = p.List, CanWrite = p.Caller.MaySend<CreateModel.Command>(), CanImport = p.Caller.Can(ReceptionPermissions.Import) })))
        .Get("/reception/models/find", async p =>
        {
            var found = await p.Send(new FindModels.Query(Text(p, "q")));
            return found.Succeeded
                ? p.Http.Part<LookupOptions>(new { Options = (IReadOnlyList<Option>)[.. found.Value.Select(model => new Option(model.Id.ToString(), $"{model.Code} {model.Name}", Hint: model.ProductGroup))] })
                : p.Http.Refuse(found.Error);
        })
        .Get("/reception/models/new", p => Task.FromResult(p.Page<ModelFormPage>("New model")))
        .Post("/reception/models", p => p.Submit<CreateModel.Command, CreateModel.Answer>(
            model => $"/reception/models/{model.Id}", form => Task.FromResult(p.Page<ModelFormPage>("New model", new { State = form }, Faulty)), p.L["Saved. Now set its warranty terms."]))
        .Get("/reception/models/{id}", p => p.Show(new GetModel.Query(p.Id()), model => p.Page<ModelPage>(model.Code, new { Model = model, CanWrite = p.Caller.MaySend<ChangeModel.Command>() })))
        .Get("/reception/models/{id}/edit", p => p.Show(new GetModel.Query(p.Id()), model => p.Page<ModelFormPage>("Edit model", new { model.Id, State = FormState.Of(model) })))
        .Post("/reception/models/{id}", p => p.Submit<ChangeModel.Command, Done>(
            _ => $"/reception/models/{p.Id()}", form => Task.FromResult(p.Page<ModelFormPage>("Edit model", new { Id = p.Id(), State = form }, Faulty)), p.L["Saved"]))
        .Get("/reception/models/{id}/warranty", p => p.Show(new GetModel.Query(p.Id()), model => p.Page<PolicyFormPage>("Warranty terms", new { Model = model, State = Terms(model) })))
        .Post("/reception/models/{modelId}/warranty", p => p.Submit<SetWarrantyPolicy.Command, SetWarrantyPolicy.Answer>(
            _ => $"/reception/models/{p.Id("modelId")}", form => p.Show(new GetModel.Query(p.Id("modelId")), model => p.Page<PolicyFormPage>("Warranty terms", new { Model = model, State = form }, Faulty)), p.L["Saved"]))
        .Get("/reception/promotions", p => p.ShowList(list => new ListPromotions.Query(list), "promotions", PromotionsPage.Columns, list => p.Page<PromotionsPage>(
            "Promotions", new { List = list, Query = p.List, CanWrite = p.Caller.MaySend<SavePromotion.Command>() })))
        .Get("/reception/promotions/new", async p =>
        {
            var code = Text(p, "Code");
            var known = code is null ? null : await p.Send(new GetPromotion.Query(code)) is { Succeeded: true, Value: var promotion } ? promotion : null;
            return p.Page<PromotionFormPage>("Promotion", new { State = known is null ? new FormState() : FormState.Of(known) });
        })
        .Post("/reception/promotions", p => p.Submit<SavePromotion.Command, SavePromotion.Answer>(
            _ => "/reception/promotions", form => Task.FromResult(p.Page<PromotionFormPage>("Promotion", new { State = form }, Faulty)), p.L["Saved"]));

    private static void MapGoods(PageRoutes pages) => pages
        .Get("/reception/goods", async p =>
        {
            var counts = await Counts(p);
            return await p.ShowList(list => new ListGoods.Query(list), "goods", GoodsPage.Columns, list => p.Page<GoodsPage>(
                "Goods", new { List = list, Query = p.List, Counts = counts, CanWrite = p.Caller.Can(ReceptionPermissions.GoodsWrite) }));
        })
        .Get("/reception/goods/register", p => p.ShowList(list => new ListGoodsRegister.Query(list), "goods-register", GoodsRegisterPage.Columns, list => p.Page<GoodsRegisterPage>("Register of goods", new { List = list, Query = p.List })))
        .Get("/reception/goods/{id}", p => p.Show(new GetReceipt.Query(p.Id()), receipt => p.Page<ReceiptPage>(receipt.Number, new { Receipt = receipt, CanWrite = p.Caller.Can(ReceptionPermissions.GoodsWrite), CanGiveUp = p.Caller.Can(ReceptionPermissions.GoodsGiveUp), CanOverride = p.Caller.Can(ReceptionPermissions.RequestOverride) })))
        .Get("/reception/goods/{id}/print", PrintReceipt)
        .Get("/reception/goods/{id}/label", p => p.Show(new GetReceipt.Query(p.Id()), receipt => p.Http.Paper<GoodsLabel>(receipt.Number, PaperSize.GoodsLabel, new { Receipt = receipt })))
        .Post("/reception/goods/{id}", p => p.Do<DescribeGoods.Command, Done>(_ => $"/reception/goods/{p.Id()}", p.L["Saved"]))
        .Post("/reception/goods/{id}/arrive", p => p.Do<ReceiveFromTechnician.Command, ReceiveFromTechnician.Answer>(_ => $"/reception/goods/{p.Id()}", p.L["In the house: the work can begin"]))
        .Post("/reception/goods/{id}/give-up", p => p.Do<GiveGoodsUp.Command, Done>(_ => $"/reception/goods/{p.Id()}", p.L["Decided"]))
        .Post("/reception/goods/{id}/remind", p => p.Do<RemindOfGoods.Command, RemindOfGoods.Answer>(_ => "/reception/goods?view=Unclaimed", p.L["The customer was reminded"]))
        .Get("/reception/return", p => Return(p, Text(p, "Code"), new FormState()))
        .Post("/reception/goods/{id}/return", p => p.Submit<ReturnGoods.Command, ReturnGoods.Answer>(
            goods => $"/reception/return?Code={goods.Number}", form => Return(p, p.Id().ToString(), form, Faulty), p.L["Handed back; the receipt is void"]));

    private static string? Text(PageRequest p, string name) => p.Http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    private static Guid? AsGuid(string? text) => Guid.TryParse(text, out var id) ? id : null;

    // Who may not hand the customer's link out prints the receipt without it.
    private static async Task<IResult> PrintReceipt(PageRequest p)
    {
        var link = p.Caller.Can(ReceptionPermissions.LinkIssue) && await p.Send(new PrintStatusLink.Command(p.Id())) is { Succeeded: true, Value.Link: var printed } ? printed : null;
        return await p.Show(new GetReceipt.Query(p.Id()), receipt => p.Http.Paper<GoodsReceiptPaper>(receipt.Number, PaperSize.A5, new { Receipt = receipt, StatusAddress = link }).In(receipt.Language));
    }

    private static async Task<IResult> RenewLink(PageRequest p)
    {
        var bound = Binding.FromForm<RenewStatusLink.Command>(p.Http);
        var renewed = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        return p.Http.After(
            renewed, _ => $"/reception/requests/{p.Id()}", renewed is { Succeeded: true, Value.Sent: false } ? p.L["The customer can't be reached: print the receipt with the new link."] : p.L["A new link is on its way to the customer."]);
    }

    private static (Guid? Customer, Guid? Device) Party(string? text) => (text?.Split(':', 2)) switch
    {
        [nameof(PartyKind.Customer), var id] => (AsGuid(id), null),
        [nameof(PartyKind.Device), var id] => (null, AsGuid(id)),
        _ => (null, null),
    };

    private static async Task<CountRequests.Answer?> Counts(PageRequest p) => await p.Send(new CountRequests.Query()) is { Succeeded: true, Value: var counts } ? counts : null;

    private static async Task<IReadOnlyList<Option>> Zones(PageRequest p) =>
        await p.Send(new GetSettings.Query()) is { Succeeded: true, Value: var settings } ? [.. settings.Zones.Where(zone => zone.Active).Select(zone => new Option(zone.Id.ToString(), zone.Name))] : [];

    private static async Task<GetIntakeChoice.Answer?> Choice(PageRequest p, (Guid? Customer, Guid? Device) party) =>
        party is (null, null) ? null : await p.Send(new GetIntakeChoice.Query(party.Customer, party.Device)) is { Succeeded: true, Value: var choice } ? choice : null;

    private static async Task<IResult> Intake(PageRequest p, FormState form, (Guid? Customer, Guid? Device) party, int status = StatusCodes.Status200OK)
    {
        var photos = 0;
        if (AsGuid(form.Value("Id")) is { } id)
        {
            await using var scope = p.Service<Dispatcher>().Enter(p.Caller);
            photos = scope.ResolveOptional<IAttachments>() is { } attachments ? (await attachments.OfAsync("ServiceRequest", id, p.Http.RequestAborted)).Count : 0;
        }

        // Who may be meant is offered, not entered twice.
        IReadOnlyList<FindDuplicates.Candidate> known = [];
        if (form.ErrorsOf("Customer.Phone").Count > 0
            && await p.Send(new FindDuplicates.Query(form.Value("Customer.Name"), form.Value("Customer.Phone"), form.Value("Customer.Email"), form.Value("Customer.Address"))) is { Succeeded: true, Value: var found })
        {
            known = found;
        }

        return p.Page<IntakePage>("New request", new { Known = known, CanDecide = p.Caller.Can(ReceptionPermissions.EntitlementChange), State = form, Party = await Choice(p, party), Zones = await Zones(p), CanOverride = p.Caller.Can(ReceptionPermissions.RequestOverride), PhotosKept = photos }, status);
    }

    private static async Task<IResult> Accept(PageRequest p, FormState form, int status = StatusCodes.Status200OK)
    {
        var request = await p.Send(new GetRequest.Query(p.Id()));
        return request.Succeeded
            ? await p.Show(new GetIntakeChoice.Query(request.Value.CustomerId), choice => p.Page<AcceptPage>("Accept", new { Request = request.Value, Choice = choice, State = form }, status))
            : p.Http.Refuse(request.Error);
    }

    private static async Task<IResult> Correct(PageRequest p, FormState? form, int status = StatusCodes.Status200OK)
    {
        var request = await p.Send(new GetRequest.Query(p.Id()));
        if (!request.Succeeded)
        {
            return p.Http.Refuse(request.Error);
        }

        var zones = await Zones(p);
        return await p.Show(new GetCustomer.Query(request.Value.CustomerId), customer => p.Page<CorrectPage>("Correct", new { Request = request.Value, Customer = customer, Zones = zones, State = form ?? FormState.Of(request.Value) }, status));
    }

    private static Task<IResult> TakeGoods(PageRequest p, Guid id, FormState form, int status = StatusCodes.Status200OK) =>
        p.Show(new GetRequest.Query(id), request => p.Page<TakeGoodsPage>("Take goods in", new { Request = request, State = form, CanOverride = p.Caller.Can(ReceptionPermissions.RequestOverride) }, status));

    private static async Task<IResult> CustomerForm(PageRequest p, Guid? id, FormState form, int status = StatusCodes.Status200OK) =>
        p.Page<CustomerFormPage>(id is null ? "New customer" : "Edit customer", new { Id = id, State = form, Zones = await Zones(p) }, status);

    private static IResult DeviceForm(PageRequest p, Guid? id, FormState form, int status = StatusCodes.Status200OK) =>
        p.Page<DeviceFormPage>(id is null ? "New device" : "Edit device", new { Id = id, State = form }, status);

    private static IResult Settings(PageRequest p, GetSettings.Answer settings, FormState form, int status = StatusCodes.Status200OK) =>
        p.Page<SettingsPage>("Zones and response targets", new { Settings = settings, State = form, CanWrite = p.Caller.Can(ReceptionPermissions.SettingsWrite) }, status);

    private static async Task<IResult> Return(PageRequest p, string? code, FormState form, int status = StatusCodes.Status200OK)
    {
        var found = code is null ? (Result<GetReturn.Answer>?)null : await p.Send(new GetReturn.Query(code));
        return found is { Succeeded: false, Error: { Kind: not ErrorKind.NotFound } error }
            ? p.Http.Refuse(error)
            : p.Page<ReturnPage>(
                "Hand goods back",
                new
                {
                    Code = found is { Succeeded: true } ? found.Value.Value.Number : code,
                    Goods = found is { Succeeded: true } ? found.Value.Value : null,
                    NotFound = found is { Succeeded: false } ? p.L.Error(found.Value.Error!) : null,
                    State = form,
                    CanWrite = p.Caller.Can(ReceptionPermissions.GoodsWrite),
                    CanWaive = p.Caller.Can(ReceptionPermissions.RequestOverride),
                },
                found is { Succeeded: false } ? StatusCodes.Status404NotFound : status);
    }

    /// <summary>A thing's values as fields of a nested entry, its version beside them.</summary>
    private static FormState Nested(string prefix, object model)
    {
        var form = new FormState();
        foreach (var (name, value) in FormState.Of(model).Values)
        {
            form.Values[name == "Version" ? name : $"{prefix}.{name}"] = value;
        }

        return form;
    }

    private static FormState Terms(GetModel.Answer model)
    {
        if (model.Policies.Count == 0)
        {
            return new FormState();
        }

        var latest = model.Policies[0];
        var form = FormState.Of(latest);
        form.Values["ExcludedCauses"] = string.Join(", ", latest.ExcludedCauses);
        foreach (var (term, index) in latest.Terms.Select((term, index) => (term, index)))
        {
            form.Values[$"Terms[{index}].PartGroup"] = term.PartGroup;
            form.Values[$"Terms[{index}].Months"] = term.Months.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return form;
    }
}
