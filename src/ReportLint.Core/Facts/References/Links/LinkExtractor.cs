using System.Runtime.CompilerServices;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References.Links;

/// <summary>Makes facts of links, images and the places that links point at. Whether files are there is handed in.</summary>
public sealed class LinkExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [Link.FactType, LinkTarget.FactType];

    /// <summary>The paths of the files that a document links to, each once, as <see cref="LinkAddress.Path"/> gives them.</summary>
    public static IReadOnlyList<string> FilesOf(ReportDocument document)
    {
        HashSet<string>? paths = null;
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            foreach (var mark in block.InlineMarks ?? [])
            {
                if (mark is { Kind: MarkKind.Link or MarkKind.Image, Target: { } target } && !LeadsAway(target) && LinkAddress.Parse(target) is { Kind: LinkKind.File, Problem: "" } address)
                {
                    (paths ??= new(StringComparer.Ordinal)).Add(address.Path);
                }
            }
        }

        return paths is null ? [] : [.. paths];
    }

    /// <summary>True for what is plainly no file, as most targets are.</summary>
    private static bool LeadsAway(string target) =>
        target.StartsWith('#') || target.StartsWith('/') || target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith("http://", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        if (context.Document.Blocks.Count == 0)
        {
            return;
        }

        var pictured = AddTargets(context);
        var folders = new LinkedFolders(context.Surroundings.Files, context.Knowledge.Settings("references"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var words = LinkWords.Of(context.Knowledge);
        var isSite = IsPageOfSite(context, words);
        foreach (var block in context.Blocks)
        {
            foreach (var mark in block.Block.InlineMarks ?? [])
            {
                if (mark is { Kind: MarkKind.Link or MarkKind.Image, Target: { } target } && (!IsBareAddress(context.Document, mark, target) || IsMisspelt(words, target)))
                {
                    context.Facts.Add(LinkOf(context, block, mark, target, isSite, words, folders, pictured, seen));
                }
            }

            if (block.MayHave(Cues.SquareBracket))
            {
                AddUndefinedReferences(context, block);
            }

            if (block.MayHave(Cues.Slash))
            {
                AddMisspeltAddresses(context, block, words);
            }
        }
    }

    private static bool IsMisspelt(LinkWords words, string target) =>
        target.IndexOf("://", StringComparison.Ordinal) is var colon and > 0 && words.MisspeltSchemes.Contains(target[..colon]);

    /// <summary><c>htps://barn.example</c>, <c>https//barn.example</c> in the text itself, which no reader takes for a link.</summary>
    private static void AddMisspeltAddresses(AnalysisContext context, TokenizedBlock block, LinkWords words)
    {
        var text = block.Block.Prose.Text;
        for (var at = text.IndexOf("//", StringComparison.Ordinal); at > 0; at = text.IndexOf("//", at + 2, StringComparison.Ordinal))
        {
            var hasColon = text[at - 1] == ':';
            var end = hasColon ? at - 1 : at;
            var start = end;
            while (start > 0 && char.IsAsciiLetter(text[start - 1]))
            {
                start--;
            }

            var scheme = text[start..end];
            var isBroken = hasColon ? words.MisspeltSchemes.Contains(scheme) : scheme is "http" or "https";
            var last = AddressRecogniser.EndOfAddress(text, at);
            if (!isBroken || last < at + 4 || (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not '(') || block.Block.HasMark(MarkKind.Link, start))
            {
                continue;
            }

            var place = new TextSpan(start, last - start);
            context.Facts.Add(new Link
            {
                Document = context.Document,
                Block = block.Block,
                Prose = place,
                Source = block.Block.Prose.ToSource(place),
                Kind = LinkKind.Address,
                Target = text[start..last],
                Problem = hasColon ? $"'{scheme}' is no scheme" : $"no colon stands behind '{scheme}'",
            });
        }
    }

    /// <summary>An address that stands as it is in the text has the form that it has; the reader may have added a scheme.</summary>
    private static bool IsBareAddress(ReportDocument document, InlineMark mark, string target) =>
        mark.Kind == MarkKind.Link && mark.Source.Length <= target.Length + 2 && document.Source.Content.AsSpan(mark.Source.Start, mark.Source.Length).IndexOf('(') < 0;

    /// <summary>Adds the places that links can point at.</summary>
    /// <returns>The keys of headings with a pictograph, which some programs spell out (<c>#boats-anchor</c>) and others drop.</returns>
    private static List<string> AddTargets(AnalysisContext context)
    {
        var pictured = new List<string>();
        var anchor = context.Document.Blocks[0];
        foreach (var place in context.Document.Anchors)
        {
            var key = LinkTarget.KeyOf(place.Name);
            Add(place, key);
            if (key.Length > 0 && place.Span.End <= context.Document.Source.Length && context.Document.Source.Content.AsSpan(place.Span.Start, place.Span.Length).ContainsAnyInRange('\uD800', '\uDFFF'))
            {
                pictured.Add(key);
            }

            if (LinkTarget.WithoutNumber(key) is { Length: > 0 } other && other != key)
            {
                Add(place, other);
            }
        }

        return pictured;

        void Add(Anchor place, string key) => context.Facts.Add(new LinkTarget
        {
            Document = context.Document,
            Block = anchor,
            Prose = default,
            Source = place.Span,
            Name = place.Name,
            Key = key,
        });
    }

    /// <summary>True where the front matter says that a site is built of the file: its links start from an address, not from the file's folder.</summary>
    private static bool IsPageOfSite(AnalysisContext context, LinkWords words)
    {
        foreach (var property in context.Document.Properties)
        {
            var name = property.Name.AsSpan();
            if (words.SiteProperties.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.IndexOf('.') is var point and >= 0 ? name[..point] : name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What data says of links; thread-safe.</summary>
    private sealed class LinkWords
    {
        private static readonly ConditionalWeakTable<KnowledgeBase, LinkWords> Known = [];

        private LinkWords(KnowledgeBase knowledge)
        {
            Fragments = knowledge.Lexicon("link-fragments");
            PageEndings = All(knowledge, "page-endings");
            MisspeltSchemes = All(knowledge, "misspelt-schemes");
            SiteProperties = All(knowledge, "site-properties");
        }

        public Lexicon Fragments { get; }

        public HashSet<string> PageEndings { get; }

        public HashSet<string> MisspeltSchemes { get; }

        public HashSet<string> SiteProperties { get; }

        /// <summary>The words of a knowledge base, gathered on first use.</summary>
        public static LinkWords Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, static k => new(k));

        private static HashSet<string> All(KnowledgeBase knowledge, string lexicon) => new(knowledge.Lexicon(lexicon).Phrases, StringComparer.OrdinalIgnoreCase);
    }

    private static Link LinkOf(AnalysisContext context, TokenizedBlock block, InlineMark mark, string target, bool isSite, LinkWords words, LinkedFolders folders, List<string> pictured, HashSet<string> seen)
    {
        var address = LinkAddress.Parse(target);
        var isThisFile = address.Kind == LinkKind.File && IsThisFile(context.Document.Path, address.Path);
        var fragment = address.Kind == LinkKind.Anchor || isThisFile ? address.Fragment : null;
        var key = fragment is null || IsOtherFragment(fragment, words.Fragments) ? null : LinkTarget.KeyOf(fragment);
        return new Link
        {
            Document = context.Document,
            Block = block.Block,
            Prose = mark.Prose,
            Source = PlaceOf(context.Document.Source.Content, mark, target),
            Kind = address.Kind,
            Target = target,
            IsImage = mark.Kind == MarkKind.Image,
            Path = address.Path,
            Fragment = fragment,
            Anchor = key is { Length: > 0 } && context.Document.Anchors.Count > 0 && !pictured.Exists(p => key.StartsWith(p, StringComparison.Ordinal)) ? key : null,
            IsThere = isSite || isThisFile || address.Path.Length == 0 || !IsFileName(address.Path, words.PageEndings) || !context.Surroundings.Files.TryGetValue(address.Path, out var there) ? null : there,
            Problem = words.MisspeltSchemes.Contains(address.Scheme) ? $"'{address.Scheme}' is no scheme" : address.Problem,
            IsLost = address.Path.Length > 0 && folders.IsLost(address.Path),
            IsRepeated = address.Path.Length > 0 && !seen.Add(address.Path),
        };
    }

    /// <summary><c>#top</c>, <c>#L12</c>, <c>#TOC_6.</c>, <c>#page=3</c>, <c>#fn1</c>: places that no heading makes.</summary>
    private static bool IsOtherFragment(string fragment, Lexicon other)
    {
        if (fragment.Length == 0 || fragment.AsSpan().ContainsAny('=', '/', '~'))
        {
            return true;
        }

        var word = fragment.AsSpan().TrimEnd("0123456789-:._");
        var line = word.TrimEnd("0123456789-:LCr");
        foreach (var (meaning, words) in other.Entries)
        {
            foreach (var entry in words)
            {
                // What an entry is compared with begins as the fragment does.
                if (char.ToUpperInvariant(entry[0]) != char.ToUpperInvariant(fragment[0]))
                {
                    continue;
                }

                if ((meaning == "numbered" ? word.Length < fragment.Length && (word.Equals(entry, StringComparison.OrdinalIgnoreCase) || line.Equals(entry, StringComparison.OrdinalIgnoreCase)) : fragment.Equals(entry, StringComparison.OrdinalIgnoreCase)) || BeginsWith(fragment, entry))
                {
                    return true;
                }
            }
        }

        return line.IsEmpty;

        static bool BeginsWith(string fragment, string entry) => fragment.Length > entry.Length && fragment[entry.Length] == ':' && fragment.StartsWith(entry, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A name with an ending is a file; without one it may be a page that a server makes.</summary>
    private static bool IsFileName(string path, HashSet<string> pageEndings)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var point = name.LastIndexOf('.');
        var ending = point < 0 ? default : name[(point + 1)..];
        return ending.Length is > 0 and <= 5 && !name.StartsWith(".") && !pageEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending);
    }

    private static bool IsThisFile(string document, string path) =>
        document.AsSpan(document.LastIndexOf('/') + 1).SequenceEqual(path.AsSpan(path.StartsWith("./", StringComparison.Ordinal) ? 2 : 0));

    /// <summary>The place of the target in the markup, or of the whole markup where it stands elsewhere or in another form.</summary>
    private static TextSpan PlaceOf(string content, InlineMark mark, string target)
    {
        var at = target.Length == 0 ? -1 : content.AsSpan(mark.Source.Start, mark.Source.Length).LastIndexOf(target);
        return at < 0 ? mark.Source : new TextSpan(mark.Source.Start + at, target.Length);
    }

    /// <summary>What still looks like <c>[text][label]</c> in the text of a Markdown file refers to a label that nothing defines.</summary>
    private static void AddUndefinedReferences(AnalysisContext context, TokenizedBlock block)
    {
        var text = block.Block.Prose.Text;
        if (context.Document.Format != DocumentFormat.Markdown)
        {
            return;
        }

        for (var middle = text.IndexOf("][", StringComparison.Ordinal); middle >= 0; middle = text.IndexOf("][", middle + 2, StringComparison.Ordinal))
        {
            var open = middle == 0 ? -1 : text.LastIndexOf('[', middle - 1);
            var close = text.IndexOf(']', middle + 2);
            if (open < 0 || close < 0 || text.AsSpan(open + 1, middle - open - 1).Contains(']') || (open > 0 && text[open - 1] is not (' ' or '(' or '!' or '“' or '"' or '—')))
            {
                continue;
            }

            var label = text.AsSpan(middle + 2, close - middle - 2);
            var words = text.AsSpan(open + 1, middle - open - 1);
            var joint = block.Block.Prose.ToSource(new TextSpan(middle, 2));
            if (joint.Length != 2 || block.Block.HasMark(MarkKind.Link, middle + 2) || !IsReferenceText(words) || (label.IsEmpty ? !words.Contains(' ') : !IsReferenceText(label)) || (close + 1 < text.Length && text[close + 1] == '['))
            {
                continue;
            }

            var prose = TextSpan.FromBounds(open, close + 1);
            context.Facts.Add(new Link
            {
                Document = context.Document,
                Block = block.Block,
                Prose = prose,
                Source = block.Block.Prose.ToSource(prose),
                Kind = LinkKind.Reference,
                Target = label.IsEmpty ? words.ToString() : label.ToString(),
            });
        }
    }

    /// <summary>Words or a name, not a citation's numbers nor an editor's <c>…</c>.</summary>
    private static bool IsReferenceText(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (c is '\uFFFC' or '[' or '@')
            {
                return false;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return text.Length <= 80 && letters >= 2;
    }
}
