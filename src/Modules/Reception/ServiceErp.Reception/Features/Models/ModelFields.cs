using FluentValidation;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Reception.Features.Models;

/// <summary>Fields that creating and changing a model share.</summary>
public abstract record ModelFields
{
    public string? Name { get; init; }

    public string? ProductGroup { get; init; }

    /// <summary>Years in which parts must be obtainable; nothing where none are stated.</summary>
    public int? ServiceLifeYears { get; init; }

    /// <summary>Every group of its parts, separated by commas.</summary>
    public string? PartGroups { get; init; }

    internal string[] Groups => Rules.WordsOf(PartGroups);
}

internal sealed class ModelRules : AbstractValidator<ModelFields>
{
    public ModelRules()
    {
        RuleFor(m => m.Name).Needed(200, "Reception.Model.NameMissing", "Write the model's name.");
        RuleFor(m => m.ProductGroup).AtMost(100);
        RuleFor(m => m.ServiceLifeYears).InclusiveBetween(1, 100).WithMessage("Enter from 1 to 100 years.").WithErrorCode("Reception.Model.YearsNotRight");
        RuleFor(m => m.PartGroups).AtMost(2000);
        RuleFor(m => m.PartGroups).Must((m, _) => m.Groups.All(group => group.Length <= 80)).WithMessage("A part group has at most 80 characters.").WithErrorCode("Reception.Model.GroupTooLong");
    }
}
