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
        var list = context.Facts.OfType(References.Citations.BibliographyEntry.FactType).Select(static e => e.Block).ToHashSet();
        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind != BlockKind.TableCell && !list.Contains(block.Block))
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
                var pass = new Pass(context, names, inCells);
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

    /// <summary>One form of a name and all places where it stands.</summary>
    private sealed class Form(string word)
    {
        public string Word { get; } = word;

        public List<(NameMention Name, TextSpan Prose)> Places { get; } = [];

        /// <summary>True where it stands in a table, which has other people of like names as rows of their own.</summary>
        public bool IsInCells => Places.Exists(static p => p.Name.Block.Cell is not null);
    }

    private sealed class Pass(AnalysisContext context, List<NameMention> names, List<NameMention> inCells)
    {
        private readonly int _mostForms = (int)context.Knowledge.Settings("consistency").Get("forms_of_word", 40);
        private readonly NameSpelling _spelling = NameSpelling.Of(context.Knowledge);
        private readonly Lexicon _kin = context.Knowledge.Lexicon("kin-words");
        private readonly Lexicon _small = context.Knowledge.Lexicon("non-nouns");
        private readonly Lexicon _speakers = context.Knowledge.Lexicon("speaker-verbs");
        private readonly Lexicon _titles = context.Knowledge.Lexicon("person-titles");
        private readonly NameJoints _joints = new(context.Knowledge.Lexicon("name-joints"));
        private readonly HashSet<string> _common = WordsWithoutCapital(context, [.. names, .. inCells]);
        private readonly HashSet<(int, int)> _told = [];
        private readonly StringBuilder _text = new();

        /// <summary>Words of names that the text writes without a capital somewhere: they are no names of their own.</summary>
        private static HashSet<string> WordsWithoutCapital(AnalysisContext context, List<NameMention> names)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                foreach (var word in name.Words)
                {
                    words.Add(word);
                }
            }

            var filter = new WordFilter(words.Count);
            foreach (var word in words)
            {
                filter.Add(word);
            }

            var found = new HashSet<string>(StringComparer.Ordinal);
            var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var block in context.Blocks)
            {
                foreach (var token in block.Tokens)
                {
                    if (token is { Kind: TokenKind.Word, Capital: false, Length: > 3 } && filter.MayHave(block.TextOf(token)) && lookup.TryGetValue(block.TextOf(token), out var word))
                    {
                        found.Add(word);
                    }
                }
            }

            return found;
        }

        public void CompareSpellings()
        {
            var before = new Dictionary<string, Dictionary<string, Form>>(StringComparer.Ordinal);
            var behind = new Dictionary<string, Dictionary<string, Form>>(StringComparer.Ordinal);
            foreach (var name in names.Concat(inCells))
            {
                for (var i = 0; i + 1 < name.Words.Count; i++)
                {
                    if (name.Joints[i].Length > 0 && (name.Words.Count > 2 || !_joints.Lists(name.Joints[i])))
                    {
                        continue;
                    }

                    var prose = TextSpan.FromBounds(name.Places[i].Start, name.Places[i + 1].End);
                    AddTo(behind, name.Words[i], name.Words[i + 1], name, prose);
                    AddTo(before, name.Words[i + 1], name.Words[i], name, prose);
                }
            }

            // "Stephen Pryce, Steven Pryce" tells more than "Dr Stephen, Dr Steven", which two people may be.
            Compare(behind, titles: false, isSurname: false);
            Compare(before, titles: false, isSurname: true);
            Compare(behind, titles: true, isSurname: false);
        }

        private static void AddTo(Dictionary<string, Dictionary<string, Form>> index, string shared, string word, NameMention name, TextSpan prose)
        {
            if (!index.TryGetValue(shared, out var forms))
            {
                index[shared] = forms = new(StringComparer.Ordinal);
            }

            if (!forms.TryGetValue(word, out var form))
            {
                forms[word] = form = new Form(word);
            }

            form.Places.Add((name, prose));
        }

        private void Compare(Dictionary<string, Dictionary<string, Form>> index, bool titles, bool isSurname)
        {
            foreach (var (shared, forms) in index)
            {
                if (forms.Count < 2 || forms.Count > _mostForms || _common.Contains(shared) || IsTitle(shared) != titles)
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
                        if (_common.Contains(all[i].Word) || _common.Contains(all[j].Word))
                        {
                            continue;
                        }

                        if (_spelling.WayBetween(all[i].Word, all[j].Word) is { } way)
                        {
                            Tell(way, all[i], all[j], titles);
                        }
                        else if (!titles && !isSurname && NameSpelling.AreLongAndClose(all[i].Word, all[j].Word) && (_spelling.IsFirstName(shared) || (HasTitle(all[i]) && HasTitle(all[j]))))
                        {
                            Tell("slip", all[i], all[j], titles);
                        }
                        else if (isSurname && _spelling.AreAkin(all[i].Word, all[j].Word) && RoleOf(all[i]) is { } role && role == RoleOf(all[j]))
                        {
                            Tell("akin", all[i], all[j], titles);
                        }
                    }
                }
            }
        }

        /// <summary>For each form the next one that it may be a slip of: one with the same first letter, or with a letter that other spellings of it have.</summary>
        private int[] NamesAlike(Form[] all)
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
            var index = new Dictionary<string, Dictionary<string, Form>>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                for (var i = 0; name.Words.Count >= 3 && i < name.Words.Count; i++)
                {
                    AddTo(index, Without(name, i), name.Words[i], name, name.Prose);
                }
            }

            foreach (var (shared, forms) in index)
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

        /// <summary>A name's words and joints with a mark where one word is left out.</summary>
        private string Without(NameMention name, int word)
        {
            var text = _text.Clear();
            for (var i = 0; i < name.Words.Count; i++)
            {
                text.Append(i == word ? (i == name.Words.Count - 1 ? " | " : " _ ") : name.Words[i]);
                if (i != word && i + 1 != word && i + 1 < name.Words.Count)
                {
                    text.Append(' ');
                }
            }

            foreach (var joint in name.Joints)
            {
                text.Append('|').Append(joint);
            }

            return text.ToString();
        }

        /// <summary>
        /// A surname behind a title (<c>Mr Delinger</c>) whose bearer is introduced nowhere, one slip from the surname of somebody who is
        /// (<c>Marcus Dellinger</c>).
        /// </summary>
        public void CompareSurnames()
        {
            var titled = new Dictionary<string, Form>(StringComparer.Ordinal);
            var introduced = new Dictionary<string, Form>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                if (name.Words.Count > 3 || name.Joints.Any(static j => j.Length > 0))
                {
                    continue;
                }

                // "On Monday Mr Dellinger": the title stands right before the surname.
                var forms = IsTitle(name.Words[^2]) ? titled : introduced;
                if (!forms.TryGetValue(name.Words[^1], out var form))
                {
                    forms[name.Words[^1]] = form = new Form(name.Words[^1]);
                }

                form.Places.Add((name, forms == titled ? TextSpan.FromBounds(name.Places[^2].Start, name.Places[^1].End) : name.Places[^1]));
            }

            // Surnames one slip apart begin with the same letter.
            var byLetter = new Dictionary<int, List<Form>>();
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
                if (introduced.ContainsKey(surname) || _common.Contains(surname))
                {
                    continue;
                }

                if (!byLetter.TryGetValue(surname[0], out var forms))
                {
                    continue;
                }

                context.Work += forms.Count;
                var near = forms.FindIndex(f => _spelling.WayBetween(surname, f.Word) == "slip");
                if (near >= 0 && forms.FindIndex(near + 1, f => _spelling.WayBetween(surname, f.Word) == "slip") < 0)
                {
                    Tell("slip", form, forms[near], false);
                }
            }
        }

        /// <summary>The word before a name, where it is the same at all its places but those that begin a clause: <c>Dame</c>, <c>architect</c>; null for none.</summary>
        private string? RoleOf(Form form)
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
        private bool HasTitle(Form form) => form.Places.TrueForAll(p =>
            (p.Name.Places[0].Start < p.Prose.Start && IsTitle(p.Name.Words[0])) || RoleOf(form) is { } role && IsTitle(role));

        /// <summary>
        /// A name of five words and more, told more than once, that stands once without one of its inner words: <c>Upper Wend Valley Rivers Trust</c>,
        /// <c>Upper Wend Rivers Trust</c>.
        /// </summary>
        public void CompareShortened()
        {
            const int fewestWords = 5;
            var whole = new Dictionary<string, Form>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                var words = string.Join(' ', name.Words) + "|" + string.Join('|', name.Joints.Where(static j => j.Length > 0));
                (whole.TryGetValue(words, out var form) ? form : whole[words] = new Form(words)).Places.Add((name, name.Prose));
            }

            foreach (var form in whole.Values)
            {
                var name = form.Places[0].Name;
                if (form.Places.Count < 2 || name.Words.Count < fewestWords || name.Joints.Any(static j => j.Length > 0))
                {
                    continue;
                }

                for (var left = 1; left + 1 < name.Words.Count; left++)
                {
                    context.Work++;
                    var shorter = string.Join(' ', name.Words.Where((_, i) => i != left)) + "|";
                    if (whole.TryGetValue(shorter, out var other) && other.Places.Count == 1 && IsBehindArticle(other) && IsBehindArticle(form))
                    {
                        Tell("shortened", other, form, false);
                    }
                }
            }
        }

        /// <summary><c>the</c> stands before it: an office or a body, not a person.</summary>
        private static bool IsBehindArticle(Form form)
        {
            var (name, prose) = form.Places[0];
            var text = name.Block.Prose.Text.AsSpan(0, prose.Start).TrimEnd();
            return text.EndsWith("the", StringComparison.OrdinalIgnoreCase);
        }

        private bool IsTitle(string word) => _titles.HasWord(context.Knowledge.Vocabulary.Find(word));

        /// <summary><c>Police and Crime Commissioner</c>, <c>Police Crime Commissioner</c>; <c>Department of</c>, <c>Department for Work</c>.</summary>
        public void CompareJoints()
        {
            var index = new Dictionary<string, Dictionary<string, Form>>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                AddTo(index, string.Join(' ', name.Words), _joints.Show(name.Joints), name, name.Prose);
            }

            foreach (var (_, forms) in index)
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

        private void Tell(string way, Form a, Form b, bool isTitled)
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
            foreach (var place in name.Places)
            {
                if (prose.Contains(place.Start))
                {
                    _told.Add((name.Block.Index, place.Start));
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

        private static bool AreTogether(Form a, Form b)
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
