namespace SmartTracker.PrinterSimulator.Serving.Ipp;

/// <summary>What the printer says about itself and its jobs.</summary>
internal static class IppAnswers
{
    private const int Ok = 0x0000;
    private const int NotFound = 0x0406;
    private const int NotSupported = 0x0501;
    private const byte JobGroup = 0x02;
    private const byte PrinterGroup = 0x04;

    public static byte[] Other(SimulatedPrinter printer, IppQuestion question) => question.Operation switch
    {
        0x0009 => Job(printer, question),
        0x000B => Printer(printer, question),
        _ => Status(NotSupported, question),
    };

    /// <summary>Finished jobs, newest first.</summary>
    public static byte[] Jobs(SimulatedPrinter printer, IppQuestion question)
    {
        using var answer = new IppDocument(Ok, question.RequestId);
        var finished = printer.Plan.Listed.Where(job => job.CompletedAt is not null && question.Text("which-jobs") == "completed")
            .OrderByDescending(job => job.CompletedAt).Take(question.Integer("limit") ?? int.MaxValue);
        foreach (var job in finished)
        {
            answer.Group(JobGroup);
            IppJobAttributes.Write(answer, printer, job, printer.Plan.Ipp!.ListsAttributes);
        }

        return answer.End();
    }

    private static byte[] Job(SimulatedPrinter printer, IppQuestion question)
    {
        if (printer.Plan.Jobs.FirstOrDefault(job => job.Number == question.Integer("job-id")) is not { } job)
            return Status(NotFound, question);
        using var answer = new IppDocument(Ok, question.RequestId);
        answer.Group(JobGroup);
        IppJobAttributes.Write(answer, printer, job, everything: true);
        return answer.End();
    }

    private static byte[] Printer(SimulatedPrinter printer, IppQuestion question)
    {
        var plan = printer.Plan;
        using var answer = new IppDocument(Ok, question.RequestId);
        answer.Group(PrinterGroup);
        answer.Name("printer-name", "ipp-" + plan.SerialNumber);
        answer.Text("printer-info", plan.Name);
        answer.Text("printer-make-and-model", plan.Model);
        answer.Text("printer-device-id", $"MFG:Simulated;MDL:{plan.Model};SN:{plan.SerialNumber};CMD:PDF,URF;");
        answer.Uri("printer-uuid", $"urn:uuid:{plan.Uuid}");
        answer.Text("printer-firmware-string-version", plan.Firmware);
        IppStateAttributes.Write(answer, printer);
        answer.Integer("printer-up-time", Math.Max(1, (int)(printer.Now - plan.Ipp!.SwitchedOnAt).TotalSeconds));
        if (plan.Ipp.TellsDates)
            answer.Date("printer-current-time", printer.DeviceNow + plan.Ipp.CalendarIsAhead, namesZone: printer.Fault is not SimulatorFault.ClockWithoutZone);
        else
            answer.NoValue("printer-current-time");
        return answer.End();
    }

    private static byte[] Status(int status, IppQuestion question)
    {
        using var answer = new IppDocument(status, question.RequestId);
        return answer.End();
    }
}
