using System.Reflection;
using System.Text;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;

namespace ServiceErp.Architecture.Tests;

/// <summary><c>docs/modules.md</c>, drawn from the compiled modules: who tells whom, who asks whom, and each life cycle.</summary>
public sealed class ModuleMap
{
    private static readonly string File = Path.Combine(House.Root, "docs", "modules.md");

    [Fact]
    public void The_written_map_is_the_real_one()
    {
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("SERVICEERP_WRITE_DOCS") == "1")
        {
            System.IO.File.WriteAllText(File, drawn);
        }

        Assert.True(System.IO.File.Exists(File) && System.IO.File.ReadAllText(File) == drawn, "docs/modules.md is out of date. Write it anew: SERVICEERP_WRITE_DOCS=1 build/test Architecture");
    }

    private static string Draw()
    {
        var text = new StringBuilder("# Modules\n\nGenerated from the compiled modules by a test; do not edit by hand.\n\n```mermaid\nflowchart LR\n");
        foreach (var module in House.ModuleNames)
        {
            text.Append("  ").Append(module).Append('\n');
        }

        var told = Told().ToArray();
        foreach (var arrow in told.GroupBy(t => (t.From, t.To)).OrderBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal))
        {
            text.Append($"  {arrow.Key.From} -- {string.Join("<br/>", arrow.Select(a => a.Event).Distinct().Order(StringComparer.Ordinal))} --> {arrow.Key.To}\n");
        }

        foreach (var (from, role, to) in Asks().OrderBy(a => a.From, StringComparer.Ordinal).ThenBy(a => a.Role, StringComparer.Ordinal))
        {
            text.Append($"  {from} -. {role} .-> {to}\n");
        }

        text.Append("```\n\nA full arrow is an event (told later, exactly once); a dotted one is a question (asked now).\n");
        foreach (var assembly in House.Modules)
        {
            var plug = House.Plug(assembly);
            text.Append($"\n## {plug.Name}\n\n");
            text.Append($"Pages below `/{plug.Path}`, API below `/api/v1/{plug.Path}`, schema `{plug.Schema}`, {plug.Permissions.Count} permissions.\n");
            foreach (var lifecycle in Lifecycles(House.Load(assembly)))
            {
                text.Append($"\n### {lifecycle.Name[(lifecycle.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]}\n\n```mermaid\n{lifecycle.ToMermaid().Trim().ReplaceLineEndings("\n")}\n```\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<ILifecycle> Lifecycles(Assembly assembly) => assembly.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => typeof(ILifecycle).IsAssignableFrom(f.FieldType) && !f.DeclaringType!.ContainsGenericParameters)
        .Select(f => (ILifecycle)f.GetValue(null)!).DistinctBy(l => l.Name).OrderBy(l => l.Name, StringComparer.Ordinal);

    private static IEnumerable<(string From, string Event, string To)> Told() =>
        from assembly in House.Modules
        from type in House.Load(assembly).GetTypes()
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ISubscriber<>)
        let happened = contract.GetGenericArguments()[0]
        select (Owner(happened), happened.Name, House.NameOf(assembly));

    private static IEnumerable<(string From, string Role, string To)> Asks() =>
        (from assembly in House.Modules
         from type in House.Load(assembly).GetTypes()
         from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
         from parameter in constructor.GetParameters()
         let role = parameter.ParameterType
         where role.IsInterface && role.Assembly.GetName().Name!.EndsWith(".Abstractions", StringComparison.Ordinal) && Owner(role) != House.NameOf(assembly)
         select (House.NameOf(assembly), role.Name, Owner(role))).Distinct();

    private static string Owner(Type type) => type.Assembly.GetName().Name![House.Prefix.Length..].Replace(".Abstractions", "", StringComparison.Ordinal);
}
