using System.Text;
using ReportLint.Core.Diagnostics;

namespace ReportLint.Workspace.Output;

/// <summary>The table of rules in Markdown, as the README shows it.</summary>
public static class RuleTable
{
    /// <summary>One row a rule, by id; lines end in LF.</summary>
    public static string Render(IEnumerable<DiagnosticDescriptor> descriptors)
    {
        var table = new StringBuilder("| id | name | severity | finding |\n|---|---|---|---|\n");
        foreach (var descriptor in descriptors.OrderBy(static d => d.Id, StringComparer.Ordinal))
        {
            table.Append("| ").Append(descriptor.Id).Append(" | ").Append(descriptor.Name).Append(" | ").Append(JsonParts.Name(descriptor.DefaultSeverity))
                .Append(" | ").Append(descriptor.Summary.Trim().ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }

        return table.ToString();
    }
}
