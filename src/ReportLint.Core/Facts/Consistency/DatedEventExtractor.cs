using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Dates;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds events that happen once with their dates: a verb of <c>lexicon/once-events.yml</c>, its subject before it, a date soon behind it.
/// A pronoun stands for the subject that opens its sentence, or the sentence before. Nouns of <c>lexicon/once-event-nouns.yml</c> tell the same of what they belong to:
/// <c>the opening of the pier in 1898</c>, <c>the pier's opening</c>.
/// </summary>
public sealed class DatedEventExtractor : IFactExtractor
{
    private const int LongestGap = 9;

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [DatedEvent.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var pass = new Pass(context);
        foreach (var block in context.Blocks)
        {
            if (block.HasDates && block.Block.Kind is not BlockKind.TableCell && !block.Block.IsQuoted)
            {
                pass.Read(block);
            }
        }

        pass.AddFacts();
    }

    private sealed class Pass(AnalysisContext context)
    {
        /// <summary>With so many tellings of one event another one is compared, the first ones.</summary>
        private const int MostOthers = 16;

        private readonly Lexicon _events = context.Knowledge.Lexicon("once-events");
        private readonly Lexicon _nouns = context.Knowledge.Lexicon("once-event-nouns");
        private readonly HashSet<string> _recurring = [.. context.Knowledge.Lexicon("event-words").PhrasesOf("recurring")];
        private readonly HashSet<string> _yearly = [.. context.Knowledge.Lexicon("event-words").PhrasesOf("yearly")];
        private readonly ClauseSubject _subjects = new(context.Knowledge);
        private readonly Lexicon _words = context.Knowledge.Lexicon("event-words");
        private readonly Lexicon _other = context.Knowledge.Lexicon("other-one-words");
        private readonly HashSet<string> _passive = [.. context.Knowledge.Lexicon("event-words").PhrasesOf("passive")];
        private readonly List<DatedEvent> _found = [];
        private readonly List<(TokenizedBlock Block, int Sentence, int Pronoun, string Event, DateMention Date)> _pending = [];
        private readonly List<(TokenizedBlock Block, int From, int To, string Event, DateMention Date)> _shortNames = [];
        private HashSet<string>? _many;

        public void Read(TokenizedBlock block)
        {
            for (var s = 0; s < block.Sentences.Length; s++)
            {
                var sentence = block.Sentences[s];
                var last = LastDate(block, sentence);
                for (var i = sentence.Start.Value; i < last; i++)
                {
                    var (length, meaning) = _events.Match(block.Tokens, i);
                    if (length == 0)
                    {
                        ReadNoun(block, sentence, i);
                        continue;
                    }

                    if (DateBehind(block, i + length, sentence.End.Value) is { } date)
                    {
                        ReadSubject(block, s, i, i + length, meaning, date);
                    }

                    i += length - 1;
                }
            }
        }

        /// <summary>Index of the last token of a sentence that is a part of a date: what is told of it stands before; -1 where there is none.</summary>
        private static int LastDate(TokenizedBlock block, Range sentence)
        {
            var at = sentence.End.Value - 1;
            while (at >= sentence.Start.Value && (block.MentionAt(at) is not { } fact || fact is not DateMention))
            {
                at--;
            }

            return at >= sentence.Start.Value ? at : -1;
        }

        private void ReadSubject(TokenizedBlock block, int sentence, int verb, int end, string meaning, DateMention date)
        {
            var (from, to) = verb == block.Sentences[sentence].Start.Value ? BehindComma(block, date, end, block.Sentences[sentence].End.Value) : _subjects.Before(block, sentence, verb);
            var pronoun = _subjects.PronounBefore(block, sentence, verb);
            var isGuess = pronoun >= 0 && IsGuess(block, pronoun, from, to);
            if (to > from && !isGuess && Add(block, meaning, date, from, to))
            {
                return;
            }

            var isBare = IsBare(block, verb) && !ReferenceEquals(block.MentionAt(end), date) && !(end + 1 < block.Tokens.Length && ReferenceEquals(block.MentionAt(end + 1), date));
            if (pronoun >= 0 && !isBare)
            {
                _pending.Add((block, sentence, pronoun, meaning, date));
            }
            else if (to > from)
            {
                _shortNames.Add((block, from, to, meaning, date));
            }
        }

