using System.Text;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds names, and pairs of forms that may be one name: two neighbouring words of which one is shared and the other a slip apart, or the same words
/// joined differently. Forms are compared only where they share a word, so cost is linear in the document.
/// </summary>
public sealed class NameExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [NameMention.FactType, NameVariant.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var names = new List<NameMention>();
        var reader = new NameReader(context);
        var entries = context.Facts.OfType(References.Citations.BibliographyEntry.FactType);
        var list = new HashSet<Block>(entries.Count);
        foreach (var entry in entries)
        {
            list.Add(entry.Block);
        }

        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind != BlockKind.TableCell && (list.Count == 0 || !list.Contains(block.Block)))
            {
                reader.Read(block, names);
            }
        }

        if (names.Count > 0)
        {
            foreach (var name in names)
            {
                context.Facts.Add(name);
            }

            var inCells = NamesInCells(context, reader);
            if (names.Count + inCells.Count > 1)
            {
                var pass = new Pass(context, reader.Texts, names, inCells);
                pass.CompareTitles();
                pass.CompareSurnames();
                pass.CompareSpellings();
                pass.CompareShortened();
                pass.CompareJoints();
            }
        }

        new PlaceNames(context).Compare();
    }

    /// <summary>Names of tables, which are held against those of the prose; none where there are so many that the tables are lists of people.</summary>
    private static List<NameMention> NamesInCells(AnalysisContext context, NameReader reader)
    {
        var most = (int)context.Knowledge.Settings("consistency").Get("names_in_cells", 200);
        var names = new List<NameMention>();
        foreach (var block in context.Blocks)
        {
            if (block.Block.Cell is { IsHeader: false } && block.Tokens.Length > 1 && block.Tokens[0].Capital)
            {
                reader.Read(block, names);
                if (names.Count > most)
                {
                    return [];
                }
            }
        }

        return names;
    }

    private sealed class Pass(AnalysisContext context, NameTexts texts, List<NameMention> names, List<NameMention> inCells)
    {
        private readonly int _mostForms = (int)context.Knowledge.Settings("consistency").Get("forms_of_word", 40);
        private readonly NameSpelling _spelling = NameSpelling.Of(context.Knowledge);
        private readonly Lexicon _kin = context.Knowledge.Lexicon("kin-words");
        private readonly Lexicon _small = context.Knowledge.Lexicon("non-nouns");
        private readonly Lexicon _speakers = context.Knowledge.Lexicon("speaker-verbs");
        private readonly Lexicon _titles = context.Knowledge.Lexicon("person-titles");
        private readonly NameJoints _joints = new(context.Knowledge.Lexicon("name-joints"));
        private readonly List<NameMention> _all = inCells.Count == 0 ? names : [.. names, .. inCells];
        private readonly HashSet<(int, int)> _told = [];
        private readonly StringBuilder _text = new();

        // By the number of a text, both found when they are first asked for: whether it is a title, and which words are common.
        private readonly bool?[] _isTitle = new bool?[texts.Count];
        private bool[]? _isCommon;

        /// <summary>True for a word of names that the text writes without a capital somewhere: it is no name of its own.</summary>
        private bool IsCommon(string word) => (_isCommon ??= WordsWithoutCapital())[texts.Find(word)];

        private bool[] WordsWithoutCapital()
        {
            var found = new bool[texts.Count];
            var filter = new WordFilter(texts.Count, context.Knowledge.Vocabulary);
            for (var i = 1; i < texts.Count; i++)
            {
                filter.Add(texts[i]);
            }

            foreach (var block in context.Blocks)
            {
                foreach (ref readonly var token in block.Tokens.AsSpan())
                {
                    if (token is { Kind: TokenKind.Word, Capital: false, Length: > 3 } && filter.MayHave(token, block.Block.Prose.Text) && texts.Find(block.TextOf(token)) is >= 0 and var word)
                    {
                        found[word] = true;
                    }
                }
            }

            return found;
        }

        public void CompareSpellings()
        {
            var (before, behind) = (new NameForms(), new NameForms());
            var (rivalsBefore, rivalsBehind) = (new RivalFilter(texts.Count), new RivalFilter(texts.Count));
            foreach (var name in _all)
            {
                for (var i = 0; i + 1 < name.Parts.Length; i++)
                {
                    if (IsPair(name, i))
                    {
                        rivalsBehind.Add((uint)name.Parts[i].Word, name.Parts[i + 1].Word);
                        rivalsBefore.Add((uint)name.Parts[i + 1].Word, name.Parts[i].Word);
                    }
                }
            }

            foreach (var name in _all)
            {
                for (var i = 0; i + 1 < name.Parts.Length; i++)
                {
                    var isBehind = rivalsBehind.MayHaveRivals((uint)name.Parts[i].Word);
                    var isBefore = rivalsBefore.MayHaveRivals((uint)name.Parts[i + 1].Word);
                    if (!(isBehind || isBefore) || !IsPair(name, i))
                    {
                        continue;
                    }

                    var prose = TextSpan.FromBounds(name.Parts[i].Place.Start, name.Parts[i + 1].Place.End);
                    if (isBehind)
                    {
                        behind.Add(name.Word(i), name.Word(i + 1), name, prose);
                    }

                    if (isBefore)
                    {
                        before.Add(name.Word(i + 1), name.Word(i), name, prose);
                    }
                }
            }

            // "Stephen Pryce, Steven Pryce" tells more than "Dr Stephen, Dr Steven", which two people may be.
            Compare(behind.All, titles: false, isSurname: false);
            Compare(before.All, titles: false, isSurname: true);
            Compare(behind.All, titles: true, isSurname: false);
        }

        /// <summary>True for two neighbouring words of a name that nothing parts.</summary>
        private bool IsPair(NameMention name, int first) => name.Parts[first].Joint == 0 || (name.Parts.Length == 2 && _joints.Lists(name.Joint(first)));

        private void Compare(Dictionary<string, Dictionary<string, NameForm>> index, bool titles, bool isSurname)
        {
            foreach (var (shared, forms) in index)
            {
                if (forms.Count < 2 || forms.Count > _mostForms || IsTitle(shared) != titles)
                {
                    continue;
                }

                var all = forms.Values.ToArray();
                var alike = NamesAlike(all);
                for (var i = 0; i < all.Length; i++)
                {
                    for (var j = alike[i]; j < all.Length; j = alike[j])
                    {
                        context.Work++;
                        if (WayBetween(shared, all[i], all[j], titles, isSurname) is { } way && !IsCommon(shared) && !IsCommon(all[i].Word) && !IsCommon(all[j].Word))
                        {
                            Tell(way, all[i], all[j], titles);
                        }
                    }
                }
            }
        }

        /// <summary>How two forms differ that may be one name, or null.</summary>
        private string? WayBetween(string shared, NameForm a, NameForm b, bool titles, bool isSurname) =>
            _spelling.WayBetween(a.Word, b.Word) is { } way ? way
            : !titles && !isSurname && NameSpelling.AreLongAndClose(a.Word, b.Word) && (_spelling.IsFirstName(shared) || (HasTitle(a) && HasTitle(b))) ? "slip"
            : isSurname && _spelling.AreAkin(a.Word, b.Word) && RoleOf(a) is { } role && role == RoleOf(b) ? "akin"
            : null;

        /// <summary>For each form the next one that it may be a slip of: one with the same first letter, or with a letter that other spellings of it have.</summary>
        private int[] NamesAlike(NameForm[] all)
        {
            var next = new int[all.Length];
            var last = new Dictionary<int, int>();
            for (var i = 0; i < all.Length; i++)
            {
                next[i] = all.Length;
                var letter = _spelling.LetterOf(all[i].Word);
                if (last.TryGetValue(letter, out var before))
                {
                    next[before] = i;
                }

                last[letter] = i;
            }

            context.Work += all.Length;
            return next;
        }

        /// <summary>
        /// Names of three words and more that share all but one, in the same order: <c>Head of Pupil Services</c>, <c>Head of Pupils Services</c>. So much shared,
        /// the word that differs may be a common one, and a plural's s is a slip where the name goes on.
        /// </summary>
        public void CompareTitles()
        {
            const int fewestWords = 3;
            var count = 0;
            foreach (var name in names)
            {
                count += name.Parts.Length >= fewestWords ? name.Parts.Length : 0;
            }

            if (count == 0)
            {
                return;
            }

            var rivals = new RivalFilter(count);
            foreach (var name in names)
            {
                for (var i = 0; name.Parts.Length >= fewestWords && i < name.Parts.Length; i++)
                {
                    rivals.Add(KeyOf(name, without: i), name.Parts[i].Word);
                }
            }

            var titles = new NameForms();
            foreach (var name in names)
            {
                for (var i = 0; name.Parts.Length >= fewestWords && i < name.Parts.Length; i++)
                {
                    if (rivals.MayHaveRivals(KeyOf(name, without: i)))
                    {
                        titles.Add(Without(name, i), name.Word(i), name, name.Prose);
                    }
                }
            }

            foreach (var (shared, forms) in titles.All)
            {
                if (forms.Count != 2)
                {
                    continue;
                }

                var (a, b) = (forms.Values.First(), forms.Values.Last());
                var isLast = shared.Contains(" | ", StringComparison.Ordinal);
                var isPlural = !isLast && !shared.StartsWith(" _ ", StringComparison.Ordinal) && (a.Word == b.Word + "s" || b.Word == a.Word + "s");
                if (isPlural || _spelling.WayBetween(a.Word, b.Word) == "slip" || NameSpelling.IsOtherLetter(a.Word, b.Word))
                {
                    Tell("slip", a, b, false);
                }
            }
        }

        /// <summary>A number that is the same for names of the same words and joints, those of one word left out.</summary>
        private static uint KeyOf(NameMention name, int without = -1)
        {
            var key = (uint)name.Parts.Length;
            for (var i = 0; i < name.Parts.Length; i++)
            {
                key = RivalFilter.With(RivalFilter.With(key, i == without ? -1 : name.Parts[i].Word), name.Parts[i].Joint);
            }

            return key;
        }

        /// <summary>A name's words and joints with a mark where one word is left out.</summary>
        private string Without(NameMention name, int word)
        {
            var text = _text.Clear();
            var last = name.Parts.Length - 1;
            for (var i = 0; i <= last; i++)
            {
                text.Append(i == word ? (i == last ? " | " : " _ ") : name.Word(i));
                if (i != word && i + 1 != word && i < last)
                {
                    text.Append(' ');
                }
            }

            for (var i = 0; i < last; i++)
            {
                text.Append('|').Append(name.Joint(i));
            }

            return text.ToString();
        }

        /// <summary>
        /// A surname behind a title (<c>Mr Delinger</c>) whose bearer is introduced nowhere, one slip from the surname of somebody who is
        /// (<c>Marcus Dellinger</c>).
        /// </summary>
        public void CompareSurnames()
        {
            var hasTitles = false;
            foreach (var name in names)
            {
                if (MayIntroduce(name) && IsTitle(name.Parts[^2].Word))
                {
                    hasTitles = true;
                    break;
                }
            }

            if (!hasTitles)
            {
                return;
            }

            var titled = new Dictionary<string, NameForm>(StringComparer.Ordinal);
            var introduced = new Dictionary<string, NameForm>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                if (!MayIntroduce(name))
                {
                    continue;
                }

                // "On Monday Mr Dellinger": the title stands right before the surname.
                var forms = IsTitle(name.Parts[^2].Word) ? titled : introduced;
                var surname = name.Word(^1);
                if (!forms.TryGetValue(surname, out var form))
                {
                    forms[surname] = form = new(surname);
                }

                form.Places.Add((name, forms == titled ? TextSpan.FromBounds(name.Parts[^2].Place.Start, name.Parts[^1].Place.End) : name.Parts[^1].Place));
            }

            // Surnames one slip apart begin with the same letter.
            var byLetter = new Dictionary<int, List<NameForm>>();
            foreach (var form in introduced.Values)
            {
                if (!byLetter.TryGetValue(form.Word[0], out var forms))
                {
                    byLetter[form.Word[0]] = forms = [];
                }

                forms.Add(form);
            }

            foreach (var (surname, form) in titled)
            {
                if (introduced.ContainsKey(surname))
                {
                    continue;
                }

                if (!byLetter.TryGetValue(surname[0], out var forms))
                {
                    continue;
                }

                context.Work += forms.Count;
                var near = forms.FindIndex(f => _spelling.WayBetween(surname, f.Word) == "slip");
                if (near >= 0 && forms.FindIndex(near + 1, f => _spelling.WayBetween(surname, f.Word) == "slip") < 0 && !IsCommon(surname))
                {
                    Tell("slip", form, forms[near], false);
                }
            }
        }

        /// <summary>A short name without small words: a person's.</summary>
        private static bool MayIntroduce(NameMention name) => name.Parts.Length <= 3 && !name.HasJoints;

        /// <summary>The word before a name, where it is the same at all its places but those that begin a clause: <c>Dame</c>, <c>architect</c>; null for none.</summary>
        private string? RoleOf(NameForm form)
        {
            string? role = null;
            foreach (var (name, prose) in form.Places)
            {
                var block = context.Blocks[name.Block.Index];
                var at = block.FirstTokenFrom(prose.Start);
                if (at <= 0 || block.Tokens[at - 1].Kind != TokenKind.Word || block.MentionAt(at - 1) is not null || _small.Match(block.Tokens, at - 1).Length > 0 || _speakers.Match(block.Tokens, at - 1).Length > 0)
                {
                    continue;
                }

                var word = block.TextOf(block.Tokens[at - 1]).ToString().ToLowerInvariant();
                if (role is not null && role != word)
                {
                    return null;
                }

                role = word;
            }

            return role;
        }

        /// <summary>A title stands before each of its places: <c>Dr Anand Krishnamurthy</c>.</summary>
        private bool HasTitle(NameForm form) => form.Places.TrueForAll(p =>
            (p.Name.Parts[0].Place.Start < p.Prose.Start && IsTitle(p.Name.Parts[0].Word)) || RoleOf(form) is { } role && IsTitle(role));

        /// <summary>
        /// A name of five words and more, told more than once, that stands once without one of its inner words: <c>Upper Wend Valley Rivers Trust</c>,
        /// <c>Upper Wend Rivers Trust</c>.
        /// </summary>
        public void CompareShortened()
        {
            const int fewestWords = 5;
            if (!names.Exists(static n => n.Parts.Length >= fewestWords && !n.HasJoints))
            {
                return;
            }

            var whole = new Dictionary<string, NameForm>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                if (name.Parts.Length >= fewestWords - 1 && !name.HasJoints)
                {
                    var words = string.Join(' ', name.Words);
                    (whole.TryGetValue(words, out var form) ? form : whole[words] = new(words)).Places.Add((name, name.Prose));
                }
            }

            foreach (var form in whole.Values)
            {
                var words = form.Places[0].Name.Words;
                if (form.Places.Count < 2 || words.Count < fewestWords)
                {
                    continue;
                }

                for (var left = 1; left + 1 < words.Count; left++)
                {
                    context.Work++;
                    var shorter = string.Join(' ', words.Where((_, i) => i != left));
                    if (whole.TryGetValue(shorter, out var other) && other.Places.Count == 1 && IsBehindArticle(other) && IsBehindArticle(form))
                    {
                        Tell("shortened", other, form, false);
                    }
                }
            }
        }

        /// <summary><c>the</c> stands before it: an office or a body, not a person.</summary>
        private static bool IsBehindArticle(NameForm form)
        {
            var (name, prose) = form.Places[0];
            var text = name.Block.Prose.Text.AsSpan(0, prose.Start).TrimEnd();
            return text.EndsWith("the", StringComparison.OrdinalIgnoreCase);
        }

        private bool IsTitle(int word) => _isTitle[word] ??= IsTitle(texts[word]);

        private bool IsTitle(string word) => _titles.HasWord(context.Knowledge.Vocabulary.Find(word));

        /// <summary><c>Police and Crime Commissioner</c>, <c>Police Crime Commissioner</c>; <c>Department of</c>, <c>Department for Work</c>.</summary>
        public void CompareJoints()
        {
            var rivals = new RivalFilter(names.Count);
            foreach (var name in names)
            {
                var (words, joints) = WordsAndJoints(name);
                rivals.Add(words, joints);
            }

            var sameWords = new NameForms();
            foreach (var name in names)
            {
                if (rivals.MayHaveRivals(WordsAndJoints(name).Words))
                {
                    sameWords.Add(string.Join(' ', name.Words), _joints.Show(name), name, name.Prose);
                }
            }

            foreach (var (_, forms) in sameWords.All)
            {
                if (forms.Count != 2)
                {
                    continue;
                }

                var (a, b) = (forms.Values.First(), forms.Values.Last());
                var (first, second) = (a.Word.Split('|'), b.Word.Split('|'));
                var differences = 0;
                var (isMissing, isOther) = (false, false);
                for (var i = 0; i < first.Length; i++)
                {
                    if (first[i] != second[i])
                    {
                        differences++;
                        isMissing = first.Length >= 2 && (first[i].Length == 0 || second[i].Length == 0);
                        isOther = _joints.AreInterchanged(first[i], second[i]);
                    }
                }

                if (differences == 1 && (isMissing || isOther))
                {
                    Tell("joint", a, b, false);
                }
            }
        }

        /// <summary>Numbers that are the same for names of the same words, and of the same joints.</summary>
        private static (uint Words, int Joints) WordsAndJoints(NameMention name)
        {
            var (words, joints) = (0u, 0u);
            foreach (ref readonly var part in name.Parts.AsSpan())
            {
                (words, joints) = (RivalFilter.With(words, part.Word), RivalFilter.With(joints, part.Joint));
            }

            return (words, (int)(joints & 0xFFFFFF));
        }

        private void Tell(string way, NameForm a, NameForm b, bool isTitled)
        {
            var (rare, other) = a.Places.Count < b.Places.Count || (a.Places.Count == b.Places.Count && a.Places[0].Name.Span.Start > b.Places[0].Name.Span.Start) ? (a, b) : (b, a);
            var (name, prose) = rare.Places[0];
            var (otherName, otherProse) = other.Places[0];
            if (rare.IsInCells && other.IsInCells)
            {
                return;
            }

            if (context.Accepted.Names.Contains(name.Block.Prose.Text.Substring(prose.Start, prose.Length)))
            {
                return;
            }

            if (!_told.Add((name.Block.Index, prose.Start)))
            {
                return;
            }

            // A title that was told of whole is not told of again by two of its words.
            foreach (var part in name.Parts)
            {
                if (prose.Contains(part.Place.Start))
                {
                    _told.Add((name.Block.Index, part.Place.Start));
                }
            }

            context.Facts.Add(new NameVariant
            {
                Document = context.Document,
                Block = name.Block,
                Prose = prose,
                Sentence = name.Sentence,
                Way = way,
                Count = rare.Places.Count,
                Other = new Piece { Document = context.Document, Block = otherName.Block, Prose = otherProse, Sentence = otherName.Sentence },
                OtherCount = other.Places.Count,
                AreTogether = AreTogether(rare, other),
                IsExplained = rare.Places.Take(4).Concat(other.Places.Take(4)).Any(p => IsExplained(p.Name)),
                IsTitled = isTitled,
            });
        }

        private static bool AreTogether(NameForm a, NameForm b)
        {
            var sentences = a.Places.Select(static p => p.Name.Sentence).ToHashSet();
            var lists = a.Places.Select(static p => p.Name.Block.List).OfType<ListBlock>().ToHashSet();
            return b.Places.Any(p => sentences.Contains(p.Name.Sentence) || (p.Name.Block.List is { } list && lists.Contains(list)));
        }

        /// <summary>Words of kin or of a change of name in the sentence.</summary>
        private bool IsExplained(NameMention name)
        {
            var block = context.Blocks[name.Block.Index];
            var sentence = block.Sentences[name.Sentence - block.FirstSentence];
            for (var i = sentence.Start.Value; i < sentence.End.Value; i++)
            {
                if (_kin.Match(block.Tokens, i).Length > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
