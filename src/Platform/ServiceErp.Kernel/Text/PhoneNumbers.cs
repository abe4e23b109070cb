using System.Globalization;
using System.Text;

namespace ServiceErp.Kernel;

/// <summary>Phone numbers as they are compared when somebody finds as they type (REC-1).</summary>
public static class PhoneNumbers
{
    /// <summary>Digits only, with the leading + if there is one: <c>+49 (30) 1234-56</c> is <c>+4930123456</c>. Digits of other scripts become plain ones.</summary>
    public static string Normalize(string? number)
    {
        var normal = new StringBuilder();
        foreach (var character in number ?? "")
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
            {
                normal.Append((char)('0' + digit));
            }
            else if (character is '+' or '＋' && normal.Length == 0)
            {
                normal.Append('+');
            }
        }

        return normal.ToString() is "+" ? "" : normal.ToString();
    }
}