        /// <summary>
        /// A word that opens a sentence has its capital from there and may be no name (<c>War took her to the Channel. She …</c>), and
        /// a thing is no he or she (<c>the house where she was born</c>).
        /// </summary>
        private static bool IsGuess(TokenizedBlock block, int pronoun, int from, int to) =>
            to > from &&
            ((to - from == 1 && block.Sentences[block.SentenceOf(from) - block.FirstSentence].Start.Value == from) ||
            (!block.Tokens[to - 1].Capital && !block.TextOf(block.Tokens[pronoun]).Equals("it", StringComparison.OrdinalIgnoreCase)));

        /// <summary>A verb without <c>was</c>, which may have an object: <c>she opened a shop in 1903</c>.</summary>
        private bool IsBare(TokenizedBlock block, int verb) => !_passive.Contains(block.TextOf(block.Tokens[verb]).ToString()) && !(verb > 0 && _passive.Contains(block.TextOf(block.Tokens[verb - 1]).ToString()));

        /// <summary><c>Founded in 1874 by a bishop, the school has</c>: the name or the single noun behind the first comma behind the date.</summary>
        private (int From, int To) BehindComma(TokenizedBlock block, DateMention date, int at, int end)
        {
            const int longestName = 6;
            const int longestAddition = 5;
            var from = Math.Clamp(block.FirstTokenFrom(date.Prose.End), at, Math.Max(at, end));
            for (var last = from + longestAddition; from < Math.Min(end, last) && block.Tokens[from].Kind == TokenKind.Word && block.MentionAt(from) is null; from++)
            {
            }

            if (from + 1 >= end || block.TextOf(block.Tokens[from]) is not ",")
            {
                return default;
            }

            from++;
            from += _words.Match(block.Tokens, from).Meaning is "definite" or "own" ? 1 : 0;
            var to = from;
            while (to < end && to - from < longestName && _subjects.IsPartOfName(block, to) && (block.Tokens[to].Capital || to == from))
            {
                to++;
            }

            return to > from && (block.Tokens[from].Capital || (to < end && !_subjects.IsPartOfName(block, to))) ? (from, to) : default;
        }

        /// <summary><c>the board's first meeting, on 14 May</c>, <c>the opening of the pier in 1898</c>.</summary>
        private void ReadNoun(TokenizedBlock block, Range sentence, int at)
        {
            var (length, meaning) = _nouns.Match(block.Tokens, at);
            if (length == 0 || at == sentence.Start.Value)
            {
                return;
            }

            var end = at + length;
            var (from, to) = (at, at);
            if (ClauseSubject.IsGenitive(block, at - 1))
            {
                while (from > sentence.Start.Value && at - from < 6 && _subjects.IsPartOfName(block, from - 1))
                {
                    from--;
                }
            }
            else if (end < sentence.End.Value && block.TextOf(block.Tokens[end]) is "of")
            {
                from = end + 1;
                from += from < sentence.End.Value && _words.Match(block.Tokens, from).Meaning is "definite" or "own" ? 1 : 0;
                for (to = from; to < sentence.End.Value && to - from < 6 && _subjects.IsPartOfName(block, to); to++)
                {
                }

                end = to;
            }

            var isPossessive = to == from && _words.Match(block.Tokens, at - 1).Meaning is "possessive" or "own";
            if ((to == from && !isPossessive) || DateSoon(block, end, sentence.End.Value) is not { } date)
            {
                return;
            }

            if (isPossessive)
            {
                _pending.Add((block, block.SentenceOf(at) - block.FirstSentence, at - 1, meaning, date));
            }
            else
            {
                Add(block, meaning, date, from, to);
            }
        }

        /// <summary>A date behind nothing but <c>on</c>, <c>in</c> and a comma.</summary>
        private DateMention? DateSoon(TokenizedBlock block, int at, int end)
        {
            const int longestLink = 3;
            for (var i = at; i < end && i <= at + longestLink; i++)
            {
                if (block.MentionAt(i) is DateMention date)
                {
                    return i > at && date is { IsDoubted: false, IsInQuotation: false, IsValid: true } ? date : null;
                }

                if (_words.Match(block.Tokens, i).Meaning is not ("link" or "pause"))
                {
                    return null;
                }
            }

            return null;
        }

        /// <summary>The date behind a verb, with no other verb of the kind, mark or number between.</summary>
        private DateMention? DateBehind(TokenizedBlock block, int at, int end)
        {
            for (var i = at; i < end && i < at + LongestGap; i++)
            {
                switch (block.MentionAt(i))
                {
                    case DateMention date:
                        return date is { IsDoubted: false, IsInQuotation: false, IsValid: true } ? date : null;
                    case not null:
                        return null;
                }

                if (_words.Match(block.Tokens, i).Meaning is "stop" || _events.Match(block.Tokens, i).Length > 0 || (i > at && _words.Match(block.Tokens, i).Meaning is "pause"))
                {
                    return null;
                }
            }

            return null;
        }

