using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Persistence;

/// <summary>How Noda Time's types and decimals are stored, so that both providers sort, compare and add them in SQL.</summary>
internal static class Converters
{
    /// <summary>SQLite keeps decimals as millionths: exact, indexable, addable. Never multiply or divide such a column in a query.</summary>
    public const decimal Scale = 1_000_000m;

    public static void Apply(ModelConfigurationBuilder conventions, bool sqlite)
    {
        conventions.Properties<string>().HaveMaxLength(200);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<Sentence>().HaveConversion<SentenceConverter>().HaveMaxLength(1000);
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        conventions.Properties<Duration>().HaveConversion<DurationConverter>();
        if (sqlite)
        {
            conventions.Properties<Instant>().HaveConversion<InstantMicrosConverter>();
            conventions.Properties<decimal>().HaveConversion<ScaledDecimalConverter>();
        }
        else
        {
            conventions.Properties<Guid>().HaveConversion<IdentityOnSqlServer>();
            conventions.Properties<Instant>().HaveConversion<InstantDateTimeConverter>();
            conventions.Properties<decimal>().HavePrecision(18, 6);

            // As on SQLite: texts are equal, unique and sorted by their characters, whatever the server's own collation is. One for all, so that any two columns can be compared.
            conventions.Properties<string>().UseCollation(TextPatterns.Exact);
            conventions.Properties<Enum>().UseCollation(TextPatterns.Exact);
        }
    }

    public sealed class SentenceConverter() : ValueConverter<Sentence, string>(
        s => s.Kept, v => Sentence.Read(v));

    public sealed class InstantMicrosConverter() : ValueConverter<Instant, long>(
        i => i.ToUnixTimeTicks() / 10, v => Instant.FromUnixTimeTicks(v * 10));

    public sealed class InstantDateTimeConverter() : ValueConverter<Instant, DateTime>(
        i => i.ToDateTimeUtc(), v => Instant.FromDateTimeUtc(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

    public sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
        d => d.ToDateOnly(), v => LocalDate.FromDateOnly(v));

    public sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(
        t => t.ToTimeOnly(), v => LocalTime.FromTimeOnly(v));

    public sealed class DurationConverter() : ValueConverter<Duration, long>(
        d => d.BclCompatibleTicks, v => Duration.FromTicks(v));

    public sealed class ScaledDecimalConverter() : ValueConverter<decimal, long>(
        d => (long)decimal.Round(d * Scale, 0, MidpointRounding.AwayFromZero), v => v / Scale);
}
