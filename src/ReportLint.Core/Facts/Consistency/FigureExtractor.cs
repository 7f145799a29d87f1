using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds numbers that seem to restate an earlier one with another value, and gathers what speaks for and against it. Numbers are compared within
/// groups of one head noun and unit; a group too large to tell anything apart is passed over, so cost is linear.
/// </summary>
public sealed class FigureExtractor : IFactExtractor
{
    private const int LargestGroup = 24;

    /// <summary>Digits of a year in the periods of keys.</summary>
    private const int YearLength = 4;

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [FigureRepeat.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var groups = new Dictionary<(string Head, string Unit), List<NumericFact>>();
        foreach (var type in (FactType[])[Quantity.FactType, Percentage.FactType])
        {
            foreach (var fact in context.Facts.OfType(type))
            {
                var number = (NumericFact)fact;
                if (number is { IsCompound: false, KeySite: not null, IsInQuotation: false, Block.IsQuoted: false } && number.Key.Head is { } head)
                {
                    var key = (head, number is Percentage ? "%" : number.Unit);
                    (groups.TryGetValue(key, out var all) ? all : groups[key] = []).Add(number);
                }
            }
        }

        var pass = new Pass(context);
        foreach (var group in groups.Values)
        {
            if (group.Count is > 1 and <= LargestGroup)
            {
                context.Work += group.Count * group.Count;
                pass.Compare(group);
            }
        }

        foreach (var (first, second) in FigureSwaps.Find(context))
        {
            pass.CompareSwapped(first, second);
        }
    }

    private sealed class Pass(AnalysisContext context)
    {
        private readonly Lexicon _definite = context.Knowledge.Lexicon("definite-words");
        private readonly Lexicon _change = context.Knowledge.Lexicon("figure-change-words");
        private readonly Lexicon _times = context.Knowledge.Lexicon("seasons");
        private readonly Lexicon _weekdays = context.Knowledge.Lexicon("weekdays");
        private readonly Lexicon _sources = context.Knowledge.Lexicon("attribution-words");
        private readonly Lexicon _small = context.Knowledge.Lexicon("non-nouns");
        private readonly Lexicon _summaries = context.Knowledge.Lexicon("summary-headings");
        private readonly Lexicon _clauseMarks = context.Knowledge.Lexicon("clause-marks");
        private readonly HashSet<string> _relatives = [.. context.Knowledge.Lexicon("key-roles").PhrasesOf("relative")];
        private readonly HashSet<string> _narrowsNothing = [.. context.Knowledge.Lexicon("non-nouns").Phrases];
        private readonly Dictionary<string, string> _alike = Alike(context.Knowledge.Lexicon("alike-nouns"));
        private readonly HashSet<NumericFact> _told = [];
        private readonly Dictionary<int, HashSet<string>> _sentenceWords = [];
        private readonly Dictionary<string, HashSet<string>> _qualifierWords = new(StringComparer.Ordinal);
        private int[]? _headings;

        public void Compare(List<NumericFact> group)
        {
            group.Sort(static (a, b) => a.Span.CompareTo(b.Span));
            var values = -1;
            foreach (var number in group)
            {
                NumericFact? first = null;
                foreach (var other in group)
                {
                    if (ReferenceEquals(other, number))
                    {
                        break;
                    }

                    // What was told before is what it speaks of.
                    if (other.Value.Intersects(number.Value))
                    {
                        first = null;
                        break;
                    }

                    if ((first is null || (!HaveSameWords(first, number) && HaveSameWords(other, number))) && MayRestate(other, number))
                    {
                        first = other;
                    }
                }

                if (first is not null)
                {
                    values = values < 0 ? CountValues(group) : values;
                    Add(group, first, number, values);
                }
            }
        }

        /// <summary>How many different values above one the numbers have.</summary>
        private static int CountValues(List<NumericFact> group)
        {
            var values = 0;
            for (var i = 0; i < group.Count; i++)
            {
                var isNew = group[i].Nominal > 1;
                for (var j = 0; j < i && isNew; j++)
                {
                    isNew = group[j].Nominal != group[i].Nominal;
                }

                values += isNew ? 1 : 0;
            }

            return values;
        }

