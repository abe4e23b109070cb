using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Architecture.Tests;

/// <summary>Every word that can be shown is said in Russian, Spanish and Korean (HOST-5), and nothing is translated that nobody says.</summary>
public sealed partial class LanguageTests
{
    private static readonly string[] Languages = ["ru", "es", "ko"];

    // Units of measure are data: nothing in the sources names all of them.
    private static readonly string[] Units = ["pcs", "h", "km", "set", "m", "kg", "l"];

    private static readonly Dictionary<string, Place> Places = Directory.GetDirectories(Path.Combine(House.Root, "src", "Modules"))
        .Concat(new[] { "Platform", "Host", "Demo" }.Select(name => Path.Combine(House.Root, "src", name)))
        .Select(folder => new Place(folder)).ToDictionary(place => place.Name);

    [Fact]
    public void Every_word_that_can_be_shown_is_translated() => Nothing(
        from place in Places.Values
        from language in Languages
        from key in place.Shown
        where !Found(place, language, key)
        select $"{place.Name} / {language} / {key}");

    [Fact]
    public void A_translation_has_the_places_of_its_key() => Nothing(
        from place in Places.Values
        from language in Languages
        from entry in place.Entries(language)
        where !Slots(entry.Key).SetEquals(Slots(entry.Value)) || entry.Value.Length == 0
        select $"{place.Name} / {language} / {entry.Key} -> {entry.Value}");

    [Fact]
    public void No_key_is_translated_twice() => Nothing(
        from place in Places.Values
        from language in Languages
        from twice in place.Entries(language).GroupBy(entry => entry.Key).Where(same => same.Count() > 1)
        select $"{place.Name} / {language} / {twice.Key}");

    [Fact]
    public void No_translation_is_dead() => Nothing(
        from place in Places.Values
        from language in Languages
        from entry in place.Entries(language)
        where !Units.Contains(entry.Key) && !Places.Values.Any(other => other.Says(entry.Key))
        select $"{place.Name} / {language} / {entry.Key}");

    [Theory]
    [InlineData("Platform", "Save")]
    [InlineData("Platform", "Somebody must be able to administer the program: make another administrator first.")]
    [InlineData("Platform", "Quality inspector")]
    [InlineData("Platform", "API keys")]
    [InlineData("Platform", "UserState.LockedOut|Locked out")]
    [InlineData("Platform", "Write the name of the holiday.")]
    [InlineData("Workshop", "Dispatch board")]
    public void Words_of_each_sort_are_collected(string place, string key) => Assert.Contains(key, Places[place].Shown);

    private static void Nothing(IEnumerable<string> faults) => Assert.True(!faults.Any(), Environment.NewLine + string.Join(Environment.NewLine, faults.Distinct()));

    /// <summary>A place's words stand in its own resources or in the Platform's; the demo plays on every stage.</summary>
    private static bool Found(Place place, string language, string key)
    {
        // A value of an enumeration may have a word of its own: "OrderState.Closed" before "Closed".
        var keys = key.IndexOf('|', StringComparison.Ordinal) is var bar and > 0 ? new[] { key[..bar], key[(bar + 1)..] } : [key];
        IEnumerable<Place> resources = place.Name == "Demo" ? Places.Values : [place, Places["Platform"]];
        return resources.Any(each => keys.Any(one => each.Has(language, one)));
    }

