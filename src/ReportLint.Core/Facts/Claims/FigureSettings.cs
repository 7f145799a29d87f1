using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Claims;

/// <summary>Thresholds of balances and averages, from <c>rules/settings/figures.yml</c>.</summary>
internal sealed class FigureSettings(Settings values)
{
    /// <summary>Most sentences from the opening to the closing balance.</summary>
    public int BalanceSentences { get; } = (int)values.Get("balance_sentences", 5);

    /// <summary>Fewest numbers of a balance: opening, two movements, closing.</summary>
    public int BalanceFewest { get; } = (int)values.Get("balance_fewest", 4);

    /// <summary>Most numbers of a balance.</summary>
    public int BalanceMost { get; } = (int)values.Get("balance_most", 12);

    /// <summary>Fewest rows that a table's row of averages is worth checking for.</summary>
    public int AverageRows { get; } = (int)values.Get("average_rows", 3);

    /// <summary>How many tokens before and behind a number are looked at for its role in a balance.</summary>
    public int RoleReach { get; } = (int)values.Get("role_reach", 9);

    /// <summary>How many tokens may stand between a number and the verb behind it that says its role.</summary>
    public int RoleVerbReach { get; } = (int)values.Get("role_verb_reach", 5);
}
