using SmartTracker.Protocols.Ledm.Documents;

namespace SmartTracker.PrinterReaders.Ledm;

internal static class LedmIdentity
{
    public static PrinterIdentity? Of(LedmProduct? product) => product is null or { SerialNumber: null, MakeAndModel: null }
        ? null
        : new PrinterIdentity(product.SerialNumber, product.MakeAndModel, product.Revision, product.ProductNumber, DeviceName: null, MaximumMediaWidth: null);
}