        /// <summary>Numbers of one unit and the same digits, of which each value is told once: they may tell of one thing whatever its noun is.</summary>
        public void CompareSwapped(NumericFact first, NumericFact number)
        {
            const int valuesOfTwo = 2;
            if (_told.Contains(number) || first.Block == number.Block || AreSiblings(first.Block, number.Block) || !IsSwap(first, number) || !MayHaveOneNoun(first, number) ||
                !ArePeriodsCompatible(first.Key.Period, number.Key.Period) || !AreCompatible(first.Key.Location, number.Key.Location))
            {
                return;
            }

            Add([first, number], first, number, valuesOfTwo);
        }

        /// <summary>
        /// Numbers with a unit may tell of one thing whatever noun was read (the path is 3.45 km long; at 3.54 km the path), counts where their nouns are the same,
        /// several for the same people or things (<c>lexicon/alike-nouns.yml</c>), or the noun of one stands in the other's sentence.
        /// </summary>
        private bool MayHaveOneNoun(NumericFact a, NumericFact b)
        {
            var (first, second) = (a.Key.Head, b.Key.Head);
            return a.Unit.Length > 0 || IsSpokenOfBeside(b, first) || IsSpokenOfBeside(a, second) ||
                (first is not null && second is not null && _alike.TryGetValue(first, out var one) && _alike.TryGetValue(second, out var two) && one == two);
        }

        /// <summary>A noun stands in the sentence of a number, and no other number there counts it: the files of 418 people.</summary>
        private bool IsSpokenOfBeside(NumericFact number, string? noun)
        {
            if (noun is null || !SentenceWords(number).Contains(noun))
            {
                return false;
            }

            var (from, to) = SentenceOf(number);
            for (var i = from; i < to; i++)
            {
                if (number.KeySite!.Block.MentionAt(i) is NumericFact other && !ReferenceEquals(other, number) && other.Key.Head == noun)
                {
                    return false;
                }
            }

            return true;
        }

        private bool MayRestate(NumericFact a, NumericFact b) =>
            a.Sentence != b.Sentence && !AreSiblings(a.Block, b.Block) && a.Hedge == Hedge.None && b.Hedge == Hedge.None && !a.IsRangeEnd && !b.IsRangeEnd && a.Nominal > 1 && b.Nominal > 1 && !a.Value.Intersects(b.Value) &&
            ArePeriodsCompatible(a.Key.Period, b.Key.Period) && AreCompatible(a.Key.Location, b.Key.Location) && (AreNested(a.Key.Qualifiers, b.Key.Qualifiers) || IsRecalled(a, b));

        /// <summary>Told as known already, and all that narrows it stands in the other's sentence: <c>we heard from 26 witnesses</c>, <c>the 29 witnesses from whom we heard</c>.</summary>
        private bool IsRecalled(NumericFact a, NumericFact b)
        {
            const int fewestWords = 2;
            if (!IsDefinite(b))
            {
                return false;
            }

            var narrowing = QualifierWords(b.Key.Qualifiers);
            return (narrowing.Count >= fewestWords || IsSlip(a, b)) && SentenceWords(a).IsSupersetOf(narrowing);
        }

        /// <summary>The same days, in a year that one of them leaves out, are one period.</summary>
        private static bool ArePeriodsCompatible(string a, string b) => AreCompatible(a, b) || IsSamePeriod(a, b);

        private static bool IsSamePeriod(string a, string b) => a.Length > 0 && b.Length > 0 && (a == b || (HasYear(a) != HasYear(b) && WithoutYears(a) == WithoutYears(b)));

        private static bool HasYear(string period) => period.Length > YearLength && period[YearLength] == '-';

        /// <summary><c>2019-03-20/2019-05-11</c> without its years.</summary>
        private static string WithoutYears(string period) => string.Join('/', period.Split('/').Select(static d => HasYear(d) ? d[(YearLength + 1)..] : d));

        private bool HaveSameWords(NumericFact a, NumericFact b) => QualifierWords(a.Key.Qualifiers).SetEquals(QualifierWords(b.Key.Qualifiers));

        /// <summary>What narrows the noun here is told elsewhere in the sentence there: households in the dales, in the dales … households.</summary>
        private bool AreCovered(NumericFact a, NumericFact b) =>
            QualifierWords(a.Key.Qualifiers).IsSubsetOf(SentenceWords(b)) && QualifierWords(b.Key.Qualifiers).IsSubsetOf(SentenceWords(a));

