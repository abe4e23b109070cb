using System.Reflection;
using System.Xml.Linq;
using Mono.Cecil;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Architecture.Tests;

public sealed class RuleTests
{
    public static TheoryData<string> ModuleRules =>
    [
        nameof(Rules.ReferencesOnlyAbstractions), nameof(Rules.DomainIsPure), nameof(Rules.EdgesOnlySend), nameof(Rules.FeaturesStandAlone), nameof(Rules.LittleIsPublic),
        nameof(Rules.HandlersAreInternal), nameof(Rules.RequestsSayWhoMay), nameof(Rules.RequestsHaveOneHandler), nameof(Rules.StateIsWrittenOnce), nameof(Rules.EventsHaveStableNames),
        nameof(Rules.NamesSaySomething), nameof(Rules.OnlyThePlatformStores), nameof(Rules.VersionsAreCompared), nameof(Rules.BranchesHideTheirs),
        nameof(Rules.ReasonsTellSomething), nameof(Rules.WhatBelongsToAllSaysWhoMay),
    ];

    [Theory]
    [MemberData(nameof(ModuleRules))]
    public void Every_module_keeps_the_rule(string rule)
    {
        Assert.NotEmpty(House.Modules);
        Assert.All(House.Modules, module => Assert.NotEmpty(House.Types(module)));
        AssertNone(House.Modules.SelectMany(m => Faults(rule, m)));
    }

    [Theory]
    [MemberData(nameof(ModuleRules))]
    [InlineData(nameof(Rules.AbstractionsHoldOnlyWords))]
    public void The_rule_finds_its_sin(string rule) => Assert.Contains(Faults(rule, House.Sins), f => f.Contains(rule == nameof(Rules.ReferencesOnlyAbstractions) ? "ServiceErp.Testing" : rule, StringComparison.Ordinal));

    [Fact]
    public void Every_command_of_the_platform_says_how_far_it_reaches()
    {
        AssertNone(Rules.CommandsSayHowFarTheyReach(House.Platform));
        var sins = Rules.CommandsSayHowFarTheyReach(House.Sins).ToArray();
        Assert.Contains(sins, f => f.Contains("SaysNothing", StringComparison.Ordinal) && f.EndsWith("add [Reaches].", StringComparison.Ordinal));
        Assert.Contains(sins, f => f.Contains("AsksNobody", StringComparison.Ordinal) && f.EndsWith("never asks for the caller's branch.", StringComparison.Ordinal));
        Assert.Contains(House.Types(House.Platform), t => t.CustomAttributes.Any(a => a.AttributeType.Name == "ReachesAttribute" && Equals(a.ConstructorArguments[0].Value, (int)Reach.All)));
    }

    [Fact]
    public void The_platform_compares_versions_too() => AssertNone(Rules.VersionsAreCompared(House.Platform));

    [Fact]
    public void Abstractions_hold_only_words()
    {
        Assert.NotEmpty(House.Abstractions);
        AssertNone(House.Abstractions.SelectMany(Rules.AbstractionsHoldOnlyWords));
        AssertNone(House.Abstractions.SelectMany(Rules.EventsHaveStableNames));
    }

    [Fact]
    public void The_host_names_no_module() =>
        AssertNone(House.Host.MainModule.AssemblyReferences.Where(r => House.ModuleNames.Any(n => r.Name == House.Prefix + n || r.Name == $"{House.Prefix}{n}.Abstractions")).Select(r => $"Host references {r.Name}."));

    [Fact]
    public void The_kernel_knows_nobody() =>
        Assert.All(House.Kernel.MainModule.AssemblyReferences, r => Assert.True(r.Name.StartsWith("System", StringComparison.Ordinal) || r.Name is "NodaTime" or "netstandard", r.Name));

    [Fact]
    public void The_platform_knows_no_module() =>
        AssertNone(House.Platform.MainModule.AssemblyReferences.Where(r => r.Name.StartsWith(House.Prefix, StringComparison.Ordinal) && r.Name != "ServiceErp.Kernel").Select(r => r.Name));

