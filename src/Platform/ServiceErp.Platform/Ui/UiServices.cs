using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceErp.Platform.Ui;

/// <summary>What rendering pages needs from the Host, besides <see cref="IShell"/> and <see cref="Localization.Texts"/>.</summary>
public static class UiServices
{
    /// <summary>Registers the renderer, the antiforgery header of htmx, and an encoder that leaves Cyrillic and Hangul as they are: a third of the bytes.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.HeaderName = UiEndpoints.AntiforgeryHeader);
        return services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }
}
