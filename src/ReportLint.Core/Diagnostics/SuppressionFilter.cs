using ReportLint.Core.Documents;
using ReportLint.Core.Rules;
using ReportLint.Core.Text;

namespace ReportLint.Core.Diagnostics;

/// <summary>Takes suppressed findings out, and tells of suppressions that name no rule, give no reason or suppress nothing.</summary>
internal static class SuppressionFilter
{
    /// <summary>Filters findings.</summary>
    /// <param name="diagnostics">The findings; those that remain and those about suppressions are left in it, unsorted.</param>
    /// <param name="suppressions">The suppressions.</param>
    /// <param name="descriptors">All that a suppression may name.</param>
    /// <param name="document">The document.</param>
    /// <param name="needsReason">True where one without a reason does not count.</param>
    /// <returns>The findings taken out.</returns>
    public static IReadOnlyList<Diagnostic> Apply(
        List<Diagnostic> diagnostics, IReadOnlyList<Suppression> suppressions, IReadOnlyList<DiagnosticDescriptor> descriptors, ReportDocument document, bool needsReason)
    {
        if (suppressions.Count == 0)
        {
            return [];
        }

        var taken = new List<Diagnostic>();
        var told = new List<Diagnostic>();
        foreach (var group in suppressions.GroupBy(static s => (string.Join(',', s.Ids), s.Place, s.Source, s.Source is null ? default : s.Scope.IsEmpty ? default : new TextSpan(0, 0))))
        {
            Apply([.. group]);
        }

        diagnostics.AddRange(told);
        return taken;

        void Apply(Suppression[] group)
        {
            var first = group[0];
            if (first.Ids.Count == 0)
            {
                told.Add(Tell(ToolDescriptors.UnusedSuppression, first, "This suppression names no rule, so it suppresses nothing."));
                return;
            }

            var known = new List<string>();
            foreach (var name in first.Ids)
            {
                if (descriptors.FirstOrDefault(d => d.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || d.Name == name) is { } descriptor)
                {
                    known.Add(descriptor.Id);
                }
                else
                {
                    told.Add(Tell(ToolDescriptors.UnknownSuppression, first, $"There is no rule '{name}'{Suggestion.For(name, descriptors.Select(static d => d.Id))}"));
                }
            }

            if (needsReason && first.Reason.Length == 0)
            {
                told.Add(Tell(ToolDescriptors.UnusedSuppression, first, $"This suppression of {string.Join(", ", first.Ids)} gives no reason, so it suppresses nothing."));
                return;
            }

            foreach (var id in known)
            {
                if (!Take(id, first.Reason, [.. group.Select(static s => s.Scope)]) && !(first.Around is { } block && Take(id, first.Reason, [block])))
                {
                    told.Add(Tell(ToolDescriptors.UnusedSuppression, first, $"This suppression of {id} suppresses nothing."));
                }
            }
        }

        bool Take(string id, string reason, TextSpan[] scopes)
        {
            var count = taken.Count;
            for (var i = diagnostics.Count - 1; i >= 0; i--)
            {
                if (diagnostics[i].Descriptor.Id == id && Array.Exists(scopes, s => Covers(s, diagnostics[i].Span)))
                {
                    taken.Add(diagnostics[i] with { SuppressionReason = reason });
                    diagnostics.RemoveAt(i);
                }
            }

            return taken.Count > count;
        }

        Diagnostic Tell(DiagnosticDescriptor descriptor, Suppression suppression, string message) => new()
        {
            Descriptor = descriptor,
            Severity = descriptor.DefaultSeverity,
            Document = document,
            Span = suppression.Place,
            Message = suppression.Source is { } source ? $"{source}: {message}" : message,
        };
    }

    private static bool Covers(TextSpan scope, TextSpan place) => scope.Contains(place) || scope.OverlapsWith(place);
}
