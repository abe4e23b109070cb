using ServiceErp.Kernel;

namespace ServiceErp.Reception.Domain.Requests;

/// <summary>What the counter knows of a product that is carried in.</summary>
internal sealed record IntakeFacts(bool IdentityChecked, string Phone, string Email, bool HasModel, string SerialNumber, string Fault, string Condition, string Accessories);

/// <summary>
/// What must be known before a carried-in product is accepted (REC-2). For calls and visits to the customer only the fault is asked: a serial number is not
/// demanded before the goods are on the bench.
/// </summary>
internal static class IntakeChecklist
{
    /// <summary>Everything that is missing, each at the field where it is entered.</summary>
    public static IReadOnlyList<Error> Missing(IntakeFacts facts) =>
    [
        .. new (bool Given, string Item, string Field, string Message)[]
        {
            (facts.IdentityChecked, "Identity", "IdentityChecked", "Check who the customer is."),
            (Has(facts.Phone) || Has(facts.Email), "Contact", "Customer.Phone", "Note a telephone number or an e-mail address."),
            (facts.HasModel, "Model", "Device.ModelId", "Choose the model."),
            (Has(facts.SerialNumber), "Serial", "Device.SerialNumber", "Note the serial number."),
            (Has(facts.Fault), "Fault", "Fault", "Write down the fault in the customer's words."),
            (Has(facts.Condition), "Condition", "Condition", "Describe the condition of the product."),
            (Has(facts.Accessories), "Accessories", "Accessories", "List the accessories, or write \"none\"."),
        }.Where(check => !check.Given).Select(check => Error.Invalid($"Reception.Intake.{check.Item}Missing", check.Message).On(check.Field)),
    ];

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