        /// <summary>Items of one list speak of different things, each of its own.</summary>
        private static bool AreSiblings(Block a, Block b) => a != b && a.List is not null && a.List == b.List;

        private static bool AreCompatible(string a, string b) => a.Length == 0 || b.Length == 0 || a == b || (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

        private bool AreNested(string a, string b)
        {
            if (a.Length == 0 || b.Length == 0 || a == b)
            {
                return true;
            }

            var (first, second) = (QualifierWords(a), QualifierWords(b));
            return first.IsSubsetOf(second) || second.IsSubsetOf(first);
        }

        private HashSet<string> QualifierWords(string text)
        {
            if (!_qualifierWords.TryGetValue(text, out var words))
            {
                _qualifierWords[text] = words = new(StringComparer.Ordinal);
                foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!_relatives.Contains(word) && !_narrowsNothing.Contains(word))
                    {
                        words.Add(word);
                    }
                }
            }

            return words;
        }

        private void Add(List<NumericFact> group, NumericFact first, NumericFact number, int values)
        {
            var (one, two) = (ClauseWords(first), ClauseWords(number));
            var smaller = one.Count <= two.Count ? one : two;
            var shared = SentenceWords(first).Intersect(SentenceWords(number)).Count(w => w != number.Key.Head);
            _told.Add(number);
            context.Facts.Add(new FigureRepeat
            {
                Document = context.Document,
                Block = number.Block,
                Prose = number.Prose,
                Sentence = number.Sentence,
                Number = number,
                First = first,
                IsDefinite = IsDefinite(first) || IsDefinite(number),
                HasSameWords = HaveSameWords(first, number) || AreCovered(first, number),
                IsGrown = number.Nominal > first.Nominal && IsDefinite(number) && !IsDefinite(first) && QualifierWords(first.Key.Qualifiers).IsSubsetOf(SentenceWords(number)),
                HasSameSubject = first.Key.Subject.Length > 0 && first.Key.Subject == number.Key.Subject,
                Shared = shared,
                IsTwin = smaller.Count >= 2 && smaller.IsSubsetOf(one.Count <= two.Count ? two : one),
                HasSamePeriod = IsSamePeriod(first.Key.Period, number.Key.Period),
                IsRecalled = IsRecalled(first, number),
                IsSlip = IsSlip(first, number),
                IsSwap = IsSwap(first, number),
                HasRivals = HaveRivals(first, number),
                IsHeadline = IsSummary(first.Block) != IsSummary(number.Block),
                IsChanging = IsChanging(first, number) || IsChanging(number, first) || AreAtOtherTimes(first, number),
                IsAttributed = (HasSource(first) && HasSource(number)) || first.Key.Modality is "denied" or "forecast" || number.Key.Modality is "denied" or "forecast",
                IsDerived = IsDerived(group, first, number) || HasValueOf(first, number) || HasValueOf(number, first),
                Values = values,
            });
        }

        /// <summary>Behind <c>the</c>, <c>its</c>, <c>all</c>, <c>every one of the</c> or a genitive.</summary>
        private bool IsDefinite(NumericFact number)
        {
            var site = number.KeySite!;
            if (site.First == 0)
            {
                return false;
            }

            // "in all 2,340 residents answered" opens what "in the three wards" goes on with.
            if (site.First > 1 && _definite.Match(site.Block.Tokens, site.First - 2) is (2, "not"))
            {
                return false;
            }

            var word = site.Block.TextOf(site.Block.Tokens[site.First - 1]);
            return _definite.Match(site.Block.Tokens, site.First - 1).Length > 0 || (word.Length > 2 && word[^2] is '\'' or '’' && word[^1] == 's') || word is "’" or "'";
        }

        private static bool IsSlip(NumericFact a, NumericFact b)
        {
            var step = Math.Min(a.Step, b.Step);
            if (SlipModel.Digits(a.Nominal, step) is not { } one || SlipModel.Digits(b.Nominal, step) is not { } two)
            {
                return false;
            }

            var isSwap = one.Length == two.Length && one.Length >= 2 && Swaps(one, two);
            return isSwap || (one.TrimEnd('0').Length >= 3 && SlipModel.IsOneSlip(one, two) && one.Length == two.Length);
        }

