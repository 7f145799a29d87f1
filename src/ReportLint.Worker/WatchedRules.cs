using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Workspace;

namespace ReportLint.Worker;

/// <summary>
/// A user's folders of rules, which may change while the worker runs. A change counts once it has rested and all files load; until then the last
/// good rules do. One thread at a time.
/// </summary>
/// <param name="folders">The folders, as the user named them.</param>
/// <param name="version">The hash by which diagnostics of other rules are known, as <see cref="RuleSource.Version"/> gives it.</param>
/// <param name="linter">Makes what lints by these rules.</param>
/// <param name="rest">How long the files must not have changed.</param>
public sealed class WatchedRules(
    IReadOnlyList<string> folders, Func<IReadOnlyList<KnowledgeFile>, string> version, Func<RuleSet, DraftLinter> linter, TimeSpan rest)
{
    private string? _taken;
    private (string Stamp, TimeSpan Since)? _seen;

    /// <summary>The folders, as the user named them.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>The mistakes in the files as they are; where one is an error, earlier rules are in use.</summary>
    public IReadOnlyList<KnowledgeError> Mistakes { get; private set; } = [];

    /// <summary>True where the files changed and have not rested.</summary>
    public bool IsRestless { get; private set; }

    /// <summary>Looks at the folders once.</summary>
    /// <param name="current">The version of the rules in use.</param>
    /// <param name="now">A time that only grows.</param>
    /// <returns>What lints by the new rules, and their version; null where those in use stay.</returns>
    public (DraftLinter Linter, string Version)? Look(string current, TimeSpan now)
    {
        IsRestless = false;
        try
        {
            var stamp = RuleSource.StampOf(folders);
            if (stamp == _taken)
            {
                return null;
            }

            if (_seen?.Stamp != stamp)
            {
                _seen = (stamp, now);
            }

            if (now - _seen.Value.Since < rest)
            {
                IsRestless = true;
                return null;
            }

            var files = RuleSource.ReadAll(folders);
            IsRestless = RuleSource.StampOf(folders) != stamp;
            return IsRestless ? null : Take(files, stamp, current);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _taken = null;
            Mistakes = [new(string.Join(", ", folders), 1, 1, 1, $"the rules cannot be read: {exception.Message}")];
            return null;
        }
    }

    private (DraftLinter Linter, string Version)? Take(IReadOnlyList<KnowledgeFile> files, string stamp, string current)
    {
        _taken = stamp;
        var read = version(files);
        if (read == current)
        {
            Mistakes = [];
            return null;
        }

        var rules = RuleSet.Load(files);
        Mistakes = rules.Errors;
        return Mistakes.Any(static m => m.Severity == KnowledgeSeverity.Error) ? null : (linter(rules), read);
    }
}
