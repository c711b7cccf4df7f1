using System.Globalization;
using System.Text.Json;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving.State;

/// <summary>What a printer says of itself, in the elements of a captured DesignJet Z9; media and clock as its clients read them.</summary>
internal static class StateDocuments
{
    private const int LowPercent = 20;

    public static byte[] DeviceStatus(PrinterPlan printer, Holdings holdings)
    {
        var isLow = printer.State!.Inks.Any(ink => IsLow(ink, holdings));
        var status = isLow ? "WithAlerts" : "Ready";
        return Json(new
        {
            DeviceStatus = new
            {
                ActivitiesOverview = new { MostRelevantActivity = new { Name = "NoActivity", RemainingTime = -1, Type = "System" } },
                StatusOverview = new { MostRelevantStatus = status, StatusList = new { StatusType = status }, StatusSeverity = isLow ? "Warning" : "Informative" },
            },
        });
    }

    public static byte[] InkSystem(PrinterPlan printer, Holdings holdings) => Json(new
    {
        InkSystem = new { InkSlotGroupCollection = new { InkSlotGroup = printer.State!.Inks.Select((ink, at) => Group(ink, at, holdings)) } },
    });

    public static byte[] MediaSystem(PrinterPlan printer, Holdings holdings) => Json(new
    {
        MediaSystem = new { DrawerCollection = new { Drawer = printer.State!.Rolls.Select((roll, at) => Drawer(roll, at + 1, holdings)) } },
    });

    public static byte[] Maintenance() => Json(new
    {
        PrinterMaintenance = new { MaintenanceCartridges = new { MaintenanceCartridge = new { Id = 1, LevelPercentage = 64, State = "Ok" } } },
    });

    public static byte[] Discovery(DateTimeOffset clock, bool namesZone) => Json(new
    {
        Discovery = new { SystemTimeInfo = new { Date = clock.UtcDateTime.ToString(namesZone ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) } },
    });

    /// <summary>LEDM's counter; nobody has shown what PIWS' own say.</summary>
    public static byte[] ProductUsage(Holdings holdings) => PiwsDocument.Write("ProductUsageDyn", xml =>
        xml.Nested("PrinterSubunit", () => xml.Number("TotalImpressions", holdings.Impressions)));

    private static object Group(InkPlan ink, int at, Holdings holdings)
    {
        var isLow = IsLow(ink, holdings);
        return new
        {
            ink.Color,
            InkAgentType = "marking",
            InkSlotCollection = new
            {
                InkSlot = new
                {
                    ink.Color,
                    InkAgentType = "marking",
                    SlotGroupId = at,
                    SlotId = at,
                    SlotInfo = new
                    {
                        InkSlotCumulativeInfo = new { HPInkUsed = Volume(holdings.InkUsed(ink)), InkUsed = Volume(holdings.InkUsed(ink)) },
                        InkSupplyInfo = new
                        {
                            Brand = "SIM",
                            Capacity = Volume(ink.CubicCentimetres),
                            ExpirationDate = Time(null),
                            InstallDate = Time(holdings.InstalledAt(ink)),
                            Level = Volume(holdings.InkLevel(ink)),
                            LevelPercentage = Percent(ink, holdings),
                            ink.OrderNumber,
                            ink.PartNumber,
                            ink.SerialNumber,
                            State = isLow ? "Warning" : "Ok",
                            Status = new { StatusFlag = isLow ? "LowLevel" : "Ready" },
                            SupplyType = "Supply",
                            UserReportedSeverity = isLow ? "Warning" : "Informative",
                            UserReportedStatus = isLow ? "LowLevel" : "Ready",
                        },
                    },
                    SupplyType = "Supply",
                    isPresent = true,
                },
            },
            SlotGroupId = at,
        };
    }

    private static object Drawer(RollPlan roll, int id, Holdings holdings) => new
    {
        Id = id,
        InputDeviceCollection = new
        {
            Roll = new
            {
                IdForPrinting = roll.Source.ToUpperInvariant(),
                IdForUI = roll.Source,
                LoadedMediaCollection = new
                {
                    LoadedMedia = new { MediaTypeID = roll.MediaId, Width = Inches(roll.WidthInches), RemainingLength = Inches(holdings.RollLevel(roll)) },
                },
            },
        },
    };

    public static int Percent(InkPlan ink, Holdings holdings) => (int)(holdings.InkLevel(ink) * 100 / ink.CubicCentimetres);

    public static bool IsLow(InkPlan ink, Holdings holdings) => Percent(ink, holdings) < LowPercent;

    private static object Volume(decimal cubicCentimetres) => new { Unit = "cc", Value = (int)cubicCentimetres };

    private static object Inches(decimal inches) => new { Unit = "in", Value = Math.Round(inches, 6, MidpointRounding.AwayFromZero) };

    private static string Time(DateTimeOffset? moment) => (moment ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Json(object document) => JsonSerializer.SerializeToUtf8Bytes(document);
}
