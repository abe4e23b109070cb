using ServiceErp.Testing;
using Xunit.Abstractions;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>A short run of <c>build/power-cuts</c>.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_under_load_the_program_loses_and_doubles_nothing() =>
        Assert.Empty(await PowerCuts.RunAsync(kills: 2, seed: 20261123, output.WriteLine));
}
