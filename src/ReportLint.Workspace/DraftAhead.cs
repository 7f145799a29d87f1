using ReportLint.Core.Documents;
using ReportLint.Formats;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace;

/// <summary>
/// The first draft of a run, read on another thread while the rules load: setting the reader up costs a short run as much as
/// reading the rules does. Only for drafts that any rules and options read alike.
/// </summary>
public sealed class DraftAhead
{
    private static DraftAhead? _named;

    private readonly Draft _draft;
    private readonly Task<ReportDocument?> _reading;

    private DraftAhead(Draft draft)
    {
        _draft = draft;
        _reading = Task.Run(() => Read(draft));
    }

    /// <summary>Begins to read the first of the drafts; null where there is none, or where it must wait for the rules.</summary>
    public static DraftAhead? Begin(IReadOnlyList<Draft> drafts) =>
        drafts is not [var first, ..] ? null
        : _named?._draft == first ? _named
        : DocumentReader.ReadsWithoutOptions(first.Path) ? new(first)
        : null;

    /// <summary>Begins to read the draft that an argument names, before it is known what the arguments mean together; <see cref="Begin"/> takes it over where it is the first.</summary>
    /// <param name="argument">Any argument; nothing happens where it names no file.</param>
    public static void BeginNamed(string argument) =>
        _named = File.Exists(argument) && FileWalker.Walk([argument], Environment.CurrentDirectory) is { Drafts: [_] drafts } ? Begin(drafts) : null;

    /// <summary>What was read of a draft; null where it is another one, or was not read.</summary>
    internal ReportDocument? Of(Draft draft) => draft == _draft ? _reading.GetAwaiter().GetResult() : null;

    private static ReportDocument? Read(Draft draft)
    {
        try
        {
            var content = DraftReader.Load(draft);
            return content.Bytes.Length < DraftProbe.SmallestDraft ? DraftReader.Parse(draft, content, ReaderOptions.Default) : null;
        }
#pragma warning disable CA1031 // Whatever it is, it comes again and is told where the draft is linted.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
