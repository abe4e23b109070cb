using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Ui;

/// <summary>A whole list as a file.</summary>
public static class Export
{
    /// <summary>Answers the list, with all columns or, for <c>columns=shown</c>, with those that the caller sees, as CSV or, for the format <c>xlsx</c>, as a workbook.</summary>
    /// <param name="http">The request.</param>
    /// <param name="format">See <see cref="ListQuery.Format"/>.</param>
    /// <param name="name">The file's name without extension.</param>
    /// <param name="columns">What to write.</param>
    /// <param name="rows">All rows that the reader may see; streamed.</param>
    /// <typeparam name="TRow">The row.</typeparam>
    public static IResult File<TRow>(this HttpContext http, string? format, string name, ListColumns<TRow> columns, IAsyncEnumerable<TRow> rows)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var stop = http.RequestAborted;
        if (http.Request.Query["columns"] == "shown" && Web.PageRequest.KeptFor(http, http.Request.Path) is { } kept)
        {
            columns = columns.Without(kept.Hidden);
        }

        return format == "xlsx"
            ? TypedResults.Stream(output => Xlsx.WriteAsync(output, columns, rows, texts, stop), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx")
            : TypedResults.Stream(output => Csv.WriteAsync(output, columns, rows, texts, stop), "text/csv; charset=utf-8", name + ".csv");
    }
}
