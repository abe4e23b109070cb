using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace ServiceErp.RandomDays.Tests;

/// <summary>
/// Lives random days of a whole centre: everybody, every command, mistakes, clicks twice, lost answers, nights, customers' links, modules that are not there. After every step the rules hold, and at
/// the end everything has a way out. One seed is always the same, one is another each hour; a day that breaks a rule is made as short as it goes and told as a story. <c>build/random-days</c> lives more of them.
/// </summary>
public abstract class RandomDays(ITestOutputHelper output)
{
    private const int FixedSeed = 20260304;

    private static int Of(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

    /// <param name="off">Modules that are not there.</param>
    /// <param name="days">As many days at most,</param>
    /// <param name="seconds">and as long at most.</param>
    /// <param name="share">Of the days that are asked for, one in so many.</param>
    protected async Task LiveAsync(string off, int days, int seconds, int share = 1)
    {
        await using var house = await House.OpenAsync(off);
#pragma warning disable RS0030 // the hour chooses the seed, which a failure tells
        var rotating = Of("SERVICEERP_DAYS_SEED", (int)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600));
#pragma warning restore RS0030
        var most = Math.Max(1, Of("SERVICEERP_DAYS_COUNT", days * share) / share);
        var length = Of("SERVICEERP_DAYS_LENGTH", 60);
        var only = Environment.GetEnvironmentVariable("SERVICEERP_DAYS_ONLY") is { Length: > 0 };
        var findings = new Dictionary<string, string>();
        Dictionary<string, (int Done, int Refused)> tally = [];
        var refusals = new Dictionary<string, int>();
        var watch = Stopwatch.StartNew();
        var lived = 0;
        for (; lived < most && (lived < 2 || watch.Elapsed.TotalSeconds < Of("SERVICEERP_DAYS_SECONDS", seconds)); lived++)
        {
            var seed = only ? rotating : lived % 2 == 0 ? FixedSeed + lived : rotating + (lived * 7919);
            var day = new Day(house);
            var (steps, breach) = await day.LiveAsync(seed, length);
            foreach (var (why, times) in day.Refusals)
            {
                refusals[why] = refusals.GetValueOrDefault(why) + times;
            }

            foreach (var (name, (done, refused)) in day.Tally)
            {
                var (d, r) = tally.GetValueOrDefault(name);
                tally[name] = (d + done, r + refused);
            }

            if (breach is not null && !findings.ContainsKey(breach.Rule))
            {
                var (fewer, told, shown) = await Shrinking.ShrinkAsync(house, steps, seed, breach, Of("SERVICEERP_DAYS_SHRINK", 150));
                findings[breach.Rule] = Shrinking.Told(seed, off, shown, told, fewer);
            }

            if (only)
            {
                break;
            }
        }

        output.WriteLine($"{lived} days of {length} steps in {watch.Elapsed.TotalSeconds:0.0} s, rotating seed {rotating}");
var missed = house.UseCases.All.Select(u => u.Name).Distinct().Where(n => tally.GetValueOrDefault(n).Done == 0).Select(n => refusals.Where(r => r.Key.StartsWith(n + " ", StringComparison.Ordinal)).OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}").FirstOrDefault() ?? n).ToArray();
        output.WriteLine($"{house.UseCases.All.Count - missed.Length} of {house.UseCases.All.Count} commands succeeded at least once; not yet, with the refusal they met most: {string.Join(", ", missed)}");
        output.WriteLine($"{tally.Values.Sum(t => t.Done)} commands done, {tally.Values.Sum(t => t.Refused)} refused; mostly {string.Join(", ", refusals.OrderByDescending(r => r.Value).Take(40).Select(r => $"{r.Key} {r.Value}"))}");
        Assert.True(findings.Count == 0, $"{findings.Count} rules did not hold in {lived} days:\n\n{string.Join("\n", findings.Values)}");
    }
}

/// <summary>All modules.</summary>
public sealed class WholeCentreTests(ITestOutputHelper output) : RandomDays(output)
{
    [Fact]
    public Task Whatever_happens_at_a_centre_its_rules_hold() => LiveAsync("", 120, 60);
}

/// <summary>A centre with fewer modules.</summary>
public sealed class SmallerCentreTests(ITestOutputHelper output) : RandomDays(output)
{
    [Theory]
    [InlineData("SpareParts")]
    [InlineData("Billing,Feedback")]
    public Task They_hold_where_modules_are_not_there(string off) => LiveAsync(off, 60, 25, share: 5);
}
