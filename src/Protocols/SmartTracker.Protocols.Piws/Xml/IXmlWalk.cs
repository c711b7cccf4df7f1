namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>A document part by part, names without namespace. An element without content ends like any other; white space between elements is no part.</summary>
internal interface IXmlWalk : IDisposable
{
    XmlPart Part { get; }

    /// <summary>Of the element that starts; its root has 0.</summary>
    int Depth { get; }

    /// <summary>Of the element that starts.</summary>
    string Name { get; }

    /// <summary>Whether somebody asks for elements of the name that starts.</summary>
    bool IsWanted { get; }

    /// <summary>What the text means, entities resolved.</summary>
    string Text { get; }

    /// <returns>False at the end of the document.</returns>
    bool Read();
}

internal enum XmlPart
{
    Start,
    Text,
    End,
}
