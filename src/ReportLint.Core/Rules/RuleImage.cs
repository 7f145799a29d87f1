using ReportLint.Core.Diagnostics;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Rules;

/// <summary>Rules without mistakes in an image: what is known of each before its expressions are compiled.</summary>
internal static class RuleImage
{
    /// <summary>Writes rules.</summary>
    public static void Write(ImageWriter image, IReadOnlyList<LintRule> rules)
    {
        image.Write(rules.Count);
        foreach (var rule in rules)
        {
            image.Write(rule.Path);
            image.Write(rule.Id);
            image.Write(rule.Descriptor.Name);
            image.Write(rule.Descriptor.Summary);
            image.Write((int)rule.Descriptor.DefaultSeverity);
            image.Write(rule.Descriptor.Why);
            Write(image, rule.Supersedes);
            image.Write(rule.Cases.Count);
            foreach (var part in rule.Cases)
            {
                Write(image, [.. part.Needs.Select(static type => type.Name)]);
            }
        }
    }

    /// <summary>Reads what <see cref="Write(ImageWriter, IReadOnlyList{LintRule})"/> wrote.</summary>
    /// <param name="image">Where from.</param>
    /// <param name="files">The files of the image.</param>
    /// <param name="catalog">The fact types.</param>
    /// <param name="knowledge">Lexicons and settings, for the expressions.</param>
    /// <returns>The rules, by the paths of their files.</returns>
    public static Dictionary<string, LintRule> Read(ImageReader image, KnowledgeImage files, TypeCatalog catalog, KnowledgeBase knowledge)
    {
        var rules = new Dictionary<string, LintRule>(StringComparer.Ordinal);
        for (var left = image.Int(); left > 0; left--)
        {
            var file = files.FileAt(image.Text());
            var (id, name, summary, severity, why) = (image.Text(), image.Int(), image.Int(), image.Int(), image.Int());
            var supersedes = new string[image.Int()];
            for (var i = 0; i < supersedes.Length; i++)
            {
                supersedes[i] = image.Text();
            }

            // The cases of a rule are compiled one by one, from one tree.
            var tree = new Lazy<YamlMap>(() => (YamlMap)file.WithoutExamples);
            var cases = new RuleCase[image.Int()];
            for (var i = 0; i < cases.Length; i++)
            {
                var needs = new FactType[image.Int()];
                for (var n = 0; n < needs.Length; n++)
                {
                    needs[n] = catalog.Find(image.Text())!;
                }

                var index = i;
                cases[i] = new(needs, () => RuleReader.Compile(file, tree.Value, index, catalog, knowledge));
            }

            var texts = image.Texts;
            rules[file.Path] = new(id, cases, () => new(id, texts[name], texts[summary], (DiagnosticSeverity)severity, texts[why]))
            {
                Supersedes = supersedes,
                File = file,
                ReadExamples = () => ((YamlMap)file.Tree!)["examples"],
            };
        }

        return rules;
    }

    private static void Write(ImageWriter image, IReadOnlyList<string> texts)
    {
        image.Write(texts.Count);
        foreach (var text in texts)
        {
            image.Write(text);
        }
    }
}
