using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

/// <summary>Components as the HTML that a browser gets.</summary>
internal static class Rendered
{
    public static readonly Texts English = new([]);

    public static Task<string> Html<TComponent>(object? parameters = null)
        where TComponent : IComponent => Html(typeof(TComponent), new Microsoft.AspNetCore.Routing.RouteValueDictionary(parameters));

    /// <summary>A field as it stands in a form of this state.</summary>
    public static Task<string> Html(Type component, IDictionary<string, object?> parameters, FormState? state) => state is null ? Html(component, parameters) : Html<CascadingValue<FormState>>(new
    {
        Value = state,
        ChildContent = (RenderFragment)(builder =>
        {
            builder.OpenComponent(0, component);
            builder.AddMultipleAttributes(1, parameters.Select(each => KeyValuePair.Create(each.Key, each.Value!)));
            builder.CloseComponent();
        }),
    });

    public static async Task<string> Html(Type component, IDictionary<string, object?> parameters)
    {
        await using var services = new ServiceCollection().AddSingleton(English).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>Content of a component that takes some.</summary>
    public static RenderFragment Content(string text) => builder => builder.AddContent(0, text);

    /// <summary>Runs as a reader of this language would see it.</summary>
    public static T In<T>(string culture, Func<T> read)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return read();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}

/// <summary>Translations without files: culture, sentence, translation.</summary>
internal sealed class Translations(params (string Culture, string Sentence, string Translation)[] all) : ResourceManager
{
    public override ResourceSet? GetResourceSet(CultureInfo culture, bool createIfNotExists, bool tryParents) =>
        all.Where(each => each.Culture == culture.Name).ToDictionary(each => each.Sentence, each => each.Translation) is { Count: > 0 } found ? new Listed(found) : null;

    private sealed class Listed(Dictionary<string, string> found) : ResourceSet, System.Collections.IEnumerable
    {
        public override System.Collections.IDictionaryEnumerator GetEnumerator() => ((System.Collections.IDictionary)found).GetEnumerator();
    }
}
