namespace ServiceErp.Kernel.Tests;

public sealed class ReasonsTests
{
    [Theory]
    [InlineData("Bought a new one")]
    [InlineData("Уехал домой")]
    [InlineData("Se mudó lejos")]
    [InlineData("고객 부재중")]
    [InlineData("Order 4711 came twice")]
    public void A_sentence_is_a_reason(string text) => Assert.True(Reasons.IsSentence(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(". . . . . . . .")]
    [InlineData("withdrawn")]
    [InlineData("no no no")]
    [InlineData("12345678 9")]
    [InlineData("- because")]
    [InlineData("고객")]
    [InlineData("\uD83D\uD83D")]
    public void A_dot_a_number_or_a_lone_word_is_not(string? text) => Assert.False(Reasons.IsSentence(text));
}
