using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core;

/// <summary>
/// Everything that was loaded from <c>rules/</c> folders: lexicons, phrases and rules. Immutable and thread-safe.
/// </summary>
public sealed class RuleSet
{
    private RuleSet(KnowledgeBase knowledge, IReadOnlyList<DiagnosticDescriptor> descriptors, IReadOnlyList<KnowledgeError> errors)
    {
        Knowledge = knowledge;
        Descriptors = descriptors;
        Errors = errors;
    }

    /// <summary>Lexicons and vocabulary.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>The descriptors of all rules and of the tool itself, by id.</summary>
    public IReadOnlyList<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Mistakes in the files, by path and line. What they concern is left out; everything else counts.</summary>
    public IReadOnlyList<KnowledgeError> Errors { get; }

    /// <summary>
    /// Loads knowledge files. What a file is, its first key says: <c>lexicon</c>, <c>yields</c> (phrases) or <c>id</c> (a rule).
    /// A later rule of the same id, or lexicon of the same name, replaces the earlier one.
    /// </summary>
    public static RuleSet Load(IEnumerable<KnowledgeFile> files)
    {
        var vocabulary = new Facts.Vocabulary();
        var errors = new List<KnowledgeError>();
        var lexicons = new List<Lexicon>();
        foreach (var file in files)
        {
            if (LexiconReader.Read(file, vocabulary, errors) is { } lexicon)
            {
                lexicons.Add(lexicon);
            }
        }

        return new(new KnowledgeBase(vocabulary, lexicons), ToolDescriptors.All, errors);
    }
}
