using CsCheck;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Import;

namespace SmartTracker.Printers.Tests;

public class PrinterCsvTests
{
    [Theory]
    [InlineData("name,address\nEG,10.0.0.1")]
    [InlineData("\uFEFFName;Address\r\nEG;10.0.0.1\r\n")]
    [InlineData("address\tname\n10.0.0.1\tEG\n\n")]
    [InlineData(" name , address ,\n\"EG\" ,  10.0.0.1 ,")]
    public void Commas_semicolons_and_tabs_in_any_order_are_read(string text)
    {
        var row = Assert.Single(PrinterCsv.Read(text));
        Assert.Equal((2, "EG", "10.0.0.1", null), (row.Line, row.Name, row.Address, row.Password));
        Assert.False(row.IsTorn || row.HasTooManyFields);
    }

    [Fact]
    public void A_row_names_the_line_where_it_begins()
    {
        var rows = PrinterCsv.Read("name,address,password,site,group,serial,protocol\n\"two\nlines, \"\"quoted\"\"\",a,\" p w \",Altona,\"x| y\",S1,IPP\n\n,b,,,,,\n");
        Assert.Equal([2, 5], rows.Select(row => row.Line));
        Assert.Equal(("two\nlines, \"quoted\"", " p w ", "Altona", "S1", "ipp"), (rows[0].Name, rows[0].Password, rows[0].Site, rows[0].Serial, rows[0].Protocol));
        Assert.Equal(["x", "y"], rows[0].Groups);
        Assert.Null(rows[1].Name);
    }

    [Fact]
    public void An_open_quote_and_too_many_fields_are_the_rows_fault_alone()
    {
        var rows = PrinterCsv.Read("name,address\na,b,c\nd,e\nf,\"g");
        Assert.Equal([true, false, false], rows.Select(row => row.HasTooManyFields));
        Assert.Equal([false, false, true], rows.Select(row => row.IsTorn));
    }

    [Theory]
    [InlineData("", PrinterCsvFault.Empty, "")]
    [InlineData(" \n\n", PrinterCsvFault.Empty, "")]
    [InlineData("name,adress\n", PrinterCsvFault.UnknownColumn, "adress")]
    [InlineData("name,address,name\n", PrinterCsvFault.ColumnTwice, "name")]
    [InlineData("name,serial\n", PrinterCsvFault.ColumnMissing, "address")]
    public void A_file_that_cannot_be_read_says_why(string text, PrinterCsvFault fault, string detail)
    {
        var exception = Assert.Throws<PrinterCsvException>(() => PrinterCsv.Read(text));
        Assert.Equal((fault, detail), (exception.Fault, exception.Detail));
    }

    [Fact]
    public void Any_text_is_read_or_refused_in_words() => Gen.String.Sample(text =>
    {
        try
        {
            PrinterCsv.Read("name,address\n" + text);
        }
        catch (PrinterCsvException)
        {
            // Said in words.
        }
    });

    [Fact]
    public void Every_field_comes_back_as_it_was_written() => Gen.Select(Gen.String, Gen.String).Sample((password, other) =>
    {
        var row = PrinterCsv.Read($"name,address,password,site\nEG,a,{Quoted(password)},{Quoted(other)}\n")[0];
        return (row.Password ?? "") == password && row.Name == "EG";
    });

    [Fact]
    public void A_row_is_recognised_by_serial_number_or_address_in_any_spelling()
    {
        var registered = Make.Printer();
        var rows = PrinterCsv.Read($"name,address,serial\na,https://10.20.4.32/,\nb,10.9.9.9,{Make.Serial.ToLowerInvariant()}\nc,10.8.8.8,X1\nd,10.7.7.7,x1\ne,10.8.8.8:443,X2\nf,10.6.6.6,X3\n");
        var known = CsvDuplicates.Of(rows, [registered]);
        Assert.Equal([2, 3, 5, 6], known.Keys.Order());
        Assert.Equal((registered.Id, registered.Id), (known[2].Registered!.Id, known[3].Registered!.Id));
        Assert.Equal((4, 4), (known[5].Line, known[6].Line));
    }

    [Fact]
    public void Two_devices_without_a_network_are_two()
    {
        var rows = PrinterCsv.Read("name,address,protocol\na,,manual\nb,,manual\n");
        Assert.Empty(CsvDuplicates.Of(rows, [Printer.Register(PrinterId.New(), "c", PrinterAddress.OfManual(Guid.NewGuid()), Printer.Manual, false, Make.Noon)]));
    }

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
