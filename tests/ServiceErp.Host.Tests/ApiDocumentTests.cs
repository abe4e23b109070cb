using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;

namespace ServiceErp.Host.Tests;

/// <summary>The API is whole, and what is written about it is true (HOST-3).</summary>
[Collection("set-up website")]
public sealed class ApiDocumentTests(SetUpWebsite centre)
{
    /// <summary>Use cases without a route of their own, each with the reason.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Platform.Importing.Features.ApplyImport"] = "POST imports/runs/{id}/apply sends it and answers with what became of the rows",
        ["Platform.Importing.Features.MapImport"] = "a machine writes the importer's own headings; telling others apart is for the screen",
        ["Platform.Importing.Features.ReadImport"] = "a machine says how its file is written when it sends it",
        ["Platform.Users.Features.NoteApiKeyUse"] = "the program notes it itself",
        ["Platform.Users.Features.CreateDemoUser"] = "the demo makes its own people; nobody else may make one who signs in without a password",
        ["Platform.Users.Features.SetUpCentre"] = "the first-run page, before there is anybody who could have a key",
        ["Feedback.Features.Surveys.AnswerSurvey"] = "only the customer answers, on the page behind the link",
        ["Reception.Features.Status.PrintStatusLink"] = "only the paper for the customer shows the link",
        ["Workshop.Features.Quotations.AnswerQuotationByLink"] = "only the customer answers, on the page behind the link",
        ["Workshop.Features.Quotations.AskAboutQuotation"] = "only the customer asks, on the page behind the link",
        ["Workshop.Features.Quotations.PrintQuotationLink"] = "only the paper for the customer shows the link",
        ["SpareParts.Features.Classes.ListPlacesToClass"] = "the nightly classing asks it",
        ["Platform.Users.Features.SignIn"] = "people sign in; machines have keys",
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Every_use_case_has_a_route()
    {
        var routed = centre.Site.OfApi().Select(r => r.Request).OfType<Type>().ToHashSet();
        var useCases = centre.Site.UseCases();
        Assert.True(useCases.Count > 150, $"Only {useCases.Count} use cases were found.");
        var missing = useCases.Where(u => !routed.Contains(u) && !IsImported(u)).Select(u => u.DeclaringType!.FullName!["ServiceErp.".Length..]).ToArray();
        var unrouted = missing.Except(Elsewhere.Keys).ToArray();
        Assert.True(unrouted.Length == 0, $"No route leads to {string.Join(", ", unrouted)}.");
        var stale = Elsewhere.Keys.Except(missing).ToArray();
        Assert.True(stale.Length == 0, $"{string.Join(", ", stale)} has a route now, or is gone.");

        // Rows of files come through POST /platform/imports/{name}.
        static bool IsImported(Type useCase) => typeof(ICommand<ImportEffect>).IsAssignableFrom(useCase);
    }

    [Fact]
    public async Task The_written_document_is_the_served_one()
    {
        var path = Path.Combine(Root(), "docs", "openapi.json");
        var served = JsonNode.Parse(await centre.Site.Visit().ReadAsync("/openapi/v1.json"))!.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("SERVICEERP_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, served);
        }

        var written = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        Assert.True(written == served, $"docs/openapi.json is out of date: {FirstDifference(written, served)}. Write it anew: SERVICEERP_WRITE_DOCS=1 build/test Host");
    }

    private static string FirstDifference(string written, string served)
    {
        var (left, right) = (written.Split('\n'), served.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], Math.Min(left.Length, right.Length));
        return $"line {line + 1} is {right.ElementAtOrDefault(line)?.Trim() ?? "gone"}";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ServiceErp.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
