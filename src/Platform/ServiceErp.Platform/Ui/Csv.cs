using System.Globalization;
using CsvHelper;
using NodaTime;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Ui;

/// <summary>A list as comma-separated values (HOST-4).</summary>
public static class Csv
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    /// <summary>
    /// Writes UTF-8 with a byte order mark, so that spreadsheets read it as such. Headings and states are in the language of <paramref name="texts"/>; numbers are
    /// invariant, days and instants ISO, instants in <see cref="ReaderZone"/>. Text that a spreadsheet would run as a formula is prefixed by an apostrophe.
    /// </summary>
    /// <param name="output">Left open.</param>
    /// <param name="columns">What to write, columns for files only included.</param>
    /// <param name="rows">Read once, never gathered in memory.</param>
    /// <param name="texts">Translates headings and states.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <typeparam name="TRow">The row.</typeparam>
    public static async Task WriteAsync<TRow>(Stream output, ListColumns<TRow> columns, IAsyncEnumerable<TRow> rows, Texts texts, CancellationToken cancellationToken = default)
    {
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var column in columns.All)
        {
            csv.WriteField(texts[column.Header]);
        }

        await csv.EndRecordAsync(cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var column in columns.All)
            {
                Write(csv, column.Value(row), column.Kind, texts);
            }

            await csv.EndRecordAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static void Write(CsvWriter csv, object? value, ColumnKind kind, Texts texts)
    {
        switch (value)
        {
            case Kernel.Money money:
                csv.WriteField(money.Amount, $"0.{new string('0', Kernel.Currencies.MinorDigits(money.Currency))}{new string('#', 6 - Kernel.Currencies.MinorDigits(money.Currency))}", CultureInfo.InvariantCulture);
                break;
            case decimal amount:
                csv.WriteField(amount, "0.############", CultureInfo.InvariantCulture);
                break;
            case int number:
                csv.WriteField(number);
                break;
            case long number:
                csv.WriteField(number);
                break;
            case double number:
                csv.WriteField(number);
                break;
            case LocalDate day:
                csv.WriteField(day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Instant instant:
                csv.WriteField(instant.InZone(ReaderZone.Current).LocalDateTime.ToString(kind == ColumnKind.Date ? "uuuu-MM-dd" : "uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture));
                break;
            default:
                csv.WriteField(FormulaGuard.On(Display.Text(value, texts, kind)));
                break;
        }
    }
}
