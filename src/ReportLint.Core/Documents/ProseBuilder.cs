using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>Collects the prose of one block, piece by piece in reading order. Not thread-safe.</summary>
public sealed class ProseBuilder
{
    private char[] _text = new char[64];
    private ProseText.Run[] _runs = new ProseText.Run[4];
    private int _runCount;

    /// <summary>Length of what was collected, in UTF-16 code units: the prose offset of the next piece.</summary>
    public int Length { get; private set; }

    /// <summary>The last character collected, or <c>'\0'</c>.</summary>
    public char LastCharacter => Length == 0 ? '\0' : _text[Length - 1];

    /// <summary>Adds characters that stand in the file as they are.</summary>
    public ProseBuilder AddVerbatim(SourceText source, TextSpan span)
    {
        if (span.IsEmpty)
        {
            return this;
        }

        if (_runCount > 0 && _runs[_runCount - 1] is { IsVerbatim: true } last && last.SourceStart + last.SourceLength == span.Start)
        {
            _runs[_runCount - 1] = last with { ProseLength = last.ProseLength + span.Length, SourceLength = last.SourceLength + span.Length };
        }
        else
        {
            AddRun(new ProseText.Run(Length, span.Length, span.Start, span.Length, true));
        }

        Append(source.Content.AsSpan(span.Start, span.Length));
        return this;
    }

    /// <summary>Adds text that stands in the file in another form: an entity, a soft line end, inline code.</summary>
    public ProseBuilder AddReplaced(ReadOnlySpan<char> text, TextSpan source)
    {
        if (text.Length == 0)
        {
            return this;
        }

        AddRun(new ProseText.Run(Length, text.Length, source.Start, source.Length, false));
        Append(text);
        return this;
    }

    private void AddRun(in ProseText.Run run)
    {
        if (_runCount == _runs.Length)
        {
            Array.Resize(ref _runs, _runCount * 2);
        }

        _runs[_runCount++] = run;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + text.Length));
        }

        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>A character collected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none at this place.</exception>
    public char this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            return _text[index];
        }
    }

    /// <summary>Takes blanks (spaces and tabs) off the end.</summary>
    public ProseBuilder TrimEnd()
    {
        while (LastCharacter is ' ' or '\t')
        {
            ref var last = ref _runs[_runCount - 1];
            if (last.ProseLength == 1)
            {
                _runCount--;
            }
            else
            {
                // What stands in the file in another form keeps the place of the whole.
                last = last with { ProseLength = last.ProseLength - 1, SourceLength = last.SourceLength - (last.IsVerbatim ? 1 : 0) };
            }

            Length--;
        }

        return this;
    }

    /// <summary>Forgets everything, to begin the next block.</summary>
    public ProseBuilder Clear()
    {
        Length = _runCount = 0;
        return this;
    }

    /// <summary>The prose collected so far.</summary>
    public ProseText Build() => new(new string(_text, 0, Length), _runs.AsSpan(0, _runCount));
}
