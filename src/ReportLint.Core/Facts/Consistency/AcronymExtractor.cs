using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds where short forms are expanded, <c>Joint Shoreline Panel (JSP)</c>, <c>JSP (Joint Shoreline Panel)</c>, <c>JSP stands for …</c>, a cell or item
/// <c>JSP</c> before its expansion, and short forms that are never expanded. The letters must be the first letters of the words.
/// </summary>
public sealed class AcronymExtractor : IFactExtractor
{
    private const int ShortestForm = 2;
    private const int LongestForm = 8;

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [Acronym.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var pass = new Pass(context);
        foreach (var block in context.Blocks.With(Cues.Capitals))
        {
            pass.Read(block);
        }

        pass.AddFacts();
    }

    private sealed class Pass(AnalysisContext context)
    {
        private readonly Lexicon _small = context.Knowledge.Lexicon("acronym-small-words");
        private readonly Lexicon _means = context.Knowledge.Lexicon("expansion-words");
        private readonly Lexicon _definite = context.Knowledge.Lexicon("definite-words");
        private readonly Lexicon _known = context.Knowledge.Lexicon("known-acronyms");
        private readonly Dictionary<string, Expansions> _expanded = new(StringComparer.Ordinal);
        private readonly HashSet<string> _named = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Use> _used = new(StringComparer.Ordinal);

        public void Read(TokenizedBlock block)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            for (var i = 0; i < tokens.Length; i++)
            {
                if (!tokens[i].Capital || ShortForm(block, i) is not { } form)
                {
                    continue;
                }

                Count(block, i, form);
                if (i > 1 && i + 1 < tokens.Length && text[tokens[i - 1].Start] == '(' && text[tokens[i + 1].Start] is ')' or ',' or ';')
                {
                    if (StartBefore(block, i - 1, form) is { } start)
                    {
                        Add(block, start, text[tokens[i + 1].Start] == ')' ? i + 2 : i + 1, form, start, i - 1);
                    }
                    else if (tokens[i - 2] is { Kind: TokenKind.Word, Capital: true })
                    {
                        // A name whose letters are others: "Computing-Tabulating-Recording Company (CTR)".
                        _named.Add(form);
                    }
                }
                else if (i + 2 < tokens.Length && IsExplained(block, i + 1) is var from and > 0 && EndBehind(block, from, form) is { } end)
                {
                    Add(block, i, end < tokens.Length && text[tokens[from - 1].Start] == '(' && text[tokens[end].Start] == ')' ? end + 1 : end, form, from, end);
                }
                else if (i == 0 && tokens.Length == 1 && block.Block.Cell is { } cell && NextCell(block, cell) is { Tokens.Length: > 1 } next && EndBehind(next, 0, form) == next.Tokens.Length)
                {
                    Add(next, 0, next.Tokens.Length, form, 0, next.Tokens.Length);
                }
            }
        }

