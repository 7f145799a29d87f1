using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>The values of a rule's variables while it runs over one document, and its count of work.</summary>
internal sealed class Frame(int slots, long budget)
{
    public Value[] Slots { get; } = new Value[slots];

    /// <summary>Evaluations so far.</summary>
    public long Work { get; private set; }

    /// <exception cref="BudgetExceededException">The rule has used up what it may.</exception>
    public void Spend(long amount)
    {
        Work += amount;
        if (Work > budget)
        {
            throw new BudgetExceededException();
        }
    }
}

/// <summary>A rule did more work on one document than the settings allow.</summary>
internal sealed class BudgetExceededException : Exception;

/// <summary>A compiled expression.</summary>
internal delegate Value Evaluate(Frame frame);
