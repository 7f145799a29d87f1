using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds names of places, one word each, that stand once and are a letter from a name that stands more often: <c>in Marlingford … in Malingford</c>.
/// A word counts as a place where a word of place stands before it (<c>lexicon/place-prepositions.yml</c>), or where it is all that a table's first cell holds.
/// </summary>
internal sealed class PlaceNames(AnalysisContext context)
{
    private readonly int _shortestName = (int)context.Knowledge.Settings("consistency").Get("shortest_place", 7);
    private readonly int _fewestOthers = (int)context.Knowledge.Settings("consistency").Get("place_repeats", 2);
    private readonly int _mostNames = (int)context.Knowledge.Settings("consistency").Get("places", 400);
    private readonly Lexicon _places = context.Knowledge.Lexicon("place-prepositions");
    private readonly Dictionary<string, Place> _names = new(StringComparer.Ordinal);

    private sealed class Place
    {
        public required string Name { get; init; }

        public required TokenizedBlock Block { get; init; }

        public required int Token { get; init; }

        public TextSpan Prose => Block.Tokens[Token].Span;

        public int Sentence => Block.SentenceOf(Token);

        public int Count { get; set; }

        public bool IsPlace { get; set; }

        public bool IsInCell { get; set; }
    }

    /// <summary>Reads the document and adds a fact for each such pair.</summary>
    public void Compare()
    {
        foreach (var block in context.Blocks)
        {
            Read(block);
            if (_names.Count > _mostNames)
            {
                return;
            }
        }

        var byLetter = new Dictionary<char, List<Place>>();
        foreach (var place in _names.Values)
        {
            if (place.Count >= _fewestOthers && !place.IsInCell)
            {
                if (!byLetter.TryGetValue(place.Name[0], out var alike))
                {
                    byLetter[place.Name[0]] = alike = [];
                }

                alike.Add(place);
            }
        }

        if (byLetter.Count == 0)
        {
            return;
        }

        foreach (var place in _names.Values)
        {
            if (place is { Count: 1 } && (place.IsPlace || place.IsInCell) && byLetter.TryGetValue(place.Name[0], out var others))
            {
                CompareWith(place, others);
            }
        }
    }

    private void CompareWith(Place place, List<Place> others)
    {
        var name = place.Name;
        foreach (var first in others)
        {
            var other = first.Name;
            context.Work++;
            if (Math.Abs(name.Length - other.Length) <= 1 && NameSpelling.AreTypingSlip(name.ToLowerInvariant(), other.ToLowerInvariant()) && first.Sentence != place.Sentence && !context.Accepted.Names.Contains(name))
            {
                context.Facts.Add(new NameVariant
                {
                    Document = context.Document,
                    Block = place.Block.Block,
                    Prose = place.Prose,
                    Sentence = place.Sentence,
                    Way = "slip",
                    Count = 1,
                    Other = new Piece { Document = context.Document, Block = first.Block.Block, Prose = first.Prose, Sentence = first.Sentence },
                    OtherCount = first.Count,
                    AreTogether = false,
                    IsExplained = false,
                    IsTitled = false,
                });
                return;
            }
        }
    }

    private void Read(TokenizedBlock block)
    {
        var tokens = block.Tokens;
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!token.Capital || token.Length < _shortestName || block.MentionAt(i) is not null)
            {
                continue;
            }

            var isInCell = block.Block.Cell is { IsHeader: false, Column: 0 } && tokens.Length == 1;
            var name = block.TextOf(token);
            if (!lookup.TryGetValue(name, out var place))
            {
                lookup[name] = place = new Place { Name = name.ToString(), Block = block, Token = i };
            }

            place.Count++;
            place.IsInCell |= block.Block.Cell is not null;
            place.IsPlace |= (isInCell || (i > 0 && _places.Match(tokens, i - 1).Length > 0)) && !(i + 1 < tokens.Length && tokens[i + 1].Capital);
        }
    }
}