        private bool Add(TokenizedBlock block, string meaning, DateMention date, int from, int to)
        {
            if (_subjects.Identify(block, from, to) is not var (words, isNamed))
            {
                return false;
            }

            if (!_yearly.Contains(meaning) || !words.Exists(_recurring.Contains))
            {
                Add(block, meaning, date, string.Join(' ', words), isNamed, isNamed || (words.Count > 1 && !words.Exists(_recurring.Contains)) || !(_many ??= NounsOfMany()).Contains(words[^1]));
            }

            return true;
        }

        private void Add(TokenizedBlock block, string meaning, DateMention date, string subject, bool isNamed, bool isUnique) => _found.Add(new DatedEvent
        {
            Document = context.Document,
            Block = block.Block,
            Prose = date.Prose,
            Sentence = date.Sentence,
            Event = meaning,
            Subject = subject,
            When = date,
            IsNamed = isNamed,
            IsUnique = isUnique,
        });

        /// <summary>Nouns of which the text has a plural, or another one.</summary>
        private HashSet<string> NounsOfMany()
        {
            var nouns = new HashSet<string>(StringComparer.Ordinal);
            foreach (var block in context.Blocks)
            {
                for (var i = 1; i < block.Tokens.Length; i++)
                {
                    if (block.Tokens[i] is not { Kind: TokenKind.Word, Length: > 2 } token)
                    {
                        continue;
                    }

                    var isOther = _other.Match(block.Tokens, i - 1).Length > 0;
                    if ((isOther || block.TextOf(token)[^1] == 's') && NounPhrase.Singular(block.TextOf(token)) is var noun && (isOther || noun.Length < token.Length))
                    {
                        nouns.Add(noun);
                    }
                }
            }

            return nouns;
        }

        public void AddFacts()
        {
            if (_found.Count == 0)
            {
                return;
            }

            if (_pending.Count + _shortNames.Count > 0 || _found.Count > 1)
            {
                Resolve();
            }

            // No subject has a line end in it.
            foreach (var group in _found.GroupBy(static f => f.Event + "\n" + f.Subject, StringComparer.Ordinal))
            {
                var all = group.ToArray();
                for (var i = 0; i < all.Length; i++)
                {
                    for (var j = 0; j < i && j < MostOthers && all[i].Other is null; j++)
                    {
                        context.Work++;
                        all[i].Other = Differ(all[j], all[i]) ? all[j] : null;
                    }

                    context.Facts.Add(all[i]);
                }
            }
        }

        /// <summary>Gives one subject to what the text calls by its full name, by its last word, and by a pronoun.</summary>
        private void Resolve()
        {
            var subjects = new EventSubjects(context, _found);
            foreach (var fact in _found)
            {
                fact.Subject = fact.IsUnique ? subjects.FullNameOf(fact.Subject) : fact.Subject;
            }

            foreach (var (block, from, to, meaning, date) in _shortNames)
            {
                if (to - from == 1 && block.Tokens[from].Capital && block.TextOf(block.Tokens[from]).ToString().ToLowerInvariant() is var name && subjects.FullNameOf(name) is var full && full != name)
                {
                    Add(block, meaning, date, full, true, true);
                }
            }

            foreach (var (block, sentence, pronoun, meaning, date) in _pending)
            {
                if (subjects.MeantBy(block, sentence, pronoun, meaning) is { } subject)
                {
                    Add(block, meaning, date, subject, true, true);
                }
            }

            _found.Sort(static (a, b) => a.When.Span.CompareTo(b.When.Span));
        }

        /// <summary>Told of other days, and not of what comes each year in another one.</summary>
        private bool Differ(DatedEvent other, DatedEvent fact) =>
            other.Sentence != fact.Sentence && !Agree(other.When, fact.When) && !(_yearly.Contains(fact.Event) && YearOf(other.When) != YearOf(fact.When));

        private static int? YearOf(DateMention date) => date.Date is { } when && when.Earliest.Year == when.Latest.Year ? when.Earliest.Year : null;

        private static bool Agree(DateMention a, DateMention b) =>
            a.Date is not { } one || b.Date is not { } two || (one.Earliest <= two.Latest && two.Earliest <= one.Latest);
    }
}
