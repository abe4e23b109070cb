using Microsoft.AspNetCore.Http;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Tests.Web;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/platform/users?q=a&size=50#content", "/platform/users?q=a&size=50#content")]
    [InlineData("/reception/requests?q=Насос", "/reception/requests?q=%D0%9D%D0%B0%D1%81%D0%BE%D1%81")]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/a b?c=\u202E", "/a%20b?c=%E2%80%AE")]
    [InlineData("/sign-in?next=%2F%09%2Fevil.com", "/sign-in?next=%2F%09%2Fevil.com")]
    [InlineData("/a?next=//evil.com", "/a?next=//evil.com")]
    [InlineData("/a/../b", "/b")]
    public void An_address_of_our_own_comes_out_fit_for_a_header(string text, string own) => Assert.Equal(own, OwnAddress.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("users")]
    [InlineData("?q=a")]
    [InlineData("//evil.com")]
    [InlineData("/\\evil.com")]
    [InlineData("\\\\evil.com")]
    [InlineData("/\t/evil.com")]
    [InlineData("/\n/evil.com")]
    [InlineData("/\r/evil.com")]
    [InlineData("/\0")]
    [InlineData("/\u0085/evil.com")]
    [InlineData("/a\r\nSet-Cookie: session=x")]
    [InlineData("/.//evil.com")]
    [InlineData("/a/..//evil.com")]
    [InlineData("/%2e//evil.com")]
    [InlineData("http://evil.com")]
    [InlineData("https:evil.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" /a")]
    public void What_leads_elsewhere_or_could_be_made_to_is_none(string? text) => Assert.Null(OwnAddress.Of(text));

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.All(OwnAddress.Of("/\ud800x") ?? "/", c => Assert.True(char.IsAscii(c)));

    [Theory]
    [InlineData("http://localhost/reception/requests?q=a", "/reception/requests?q=a")]
    [InlineData("http://localhost//evil.com/", null)]
    [InlineData("http://localhost/.//evil.com/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("soon", null)]
    public void The_page_before_is_one_of_our_own(string referer, string? own)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Referer = referer;
        Assert.Equal(own, OwnAddress.Before(http.Request));
    }
}
