using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>The values of a rule's variables while it runs over one document, and its count of work. The next rule may use it again.</summary>
internal sealed class Frame(int slots, long budget)
{
    private long _budget = budget;

    public Value[] Slots { get; private set; } = new Value[slots];

    /// <summary>The p-value that was asked for last: a rule asks for the same one in its condition, its message and its fix.</summary>
    public KnownPValue? LastPValue { get; set; }

    /// <summary>Evaluations so far.</summary>
    public long Work { get; private set; }

    /// <summary>Counts anew, for the next rule.</summary>
    public void Begin(long budget) => (Work, _budget) = (0, budget);

    /// <summary>Makes room for the variables of the next rule; each is set before it is read.</summary>
    public void Hold(int slots) => Slots = slots > Slots.Length ? new Value[2 * slots] : Slots;

    /// <exception cref="BudgetExceededException">The rule has used up what it may.</exception>
    public void Spend(long amount)
    {
        Work += amount;
        if (Work > _budget)
        {
            throw new BudgetExceededException();
        }
    }
}

/// <summary>A rule did more work on one document than the settings allow.</summary>
internal sealed class BudgetExceededException : Exception;

/// <summary>A p-value, and what it is of.</summary>
internal sealed record KnownPValue(string Test, Interval Statistic, Interval? First, Interval? Second, Interval? Value);

/// <summary>A compiled expression.</summary>
internal delegate Value Evaluate(Frame frame);
