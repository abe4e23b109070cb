using System.Globalization;

namespace ServiceErp.Platform.Ui;

/// <summary>A point of the drawing, in pixels.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A state where it is drawn: <paramref name="At"/> is its middle, <paramref name="Below"/> the line under its name.</summary>
internal sealed record PlacedState(DiagramState State, Spot At, double Width, string Below);

/// <summary>A transition as it is drawn: the points of its way from state to state, and the middle of its label.</summary>
internal sealed record PlacedTransition(DiagramTransition Transition, IReadOnlyList<Spot> Way, Spot Label, double LabelWidth, bool Back);

/// <summary>
/// Places the states of a life cycle in layers from top to bottom, in the manner of Sugiyama: ways back are turned round, each transition takes a seat in every layer that it
/// passes, its label one of them, so that neither lines nor words run over a state. Seats are ordered to cross little and then pulled straight.
/// </summary>
internal sealed class LifecycleLayout
{
    private const double StateHeight = 52, LayerDistance = 58, Gap = 18, Character = 6.6, LineWidth = 14;
    private readonly List<List<Seat>> layers = [];

    public LifecycleLayout(IReadOnlyList<DiagramState> states, IReadOnlyList<DiagramTransition> transitions)
    {
        var again = transitions.Where(each => each.From == each.To).ToLookup(each => each.From, each => each.Label);
        var below = states.ToDictionary(state => state.Name, state => string.Join(" · ", again[state.Name].Distinct().Select(label => "↻ " + label).Prepend(state.Count?.ToString(CultureInfo.CurrentCulture)).OfType<string>()));
        var seats = states.ToDictionary(state => state.Name, state => new Seat(Math.Max(104, Math.Max(state.Label.Length * 8.4, below[state.Name].Length * 7.4) + 30)));
        var edges = transitions
            .Where(each => each.From != each.To && seats.ContainsKey(each.From) && seats.ContainsKey(each.To))
            .GroupBy(each => (each.From, each.To))
            .Select(group => new DiagramTransition(group.Key.From, group.Key.To, string.Join(" / ", group.Select(each => each.Label).Distinct())))
            .ToList();
        var place = states.Select((state, index) => (state.Name, index)).ToDictionary(each => each.Name, each => each.index);
        // States are declared in the order of a life: what leads up that order is a way back, and without those there is no circle.
        var back = edges.Where(edge => place[edge.To] < place[edge.From]).ToHashSet();
        var rank = Ranks(states, edges, back);
        foreach (var state in states)
        {
            Layer(rank[state.Name] * 2).Add(seats[state.Name]);
        }

        var ways = edges.ConvertAll(edge => Seated(edge, back.Contains(edge), seats, rank));
        Order();
        Pull();
        var left = layers.SelectMany(layer => layer).Min(seat => seat.X - (seat.Width / 2));
        foreach (var seat in layers.SelectMany(layer => layer))
        {
            seat.X += Gap - left;
        }

        Width = layers.SelectMany(layer => layer).Max(seat => seat.X + (seat.Width / 2)) + Gap;
        Height = Y(layers.Count - 1) + (StateHeight / 2) + Gap;
        States = [.. states.Select(state => new PlacedState(state, At(seats[state.Name]), seats[state.Name].Width, below[state.Name]))];
        Transitions = [.. ways.Select(Placed)];
    }

    public static double Tall => StateHeight;

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<PlacedState> States { get; }

    public IReadOnlyList<PlacedTransition> Transitions { get; }

    private static double Y(int layer) => (StateHeight / 2) + Gap + (layer * LayerDistance);

    private static Spot At(Seat seat) => new(seat.X, Y(seat.Layer));

    // The longest way from the top; as many rounds as there are states settle it, since there is no circle left.
    private static Dictionary<string, int> Ranks(IReadOnlyList<DiagramState> states, List<DiagramTransition> edges, HashSet<DiagramTransition> back)
    {
        var rank = states.ToDictionary(state => state.Name, _ => 0);
        for (var round = 0; round < states.Count; round++)
        {
            foreach (var edge in edges)
            {
                var (upper, lower) = back.Contains(edge) ? (edge.To, edge.From) : (edge.From, edge.To);
                rank[lower] = Math.Max(rank[lower], rank[upper] + 1);
            }
        }

        return rank;
    }

    private List<Seat> Layer(int index)
    {
        while (layers.Count <= index)
        {
            layers.Add([]);
        }

        return layers[index];
    }

    private Way Seated(DiagramTransition edge, bool isBack, Dictionary<string, Seat> seats, Dictionary<string, int> rank)
    {
        var (upper, lower) = isBack ? (edge.To, edge.From) : (edge.From, edge.To);
        var way = new List<Seat> { seats[upper] };
        // The label sits right after the state that the transition leaves.
        var labelled = isBack ? (rank[lower] * 2) - 1 : (rank[upper] * 2) + 1;
        Seat? label = null;
        for (var layer = (rank[upper] * 2) + 1; layer < rank[lower] * 2; layer++)
        {
            var seat = new Seat(layer == labelled ? (edge.Label.Length * Character) + 16 : LineWidth) { Passing = true };
            label = layer == labelled ? seat : label;
            Layer(layer).Add(seat);
            way.Add(seat);
        }

        way.Add(seats[lower]);
        for (var i = 1; i < way.Count; i++)
        {
            way[i - 1].Below.Add(way[i]);
            way[i].Above.Add(way[i - 1]);
        }

        return new(edge, isBack, way, label!);
    }