        /// <summary>The short form at a word with a capital: capitals, perhaps with a plural's s; null where it is none.</summary>
        private static string? ShortForm(TokenizedBlock block, int at)
        {
            var token = block.Tokens[at];
            if (token.Length is < ShortestForm or > LongestForm + 1 || !char.IsAsciiLetterUpper(block.Block.Prose.Text[token.Start + 1]))
            {
                return null;
            }

            var word = block.TextOf(token);
            word = word.Length > 2 && word[^1] == 's' && char.IsAsciiLetterUpper(word[^2]) ? word[..^1]
                : word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2]
                : word;
            return word.Length >= ShortestForm && AsciiText.IsCapitals(word) ? word.ToString() : null;
        }

        private void Count(TokenizedBlock block, int at, string form)
        {
            if (block.Block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem) || References.RomanNumeral.Read(form) is not null || IsGlued(block, at) || IsShouted(block, at) || IsInName(block, at) || IsBesideNumber(block, at) || IsStageDirection(block, at))
            {
                return;
            }

            var isLinked = block.Block.HasMark(MarkKind.Link, block.Tokens[at].Start);
            var articles = at > 0 && _definite.Match(block.Tokens, at - 1).Length > 0 ? 1 : 0;
            _used[form] = _used.TryGetValue(form, out var use)
                ? use with { Count = use.Count + 1, Blocks = use.Blocks + (use.Last == block ? 0 : 1), Last = block, IsLinked = use.IsLinked || isLinked, Articles = use.Articles + articles }
                : new(block, at, 1, 1, block, isLinked, articles);
        }

        /// <summary>A speaker before a colon at the start of a block, or a word alone in brackets: <c>CRUZ: …</c>, <c>(LAUGHTER)</c>.</summary>
        private static bool IsStageDirection(TokenizedBlock block, int at)
        {
            var text = block.Block.Prose.Text;
            return at + 1 < block.Tokens.Length && ((at == 0 && text[block.Tokens[1].Start] == ':') ||
                (at > 0 && text[block.Tokens[at - 1].Start] is '(' or '[' && text[block.Tokens[at + 1].Start] is ')' or ']'));
        }

        /// <summary>A short form in running text: its first place, how often and in how many blocks it stands, the last of them, whether a link explains it, and how often an article stands before it.</summary>
        private readonly record struct Use(TokenizedBlock Block, int Token, int Count, int Blocks, TokenizedBlock Last, bool IsLinked, int Articles);

        /// <summary>Behind or before a number it is a unit or a mark of one: <c>40 BTC</c>, <c>ISO 9001</c>.</summary>
        private static bool IsBesideNumber(TokenizedBlock block, int at) =>
            (at > 0 && block.Tokens[at - 1].Kind == TokenKind.Number) || (at + 1 < block.Tokens.Length && block.Tokens[at + 1].Kind == TokenKind.Number);

        /// <summary>A part of a code or a compound: <c>XV2</c>, <c>A-BC</c>, <c>X/Y</c>.</summary>
        private static bool IsGlued(TokenizedBlock block, int at)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            return (at > 0 && !tokens[at].SpaceBefore && text[tokens[at].Start - 1] is not ('(' or '“' or '"' or '‘' or '\'' or '[')) ||
                (at + 1 < tokens.Length && !tokens[at + 1].SpaceBefore && (tokens[at + 1].Kind != TokenKind.Mark || text[tokens[at + 1].Start] is '-' or '/' or '_' or '.' or '&' && at + 2 < tokens.Length && !tokens[at + 2].SpaceBefore));
        }

        /// <summary>Two words of capitals side by side shout.</summary>
        private static bool IsShouted(TokenizedBlock block, int at) => IsCapitals(block, at - 1) || IsCapitals(block, at + 1);

        /// <summary>Before a word with a capital it is a part of a name: <c>VS Code</c>.</summary>
        private static bool IsInName(TokenizedBlock block, int at) => at + 1 < block.Tokens.Length && block.Tokens[at + 1] is { Kind: TokenKind.Word, Capital: true, SpaceBefore: true };

        private static bool IsCapitals(TokenizedBlock block, int at) =>
            at >= 0 && at < block.Tokens.Length && block.Tokens[at] is { Kind: TokenKind.Word, Length: > 1 } token && AsciiText.IsCapitals(block.TextOf(token));

        /// <summary>Index of the first token of an expansion behind <c>(</c>, a colon or dash at the start of an item, or <c>stands for</c>; 0 where none is.</summary>
        private int IsExplained(TokenizedBlock block, int at)
        {
            var text = block.Block.Prose.Text;
            if (_means.Match(block.Tokens, at) is { Length: > 0 and var length })
            {
                return at + length;
            }

            return text[block.Tokens[at].Start] switch
            {
                '(' => at + 1,
                ':' or '–' or '—' or '=' when at == 1 => at + 1,
                '-' when at == 1 && block.Tokens[at].SpaceBefore => at + 1,
                _ => 0,
            };
        }

        private TokenizedBlock? NextCell(TokenizedBlock block, TableCell cell) =>
            cell.Column + 1 < cell.Table.ColumnCount && block.Block.Index + 1 < context.Blocks.Count && context.Blocks[block.Block.Index + 1] is { Block.Cell: { } next } && next.Row == cell.Row
                ? context.Blocks[block.Block.Index + 1]
                : null;

        /// <summary>Index of the first word of the expansion that ends before a token, or null.</summary>
        private int? StartBefore(TokenizedBlock block, int end, string form)
        {
            var letter = form.Length - 1;
            for (var i = end - 1; i >= 0 && end - i <= (form.Length * 2) + 4; i--)
            {
                var token = block.Tokens[i];
                if (token.Kind != TokenKind.Word)
                {
                    if (block.TextOf(token) is "-" or "‑" or "&" or "," or "“" or "”" or "\"" or "‘" or "’" or "'")
                    {
                        continue;
                    }

                    return null;
                }

                if (char.ToUpperInvariant(block.TextOf(token)[0]) == form[letter])
                {
                    if (--letter < 0)
                    {
                        return i;
                    }
                }
                else if (_small.Match(block.Tokens, i).Length == 0)
                {
                    return null;
                }
            }

            return null;
        }

        /// <summary>Index behind the last word of the expansion that begins at a token and has all of the letters; null where none does.</summary>
        private int? EndBehind(TokenizedBlock block, int first, string form)
        {
            var letter = 0;
            for (var i = first; i < block.Tokens.Length && i - first <= (form.Length * 2) + 4; i++)
            {
                var token = block.Tokens[i];
                if (token.Kind == TokenKind.Word)
                {
                    if (char.ToUpperInvariant(block.TextOf(token)[0]) == form[letter])
                    {
                        if (++letter == form.Length)
                        {
                            return i + 1;
                        }
                    }
                    else if (_small.Match(block.Tokens, i).Length == 0)
                    {
                        return null;
                    }
                }
                else if (!(block.TextOf(token) is "-" or "‑" or "&" or "“" or "\"" or "‘"))
                {
                    return null;
                }
            }

            return null;
        }

        private void Add(TokenizedBlock block, int first, int end, string form, int from, int to)
        {
            if (!_expanded.TryGetValue(form, out var all))
            {
                _expanded[form] = all = new();
            }

            var expansion = block.Block.Prose.Text[block.Tokens[from].Start..block.Tokens[to - 1].End].TrimEnd(' ', '“', '"', '‘');
            var key = KeyOf(block, from, to);
            var other = all.FirstUnlike(key);
            all.Add(new Acronym
            {
                Document = context.Document,
                Block = block.Block,
                Prose = block.SpanOf(first, end),
                Sentence = block.SentenceOf(first),
                Short = form,
                Expansion = expansion,
                Key = key,
                Other = other is null || other.Sentence == block.SentenceOf(first) ? null : other,
                IsKnown = IsKnown(form),
            });
        }

        /// <summary>The places where one short form is expanded.</summary>
        private sealed class Expansions
        {
            private readonly List<Acronym> _all = [];
            private Acronym? _firstOther;

            public IReadOnlyList<Acronym> InOrder => _all;

            /// <summary>The first with another key, or null.</summary>
            public Acronym? FirstUnlike(string key) => _all.Count > 0 && _all[0].Key != key ? _all[0] : _firstOther;

            public void Add(Acronym acronym)
            {
                if (_firstOther is null && _all.Count > 0 && _all[0].Key != acronym.Key)
                {
                    _firstOther = acronym;
                }

                _all.Add(acronym);
            }
        }

        private bool IsStranger(string form) => !_expanded.ContainsKey(form) && !_named.Contains(form) && !IsKnown(form);

        private bool IsKnown(string form) => context.Accepted.Acronyms.Contains(form) || _known.HasWord(context.Knowledge.Vocabulary.Find(form));

        /// <summary>Lower case, singular, British s for z, without small words.</summary>
        private string KeyOf(TokenizedBlock block, int from, int to)
        {
            var words = new List<string>();
            for (var i = from; i < to; i++)
            {
                if (block.Tokens[i].Kind == TokenKind.Word && _small.Match(block.Tokens, i).Length == 0)
                {
                    words.Add(NounPhrase.Singular(block.TextOf(block.Tokens[i])).Replace('z', 's'));
                }
            }

            return string.Concat(words);
        }

        public void AddFacts()
        {
            foreach (var (form, all) in _expanded)
            {
                foreach (var acronym in all.InOrder)
                {
                    acronym.Count = _used.GetValueOrDefault(form).Count;
                    acronym.ExpandedOthers = _expanded.Count - 1;
                    context.Facts.Add(acronym);
                }
            }

            var words = WordsInOtherLetters();
            var strangers = 0;
            foreach (var (form, _) in _used)
            {
                strangers += IsStranger(form) ? 1 : 0;
            }

            foreach (var (form, (block, token, count, blocks, _, isLinked, articles)) in _used)
            {
                if (!_expanded.ContainsKey(form) && !_named.Contains(form))
                {
                    context.Facts.Add(new Acronym
                    {
                        Document = context.Document,
                        Block = block.Block,
                        Prose = block.SpanOf(token, token + 1),
                        Sentence = block.SentenceOf(token),
                        Short = form,
                        Count = count,
                        Blocks = blocks,
                        IsLinked = isLinked,
                        IsWord = words.Contains(form),
                        IsKnown = IsKnown(form),
                        ExpandedOthers = _expanded.Count,
                        Strangers = strangers - (IsStranger(form) ? 1 : 0),
                        IsBody = articles == count,
                    });
                }
            }
        }

        /// <summary>The short forms that the text also has in other letters (<c>SKIP</c>, <c>skip</c>): words that shout.</summary>
        private HashSet<string> WordsInOtherLetters()
        {
            var forms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (form, use) in _used)
            {
                if (use.Blocks > 1 && !_expanded.ContainsKey(form))
                {
                    forms.Add(form);
                }
            }

            var found = new HashSet<string>(StringComparer.Ordinal);
            if (forms.Count == 0)
            {
                return found;
            }

            var filter = new WordFilter(forms.Count, context.Knowledge.Vocabulary);
            foreach (var form in forms)
            {
                filter.Add(form);
            }

            var lookup = forms.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var block in context.Blocks)
            {
                var text = block.Block.Prose.Text;
                foreach (ref readonly var token in block.Tokens.AsSpan())
                {
                    if (token.Kind == TokenKind.Word && token.Length is >= ShortestForm and <= LongestForm && filter.MayHave(token, text) && AsciiText.HasSmallLetter(block.TextOf(token)) && lookup.TryGetValue(block.TextOf(token), out var form))
                    {
                        found.Add(form);
                    }
                }
            }

            return found;
        }
    }
}
