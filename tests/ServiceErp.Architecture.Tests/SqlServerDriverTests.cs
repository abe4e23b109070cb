using Mono.Cecil;

namespace ServiceErp.Architecture.Tests;

/// <summary>The driver of SQL Server is whole: what one of its assemblies names lies beside the program or in the shared framework. Without one the mode starts and fails at its first query.</summary>
public sealed class SqlServerDriverTests
{
    private static readonly string[] Frameworks = [.. new[] { typeof(object), typeof(Microsoft.AspNetCore.Http.HttpContext) }.Select(t => Path.GetDirectoryName(t.Assembly.Location)!)];

    [Fact]
    public void Every_assembly_that_the_driver_needs_lies_beside_the_program_or_in_the_framework()
    {
        var program = Path.GetDirectoryName(typeof(Platform.Composition.Readiness).Assembly.Location)!;
        var deps = File.ReadAllText(Path.Combine(program, "ServiceErp.Architecture.Tests.deps.json"));
        List<string> missing = [];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>(["Microsoft.Data.SqlClient"]);
        while (open.TryDequeue(out var name))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            if (Find(program, name) is not { } file || (!Frameworks.Contains(Path.GetDirectoryName(file)) && !deps.Contains($"{name}.dll", StringComparison.OrdinalIgnoreCase)))
            {
                missing.Add(name);
                continue;
            }

            if (Frameworks.Contains(Path.GetDirectoryName(file)))
            {
                continue;
            }

            using var assembly = AssemblyDefinition.ReadAssembly(file);
            foreach (var reference in assembly.MainModule.AssemblyReferences)
            {
                open.Enqueue(reference.Name);
            }
        }

        Assert.Empty(missing);
        Assert.Contains("Microsoft.SqlServer.Server", seen);
    }

    /// <summary>Where the runtime finds it on Linux: a file for Unix goes before the one for all.</summary>
    private static string? Find(string program, string name)
    {
        var unix = Path.Combine(program, "runtimes", "unix", "lib");
        return (Directory.Exists(unix) ? Directory.GetFiles(unix, $"{name}.dll", SearchOption.AllDirectories) : []).Concat(Frameworks.Prepend(program).Select(folder => Path.Combine(folder, $"{name}.dll"))).FirstOrDefault(File.Exists);
    }
}