        /// <summary>Two neighbouring digits swapped, of three or more that do not end in noughts.</summary>
        private static bool IsSwap(NumericFact a, NumericFact b)
        {
            const int fewestDigits = 3;
            var step = Math.Min(a.Step, b.Step);
            return SlipModel.Digits(a.Nominal, step) is { } one && SlipModel.Digits(b.Nominal, step) is { } two && one.Length == two.Length && one.TrimEnd('0').Length >= fewestDigits && one != two && Swaps(one, two);
        }

        private static bool Swaps(string a, string b)
        {
            var at = 0;
            while (at < a.Length && a[at] == b[at])
            {
                at++;
            }

            return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
        }

        /// <summary>A whole with two parts, or two sets that are each spoken of more than once.</summary>
        private static bool IsDerived(List<NumericFact> group, NumericFact a, NumericFact b)
        {
            var (repeatsA, repeatsB) = (0, 0);
            foreach (var other in group)
            {
                if (ReferenceEquals(other, a) || ReferenceEquals(other, b) || other.Nominal <= 1)
                {
                    continue;
                }

                repeatsA += other.Nominal == a.Nominal ? 1 : 0;
                repeatsB += other.Nominal == b.Nominal ? 1 : 0;
                if (other.Nominal == Math.Abs(a.Nominal - b.Nominal) || other.Nominal == a.Nominal + b.Nominal)
                {
                    return true;
                }
            }

            return repeatsA > 0 && repeatsB > 0;
        }

