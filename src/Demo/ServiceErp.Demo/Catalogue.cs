using ServiceErp.Workshop;

namespace ServiceErp.Demo;

/// <summary>A model that the company sells and repairs.</summary>
/// <param name="Code">Code of the model.</param>
/// <param name="Name">Name of the model.</param>
/// <param name="Group">Product group.</param>
/// <param name="ServiceYears">Service life.</param>
/// <param name="PartMonths">Warranty of parts without a term of their own.</param>
/// <param name="LabourMonths">Warranty of labour.</param>
/// <param name="OwnTerms">Part groups with a term of their own, in months.</param>
/// <param name="IsStationary">Repaired at the customer's place, if it can be.</param>
internal sealed record Model(string Code, string Name, string Group, int ServiceYears, int PartMonths, int LabourMonths, IReadOnlyDictionary<string, int> OwnTerms, bool IsStationary)
{
    public IReadOnlyList<PartPlan> Parts => [.. Catalogue.Parts.Where(p => p.Model == Code)];
}

/// <summary>A part of a model.</summary>
/// <param name="Model">Code of the model it fits.</param>
/// <param name="Number">Part number.</param>
/// <param name="Name">Name of the part.</param>
/// <param name="Group">Part group, on which warranty terms depend.</param>
/// <param name="Price">Net sales price in euro.</param>
/// <param name="Opening">How many a branch begins with; none of what is ordered only when somebody needs it.</param>
/// <param name="IsTracked">Whether each piece has a serial number.</param>
internal sealed record PartPlan(string Model, string Number, string Name, string Group, decimal Price, int Opening, bool IsTracked = false);

