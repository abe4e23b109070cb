namespace ServiceErp.Kernel.Tests;

public sealed class ResultTests
{
    [Fact]
    public void A_refusal_has_no_value()
    {
        Result<int> refused = Error.NotFound("Test.Missing", "There is no {0}.", "order 7");

        Assert.False(refused.Succeeded);
        Assert.Contains("There is no order 7.", Assert.Throws<InvalidOperationException>(() => refused.Value).Message);
    }

    [Fact]
    public void A_value_is_a_success()
    {
        Result<int> result = 7;

        Assert.True(result.Succeeded);
        Assert.Equal(7, result.Value);
        Assert.True(Result.Success.Succeeded);
    }

    [Fact]
    public void A_message_without_arguments_may_contain_braces() => Assert.Equal("Use {0}.", Error.Invalid("Test.Braces", "Use {0}.").ToString());

    [Fact]
    public void Each_kind_has_its_factory()
    {
        Assert.Equal(ErrorKind.Invalid, Error.Invalid("a", "b").Kind);
        Assert.Equal(ErrorKind.Forbidden, Error.Forbidden("a", "b").Kind);
        Assert.Equal(ErrorKind.NotFound, Error.NotFound("a", "b").Kind);
        Assert.Equal(ErrorKind.Refused, Error.Refused("a", "b").Kind);
        Assert.Equal(ErrorKind.Conflict, Error.Conflict("a", "b").Kind);
        Assert.Equal("Name", Error.Invalid("a", "b").On("Name").Field);
    }
}