        /// <summary>The sentence of the first number tells the value of the second as well: <c>the Guildhall has 420 seats and the Corn Exchange 402</c>.</summary>
        private static bool HasValueOf(NumericFact first, NumericFact number)
        {
            var (from, to) = SentenceOf(first);
            for (var i = from; i < to; i++)
            {
                if (first.KeySite!.Block.MentionAt(i) is NumericFact other && other.Nominal == number.Nominal)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Each clause names something that the other's sentence does not.</summary>
        private bool HaveRivals(NumericFact a, NumericFact b) =>
            !NamesOf(a, ClauseOf(a)).IsSubsetOf(NamesOf(b, SentenceOf(b))) && !NamesOf(b, ClauseOf(b)).IsSubsetOf(NamesOf(a, SentenceOf(a)));

        private HashSet<string> NamesOf(NumericFact number, (int From, int To) range)
        {
            var names = new HashSet<string>(number.Key.Location.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
            var block = number.KeySite!.Block;
            var (from, to) = range;
            for (var i = from; i < to; i++)
            {
                if (block.Tokens[i] is { Kind: TokenKind.Word, Capital: true, Length: > 1 } token && block.MentionAt(i) is null && _small.Match(block.Tokens, i).Length == 0 && _weekdays.Match(block.Tokens, i).Length == 0)
                {
                    names.Add(block.TextOf(token).ToString().ToLowerInvariant());
                }
            }

            return names;
        }

        private bool HasSource(NumericFact number) => Has(number.KeySite!.Block, SentenceOf(number), _sources);

        /// <summary>One in spring, one in autumn.</summary>
        private bool AreAtOtherTimes(NumericFact a, NumericFact b)
        {
            var (one, two) = (Times(a), Times(b));
            return one.Count > 0 && two.Count > 0 && !one.Overlaps(two);
        }

        private HashSet<int> Times(NumericFact number)
        {
            var block = number.KeySite!.Block;
            var (from, to) = SentenceOf(number);
            var times = new HashSet<int>();
            for (var i = from; i < to; i++)
            {
                if (_times.Match(block.Tokens, i).Length > 0)
                {
                    times.Add(block.Tokens[i].Word);
                }
            }

            return times;
        }

        /// <summary>Looks at the clause, and there at the words near the number. A rate changes nothing where both are told at it, nor does <c>now</c> before what is known already and differs by swapped digits.</summary>
        private bool IsChanging(NumericFact number, NumericFact other)
        {
            const int wordsBefore = 12;
            const int wordsBehind = 8;
            var (from, to) = ClauseOf(number);
            var site = number.KeySite!;
            if (site.First > 0 && site.Block.TextOf(site.Block.Tokens[site.First - 1]) is "(")
            {
                from = SentenceOf(number).From;
            }

            var sentence = SentenceOf(number).From;
            var sameRate = number.Key.Period.Length > 0 && number.Key.Period == other.Key.Period ? "rate" : "not";
            var sameThing = IsDefinite(number) && IsSwap(number, other) ? "weak" : "not";
            return Has(site.Block, (sentence, sentence + 1), _change) ||
                Has(site.Block, (Math.Max(from, site.First - wordsBefore), Math.Min(to, site.End + wordsBehind)), _change, sameRate, sameThing);
        }

        private static bool Has(TokenizedBlock block, (int From, int To) range, Lexicon words, string harmless = "not", string alsoHarmless = "not")
        {
            for (var i = range.From; i < range.To; i++)
            {
                var (length, meaning) = words.Match(block.Tokens, i);
                if (length > 0 && meaning != "not" && meaning != harmless && meaning != alsoHarmless)
                {
                    return true;
                }

                i += Math.Max(0, length - 1);
            }

            return false;
        }

        private static Dictionary<string, string> Alike(Lexicon nouns)
        {
            var alike = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (meaning, all) in nouns.Entries)
            {
                foreach (var noun in all)
                {
                    alike[noun] = meaning;
                }
            }

            return alike;
        }

        private static (int From, int To) SentenceOf(NumericFact number)
        {
            var site = number.KeySite!;
            var sentence = site.Block.Sentences[site.Block.SentenceOf(site.First) - site.Block.FirstSentence];
            return (sentence.Start.Value, sentence.End.Value);
        }

        private (int From, int To) ClauseOf(NumericFact number)
        {
            var site = number.KeySite!;
            var (from, to) = SentenceOf(number);
            var (start, end) = (site.First, site.End);
            while (start > from && !EndsClause(site.Block, start - 1))
            {
                start--;
            }

            while (end < to && !EndsClause(site.Block, end))
            {
                end++;
            }

            return (start, end);
        }

        private bool EndsClause(TokenizedBlock block, int at) => _clauseMarks.Match(block.Tokens, at).Length > 0;

        private HashSet<string> ClauseWords(NumericFact number) => WordsOf(number.KeySite!.Block, ClauseOf(number));

        private HashSet<string> SentenceWords(NumericFact number)
        {
            if (!_sentenceWords.TryGetValue(number.Sentence, out var words))
            {
                _sentenceWords[number.Sentence] = words = WordsOf(number.KeySite!.Block, SentenceOf(number));
            }

            return words;
        }

        /// <summary>The telling words of a range: no small words, no numbers, singular; years among them.</summary>
        private HashSet<string> WordsOf(TokenizedBlock block, (int From, int To) range)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            for (var i = range.From; i < range.To; i++)
            {
                var token = block.Tokens[i];
                if (token.Kind == TokenKind.Word && token.Length > 3 && block.MentionAt(i) is not NumericFact && _small.Match(block.Tokens, i).Length == 0)
                {
                    words.Add(NounPhrase.Singular(block.TextOf(token)).TrimEnd('\''));
                }
                else if (token is { Kind: TokenKind.Number, Length: 4 } && block.MentionAt(i) is not NumericFact)
                {
                    words.Add(block.TextOf(token).ToString());
                }
            }

            return words;
        }

        /// <summary>True for headings, for what stands before the second heading, and below headings that announce a summary.</summary>
        private bool IsSummary(Block block)
        {
            if (block.Kind == BlockKind.Heading)
            {
                return true;
            }

            _headings ??= HeadingOfBlocks();
            var heading = _headings[block.Index];
            if (heading < 0)
            {
                return true;
            }

            var tokens = context.Blocks[heading].Tokens;
            for (var i = 0; i < tokens.Length; i++)
            {
                if (_summaries.Match(tokens, i).Length > 0)
                {
                    return true;
                }
            }

            return false;
        }

        private int[] HeadingOfBlocks()
        {
            var headings = new int[context.Document.Blocks.Count];
            var current = -1;
            for (var i = 0; i < headings.Length; i++)
            {
                current = context.Document.Blocks[i].Kind == BlockKind.Heading ? i : current;
                headings[i] = current;
            }

            return headings;
        }
    }
}