    [Fact]
    public void Folders_projects_and_plugs_name_the_same_modules()
    {
        var plugs = Directory.GetFiles(AppContext.BaseDirectory, "ServiceErp.*.dll").Select(AssemblyDefinition.ReadAssembly)
            .Where(a => a.CustomAttributes.Any(c => c.AttributeType.Name == "ErpModuleAttribute") && a.Name.Name != House.Sins.Name.Name && !House.IsDemo(a)).Select(House.NameOf).Order(StringComparer.Ordinal);
        Assert.Equal(House.ModuleNames, plugs);
        Assert.All(House.Modules, m => Assert.Equal(House.NameOf(m), House.Plug(m).Name));
    }

    [Fact]
    public void Every_referenced_abstractions_is_used()
    {
        foreach (var project in Directory.GetFiles(Path.Combine(House.Root, "src", "Modules"), "*.csproj", SearchOption.AllDirectories).Where(p => !p.EndsWith(".Abstractions.csproj", StringComparison.Ordinal)))
        {
            var declared = XDocument.Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
                .Where(n => n.EndsWith(".Abstractions", StringComparison.Ordinal));
            var used = House.Read(Path.GetFileNameWithoutExtension(project)).MainModule.AssemblyReferences.Select(r => r.Name).ToHashSet();
            AssertNone(declared.Where(d => !used.Contains(d)).Select(d => $"{Path.GetFileName(project)} references {d} and does not use it."));
        }
    }

    [Fact]
    public void Modules_ask_each_other_without_a_circle()
    {
        var asks = House.Modules.ToDictionary(House.NameOf, m => House.Types(m)
            .SelectMany(t => House.Methods(t).Where(x => x.IsConstructor).SelectMany(x => x.Parameters).Select(p => p.ParameterType))
            .Where(t => t.Name.StartsWith('I') && t.Scope.Name.EndsWith(".Abstractions", StringComparison.Ordinal) && t.Scope.Name != $"{m.Name.Name}.Abstractions")
            .Select(t => t.Scope.Name[House.Prefix.Length..^".Abstractions".Length]).Distinct().ToArray());
        Assert.NotEmpty(asks.Values.SelectMany(a => a));
        foreach (var start in asks.Keys)
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>(asks[start]);
            while (open.TryPop(out var at))
            {
                Assert.True(at != start, $"{start} asks itself through {string.Join(", ", seen)}.");
                if (seen.Add(at) && asks.TryGetValue(at, out var next))
                {
                    next.ToList().ForEach(open.Push);
                }
            }
        }
    }

    [Fact]
    public void Every_permission_asked_for_is_listed_and_every_one_listed_is_asked_for()
    {
        foreach (var module in House.Modules)
        {
            var listed = House.Plug(module).Permissions.Select(p => p.Name).ToHashSet();
            var asked = House.Load(module).GetTypes().Select(t => t.GetCustomAttribute<RequiresAttribute>()?.Permission).OfType<string>().ToHashSet();
            Assert.NotEmpty(asked);
            AssertNone(asked.Except(listed).Select(p => $"{p} is asked for and not listed by {House.NameOf(module)}."));
            Assert.All(listed, p => Assert.StartsWith(House.NameOf(module) + ".", p, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_two_events_share_a_name()
    {
        var names = House.Abstractions.SelectMany(House.Types).SelectMany(t => t.CustomAttributes).Where(a => a.AttributeType.Name == "EventNameAttribute").Select(a => (string)a.ConstructorArguments[0].Value).ToArray();
        Assert.NotEmpty(names);
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    private static IEnumerable<string> Faults(string rule, AssemblyDefinition assembly) =>
        (IEnumerable<string>)typeof(Rules).GetMethod(rule)!.Invoke(null, [assembly])!;

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.Distinct().ToArray();
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }
}
