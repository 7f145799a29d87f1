using ReportLint.Core.Engine;
using ReportLint.Core.Facts;
using static ReportLint.Tests.Rules.TestFact;

namespace ReportLint.Tests.Engine;

public class FactSetTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(20)]
    public void A_set_that_was_cleared_remembers_nothing(int count)
    {
        var facts = new Fact[count + 20];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = Make(Item, i * 4);
        }

        var set = new FactSet();
        for (var i = 0; i < count; i++)
        {
            set.Add(facts[i]);
        }

        set.Add(facts[0]);
        set.Clear();
        Assert.DoesNotContain(facts, set.Contains);

        Array.Reverse(facts);
        for (var i = 0; i < facts.Length; i++)
        {
            set.Add(facts[i]);
            set.Add(facts[i]);
            Assert.Equal(i + 1, set.Count);
        }

        Assert.Equal(facts, set.InOrderAdded());
    }
}
