using FsCheck;
using FsCheck.Fluent;
using ReportLint.Core;
using ReportLint.Core.Engine;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Tests.Rules;
using static ReportLint.Tests.Rules.TestFact;

namespace ReportLint.Tests.Engine;

public class BuiltInEngineTests
{
    private static RuleSet Rules(string match, string condition = "report when: true", string message = "found", string more = "", string id = "T1") =>
        RuleSet.Load([File(match, condition, message, more, id)], Types);

    private static KnowledgeFile File(string match, string condition = "report when: true", string message = "found", string more = "", string id = "T1") => new(
        "test.yml", $"id: {id}\nname: test\nseverity: error\nsummary: A test.\nmatch:\n{match}\n{condition}\nmessage: \"{message}\"\nat: a\nwhy: Because.\n{more}");

    private static EngineResult Run(RuleSet rules, IEnumerable<Fact> facts, long budget = 1_000_000)
    {
        Assert.DoesNotContain(rules.Errors, static e => e.Severity == KnowledgeSeverity.Error);
        var store = new FactStore();
        foreach (var fact in facts)
        {
            store.Add(fact);
        }

        store.Seal();
        return new BuiltInEngine(rules.Rules, budget).Run(store);
    }

    private static TestFact A(int offset, Value key, Value value = default) => Make(Item, offset, ("key", key), ("value", value));

    private static TestFact B(int offset, Value key, Value size = default) => Make(Other, offset, ("key", key), ("size", size));

    /// <summary>Keys and values of all kinds of knowledge: exact, inexact, unknown.</summary>
    private static Gen<Value> AnyNumber => Gen.OneOf(
        Gen.Choose(0, 5).Select(static n => Number(n)),
        Gen.Choose(0, 5).Select(static n => Number(n)),
        Gen.Choose(0, 5).Select(static n => Between(n, n + 1)),
        Gen.Constant(Value.Unknown));

    private static Gen<TestFact[]> AnyFacts =>
        from keys in Gen.ListOf(Gen.Zip(AnyNumber, AnyNumber))
        from kinds in Gen.ListOf(Gen.Choose(0, 1), keys.Count)
        select keys.Zip(kinds, static (k, kind) => (k, kind)).Select(static (x, i) => x.kind == 0 ? A(i * 4, x.k.Item1, x.k.Item2) : B(i * 4, x.k.Item1, x.k.Item2)).ToArray();

    private static Value Get(Fact fact, string name) => fact.Type.Find(name)!.Get(fact);

    private static bool? Equal(Value a, Value b) => ReportLint.Core.Rules.Operators.Comparison("=")(a, b).Truth;

    private static bool? Less(Value a, Value b) => ReportLint.Core.Rules.Operators.Comparison("<")(a, b).Truth;

    [Fact]
    public void What_one_finding_relates_to_is_not_taken_for_known_by_the_next()
    {
        var rules = Rules("  - a: Item\n  - group: Other\n    as: g\n    by: g.word\n    where: g.size < a.value", more: "related: [g, g]");
        var facts = new List<Fact> { A(0, Number(1), Number(8)), A(4, Number(1), Number(12)) };
        for (var size = 11; size >= 0; size--)
        {
            facts.Add(Make(Other, (12 - size) * 8, ("size", Number(size)), ("word", Value.Of("x"))));
        }

        Assert.Equal([8, 12], Run(rules, facts).Findings.Select(static f => f.Related.Count));
    }

