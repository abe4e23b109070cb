using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServiceErp.Testing;

namespace ServiceErp.RandomDays.Tests;

/// <summary>How a command is sent.</summary>
internal enum Twist
{
    /// <summary>Once.</summary>
    None,

    /// <summary>Twice in a row, as by two clicks.</summary>
    Again,

    /// <summary>The answer is lost; it is sent again under its key.</summary>
    LostAnswer,

    /// <summary>With nonsense in some fields.</summary>
    Mistake,
}

/// <summary>One step of a day. What it is about is said by its place in the row of its kind, so that a day stays a day when other steps are taken out of it.</summary>
internal sealed record Step(string What, string Person, int Seed, int Subject, Twist Twist, int Minutes)
{
    public const string Night = "(night)";
    public const string Weeks = "(weeks)";
    public const string Look = "(look round)";
}

/// <summary>A rule that did not hold, with what was seen.</summary>
internal sealed record Breach(string Rule, string Seen);

/// <summary>Lives one day, step by step, and looks after each whether all rules hold.</summary>
internal sealed class Day(House house)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private const string Files = "SELECT COUNT(*) FROM platform_Attachment";

    private readonly List<string> story = [];
    private readonly Rules rules = new(house);
    private int number;

    /// <summary>What happened, in sentences.</summary>
    public IReadOnlyList<string> Story => story;

    /// <summary>How often each command was carried out, and how often it was refused.</summary>
    public Dictionary<string, (int Done, int Refused)> Tally { get; } = [];

    /// <summary>How often each was refused with which code.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    /// <summary>Lives a day of steps that are drawn as it goes.</summary>
    public async Task<(List<Step> Steps, Breach? Breach)> LiveAsync(int seed, int length)
    {
        var random = new Random(seed);
        var planner = new Planner(house, random);
        List<Step> steps = [];
        Begin();
        while (steps.Count < length)
        {
            var step = planner.Next();
            steps.Add(step);
            if (await DoAsync(step) is { } breach)
            {
                return (steps, breach);
            }
        }

        return (steps, await EndAsync(seed));
    }

    /// <summary>Lives given steps again.</summary>
    public async Task<Breach?> LiveAsync(IReadOnlyList<Step> steps, int seed)
    {
        Begin();
        foreach (var step in steps)
        {
            if (await DoAsync(step) is { } breach)
            {
                return breach;
            }
        }

        return await EndAsync(seed);
    }

    /// <summary>Sends a command on behalf of somebody, checks the answer, and tells the story.</summary>
    public async Task<(Reply Reply, Breach? Breach)> SendAsync(UseCase what, Person? person, string path, Dictionary<string, object?> body, Guid? subject, Twist twist = Twist.None)
    {
        await house.PumpAsync();
        var (before, files) = (house.DataVersion(), house.One(Files));
        var key = twist == Twist.LostAnswer ? $"key-{++number}" : null;
        var reply = what.IsByCustomer ? await house.SendByCustomerAsync(what.Command, body) : await house.SendAsync(person, what.Method, path, body, key);
        var (done, refused) = Tally.GetValueOrDefault(what.Name);
        Tally[what.Name] = reply.Succeeded ? (done + 1, refused) : (done, refused + 1);
        if (!reply.Succeeded)
        {
            Refusals[$"{what.Name} {reply.Code}"] = Refusals.GetValueOrDefault($"{what.Name} {reply.Code}") + 1;
        }

        Tell(what.IsByCustomer ? "The customer" : person!.ToString(), $"{what.Method.Method} {(what.IsByCustomer ? what.Name : path)} {Short(body)}", reply, twist);
        var breach = rules.Of(what, person, reply) ?? (reply.Succeeded || reply.Status >= 500 || house.DataVersion() == before ? null
            : new Breach($"Always: a refused {what.Name} leaves no {(Equals(house.One(Files), files) ? "trace" : "file behind")}", $"{reply.Code} changed the database."));
        if (reply.Succeeded && breach is null)
        {
            rules.Remember(what, person, subject, body, reply);
        }

        if (breach is null && twist is Twist.Again or Twist.LostAnswer)
        {
            await house.PumpAsync();
            before = house.DataVersion();
            var second = what.IsByCustomer ? await house.SendByCustomerAsync(what.Command, body) : await house.SendAsync(person, what.Method, path, body, key);
            Tell("  again", "the same", second, Twist.None);
            breach = rules.Of(what, person, second)
                ?? (second.Succeeded || second.Status >= 500 || house.DataVersion() == before ? null : new Breach($"Always: a refused {what.Name} leaves no trace", $"{second.Code} changed the database at the second time."))
                ?? (twist == Twist.LostAnswer && reply.Succeeded && !what.IsConfidential && !what.IsByCustomer && (second.Text != reply.Text || house.DataVersion() != before)
                    ? new Breach($"Always: {what.Name} sent again under its key changes nothing", $"First {reply.Text}, then {second.Text}") : null);
            if (second.Succeeded && breach is null)
            {
                rules.Remember(what, person, subject, body, second);
            }
        }

        return (reply, breach is not null && !Rules.IsOpen(breach.Rule) ? breach : await SettleAsync());
    }

    public void Tell(string who, string what, Reply? reply, Twist twist)
    {
        var at = house.Now.InZone(TestBranches.Berlin.Zone);
        var outcome = reply is null ? "" : reply.Succeeded ? " → done" : $" → refused: {reply.Status} {reply.Code}: {Cut(reply.Words, 300)}";
        story.Add($"{at.Date:ddd dd MMM} {Clock.Format(at.TimeOfDay)} {who}: {what}{(twist is Twist.LostAnswer ? " (the answer is lost)" : "")}{outcome}");
    }

    private void Begin()
    {
        house.BeginDay();
        story.Clear();
        number = 0;
        rules.Begin();
    }

    private async Task<Breach?> DoAsync(Step step)
    {
        house.Wait(Duration.FromMinutes(step.Minutes));
        switch (step.What)
        {
            case Step.Look:
                Tell("Everybody", "looks round", null, Twist.None);
                return await rules.LookRoundAsync() ?? await SettleAsync();
            case Step.Night or Step.Weeks:
                return await PassAsync(step.What == Step.Night ? 1 : 1 + (step.Seed % 40));
        }

        if (house.UseCases.Find(step.What) is not { } what)
        {
            return null; // its module is not there
        }

        var bodies = new Bodies(house, what, step.Seed, step.Subject, step.Twist == Twist.Mistake);
        return bodies.Fill() ? (await SendAsync(what, Persons.Of(step.Person), bodies.Path!, bodies.Body, bodies.Subject, step.Twist)).Breach : null;
    }

    /// <summary>So many days pass.</summary>
    public async Task<Breach?> PassAsync(int days)
    {
        await NightAsync(days);
        return await SettleAsync();
    }

    private async Task NightAsync(int days)
    {
        var morning = house.Today.PlusDays(days).AtMidnight().InZoneLeniently(TestBranches.Berlin.Zone).ToInstant();
        house.Wait(morning + Duration.FromHours(3) - house.Now);
        await house.PumpAsync();
        await house.RunJobsAsync();
        await house.PumpAsync();
        house.Wait(Duration.FromHours(5));
        Tell("Night", $"{days} {(days == 1 ? "day" : "days")} later; the jobs have run", null, Twist.None);
    }

    private async Task<Breach?> EndAsync(int seed) =>
        await rules.LookRoundAsync() ?? await new WaysOut(house, this).TakeAsync(giveUpFirst: seed / 2 % 2 == 0) ?? await SettleAsync();

    /// <summary>Whatever is to be told is told, then every rule is asked.</summary>
    private async Task<Breach?> SettleAsync()
    {
        await house.PumpAsync();
        return house.TakeErrors() is [var error, ..] ? new Breach($"Always: no exception ({Cut(error, 120)})", Rules.Own(error)) : rules.Ask();
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] + "…" : text;

    private static string Short(Dictionary<string, object?> body) =>
        Cut(JsonSerializer.Serialize(body.Select(b => b.Key == "signature" ? new(b.Key, "…") : b).ToDictionary()), 400);
}

