using Autofac;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links.Features;
using ServiceErp.Platform.Links.Pages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;

namespace ServiceErp.Platform.Links;

internal static class LinkPermissions
{
    public const string Address = "Platform.PublicAddress.Write";
}

/// <summary>What an address for customers must be, wherever it is entered.</summary>
internal static class PublicAddressRules
{
    public static void PublicAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(address => string.IsNullOrWhiteSpace(address) || PublicLinks.Clean(address) is not null)
            .WithErrorCode("Platform.PublicAddress.Malformed").WithMessage("Write the address as customers type it, like https://service.example.com.");
}

/// <summary>Links for customers: where they lead.</summary>
internal sealed class LinksPart : PlatformPart
{
    public const string Page = "/platform/public-address";

    public override IReadOnlyList<Permission> Permissions { get; } = [new(LinkPermissions.Address)];

    public override IReadOnlyList<NavigationItem> Navigation { get; } = [new("Address for customers", Page, "link", LinkPermissions.Address, 75)];

    public override void Register(ContainerBuilder builder) => builder.Register(c =>
    {
        var (root, time, log) = (c.Resolve<ILifetimeScope>(), c.ResolveOptional<TimeProvider>(), c.Resolve<ILogger<PublicLinks>>());
        return new PublicLinks(c.Resolve<IConfiguration>(), c.Resolve<DemoMode>(), read => new Remembered<PublicLinks.Known>(root, time, log, read));
    }).SingleInstance();

    public override void MapApi(ApiRoutes api) => api
        .Get<GetPublicAddress.Query>("public-address")
        .Put<SetPublicAddress.Command>("public-address");

    public override void MapPages(PageRoutes pages) => pages
        .Get(Page, p => Show(p, null))
        .Post(Page, p => p.Submit<SetPublicAddress.Command, Done>(_ => Page, form => Show(p, form), p.L["Saved"]));

    private static Task<IResult> Show(PageRequest p, FormState? form) => p.Show(new GetPublicAddress.Query(), address => p.Page<PublicAddressPage>(
        "Address for customers",
        new { address.IsConfigured, State = form ?? FormState.Of(new { Address = address.Address ?? Seen(p) }), IsMissing = address.Address is null },
        form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));

    /// <summary>What the reader's own browser has used: a proposal, which counts once somebody has looked at it and saved it.</summary>
    internal static string Seen(PageRequest p) => $"{p.Http.Request.Scheme}://{p.Http.Request.Host}";
}
