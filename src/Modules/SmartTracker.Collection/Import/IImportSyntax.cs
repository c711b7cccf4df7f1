namespace SmartTracker.Collection.Import;

/// <summary>How a line of an import is read.</summary>
internal interface IImportSyntax
{
    /// <summary>Line feeds between double quotes belong to the record.</summary>
    bool IsQuoted { get; }

    /// <summary>Null for a line that holds no job, such as a header or an empty one.</summary>
    /// <exception cref="ImportRefusedException">The document cannot be read at all.</exception>
    ImportLine? Read(long number, ReadOnlySpan<byte> record);
}