/// <summary>Takes steps out of a day until every one that is left is needed for the breach.</summary>
internal static class Shrinking
{
    public static async Task<(IReadOnlyList<Step> Steps, Day Day, Breach Breach)> ShrinkAsync(House house, IReadOnlyList<Step> steps, int seed, Breach breach, int most)
    {
        var day = new Day(house);
        var tries = 0;
        for (var size = Math.Max(1, steps.Count / 2); size > 0 && tries < most;)
        {
            var removed = false;
            for (var at = 0; at < steps.Count && tries < most;)
            {
                Step[] fewer = [.. steps.Take(at), .. steps.Skip(at + size)];
                tries++;
                if (await day.LiveAsync(fewer, seed) is { } same && same.Rule == breach.Rule)
                {
                    (steps, breach, removed) = (fewer, same, true);
                }
                else
                {
                    at += size;
                }
            }

            size = size > 1 ? size / 2 : removed ? 1 : 0;
        }

        return (steps, day, await day.LiveAsync(steps, seed) ?? breach);
    }

    public static string Told(int seed, string off, Breach breach, Day day, IReadOnlyList<Step> steps)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{breach.Rule}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  seen: {breach.Seen}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  seed {seed}{(off.Length > 0 ? $", without {off}" : "")}, {steps.Count} steps:");
        foreach (var line in day.Story)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {line}");
        }

        return text.ToString();
    }
}
