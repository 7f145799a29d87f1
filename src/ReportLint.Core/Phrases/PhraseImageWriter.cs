using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Phrases;

/// <summary>Writes compiled phrases behind the lexicons of a knowledge base, which they refer to by number.</summary>
internal sealed class PhraseImageWriter
{
    private readonly Dictionary<Lexicon, int> _lexicons = [];

    private PhraseImageWriter(ImageWriter numbers) => Numbers = numbers;

    public ImageWriter Numbers { get; }

    /// <summary>Writes phrases.</summary>
    /// <param name="numbers">Where to.</param>
    /// <param name="lexicons">The lexicons that were written before, in the same order.</param>
    /// <param name="program">The phrases and their automaton.</param>
    public static void Write(ImageWriter numbers, IEnumerable<Lexicon> lexicons, PhraseProgram program)
    {
        var image = new PhraseImageWriter(numbers);
        foreach (var lexicon in lexicons)
        {
            image._lexicons.Add(lexicon, image._lexicons.Count);
        }

        var files = program.Phrases.Select(static p => p.File).Distinct<PhraseFile>(ReferenceEqualityComparer.Instance).ToList();
        var own = files.SelectMany(static f => (IEnumerable<Lexicon?>)[f.GapStops, f.Unless, f.UnlessAround, f.Needs?.Words, .. f.Amendments.Select(static a => a.Words)])
            .OfType<Lexicon>().Where(lexicon => image._lexicons.TryAdd(lexicon, image._lexicons.Count)).ToList();
        numbers.Write(own.Count);
        foreach (var lexicon in own)
        {
            lexicon.Write(numbers);
        }

        numbers.Write(files.Count);
        foreach (var file in files)
        {
            image.Write(file);
        }

        numbers.Write(program.Phrases.Count);
        foreach (var phrase in program.Phrases)
        {
            numbers.Write(files.FindIndex(file => ReferenceEquals(file, phrase.File)));
            image.Write(phrase.GatherBefore);
            image.Write(phrase.GatherAfter);
            numbers.Write(phrase.Order);
            numbers.Write(phrase.Need.Least);
            numbers.Write(phrase.Need.Crossed);
            numbers.Write(phrase.Need.BeginsWithWhole);
        }

        program.Write(image);
    }

    /// <summary>The number by which a type is referred to.</summary>
    public int Number(FactType type) => Numbers.Number(type.Name);

    /// <summary>Refers to a lexicon, or to none.</summary>
    public void Write(Lexicon? lexicon) => Numbers.Write(lexicon is null ? 0 : _lexicons[lexicon] + 1);

    private void Write(PhraseFile file)
    {
        Numbers.Write(Number(file.Yields));
        Write(file.Constants);
        Numbers.Write(file.Window.Sentences);
        Numbers.Write(file.Window.LeastParts);
        Numbers.Write(file.Window.SameUnit);
        Numbers.Write(file.Window.FitSlot);
        Numbers.Write(file.Window.IsList);
        Numbers.Write(file.Window.AllowsPronouns);
        Numbers.Write(file.ComesFirst);
        Numbers.Write(file.ComesLast);
        Numbers.Write(file.ClaimSlot);
        Write(file.GapStops);
        Write(file.Unless);
        Write(file.UnlessAround);
        PhraseAmendment[] needs = file.Needs is { } need ? [need] : [];
        Write(needs);
        Numbers.Write(file.Pair is null ? -1 : file.Pair.FirstSlot);
        if (file.Pair is { } pair)
        {
            Numbers.Write(pair.SecondSlot);
            Numbers.Write((int)pair.Place);
            Numbers.Write(pair.Sentences);
        }

        Numbers.Write([.. file.GapsPass.Select(Numbers.Number)]);
        Write(file.Amendments);
        Numbers.Write(file.Order);
    }

    private void Write(IReadOnlyList<PhraseAmendment> amendments)
    {
        Numbers.Write(amendments.Count);
        foreach (var amendment in amendments)
        {
            Write(amendment.Words);
            Numbers.Write((int)amendment.Place);
            Write(amendment.Constants);
        }
    }

    /// <summary>A phrase file sets texts and truth values, nothing else.</summary>
    private void Write(PhraseConstant[] constants)
    {
        Numbers.Write(constants.Length);
        foreach (var (slot, value) in constants)
        {
            Numbers.Write(slot);
            Numbers.Write(value.Text is not null);
            Numbers.Write(value.Text is { } text ? Numbers.Number(text) : value.Truth == true ? 1 : 0);
        }
    }

    private void Write(GatherNode? gather)
    {
        Numbers.Write(gather is null ? -1 : gather.Slot);
        if (gather is not null)
        {
            Numbers.Write(Number(gather.Type));
        }
    }
}
