using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messages;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Status;

/// <summary>
/// Writes to customers in their own language, once for each occasion (REC-7). The texts are in <c>Resources/Templates</c>, one file per language: a heading
/// <c>[Occasion]</c>, the subject, then the body; names in braces are filled in, and a line whose name has nothing to say is left out.
/// </summary>
internal sealed class CustomerMessages(ReceptionDbContext db, IConfiguration settings, IClock clock, IIdentifiers ids, IBranches branches)
{
    private static readonly FrozenDictionary<(string Language, string Occasion), (string Subject, string Body)> Templates = Load();

    /// <summary>Whether there is something to say on an occasion.</summary>
    public static bool Knows(string occasion) => Templates.ContainsKey(("en", occasion));

    /// <summary>Occasions with a text, by language; for tests.</summary>
    public static IEnumerable<(string Language, string Occasion)> All => Templates.Keys;

    /// <summary>Writes the message in the transaction of the command.</summary>
    /// <param name="request">What it is about.</param>
    /// <param name="occasion">Heading of the template.</param>
    /// <param name="onceKey">One message per occasion.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>False when the customer can't be reached.</returns>
    public async Task<bool> TellAsync(ServiceRequest request, string occasion, string onceKey, CancellationToken cancel)
    {
        var customer = await db.Customers.AsNoTracking().Where(c => c.Id == request.CustomerId).Select(c => new { c.Name, c.Email, c.PhoneKey, c.Language }).FirstAsync(cancel);
        if (customer is { Email: "", PhoneKey: "" })
        {
            return false;
        }

        if (await db.Messages.AnyAsync(m => m.OnceKey == onceKey, cancel))
        {
            return true;
        }

        var branch = branches.Of(request.BranchId);
        var culture = CultureInfo.GetCultureInfo(customer.Language);
        var template = Templates.GetValueOrDefault((customer.Language, occasion), Templates[("en", occasion)]);
        var values = new Dictionary<string, string?>
        {
            ["Customer"] = customer.Name,
            ["Number"] = request.OrderNumber ?? request.Number,
            ["Device"] = string.Join(" ", new[] { request.ModelName, request.SerialNumber }.Where(part => part.Length > 0)),
            ["ReadyBy"] = request.ReadyBy?.ToString("D", culture),
            ["Note"] = request.StageNote,
            ["Link"] = $"{settings["Public:Address"]?.TrimEnd('/')}/p/status/{request.StatusSecret}",
            ["Branch"] = branch.Name,
            ["Phone"] = branch.Phone,
            ["Address"] = branch.Address,
        };
        var now = clock.GetCurrentInstant();
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(),
            BranchId = request.BranchId,
            Channel = customer.Email.Length > 0 ? MessageChannel.Email : MessageChannel.Sms,
            Recipient = customer.Email.Length > 0 ? customer.Email : customer.PhoneKey,
            RecipientName = customer.Name,
            Subject = customer.Email.Length > 0 ? Fill(template.Subject, values) : "",
            Body = Fill(customer.Email.Length > 0 ? template.Body : $"{template.Subject} {{Link}}", values),
            About = nameof(ServiceRequest),
            AboutId = request.Id,
            OnceKey = onceKey,
            WrittenAt = now,
            NextAttemptAt = now,
        });
        return true;
    }

    internal static string Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var lines = template.Split('\n').Where(line => !values.Any(value => string.IsNullOrEmpty(value.Value) && line.Contains($"{{{value.Key}}}", StringComparison.Ordinal)));
        return values.Aggregate(string.Join('\n', lines), (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
    }

    private static FrozenDictionary<(string, string), (string, string)> Load()
    {
        var templates = new Dictionary<(string, string), (string, string)>();
        foreach (var language in Rules.Languages)
        {
            using var stream = typeof(CustomerMessages).Assembly.GetManifestResourceStream($"ServiceErp.Reception.Resources.Templates.messages-{language}.txt")
                ?? throw new InvalidOperationException($"The messages in {language} are missing.");
            using var reader = new StreamReader(stream);
            foreach (var part in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n[", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var lines = part.TrimStart('[').Split('\n', 3);
                templates.Add((language, lines[0].TrimEnd(']')), (lines[1].Trim(), lines[2].Trim()));
            }
        }

        return templates.ToFrozenDictionary();
    }
}
