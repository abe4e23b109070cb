using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ServiceErp.Platform.Ui;

/// <summary>An SVG text centred or begun at a point; Razor keeps the element's name for itself.</summary>
public sealed class DrawnText : ComponentBase
{
    /// <summary>Horizontal place in pixels.</summary>
    [Parameter, EditorRequired] public required string X { get; set; }

    /// <summary>Base line in pixels.</summary>
    [Parameter, EditorRequired] public required string Y { get; set; }

    /// <summary>The words.</summary>
    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>The class.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Whether it begins at the point instead of being centred on it.</summary>
    [Parameter] public bool Begins { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Begins ? "start" : "middle");
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
