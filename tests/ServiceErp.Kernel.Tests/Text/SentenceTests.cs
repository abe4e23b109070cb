using System.Text.Json;
using NodaTime;

namespace ServiceErp.Kernel.Tests.Text;

public sealed class SentenceTests
{
    [Fact]
    public void A_sentence_is_kept_with_its_values_and_comes_back_the_same()
    {
        var sentence = new Sentence("Warranty on {1} until {0}, {2} of {3}: {4}", new LocalDate(2031, 10, 19), "pump {x}", 3, 1.25m, new Sentence("The warranty ended on {0}.", new LocalDate(2030, 1, 2)));
        var back = Sentence.Read(sentence.Kept);
        Assert.Equal(sentence, back);
        Assert.Equal(new LocalDate(2031, 10, 19), back.Arguments[0]);
        Assert.Equal(sentence.Arguments, back.Arguments);
        Assert.Equal(sentence, JsonSerializer.Deserialize<Sentence>(JsonSerializer.Serialize(sentence)));
    }

    [Theory]
    [InlineData("Goodwill, by the manager")]
    [InlineData("[so she said]")]
    [InlineData("[\"x\", 1]")]
    [InlineData("{0} {curly}")]
    public void What_somebody_typed_stays_as_typed(string words)
    {
        var back = Sentence.Read(new Sentence(words).Kept);
        Assert.Equal((words, 0), (back.English, back.Arguments.Count));
        Assert.Equal(words, back.ToString());
    }
}
