using System.Reflection;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Tests.Domain;

/// <summary>Every life cycle of the module, whichever there are: each state with each trigger leads where its table says, or is refused with a code and a sentence.</summary>
public sealed class EveryLifecycleTests
{
    public static TheoryData<string, string, string> Matrix
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (name, table) in Tables())
            {
                foreach (var state in table.States)
                {
                    foreach (var trigger in Enum.GetNames(table.GetType().GetGenericArguments()[2]))
                    {
                        data.Add(name, state, trigger);
                    }
                }
            }

            return data;
        }
    }

    [Fact]
    public void All_of_them_are_found() =>
        Assert.Superset(
            new HashSet<string> { "PurchaseOrder", "PurchaseProposal", "StockCount", "ClassRun", "LoanerReservation", "SerialPiece", "StockDocument", "Reservation", "Loan", "Loaner", "DefectivePart", "SupplierClaim" },
            Tables().Select(t => t.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_trigger_in_each_state_leads_where_the_table_says_or_is_refused(string lifecycle, string state, string trigger)
    {
        var table = Tables().Single(t => t.Name == lifecycle).Table;
        var (entity, states, triggers) = table.GetType().GetGenericArguments() is [var e, var s, var t] ? (e, s, t) : default;
        var possible = table.Transitions.Where(m => m.From == state && m.Trigger == trigger).ToArray();
        dynamic fired = table.GetType().GetMethod("Fire")!.Invoke(table, [Activator.CreateInstance(entity, nonPublic: true), Enum.Parse(states, state), Enum.Parse(triggers, trigger)])!;
        Error? refusal = fired.Error;
        if (refusal is null)
        {
            Assert.Contains((string)fired.Value.ToString(), possible.Select(m => m.To));
        }
        else
        {
            // What the table does not know is not permitted; what it knows is refused by a guard, with its sentence.
            Assert.Equal(possible.Length == 0, refusal.Code.EndsWith(".NotPermitted", StringComparison.Ordinal));
            Assert.NotEmpty(refusal.ToString());
            Assert.All(possible, m => Assert.NotEmpty(m.Refusals));
        }
    }

    private static IEnumerable<(string Name, ILifecycle Table)> Tables() =>
        from type in typeof(SparePartsModule).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where field.FieldType.IsAssignableTo(typeof(ILifecycle))
        let table = (ILifecycle)field.GetValue(null)!
        select (table.GetType().GetGenericArguments()[0].Name, table);
}
