using System.Globalization;
using System.Text;
using System.Xml;

namespace ReportLint.Formats.Word;

/// <summary>
/// Walks the elements of a part, forward only and without building a tree. What a caller does not ask for is passed over.
/// Names are those of WordprocessingML without prefix; other vocabularies show as <c>prefix:name</c> of the usual prefix.
/// </summary>
internal sealed class WordPart(XmlReader xml, ReaderLimits limits) : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>What does not count at the ends of a text (https://www.w3.org/TR/xml/#sec-common-syn); a no-break space does.</summary>
    public static readonly char[] XmlSpaces = [' ', '\t', '\r', '\n'];

    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[1024];
    private int _elements;

    /// <summary>Name of the current element.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many <c>w:t</c> elements have begun, the current one included: its number in the part, from 1.</summary>
    public int TextElements { get; private set; }

    /// <summary>The notes that marks name, those in what is passed over included; <c>true</c> for an endnote, and its id in the file.</summary>
    public HashSet<(bool IsEndnote, string Id)> MarkedNotes { get; } = new(1);

    public int Depth => xml.Depth;

    public bool IsEmpty => xml.IsEmptyElement;

    /// <summary>Goes to the next child of an element, or behind its last: then the reader stands on its end.</summary>
    /// <param name="depth">Depth of the element, taken where it was current.</param>
    public bool NextChild(int depth)
    {
        if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth && xml.IsEmptyElement)
        {
            return false;
        }

        while (Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                return true;
            }

            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth <= depth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Goes to the root element.</summary>
    public bool ToRoot()
    {
        while (Next())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribute of the current element in its own vocabulary, or without one.</summary>
    public string? Get(string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    /// <summary>The <c>r:id</c> of the current element.</summary>
    public string? RelationshipId() =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public int? GetNumber(string name) => int.TryParse(Get(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch such as <c>w:b</c>: on where it has no value.</summary>
    public bool IsOn() => Get("val") is not ("0" or "false" or "off" or "none");

    /// <summary>The text of the current element, which is left at its end.</summary>
    public string Text()
    {
        var isPreserved = xml.XmlSpace == XmlSpace.Preserve;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        _text.Clear();
        while (Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                int read;
                while ((read = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
                {
                    _text.Append(_buffer, 0, read);
                    if (_text.Length > limits.MaximumText)
                    {
                        throw new UnreadableFileException("The file has more text than the limit.");
                    }
                }
            }
        }

        var text = _text.ToString();
        return isPreserved ? text : text.Trim(XmlSpaces);
    }

    public void Dispose() => xml.Dispose();

    private bool Next()
    {
        if (!xml.Read())
        {
            return false;
        }

        if (xml.Depth > limits.MaximumElementDepth)
        {
            throw new UnreadableFileException("Elements in the file are nested too deeply.");
        }

        if (xml.NodeType == XmlNodeType.Element)
        {
            if (++_elements > limits.MaximumPartElements)
            {
                throw new UnreadableFileException("The file has too many elements.");
            }

            Name = xml.NamespaceURI is Transitional or Strict ? xml.LocalName : Other();
            TextElements += Name == "t" ? 1 : 0;
            if (Name is "footnoteReference" or "endnoteReference" && Get("id") is { } id)
            {
                MarkedNotes.Add((Name == "endnoteReference", id));
            }
        }

        return true;
    }

    private string Other() => xml.NamespaceURI switch
    {
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => xml.LocalName switch
        {
            "AlternateContent" => "mc:AlternateContent",
            "Choice" => "mc:Choice",
            _ => "mc:Fallback",
        },
        "http://schemas.openxmlformats.org/officeDocument/2006/math" or "http://purl.oclc.org/ooxml/officeDocument/math" => xml.LocalName switch
        {
            "oMath" => "m:oMath",
            "oMathPara" => "m:oMathPara",
            _ => "m:other",
        },
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" or "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" when xml.LocalName == "docPr" => "wp:docPr",
        _ => "other",
    };
}