    private static HashSet<string> Slots(string text) => [.. Slot().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Slot();

    /// <summary>What a source shows: sentences in front of a localizer, refusals, validators, headings of lists and imports, and titles.</summary>
    [GeneratedRegex("""
        \b(?:L|[tT]exts)\[@?"(?<key>(?:[^"\\]|\\.)+)"
        |\b(?:L|[tT]exts)\[[^\]"]*?\?\s"(?<key>(?:[^"\\]|\\.)+)"\s:\s"(?<key>(?:[^"\\]|\\.)+)"
        |\bError\.(?:Refused|Invalid|Conflict|NotFound|Forbidden)\(\s*(?:\$?"[^"]*"|[\w.]+),\s*"(?<key>(?:[^"\\]|\\.)+)"
        |(?:\.WithMessage|\.Reason|new\sSentence)\(\s*"(?<key>(?:[^"\\]|\\.)+)"
        |\bstring\s\w+\s(?:\{\sget;\s(?:set|init);\s\}\s)?=>?\s"(?<key>[A-Z{](?:[^"\\]|\\.)*\s(?:[^"\\]|\\.)*[.?])"
        |\bstring\sTitle\s=>\s"(?<key>[^"]+)"|new\sImporter<\w+>\(\w+,\s"(?<key>[^"]+)"|\bPage<[\w.]+>\("(?<key>[^"]+)"
        |\bnew\("(?<key>[A-Z][^"]*)",\s(?:"/[^"]*"|\w+),\s"
        |\.\w+\("(?<key>(?![A-Z][a-z]+[A-Z])[A-Z](?:[^"\\]|\\.)*)",\s*(?:\w+|\(\w+,\s\w+\))\s=>
        |\bPermit(?:Reentry)?If\([^";{]*?"(?<key>[^"]+)"
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();

    /// <summary>A module, the Platform, the Host or the demo: a folder of sources with resources of its own.</summary>
    private sealed class Place
    {
        private readonly Dictionary<string, (string Key, string Value)[]> entries;
        private readonly Dictionary<string, HashSet<string>> keys;
        private readonly string sources;

        public Place(string folder)
        {
            Name = Path.GetFileName(folder);
            var files = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations" or "node_modules")).ToArray();
            sources = string.Join('\n', files.Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".js").Select(File.ReadAllText));
            entries = Languages.ToDictionary(l => l, l => files.Where(f => f.EndsWith($".{l}.resx", StringComparison.Ordinal))
                .SelectMany(f => XDocument.Load(f).Root!.Elements("data")).Select(d => (d.Attribute("name")!.Value, d.Element("value")!.Value)).ToArray());
            keys = entries.ToDictionary(e => e.Key, e => e.Value.Select(entry => entry.Key).ToHashSet());
            var assemblies = Directory.GetFiles(AppContext.BaseDirectory, "ServiceErp.*.dll").Select(Path.GetFileNameWithoutExtension)
                .Where(n => Directory.Exists(Path.Combine(folder, n!))).Select(n => House.Read(n!)).ToArray();
            Words = [.. assemblies.SelectMany(Spoken)];
            Shown = [.. Sentence().Matches(sources).SelectMany(m => m.Groups["key"].Captures).Select(c => Regex.Unescape(c.Value)), .. assemblies.SelectMany(ShownEnums).SelectMany(WordsOf), .. assemblies.SelectMany(Titles),
                .. files.Where(f => f.EndsWith(".en.txt", StringComparison.Ordinal)).Select(f => Texts.Humanise(Pascal(Path.GetFileName(f)[..^".en.txt".Length])))];
        }

        public string Name { get; }

        /// <summary>What a page, paper, message or refusal of the place can show.</summary>
        public HashSet<string> Shown { get; }

        /// <summary>Names in program spelling as people read them.</summary>
        private HashSet<string> Words { get; }

        public IEnumerable<(string Key, string Value)> Entries(string language) => entries[language];

        public bool Has(string language, string key) => keys[language].Contains(key);

        public bool Says(string key) => Shown.Contains(key) || Words.Contains(key) || sources.Contains(Literal(key), StringComparison.Ordinal);

        private static string Literal(string text) =>
            $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

        private static string Pascal(string kebab) => string.Concat(kebab.Split('-').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

        private static IEnumerable<string> WordsOf(TypeDefinition type) => type.Fields.Where(f => f.IsStatic).Select(f => $"{type.Name}.{f.Name}|{Texts.Humanise(f.Name)}");

        /// <summary>Every name that Humanise can be given: types, values of enumerations, texts.</summary>
        private static IEnumerable<string> Spoken(AssemblyDefinition assembly) => assembly.MainModule.GetTypes().SelectMany(type =>
            type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<string>().Where(s => s.Length < 60)
                .SelectMany(s => new[] { s, Texts.Humanise(s), Texts.Humanise(Pascal(s)), Texts.Humanise(s.Replace('-', ' ')) })
                .Append(Texts.Humanise(type.Name))
                .Concat(type.IsEnum ? WordsOf(type).SelectMany(w => w.Split('|')) : type.Properties.Select(p => Texts.Humanise(p.Name))));

        /// <summary>Enumerations whose values are put into words: labels, filters, and the states and triggers of life cycles.</summary>
        private static IEnumerable<TypeDefinition> ShownEnums(AssemblyDefinition assembly)
        {
            var types = assembly.MainModule.GetTypes().ToArray();
            var labels = types.SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
                .Where(i => i.Operand is MethodReference { Name: "Label", DeclaringType.Name: nameof(Texts) } && i.Previous.OpCode == OpCodes.Box).Select(i => (TypeReference)i.Previous.Operand);
            var filters = types.SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
                .Select(i => i.Operand).OfType<GenericInstanceMethod>().Where(m => m.DeclaringType.Name == "ListFilter").SelectMany(m => m.GenericArguments);
            var cells = types.SelectMany(t => t.Methods).Where(m => m.HasBody && m.Parameters.Count == 1 && m.ReturnType.FullName == "System.Object" && m.Name.StartsWith('<'))
                .SelectMany(m => m.Body.Instructions).Where(i => i.OpCode == OpCodes.Box && i.Next?.OpCode == OpCodes.Ret).Select(i => (TypeReference)i.Operand);
            var lives = types.SelectMany(t => t.Fields).Select(f => f.FieldType).OfType<GenericInstanceType>().Where(t => t.ElementType.Name == "Lifecycle`3").SelectMany(t => t.GenericArguments.Skip(1));
            return labels.Concat(filters).Concat(cells).Concat(lives).Where(t => t is not GenericParameter && t.FullName.StartsWith(House.Prefix, StringComparison.Ordinal))
                .Select(t => t.Resolve()).Where(t => t is { IsEnum: true }).DistinctBy(t => t.FullName);
        }

        /// <summary>The module in the menu, its lines there, its scheduled jobs and what the search finds; and the roles, which the Platform knows.</summary>
        private static IEnumerable<string> Titles(AssemblyDefinition assembly)
        {
            var jobs = assembly.MainModule.GetTypes().Where(t => t.Interfaces.Any(i => i.InterfaceType.Name is "IScheduledJob" or "ISearchable")).Select(t => Texts.Humanise(t.Name));
            var roles = assembly.MainModule.GetTypes().Where(t => t.FullName == "ServiceErp.Platform.Modules.Roles").SelectMany(t => t.Fields).Where(f => f.IsLiteral).Select(f => Texts.Humanise((string)f.Constant));
            var menu = House.ModuleNames.Contains(assembly.Name.Name[House.Prefix.Length..]) && House.Plug(assembly) is { } module ? module.Navigation.Select(n => n.Text).Append(module.Title) : [];
            return [.. jobs, .. roles, .. menu];
        }
    }
}