/// <summary>What the centre of the demo repairs, with what, and for how much.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyList<Model> Models =
    [
        new("AX-200", "Espresso machine AX-200", "Coffee", 10, 24, 24, Terms(("boiler", 36), ("seals", 6)), false),
        new("AX-450", "Two-group espresso machine AX-450", "Coffee", 12, 24, 12, Terms(("boiler", 60), ("seals", 6)), true),
        new("GR-60", "Coffee grinder GR-60", "Coffee", 8, 24, 24, Terms(("burrs", 6)), false),
        new("HP-12", "Circulation pump HP-12", "Pumps", 15, 36, 24, Terms(("seals", 12)), true),
        new("HP-40", "Booster pump HP-40", "Pumps", 15, 36, 24, Terms(("seals", 12), ("electronics", 24)), true),
        new("AC-18", "Autoclave AC-18", "Medical", 10, 12, 12, Terms(("seals", 6), ("chamber", 60)), false),
        new("AC-60", "Autoclave AC-60", "Medical", 12, 24, 12, Terms(("seals", 6), ("chamber", 60)), true),
        new("UP-15", "UPS UP-1500", "Power", 8, 24, 24, Terms(("battery", 12)), false),
        new("UP-60", "UPS UP-6000", "Power", 10, 36, 24, Terms(("battery", 24)), true),
        new("LP-310", "Label printer LP-310", "Printers", 6, 24, 12, Terms(("printhead", 6)), false),
        new("MF-95", "Office printer MF-95", "Printers", 7, 12, 12, Terms(("consumables", 0)), true),
        new("DR-18", "Cordless drill DR-18", "Tools", 6, 36, 24, Terms(("battery", 12), ("consumables", 0)), false),
    ];

    public static readonly IReadOnlyList<PartPlan> Parts =
    [
        new("AX-200", "AX200-PUMP", "Vibration pump 48 W", "pump", 38.50m, 14), new("AX-200", "AX200-BOIL", "Boiler 1.2 l", "boiler", 129.00m, 0), new("AX-200", "AX200-SEAL", "Seal kit", "seals", 12.90m, 40),
        new("AX-200", "AX200-CTRL", "Control board", "electronics", 94.00m, 6), new("AX-200", "AX200-THER", "Thermostat", "electronics", 21.50m, 16),
        new("AX-450", "AX450-PUMP", "Rotary pump 150 W", "pump", 168.00m, 6), new("AX-450", "AX450-BOIL", "Boiler 11 l", "boiler", 489.00m, 0), new("AX-450", "AX450-SEAL", "Group gasket set", "seals", 24.90m, 30),
        new("AX-450", "AX450-CTRL", "Dosing electronics", "electronics", 238.00m, 4), new("AX-450", "AX450-SOLV", "Solenoid valve", "valves", 46.00m, 14),
        new("GR-60", "GR60-BURR", "Burr set 60 mm", "burrs", 54.00m, 12), new("GR-60", "GR60-MOTO", "Motor 320 W", "motor", 119.00m, 0), new("GR-60", "GR60-HOPP", "Hopper", "housing", 29.00m, 8),
        new("GR-60", "GR60-CAP", "Capacitor 12 µF", "electronics", 8.40m, 20), new("GR-60", "GR60-SWIT", "Portafilter switch", "electronics", 11.20m, 16),
        new("HP-12", "HP12-SEAL", "Shaft seal", "seals", 19.80m, 30), new("HP-12", "HP12-IMPE", "Impeller 120 mm", "hydraulics", 64.00m, 8), new("HP-12", "HP12-BEAR", "Bearing pair", "motor", 27.50m, 18),
        new("HP-12", "HP12-MOTO", "Motor 0.75 kW", "motor", 214.00m, 0), new("HP-12", "HP12-CAP", "Capacitor 20 µF", "electronics", 9.60m, 20),
        new("HP-40", "HP40-SEAL", "Cartridge seal", "seals", 72.00m, 14), new("HP-40", "HP40-CONV", "Frequency converter", "electronics", 398.00m, 3), new("HP-40", "HP40-SENS", "Pressure sensor", "electronics", 58.00m, 12),
        new("HP-40", "HP40-VALV", "Check valve DN 40", "hydraulics", 44.50m, 10), new("HP-40", "HP40-MOTO", "Motor 2.2 kW", "motor", 436.00m, 0), new("HP-40", "HP40-PANL", "Control panel", "electronics", 286.00m, 3, IsTracked: true),
        new("AC-18", "AC18-DOOR", "Door gasket", "seals", 34.00m, 26), new("AC-18", "AC18-HEAT", "Heating element 1.6 kW", "heating", 112.00m, 6), new("AC-18", "AC18-FILT", "Bacterial filter", "filters", 18.50m, 30),
        new("AC-18", "AC18-CTRL", "Control board", "electronics", 276.00m, 3), new("AC-18", "AC18-PUMP", "Vacuum pump", "pump", 318.00m, 0),
        new("AC-60", "AC60-DOOR", "Door gasket", "seals", 58.00m, 14), new("AC-60", "AC60-HEAT", "Steam generator", "heating", 364.00m, 3), new("AC-60", "AC60-FILT", "Bacterial filter", "filters", 26.00m, 20),
        new("AC-60", "AC60-SENS", "Temperature sensor PT100", "electronics", 49.00m, 12), new("AC-60", "AC60-PUMP", "Vacuum pump", "pump", 486.00m, 0),
        new("UP-15", "UP15-BATT", "Battery pack 24 V 9 Ah", "battery", 86.00m, 18), new("UP-15", "UP15-FAN", "Fan 80 mm", "cooling", 14.20m, 16), new("UP-15", "UP15-INVE", "Inverter board", "electronics", 158.00m, 0),
        new("UP-15", "UP15-RELA", "Relay set", "electronics", 16.80m, 14), new("UP-15", "UP15-DISP", "Display", "electronics", 32.00m, 6), new("UP-15", "UP15-CTRL", "Controller board", "electronics", 148.00m, 4, IsTracked: true),
        new("UP-60", "UP60-BATT", "Battery string 192 V", "battery", 642.00m, 4), new("UP-60", "UP60-FAN", "Fan module", "cooling", 68.00m, 8), new("UP-60", "UP60-INVE", "Inverter module", "electronics", 890.00m, 0),
        new("UP-60", "UP60-FUSE", "Fuse link 63 A", "electronics", 12.40m, 24), new("UP-60", "UP60-CARD", "Network card", "electronics", 174.00m, 4),
        new("LP-310", "LP310-HEAD", "Print head 203 dpi", "printhead", 148.00m, 8), new("LP-310", "LP310-ROLL", "Platen roller", "consumables", 22.00m, 20), new("LP-310", "LP310-BELT", "Drive belt", "drive", 7.90m, 24),
        new("LP-310", "LP310-SENS", "Gap sensor", "electronics", 18.00m, 12), new("LP-310", "LP310-PSU", "Power supply 24 V", "electronics", 42.00m, 0),
        new("MF-95", "MF95-FUSE", "Fuser unit", "fuser", 186.00m, 6), new("MF-95", "MF95-ROLL", "Pickup roller set", "consumables", 28.00m, 24), new("MF-95", "MF95-DRUM", "Drum unit", "consumables", 132.00m, 10),
        new("MF-95", "MF95-LASE", "Laser scanner", "electronics", 214.00m, 3), new("MF-95", "MF95-MAIN", "Main board", "electronics", 248.00m, 0),
        new("DR-18", "DR18-BATT", "Battery 18 V 4 Ah", "battery", 64.00m, 16), new("DR-18", "DR18-CHUC", "Keyless chuck 13 mm", "consumables", 26.00m, 14), new("DR-18", "DR18-SWIT", "Trigger switch", "electronics", 19.50m, 14),
        new("DR-18", "DR18-GEAR", "Gearbox", "drive", 48.00m, 0), new("DR-18", "DR18-BRUS", "Carbon brushes", "consumables", 6.80m, 40),
    ];

    /// <summary>The fee table, net in euro.</summary>
    public static readonly IReadOnlyList<(string Code, ChargeKind Kind, string Text, string Unit, decimal Price)> Fees =
    [
        ("LABOUR", ChargeKind.Labour, "Working time", "h", 68.00m), ("LABOUR-EXPERT", ChargeKind.Labour, "Working time, specialist", "h", 92.00m), ("TRAVEL-TOWN", ChargeKind.Travel, "Travel in town", "pcs", 35.00m),
        ("TRAVEL-KM", ChargeKind.Travel, "Travel by distance", "km", 0.90m), ("DIAGNOSIS", ChargeKind.Fee, "Diagnosis", "pcs", 39.00m), ("DELIVERY", ChargeKind.Fee, "Delivery to the customer", "pcs", 18.00m),
        ("CLEANING", ChargeKind.Fee, "Cleaning and descaling", "pcs", 29.00m),
    ];

    public const string RepairCodes = """
        Symptom;S01;Does not start
        Symptom;S02;Leaks
        Symptom;S03;Makes noise
        Symptom;S04;Overheats
        Symptom;S05;Shows an error
        Symptom;S06;Weak performance
        Area;A01;Electronics
        Area;A02;Hydraulics
        Area;A03;Drive
        Area;A04;Heating
        Area;A05;Housing
        Area;A06;Power supply
        Cause;WEAR;Normal wear
        Cause;DEFECT;Material or manufacturing defect
        Cause;MISUSE;Misuse
        Cause;LIME;Limescale
        Cause;POWER;Power surge
        Remedy;R01;Part replaced
        Remedy;R02;Adjusted
        Remedy;R03;Cleaned
        Remedy;R04;Firmware updated
        Remedy;R05;No fault found
        """;

    /// <summary>Name, model (empty serves all) and steps with what is expected.</summary>
    public static readonly IReadOnlyList<(string Name, string Model, (string Text, string Expected, string Unit)[] Steps)> TestSheets =
    [
        ("Electrical safety", "", [("Protective conductor resistance", "< 0.3", "Ω"), ("Insulation resistance", "> 1", "MΩ"), ("Leakage current", "< 0.5", "mA")]),
        ("Espresso machine, water side", "AX-200", [("Brewing pressure", "9 ± 1", "bar"), ("Brewing temperature", "92 ± 2", "°C"), ("Tightness after 10 min", "dry", "")]),
        ("Autoclave, vacuum test", "AC-18", [("Pressure rise in 10 min", "< 13", "mbar"), ("Sterilising temperature", "134 ± 1", "°C")]),
        ("UPS, autonomy", "UP-15", [("Output voltage", "230 ± 5", "V"), ("Autonomy at half load", "> 8", "min")]),
    ];

    /// <summary>Whether the pieces of a part have serial numbers.</summary>
    public static bool IsTracked(string number) => Parts.Any(p => p.Number == number && p.IsTracked);

    /// <summary>The words of customers by product group and language, two of each.</summary>
    public static string Fault(string group, string language, int which) => Faults[(group, language == "ru" || language == "es" || language == "ko" ? language : "en")][which % 2];

    private static readonly Dictionary<(string Group, string Language), string[]> Faults = new()
    {
        [("Coffee", "en")] = ["Does not heat up any more, only lukewarm coffee", "Leaks underneath and the pump is very loud"],
        [("Coffee", "ru")] = ["Не нагревается, кофе чуть тёплый", "Течёт снизу, помпа сильно шумит"],
        [("Coffee", "es")] = ["Ya no calienta, el café sale tibio", "Pierde agua por debajo y la bomba hace mucho ruido"],
        [("Coffee", "ko")] = ["더 이상 가열되지 않고 커피가 미지근해요", "아래에서 물이 새고 펌프 소리가 너무 커요"],
        [("Pumps", "en")] = ["Pressure drops after a few minutes", "Hums but does not turn"],
        [("Pumps", "ru")] = ["Через несколько минут падает давление", "Гудит, но не вращается"],
        [("Pumps", "es")] = ["La presión cae a los pocos minutos", "Zumba pero no gira"],
        [("Pumps", "ko")] = ["몇 분 뒤에 압력이 떨어집니다", "윙 소리만 나고 돌지 않습니다"],
        [("Medical", "en")] = ["Stops with error E17 during drying", "Door does not seal, steam comes out"],
        [("Medical", "ru")] = ["Останавливается с ошибкой E17 при сушке", "Дверца не герметична, выходит пар"],
        [("Medical", "es")] = ["Se para con el error E17 durante el secado", "La puerta no cierra bien y sale vapor"],
        [("Medical", "ko")] = ["건조 중 E17 오류로 멈춥니다", "문이 밀폐되지 않아 증기가 나옵니다"],
        [("Power", "en")] = ["Switches off at once when the mains fails", "Beeps all the time and shows a battery warning"],
        [("Power", "ru")] = ["Сразу отключается при пропадании сети", "Постоянно пищит и показывает неисправность батареи"],
        [("Power", "es")] = ["Se apaga en cuanto falla la red", "Pita sin parar y avisa de la batería"],
        [("Power", "ko")] = ["정전되면 바로 꺼집니다", "계속 경고음이 나고 배터리 경고가 표시됩니다"],
        [("Printers", "en")] = ["White lines in every print", "Paper jam on each second page"],
        [("Printers", "ru")] = ["Белые полосы на каждом отпечатке", "Бумага застревает через страницу"],
        [("Printers", "es")] = ["Líneas blancas en cada impresión", "Se atasca el papel en cada segunda hoja"],
        [("Printers", "ko")] = ["인쇄할 때마다 흰 줄이 생깁니다", "두 장마다 용지가 걸립니다"],
        [("Tools", "en")] = ["Battery lasts only five minutes", "Turns only when the switch is pressed very hard"],
        [("Tools", "ru")] = ["Аккумулятора хватает на пять минут", "Вращается, только если сильно нажать на кнопку"],
        [("Tools", "es")] = ["La batería dura solo cinco minutos", "Solo gira si se aprieta muy fuerte el gatillo"],
        [("Tools", "ko")] = ["배터리가 5분밖에 가지 않아요", "스위치를 아주 세게 눌러야 돌아갑니다"],
    };

    private static Dictionary<string, int> Terms(params (string Group, int Months)[] terms) => terms.ToDictionary(t => t.Group, t => t.Months);
}