    private void Order()
    {
        Number();
        for (var sweep = 0; sweep < 24; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var layer in down ? layers : Enumerable.Reverse(layers))
            {
                var sorted = layer.OrderBy(seat => Middle(down ? seat.Above : seat.Below, seat.Order)).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                Number(layer);
            }
        }

        Exchange();
    }

    private static double Middle(List<Seat> neighbours, double otherwise) => neighbours.Count == 0 ? otherwise : neighbours.Average(seat => seat.Order);

    // Neighbours change seats wherever that saves a crossing.
    private void Exchange()
    {
        var better = true;
        for (var round = 0; better && round < 20; round++)
        {
            better = false;
            foreach (var layer in layers)
            {
                for (var i = 1; i < layer.Count; i++)
                {
                    if (Crossings(layer[i - 1], layer[i]) > Crossings(layer[i], layer[i - 1]))
                    {
                        (layer[i - 1], layer[i]) = (layer[i], layer[i - 1]);
                        Number(layer);
                        better = true;
                    }
                }
            }
        }
    }

    private static int Crossings(Seat left, Seat right) => Count(left.Above, right.Above) + Count(left.Below, right.Below);

    private static int Count(List<Seat> left, List<Seat> right) => left.Sum(a => right.Count(b => b.Order < a.Order));

    private void Number()
    {
        for (var i = 0; i < layers.Count; i++)
        {
            layers[i].ForEach(seat => seat.Layer = i);
            Number(layers[i]);
        }
    }

    private static void Number(List<Seat> layer)
    {
        for (var i = 0; i < layer.Count; i++)
        {
            layer[i].Order = (i + 0.5) / layer.Count;
            layer[i].Place = i;
        }
    }

    // Each layer in turn moves as near to the middle of its neighbours as its order allows: least squares by pooling.
    private void Pull()
    {
        foreach (var layer in layers)
        {
            var x = 0.0;
            foreach (var seat in layer)
            {
                seat.X = x + (seat.Width / 2);
                x += seat.Width + Gap;
            }

            layer.ForEach(seat => seat.X -= x / 2);
        }

        for (var sweep = 0; sweep < 120; sweep++)
        {
            var both = sweep >= 60;
            foreach (var layer in sweep % 2 == 0 ? layers : Enumerable.Reverse(layers))
            {
                var wished = layer.ConvertAll(seat => Wish(both ? [.. seat.Above, .. seat.Below] : sweep % 2 == 0 ? seat.Above : seat.Below, seat));
                Pool(layer, wished);
            }
        }
    }

    private static (double X, double Weight) Wish(List<Seat> neighbours, Seat seat) =>
        neighbours.Count == 0
            ? (seat.X, 0.1)
            : (neighbours.Sum(each => each.X * Pull(seat, each)) / neighbours.Sum(each => Pull(seat, each)), neighbours.Sum(each => Pull(seat, each)));

    // Long ways are kept straight before states are centred.
    private static double Pull(Seat one, Seat other) => (one.Passing ? 3 : 1) * (other.Passing ? 3 : 1);

    private static void Pool(List<Seat> layer, List<(double X, double Weight)> wished)
    {
        var offsets = new double[layer.Count];
        for (var i = 1; i < layer.Count; i++)
        {
            offsets[i] = offsets[i - 1] + ((layer[i - 1].Width + layer[i].Width) / 2) + Gap;
        }

        var blocks = new List<(double X, double Weight, int Count)>();
        for (var i = 0; i < layer.Count; i++)
        {
            var block = (X: wished[i].X - offsets[i], wished[i].Weight, Count: 1);
            while (blocks.Count > 0 && blocks[^1].X > block.X)
            {
                var last = blocks[^1];
                var weight = last.Weight + block.Weight;
                block = (((last.X * last.Weight) + (block.X * block.Weight)) / weight, weight, last.Count + block.Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        var seat = 0;
        foreach (var (x, _, count) in blocks)
        {
            for (var i = 0; i < count; i++, seat++)
            {
                layer[seat].X = x + offsets[seat];
            }
        }
    }

    // Ends are spread along the state's edge in the order of where they lead, so that arrows do not fall together.
    private static PlacedTransition Placed(Way way)
    {
        var points = way.Seats.ConvertAll(At);
        points[0] = new(Port(way.Seats[0], way.Seats[0].Below, way.Seats[1]), points[0].Y + (StateHeight / 2));
        points[^1] = new(Port(way.Seats[^1], way.Seats[^1].Above, way.Seats[^2]), points[^1].Y - (StateHeight / 2));
        if (way.Back)
        {
            points.Reverse();
        }

        return new(way.Transition, points, At(way.Label), way.Label.Width, way.Back);
    }

    private static double Port(Seat seat, List<Seat> neighbours, Seat leadsTo)
    {
        var place = neighbours.OrderBy(each => each.Place).ToList().IndexOf(leadsTo);
        var step = Math.Min(22, (seat.Width - 28) / Math.Max(1, neighbours.Count - 1));
        return seat.X + ((place - ((neighbours.Count - 1) / 2.0)) * step);
    }

    private sealed class Seat(double width)
    {
        public double Width { get; } = width;

        public bool Passing { get; init; }

        public List<Seat> Above { get; } = [];

        public List<Seat> Below { get; } = [];

        public int Layer { get; set; }

        public int Place { get; set; }

        public double Order { get; set; }

        public double X { get; set; }
    }

    private sealed record Way(DiagramTransition Transition, bool Back, List<Seat> Seats, Seat Label);
}