    [Fact]
    public void A_join_gives_what_nested_loops_give()
    {
        var rules = Rules("  - a: Item\n  - b: Other\n    where: b.key = a.key and b.size < a.value", more: "related: b");
        Prop.ForAll(AnyFacts.ToArbitrary(), facts =>
        {
            var expected = from a in facts
                           where a.Type == Item
                           from b in facts
                           where b.Type == Other && Equal(Get(b, "key"), Get(a, "key")) == true && Less(Get(b, "size"), Get(a, "value")) == true
                           group b by a into g
                           select g.Key.Prose.Start;
            return Run(rules, facts).Findings.Select(static f => f.At.Prose.Start).Distinct().SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Not_is_silenced_by_every_possible_match()
    {
        var rules = Rules("  - a: Item\n  - not: {b: Other, where: b.key = a.key and b.size < a.value}");
        Prop.ForAll(AnyFacts.ToArbitrary(), facts =>
        {
            var expected = from a in facts
                           where a.Type == Item
                           where !facts.Any(b => b.Type == Other && Equal(Get(b, "key"), Get(a, "key")) != false && Less(Get(b, "size"), Get(a, "value")) != false)
                           select a.Prose.Start;
            return Run(rules, facts).Findings.Select(static f => f.At.Prose.Start).SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Groups_gather_facts_with_equal_keys()
    {
        var rules = RuleSet.Load([new("test.yml", """
            id: T1
            name: test
            severity: error
            summary: A test.
            match:
              - group: Item
                as: g
                by: g.key
                where: g.value > 0
              - a: Item
                where: a.key = 9
            report when: count(g) > 1
            message: "{count(g)} of {sum(g.value)}, {g.value | list}"
            at: a
            why: Because.
            """)], Types);
        var result = Run(rules, [
            A(0, Number(1), Number(5)), A(4, Number(2), Number(6)), A(8, Number(1), Number(7)), A(12, Value.Unknown, Number(8)),
            A(16, Between(1, 2), Number(8)), A(20, Number(1), Number(-1)), A(24, Number(9)), A(28, Number(1), Value.Unknown)]);
        Assert.Equal("2 of 12, 5 and 7", Assert.Single(result.Findings).Message);
    }

    [Fact]
    public void A_group_may_be_joined_with_an_earlier_fact()
    {
        var rules = Rules("  - a: Item\n  - group: Other\n    as: g\n    by: g.size\n    where: g.key = a.key", "report when: count(g) > 1", "{a.key}: {count(g)}");
        Assert.Empty(rules.Errors);
        var result = Run(rules, [A(0, Number(1)), A(4, Number(2)), B(8, Number(1), Number(7)), B(12, Number(1), Number(7)), B(16, Number(2), Number(7)), B(20, Number(1), Number(8))]);
        Assert.Equal("1: 2", Assert.Single(result.Findings).Message);
    }

    [Fact]
    public void Require_reports_only_what_is_certainly_false_and_report_when_only_what_is_certainly_true()
    {
        TestFact[] facts = [A(0, Number(1), Number(5)), A(4, Number(1), Between(1, 9)), A(8, Number(1)), A(12, Number(1), Number(1))];
        Assert.Equal([12], Run(Rules("  - a: Item", "require: a.value > 3"), facts).Findings.Select(static f => f.At.Prose.Start));
        Assert.Equal([0], Run(Rules("  - a: Item", "report when: a.value > 3"), facts).Findings.Select(static f => f.At.Prose.Start));
    }

    [Fact]
    public void The_same_finding_twice_is_one()
    {
        var rules = Rules("  - a: Item\n  - b: Other\n    where: b.key = a.key");
        Assert.Single(Run(rules, [A(0, Number(1)), B(4, Number(1)), B(8, Number(1))]).Findings);
    }

    [Fact]
    public void A_rule_past_its_budget_is_stopped_and_named_and_the_others_run()
    {
        var rules = RuleSet.Load([File("  - a: Item\n  - b: Item\n    where: b.value > a.value"), File("  - a: Item\n    where: a.key = 7", id: "T2")], Types);
        var result = Run(rules, Enumerable.Range(0, 1000).Select(static i => A(i * 4, Number(i), Number(i))), budget: 50_000);
        Assert.Equal("T1", Assert.Single(result.Failures).Rule.Id);
        Assert.Contains("50,000 evaluations", result.Failures[0].Reason, StringComparison.Ordinal);
        Assert.Equal("T2", Assert.Single(result.Findings, static f => f.Rule.Id == "T2").Rule.Id);
    }

    [Fact]
    public void A_rule_that_throws_is_named_and_the_others_run()
    {
        var rules = RuleSet.Load([File("  - a: Broken\n    where: a.key = 1"), File("  - a: Item", id: "T2")], Types);
        var result = Run(rules, [Make(Broken, 0), A(4, Number(1))]);
        Assert.Contains("no key today", Assert.Single(result.Failures).Reason, StringComparison.Ordinal);
        Assert.Equal("T2", Assert.Single(result.Findings).Rule.Id);
    }

    [Theory]
    [InlineData("  - a: Item\n  - b: Other\n    where: b.key = a.key")]
    [InlineData("  - a: Item\n  - not: {b: Other, where: b.key = a.key}")]
    [InlineData("  - a: Item\n  - group: Other\n    as: g\n    by: g.size\n    where: g.key = a.key")]
    public void Work_doubles_when_the_facts_double(string match)
    {
        var rules = Rules(match);
        long Work(int count) => Run(rules, Enumerable.Range(0, count).Select(static i => i % 2 == 0 ? A(i * 4, Number(i / 4)) : B(i * 4, Number(i / 4), Number(i)))).Work;
        Assert.InRange(Work(4000) / (decimal)Work(2000), 1.9m, 2.1m);
    }

    [Fact]
    public void Superseded_findings_give_way_where_they_share_an_operand()
    {
        var rules = RuleSet.Load([
            File("  - a: Item\n    where: a.key = 1", id: "T1"),
            File("  - a: Item\n    where: a.key in [1, 2] and a.value = 1", id: "T2", more: "supersedes: [T1]")], Types);
        var result = Run(rules, [A(0, Number(1), Number(1)), A(4, Number(1)), A(8, Number(2), Number(1))]);
        Assert.Equal(["T1 at 4", "T2 at 0", "T2 at 8"], Supersession.Apply(result.Findings).Select(static f => $"{f.Rule.Id} at {f.At.Prose.Start}"));
    }

    [Fact]
    public void A_finding_that_gave_way_takes_out_no_other()
    {
        var rules = RuleSet.Load([
            File("  - a: Item\n    where: a.key = 1", id: "T1"),
            File("  - a: Item\n    where: a.key = 1", id: "T2", more: "supersedes: [T1]"),
            File("  - a: Item\n    where: a.value = 1", id: "T3", more: "supersedes: [T2]")], Types);
        var result = Run(rules, [A(0, Number(1), Number(1)), A(4, Number(1))]);
        Assert.Equal(["T1 at 0", "T2 at 4", "T3 at 0"], Supersession.Apply(result.Findings).Select(static f => $"{f.Rule.Id} at {f.At.Prose.Start}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_cases_of_a_rule_share_its_budget()
    {
        const string One = "match:\n- a: Item\nrequire: a.key > 0\nmessage: m\nat: a\n";
        string Case(string text) => "  - " + text.TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal);
        KnowledgeFile Rule(string logic) => new("test.yml", $"id: T1\nname: test\nseverity: error\nsummary: A test.\nwhy: w\n{logic}");
        TestFact[] facts = [.. Enumerable.Range(0, 100).Select(static i => A(i * 4, Number(1)))];
        var single = RuleSet.Load([Rule(One)], Types);
        var two = RuleSet.Load([Rule($"cases:\n{Case(One)}\n{Case(One)}\n")], Types);
        Assert.Empty(two.Errors);
        var needed = Run(single, facts).Work;
        Assert.Empty(Run(single, facts, needed).Failures);
        Assert.Single(Run(two, facts, needed).Failures);
        Assert.Empty(Run(two, facts, 2 * needed).Failures);
    }

    [Fact]
    public void The_order_of_rule_files_does_not_matter()
    {
        KnowledgeFile[] files = [File("  - a: Item", id: "T1"), File("  - a: Item\n    where: a.key > 3", id: "T2"), File("  - a: Item\n  - b: Other\n    where: b.key = a.key", id: "T3")];
        TestFact[] facts = [.. Enumerable.Range(0, 40).Select(static i => i % 3 == 0 ? B(i * 4, Number(i % 7)) : A(i * 4, Number(i % 7)))];
        string Result(IEnumerable<KnowledgeFile> order) => string.Join("\n", Run(RuleSet.Load(order, Types), facts).Findings.Select(static f => $"{f.Rule.Id} {f.At.Prose.Start} {f.Message}"));
        var first = Result(files);
        Assert.Equal(first, Result(files.Reverse()));
        Assert.Equal(first, Result([files[1], files[2], files[0]]));
    }
}
