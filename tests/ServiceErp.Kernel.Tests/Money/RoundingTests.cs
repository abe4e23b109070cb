using FsCheck.Xunit;

namespace ServiceErp.Kernel.Tests;

[Properties(Replay = "20261123,1", MaxTest = 300)]
public sealed class RoundingTests
{
    [Fact]
    public void The_last_line_takes_the_residue()
    {
        Assert.Equal([33.33m, 33.33m, 33.34m], Rounding.Allocate(100.00m, [1, 1, 1], 2));
        Assert.Equal([1.67m, 1.67m, 1.66m], Rounding.Allocate(5m, [1, 1, 1], 2));
        Assert.Equal([.. Enumerable.Repeat(8.33m, 11), 8.37m], Rounding.Allocate(100m, [.. Enumerable.Repeat(1m, 12)], 2));
    }

    [Fact]
    public void A_negative_total_is_shared_out_like_a_positive_one() =>
        Assert.Equal([-33.33m, -33.33m, -33.34m], Rounding.Allocate(-100.00m, [1, 1, 1], 2));

    [Fact]
    public void Parts_follow_the_weights() => Assert.Equal([10m, 20m, 70m], Rounding.Allocate(100m, [1, 2, 7], 2));

    [Fact]
    public void A_line_without_weight_gets_nothing_not_even_the_residue() =>
        Assert.Equal([0m, 33.33m, 33.33m, 33.34m, 0m], Rounding.Allocate(100m, [0, 1, 1, 1, 0], 2));

    [Fact]
    public void Without_any_weight_all_lines_count_the_same() => Assert.Equal([33.33m, 33.33m, 33.34m], Rounding.Allocate(100m, [0, 0, 0], 2));

    [Fact]
    public void No_part_gets_the_opposite_sign_however_small_the_total() =>
        Assert.Equal([0.01m, 0.01m, 0.01m, 0m, 0m], Rounding.Allocate(0.03m, [1, 1, 1, 1, 1], 2));

    [Fact]
    public void The_total_is_rounded_first() => Assert.Equal([50.01m, 50m], Rounding.Allocate(100.005m, [1, 1], 2));

    [Fact]
    public void What_cannot_be_shared_out_is_a_broken_assumption()
    {
        Assert.Throws<ArgumentException>(() => Rounding.Allocate(1m, [], 2));
        Assert.Throws<ArgumentException>(() => Rounding.Allocate(1m, [1, -1], 2));
        Assert.Empty(Rounding.Allocate(0m, [], 2));
    }

    [Property]
    public void Parts_sum_to_the_total_each_rounded_and_the_residue_on_the_last(int total, byte[] weights, byte precision)
    {
        if (weights.Length == 0)
        {
            return;
        }

        var digits = precision % 4;
        var unit = new decimal(1, 0, 0, false, (byte)digits);
        var shared = total * unit;

        var parts = Rounding.Allocate(shared, [.. weights.Select(weight => (decimal)weight)], digits);

        var sum = weights.Sum(weight => (decimal)weight);
        var exact = weights.Select(weight => sum == 0 ? shared / weights.Length : shared * weight / sum).ToArray();
        var last = Array.FindLastIndex(weights, weight => weight > 0 || sum == 0);
        Assert.Equal(shared, parts.Sum());
        Assert.All(parts, part => Assert.Equal(part, Rounding.Round(part, digits)));
        Assert.All(parts, part => Assert.NotEqual(-1, Math.Sign(part) * Math.Sign(shared)));
        for (var line = 0; line < parts.Length; line++)
        {
            var rounded = Rounding.Round(exact[line], digits);
            Assert.True(
                parts[line] == rounded || line == last || (parts[last] == 0 && Math.Abs(parts[line]) < Math.Abs(rounded)),
                $"line {line} got {parts[line]} for {exact[line]}");
        }
    }

    [Property]
    public void Three_lines_or_fewer_are_within_one_unit_of_their_share(int total, byte first, byte second, byte third)
    {
        decimal[] weights = [first + 1, second + 1, third + 1];
        var shared = total / 100m;

        var parts = Rounding.Allocate(shared, weights, 2);

        Assert.All(parts.Zip(weights), line => Assert.InRange(line.First - (shared * line.Second / weights.Sum()), -0.01m, 0.01m));
    }
}
