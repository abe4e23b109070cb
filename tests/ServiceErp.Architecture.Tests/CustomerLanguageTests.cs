using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServiceErp.Architecture.Tests;

/// <summary>What a customer is given to read, on paper or behind a secret link, speaks the customer's language (BIL-6, HOST-5).</summary>
public sealed partial class CustomerLanguageTests
{
    public static TheoryData<string, string> PapersAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var paper in Directory.EnumerateFiles(Path.Combine(House.Root, "src", "Modules"), "*.razor", SearchOption.AllDirectories).Where(IsForCustomers).Order(StringComparer.Ordinal))
            {
                foreach (var language in new[] { "ru", "es", "ko" })
                {
                    data.Add(Path.GetRelativePath(House.Root, paper), language);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PapersAndLanguages))]
    public void Every_sentence_for_customers_is_translated(string paper, string language)
    {
        var module = Module(Path.Combine(House.Root, paper));
        var resources = XDocument.Load(Path.Combine(House.Root, "src", "Modules", module, $"ServiceErp.{module}", "Resources", $"{module}Text.{language}.resx"));
        var translated = resources.Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        var sentences = Sentence().Matches(File.ReadAllText(Path.Combine(House.Root, paper))).Select(m => Regex.Unescape(m.Groups[1].Value)).ToArray();
        Assert.Empty(sentences.Except(translated));
    }

    [Fact]
    public void The_papers_are_found() => Assert.Contains(PapersAndLanguages, row => ((string)row[0]).Contains("CompletionActPaper", StringComparison.Ordinal));

    private static bool IsForCustomers(string file)
    {
        // A module without translations makes papers for colleagues and suppliers only.
        if (!Directory.Exists(Path.Combine(House.Root, "src", "Modules", Module(file), $"ServiceErp.{Module(file)}", "Resources")))
        {
            return false;
        }

        var name = Path.GetFileNameWithoutExtension(file);
        return name.StartsWith("Paper", StringComparison.Ordinal) || name.EndsWith("Paper", StringComparison.Ordinal) || name.EndsWith("Agreement", StringComparison.Ordinal) || name.StartsWith("Public", StringComparison.Ordinal) || name.EndsWith("StatusPage", StringComparison.Ordinal);
    }

    private static string Module(string file) => Path.GetRelativePath(House.Root, file).Split(Path.DirectorySeparatorChar)[2];

    [GeneratedRegex("\\bL\\[\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Sentence();
}
