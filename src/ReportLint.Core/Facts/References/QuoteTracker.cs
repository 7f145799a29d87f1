using System.Runtime.CompilerServices;

namespace ReportLint.Core.Facts.References;

/// <summary>Keeps track, token by token, of whether a place in a block stands between double quotation marks.</summary>
internal struct QuoteTracker
{
    /// <summary>True between an opening and a closing double quotation mark.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Takes note of a token. Tokens come in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(string text, in Token token)
    {
        if (token.Kind == TokenKind.Mark)
        {
            ReadMark(text, token);
        }
    }

    private void ReadMark(string text, in Token token)
    {
        IsInside = text[token.Start] switch
        {
            '“' or '«' or '„' => true,
            '”' or '»' => false,
            // A straight mark opens before a word and closes behind one; "5' 4\"" follows a digit and opens nothing.
            '"' => token.SpaceBefore || token.Start == 0 || text[token.Start - 1] is '(' or '[' or '—' or '–',
            _ => IsInside,
        };
    }
}
