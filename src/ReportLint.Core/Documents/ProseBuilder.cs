using System.Text;
using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>Collects the prose of one block, piece by piece in reading order. Not thread-safe.</summary>
public sealed class ProseBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<ProseText.Run> _runs = new(4);

    /// <summary>Length of what was collected, in UTF-16 code units: the prose offset of the next piece.</summary>
    public int Length => _text.Length;

    /// <summary>The last character collected, or <c>'\0'</c>.</summary>
    public char LastCharacter => _text.Length == 0 ? '\0' : _text[^1];

    /// <summary>Adds characters that stand in the file as they are.</summary>
    public ProseBuilder AddVerbatim(SourceText source, TextSpan span)
    {
        if (span.IsEmpty)
        {
            return this;
        }

        if (_runs.Count > 0 && _runs[^1] is { IsVerbatim: true } last && last.SourceStart + last.SourceLength == span.Start)
        {
            _runs[^1] = last with { ProseLength = last.ProseLength + span.Length, SourceLength = last.SourceLength + span.Length };
        }
        else
        {
            _runs.Add(new ProseText.Run(_text.Length, span.Length, span.Start, span.Length, true));
        }

        _text.Append(source.Content, span.Start, span.Length);
        return this;
    }

    /// <summary>Adds text that stands in the file in another form: an entity, a soft line end, inline code.</summary>
    public ProseBuilder AddReplaced(string text, TextSpan source)
    {
        if (text.Length == 0)
        {
            return this;
        }

        _runs.Add(new ProseText.Run(_text.Length, text.Length, source.Start, source.Length, false));
        _text.Append(text);
        return this;
    }

    /// <summary>A character collected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none at this place.</exception>
    public char this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _text.Length);
            return _text[index];
        }
    }

    /// <summary>Takes blanks (spaces and tabs) off the end.</summary>
    public ProseBuilder TrimEnd()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\t')
        {
            var last = _runs[^1];
            if (last.ProseLength == 1)
            {
                _runs.RemoveAt(_runs.Count - 1);
            }
            else
            {
                // What stands in the file in another form keeps the place of the whole.
                _runs[^1] = last with { ProseLength = last.ProseLength - 1, SourceLength = last.SourceLength - (last.IsVerbatim ? 1 : 0) };
            }

            _text.Length--;
        }

        return this;
    }

    /// <summary>Forgets everything, to begin the next block.</summary>
    public ProseBuilder Clear()
    {
        _text.Clear();
        _runs.Clear();
        return this;
    }

    /// <summary>The prose collected so far.</summary>
    public ProseText Build() => new(_text.ToString(), [.. _runs]);
}
