using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds mentions of numbered things, claims their digits, and tells captions (<see cref="Exhibit"/>) from references
/// (<see cref="CrossReference"/>). Words are data in <c>lexicon/cross-reference-words.yml</c>.
/// </summary>
public sealed class CrossReferenceExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [CrossReference.FactType, Exhibit.FactType, Identifier.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var scanner = new ReferenceScanner(context.Knowledge);
        var ownership = new ReferenceOwnership(context.Knowledge, scanner);
        var exhibits = new ExhibitCollector(context, scanner);
        var references = new List<Reference>();
        var joints = context.Knowledge.Lexicon("reference-joints");
        foreach (var block in context.Blocks)
        {
            exhibits.AddNumberOf(block);
            if (block.MayHave(Cues.CrossReference))
            {
                ScanBlock(context, block, scanner, joints, ownership, exhibits, references);
            }
        }

        exhibits.AddTablesAndImages();
        exhibits.AddNumberedParagraphs();
        exhibits.LinkSeries();
        var all = context.Facts.OfType(Exhibit.FactType);
        var index = new ExhibitIndex(all);
        AddReferences(context, references, ownership, index);
        BareSections.Add(context, index, all);
    }

    private sealed class Reference
    {
        public required TokenizedBlock Block { get; init; }

        public required ReferenceMention Mention { get; init; }

        public bool IsElsewhere { get; set; }

        public required bool IsHere { get; init; }

        /// <summary>The reference that this one hangs on by a comma or <c>and</c>, or null.</summary>
        public Reference? Previous { get; init; }

        /// <summary>True where only a comma or bracket stands between: <c>chapter 3, Table 3.4</c>.</summary>
        public bool IsInside { get; init; }

        /// <summary>True where what is said behind this one is not said of the one before: <c>Annexes A and B, and Annex C of the guidance</c>.</summary>
        public bool IsApart { get; init; }

        /// <summary>True where a statute behind it takes it, so that only what statutes have goes along.</summary>
        public bool IsInStatute { get; set; }
    }

    private static void ScanBlock(
        AnalysisContext context, TokenizedBlock block, ReferenceScanner scanner, Lexicon joints, ReferenceOwnership ownership, ExhibitCollector exhibits, List<Reference> references)
    {
        var text = block.Block.Prose.Text;
        Reference? previous = null;
        var quotes = new QuoteTracker();
        for (var i = 0; i < block.Tokens.Length;)
        {
            quotes.Read(text, block.Tokens[i]);
            if (!scanner.MayBegin(block.Tokens[i].Word) || scanner.Read(block, i) is not { } mention)
            {
                i++;
                continue;
            }

            Claim(context, block, mention);
            if (exhibits.TryAddCaption(block, mention))
            {
                i = mention.End;
                continue;
            }

            var link = previous is null ? Link.None : LinkBetween(joints, block, previous.Mention.End, mention.First);
            var isHere = ownership.IsHere(block, mention.End);
            var isApart = link == Link.Apart || (link == Link.Beside && BeginsAnew(block, previous!, mention));
            previous = new Reference
            {
                Block = block,
                Mention = mention,
                IsHere = isHere,
                IsElsewhere = !isHere && (quotes.IsInside ||
                    (link == Link.None ? ownership.IsElsewhere(block, mention.First, mention.End) : ownership.IsElsewhereBehind(block, mention.First, mention.End))),
                Previous = link == Link.None ? null : previous,
                IsInside = link == Link.Inside,
                IsApart = isApart,
                IsInStatute = ownership.IsStatuteBehind(block, mention.End),
            };
            references.Add(previous);
            i = mention.End;
        }
    }

    /// <summary>
    /// A list in the plural has told all of its kind that it tells, so the same kind said once more begins anew; so does what follows a
    /// comma and an <c>and</c> that join two only, where a list would have none.
    /// </summary>
    private static bool BeginsAnew(TokenizedBlock block, Reference before, ReferenceMention mention) =>
        (before.Mention.Labels.Count > 1 && before.Mention.Kind == mention.Kind) ||
        (before.Previous is null && mention.First - before.Mention.End > 1 && block.Block.Prose.Text[block.Tokens[before.Mention.End].Start] == ',');

    private enum Link
    {
        None,
        Beside,
        Inside,
        Apart,
    }

    private static Link LinkBetween(Lexicon joints, TokenizedBlock block, int end, int first)
    {
        if (first - end > 3)
        {
            return Link.None;
        }

        var link = Link.Inside;
        for (var i = end; i < first; i++)
        {
            switch (joints.Match(block.Tokens, i).Meaning)
            {
                case "inside":
                    break;
                case "beside":
                    link = link == Link.Apart ? link : Link.Beside;
                    break;
                case "apart":
                    link = Link.Apart;
                    break;
                default:
                    return Link.None;
            }
        }

        return link;
    }

    private static void Claim(AnalysisContext context, TokenizedBlock block, ReferenceMention mention)
    {
        // Ranges of pages are left to the recogniser of ranges, which sees whether they run backwards.
        if (mention.Kind == "page" && mention.Labels.Count > 1)
        {
            return;
        }

        var fact = new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(mention.First, mention.End),
            Sentence = block.SentenceOf(mention.First),
            Scheme = mention.Kind == "page" ? "page" : "reference",
            Name = mention.Labels[0].Label,
        };
        if (block.Claim(mention.First, mention.End, fact))
        {
            context.Facts.Add(fact);
        }
    }

    private static void AddReferences(AnalysisContext context, List<Reference> references, ReferenceOwnership ownership, ExhibitIndex index)
    {
        // A reference given to another document takes those beside it along: "sections 3 and Table 4 of the guide".
        for (var i = references.Count - 1; i >= 0; i--)
        {
            if (references[i] is { IsElsewhere: true, IsApart: false, Previous: { IsHere: false } before } after && !(after.IsInStatute && ownership.IsLackedByStatutes(before.Block, before.Mention)))
            {
                before.IsElsewhere = true;
                before.IsInStatute |= after.IsInStatute;
            }
        }

        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            if (reference.Previous is { } before)
            {
                reference.IsElsewhere |= before.IsElsewhere && !reference.IsHere;
                reference.IsElsewhere |= reference.IsInside && !index.HasKind(before.Mention.Kind) && !reference.IsHere;
            }

            if (reference.IsElsewhere)
            {
                foreach (var label in reference.Mention.Labels)
                {
                    others.Add(NameOf(reference, label.Label));
                }
            }
        }

        foreach (var reference in references)
        {
            foreach (var label in reference.Mention.Labels)
            {
                var (siblings, beyond) = index.Series(reference.Mention.Kind, label.Whole);
                context.Facts.Add(new CrossReference
                {
                    Document = context.Document,
                    Block = reference.Block.Block,
                    Prose = label.Prose,
                    Sentence = reference.Block.SentenceOf(reference.Mention.First),
                    Kind = reference.Mention.Kind,
                    Label = label.Label,
                    Whole = label.Whole,
                    IsElsewhere = reference.IsElsewhere || (!reference.IsHere && others.Count > 0 && others.Contains(NameOf(reference, label.Label))),
                    IsHere = reference.IsHere,
                    IsLinked = reference.Block.Block.HasMark(MarkKind.Link, reference.Block.Tokens[reference.Mention.First].Start),
                    Siblings = siblings,
                    OfKind = index.CountOf(reference.Mention.Kind),
                    Beyond = beyond,
                });
            }
        }
    }

    /// <summary>Kind and label as one word: no kind has a line end in it.</summary>
    private static string NameOf(Reference reference, string label) => reference.Mention.Kind + "\n" + label;
}
