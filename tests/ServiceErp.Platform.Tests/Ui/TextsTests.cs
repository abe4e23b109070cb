using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Tests.Ui;

public sealed class TextsTests
{
    private enum State
    {
        WaitingForParts,
        QRCodeMissing,
    }

    private static readonly Texts Words = new([
        new Translations(("ru", "Print", "Печать"), ("ru", "Waiting for parts", "Ожидает запчасти"), ("ru", "{0} of {1}", "{0} из {1}")),
        new Translations(("ru", "Print", "Распечатать"), ("ru-KZ", "Branch", "Филиал РК")),
    ]);

    [Fact]
    public void A_sentence_appears_in_the_readers_language() => Assert.Equal("Печать", Rendered.In("ru", () => Words["Print"]));

    [Fact]
    public void A_region_falls_back_to_its_language() => Assert.Equal(("Печать", "Филиал РК"), Rendered.In("ru-KZ", () => (Words["Print"], Words["Branch"])));

    [Fact]
    public void What_is_not_translated_appears_in_English() => Assert.Equal("Branch", Rendered.In("ko", () => Words["Branch"]));

    [Fact]
    public void Arguments_are_put_in_place_in_the_readers_format() => Assert.Equal("1,5 из 2", Rendered.In("ru", () => Words["{0} of {1}", 1.5m, 2]));

    [Fact]
    public void A_state_is_put_into_words_and_translated()
    {
        Assert.Equal("Waiting for parts", Rendered.In("en", () => Words.Label(State.WaitingForParts)));
        Assert.Equal("Ожидает запчасти", Rendered.In("ru", () => Words.Label(State.WaitingForParts)));
    }

    [Theory]
    [InlineData("WaitingForParts", "Waiting for parts")]
    [InlineData("Ready", "Ready")]
    [InlineData("QRCodeMissing", "QR code missing")]
    [InlineData("PrintedAsPDF", "Printed as PDF")]
    public void A_name_in_program_spelling_becomes_words(string name, string words) => Assert.Equal(words, Texts.Humanise(name));

    [Fact]
    public void A_refusal_speaks_of_states_and_amounts_in_the_readers_words()
    {
        var error = Error.Refused("X", "{0} costs {1}", State.WaitingForParts, new Money(1250m, "KRW"));
        Assert.Equal("Ожидает запчасти costs 1 250 KRW", Rendered.In("ru", () => Words.Error(error)).Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Fact]
    public void An_instant_is_read_in_the_readers_zone()
    {
        ReaderZone.Current = DateTimeZoneProviders.Tzdb["Asia/Seoul"];
        Assert.Equal("24.11.2026 08:30", Rendered.In("de", () => Platform.Ui.Display.Moment(Instant.FromUtc(2026, 11, 23, 23, 30))));
    }
}
