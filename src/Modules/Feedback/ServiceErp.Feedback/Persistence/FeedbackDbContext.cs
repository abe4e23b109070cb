using Microsoft.EntityFrameworkCore;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Feedback.Persistence;

internal abstract class FeedbackDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public override string Schema => "feedback";

    public DbSet<Survey> Surveys => Set<Survey>();
}

internal sealed class SqliteFeedbackDbContext(DbContextOptions<SqliteFeedbackDbContext> options) : FeedbackDbContext(options)
{
    public SqliteFeedbackDbContext()
        : this(DesignTime.Sqlite<SqliteFeedbackDbContext>("feedback"))
    {
    }
}

internal sealed class SqlServerFeedbackDbContext(DbContextOptions<SqlServerFeedbackDbContext> options) : FeedbackDbContext(options)
{
    public SqlServerFeedbackDbContext()
        : this(DesignTime.SqlServer<SqlServerFeedbackDbContext>("feedback"))
    {
    }
}
