namespace ServiceErp.Kernel.Tests;

public sealed class SpecificationTests
{
    private static readonly Part[] Parts =
    [
        new("Belt", 3, 7m), new("Bolt", 90, 1m), new("Axle", 3, 80m), new("Cable", 0, 5m), new("Drum", 3, 80m),
    ];

    [Fact]
    public void All_conditions_must_hold_in_memory_as_in_a_query()
    {
        var spec = new ScarcePartsSpec(below: 10);

        Assert.Equal(["Axle", "Drum", "Belt"], Parts.AsQueryable().WithSpecification(spec).Select(part => part.Name));
        Assert.Equal(["Belt", "Axle", "Drum"], Parts.Where(spec.IsSatisfiedBy).Select(part => part.Name));
        Assert.Equal(2, spec.Criteria.Count);
    }

    [Fact]
    public void Skip_comes_before_take_whatever_is_said_first() =>
        Assert.Equal(["Belt", "Bolt"], Parts.AsQueryable().WithSpecification(new SecondPageSpec()).Select(part => part.Name));

    [Fact]
    public void Keys_are_weighed_in_their_order() =>
        Assert.Equal(["Drum", "Axle", "Belt", "Cable", "Bolt"], Parts.AsQueryable().WithSpecification(new DearestFirstSpec()).Select(part => part.Name));

    [Fact]
    public void Without_a_word_everything_is_meant()
    {
        var spec = new AllPartsSpec();

        Assert.Equal(Parts, Parts.AsQueryable().WithSpecification(spec));
        Assert.All(Parts, part => Assert.True(spec.IsSatisfiedBy(part)));
    }

    [Fact]
    public void Includes_are_listed_for_the_one_who_knows_how() => Assert.Equal("part => part.Name", Assert.Single(new ScarcePartsSpec(1).Includes).ToString());

    [Fact]
    public void A_second_first_key_is_a_mistake() =>
        Assert.Contains("ThenBy", Assert.Throws<InvalidOperationException>(() => new TwiceOrderedSpec()).Message);

    private sealed record Part(string Name, int OnHand, decimal Price);

    private sealed class AllPartsSpec : Specification<Part>;

    private sealed class ScarcePartsSpec : Specification<Part>
    {
        public ScarcePartsSpec(int below) => Query
            .Where(part => part.OnHand < below)
            .Where(part => part.OnHand > 0)
            .Include(part => part.Name)
            .OrderByDescending(part => part.Price)
            .ThenBy(part => part.Name);
    }

    private sealed class SecondPageSpec : Specification<Part>
    {
        public SecondPageSpec() => Query.OrderBy(part => part.Name).Take(2).Skip(1);
    }

    private sealed class DearestFirstSpec : Specification<Part>
    {
        public DearestFirstSpec() => Query.OrderByDescending(part => part.Price).ThenByDescending(part => part.Name);
    }

    private sealed class TwiceOrderedSpec : Specification<Part>
    {
        public TwiceOrderedSpec() => Query.OrderBy(part => part.Name).OrderBy(part => part.Price);
    }
}
