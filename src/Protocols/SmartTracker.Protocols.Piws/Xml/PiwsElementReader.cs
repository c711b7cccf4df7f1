using System.Xml;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>Reads one element after another, always into the same few objects: an element lasts until the next one is read.</summary>
/// <param name="walk">Elements that it does not want are passed over with all that is in them.</param>
internal sealed class PiwsElementReader(IXmlWalk walk, PiwsLimits limits)
{
    /// <summary>A job with more pages than that does not come twice; what it took is given back.</summary>
    private const int MostKept = 10_000;

    private readonly List<PiwsElement> _elements = [];
    private readonly Stack<PiwsElement?> _open = [];
    private int _used;

    /// <summary>Reads the element that the walk stands on, up to and including its end.</summary>
    /// <returns>Null where it has more elements than allowed; the walk stands on its end all the same.</returns>
    public PiwsElement? Read(int maximumElements, PiwsElement? parent = null)
    {
        Reuse();
        var root = Element(parent);
        _open.Push(root);
        var elements = 1;
        while (_open.Count > 0)
        {
            if (!walk.Read())
                throw new XmlException("The document ends inside an element.");

            switch (walk.Part)
            {
                case XmlPart.Start:
                    PiwsDepthException.Check(walk, limits);
                    _open.Push(++elements <= maximumElements ? Child(_open.Peek()) : null);
                    break;
                case XmlPart.Text:
                    _open.Peek()?.Append(walk.Text);
                    break;
                case XmlPart.End:
                    _open.Pop()?.End();
                    break;
            }
        }

        return elements <= maximumElements ? root : null;
    }

    /// <summary>Null for one that nobody asks for.</summary>
    private PiwsElement? Child(PiwsElement? parent)
    {
        if (parent is null || !walk.IsWanted)
            return null;
        var child = Element(parent);
        parent.Add(child);
        return child;
    }

    private PiwsElement Element(PiwsElement? parent)
    {
        if (_used == _elements.Count)
            _elements.Add(new PiwsElement());
        var element = _elements[_used++];
        element.Begin(walk.Name, parent);
        return element;
    }

    private void Reuse()
    {
        if (_elements.Count > MostKept)
            _elements.Clear();
        _open.Clear();
        _used = 0;
    }
}

/// <summary>Stops the reading of a document that is nested deeper than allowed.</summary>
internal sealed class PiwsDepthException() : Exception("The document is nested deeper than allowed.")
{
    public static void Check(IXmlWalk walk, PiwsLimits limits)
    {
        if (walk.Depth >= limits.Depth)
            throw new PiwsDepthException();
    }
}
