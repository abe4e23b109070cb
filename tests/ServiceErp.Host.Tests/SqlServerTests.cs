using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Host.Tests;

/// <summary>The main job and its neighbours once more, on a real SQL Server: the same program with another setting (HOST-6).</summary>
public sealed class SqlServerTests
{
    [SqlServerFact]
    public async Task Every_module_brings_its_schema_up_to_date_and_once_is_enough()
    {
        await using var database = new SqlServerDatabase();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var site = new Website(database.Settings);
            await site.Visit().ReadAsync("/first-run");
            var modules = site.Services.GetRequiredService<ModuleCatalog>().Modules.Where(m => m.DbContext is not null).Select(m => m.Name).ToArray();
            var state = await site.Services.GetRequiredService<Migrator>().StateAsync(CancellationToken.None);
            Assert.True(modules.Length > 3);
            Assert.Equal(modules.Order(StringComparer.Ordinal), state.Keys.Order(StringComparer.Ordinal));
            Assert.All(state.Values, schema => Assert.True(schema is { Applied: not null, Pending: 0 }));
        }
    }

    [SqlServerFact]
    public Task A_paid_repair_goes_from_the_counter_to_the_survey() => On(job => job.A_paid_repair_goes_from_the_counter_to_the_survey());

    [SqlServerFact]
    public Task A_create_sent_again_gives_the_first_answer() => On(job => job.A_create_sent_again_gives_the_first_answer_by_its_identity_or_by_its_key());

    [SqlServerFact]
    public Task Whoever_looked_at_an_older_version_changes_nothing() => On(job => job.Whoever_looked_at_an_older_version_changes_nothing());

    [SqlServerFact]
    public Task A_list_is_read_page_by_page() => On(job => job.A_list_is_read_page_by_page_and_none_is_missed_or_seen_twice());

    [SqlServerFact]
    public Task Many_at_once_never_take_more_than_there_is_and_get_numbers_without_gaps() => On(job => job.Many_at_once_never_take_more_than_there_is_and_get_numbers_without_gaps());

    [SqlServerFact]
    public Task Words_and_codes_are_found() => On(job => job.Words_and_codes_are_found_whatever_their_case_and_place());

    private static async Task On(Func<MainJobTests, Task> test)
    {
        await using var database = new SqlServerDatabase();
        var job = new MainJobTests(new Website(database.Settings));
        await job.InitializeAsync();
        try
        {
            await test(job);
        }
        finally
        {
            await job.DisposeAsync();
        }
    }
}
