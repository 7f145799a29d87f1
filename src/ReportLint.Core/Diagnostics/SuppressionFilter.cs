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
    public static List<Diagnostic> Apply(
        List<Diagnostic> diagnostics, IReadOnlyList<Suppression> suppressions, IReadOnlyList<DiagnosticDescriptor> descriptors, ReportDocument document, bool needsReason)
    {
        var taken = new List<Diagnostic>();
        var told = new List<Diagnostic>();
        var left = diagnostics.GroupBy(static d => d.Descriptor.Id, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => new SuppressibleFindings(g), StringComparer.Ordinal);
        foreach (var suppression in suppressions)
        {
            Apply(suppression);
        }

        diagnostics.Clear();
        diagnostics.AddRange(left.Values.SelectMany(static findings => findings.Rest()));
        diagnostics.AddRange(told);
        return taken;

        void Apply(Suppression suppression)
        {
            if (suppression.UnknownWord is { } word)
            {
                told.Add(Tell(ToolDescriptors.UnknownSuppression, suppression, $"There is no comment '{word}'{Suggestion.For(word, Suppression.Words)}"));
                return;
            }

            if (suppression.Ids.Count == 0)
            {
                told.Add(Tell(ToolDescriptors.UnusedSuppression, suppression, "This suppression names no rule, so it suppresses nothing."));
                return;
            }

            var known = new List<string>();
            foreach (var name in suppression.Ids)
            {
                if (descriptors.FirstOrDefault(d => d.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || d.Name == name) is { } descriptor)
                {
                    known.Add(descriptor.Id);
                }
                else
                {
                    told.Add(Tell(ToolDescriptors.UnknownSuppression, suppression, $"There is no rule '{name}'{Suggestion.For(name, descriptors.Select(static d => d.Id))}"));
                }
            }

            if (needsReason && suppression.Reason.Length == 0)
            {
                told.Add(Tell(ToolDescriptors.UnusedSuppression, suppression, $"This suppression of {string.Join(", ", suppression.Ids)} gives no reason, so it suppresses nothing."));
                return;
            }

            foreach (var id in known)
            {
                if (!Take(id, suppression, suppression.Scopes) && !(suppression.Around is { } block && Take(id, suppression, [block])))
                {
                    told.Add(Tell(ToolDescriptors.UnusedSuppression, suppression, $"This suppression of {id} suppresses nothing."));
                }
            }
        }

        bool Take(string id, Suppression by, IReadOnlyList<TextSpan> scopes)
        {
            var hasTaken = false;
            foreach (var scope in left.TryGetValue(id, out var findings) ? scopes : [])
            {
                hasTaken |= findings!.Take(scope, finding => taken.Add(finding with { SuppressionReason = by.Reason, SuppressionSource = by.Source }));
            }

            return hasTaken;
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
}
