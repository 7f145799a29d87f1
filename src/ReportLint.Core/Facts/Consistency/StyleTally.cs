namespace ReportLint.Core.Facts.Consistency;

/// <summary>Counts in which ways a document writes its terms.</summary>
internal sealed class StyleTally
{
    private readonly Dictionary<string, List<Form>> _terms = new(StringComparer.Ordinal);

    /// <summary>Takes note of one place.</summary>
    /// <param name="term">The term.</param>
    /// <param name="form">The way of writing it; places of one way have the same.</param>
    /// <param name="block">The block.</param>
    /// <param name="first">Index of its first token.</param>
    /// <param name="end">Index behind its last token.</param>
    public void Add(string term, string form, TokenizedBlock block, int first, int end)
    {
        if (!_terms.TryGetValue(term, out var forms))
        {
            _terms[term] = forms = [];
        }

        foreach (var known in forms)
        {
            if (known.Name == form)
            {
                known.Count++;
                return;
            }
        }

        forms.Add(new(form, block, first, end));
    }

    /// <summary>Makes facts of the terms that are written in more than one way. A way that the configuration accepts counts as no other.</summary>
    public void AddFacts(AnalysisContext context)
    {
        foreach (var (term, forms) in _terms)
        {
            if (forms.Count < 2)
            {
                continue;
            }

            var usual = forms[0];
            foreach (var form in forms)
            {
                usual = form.Count > usual.Count ? form : usual;
            }

            var fact = FactOf(context, term, usual, null);
            context.Facts.Add(fact);
            foreach (var form in forms)
            {
                if (form != usual && !context.Accepted.Terms.Contains(form.Text))
                {
                    context.Facts.Add(FactOf(context, term, form, fact));
                }
            }
        }
    }

    private static StyleForm FactOf(AnalysisContext context, string term, Form form, StyleForm? usual) => new()
    {
        Document = context.Document,
        Block = form.Block.Block,
        Prose = form.Block.SpanOf(form.First, form.End),
        Sentence = form.Block.SentenceOf(form.First),
        Term = term,
        Count = form.Count,
        Usual = usual,
    };

    private sealed class Form(string name, TokenizedBlock block, int first, int end)
    {
        public string Name { get; } = name;

        public TokenizedBlock Block { get; } = block;

        public int First { get; } = first;

        public int End { get; } = end;

        public int Count { get; set; } = 1;

        public string Text => Block.Block.Prose.Text[Block.Tokens[First].Start..Block.Tokens[End - 1].End];
    }
}
