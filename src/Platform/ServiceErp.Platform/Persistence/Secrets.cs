using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceErp.Platform.Persistence;

/// <summary>Columns whose content the audit trail must not repeat.</summary>
public static class Secrets
{
    private const string Mark = "ServiceErp:Secret";

    /// <summary>Says that the audit trail notes a change of this property, and not what it was or became.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Mark, true);

    internal static bool IsSecret(this IReadOnlyProperty property) => property.FindAnnotation(Mark) is not null;
}
