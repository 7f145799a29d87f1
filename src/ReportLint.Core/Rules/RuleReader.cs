using ReportLint.Core.Diagnostics;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Rules;

/// <summary>Reads rule files: checks every key, name and type, and compiles the expressions.</summary>
internal sealed class RuleReader
{
    private static readonly string[] LogicKeys = ["match", "require", "report when", "verifies", "message", "at", "related", "fix"];

    private static readonly string[] OtherKeys = ["id", "name", "severity", "summary", "why", "supersedes", "examples", "cases"];

    private const int MaximumVariables = 32;

    private readonly KnowledgeFile _file;
    private readonly YamlMap _map;
    private readonly TypeCatalog _catalog;
    private readonly KnowledgeBase _knowledge;
    private readonly ICollection<KnowledgeError> _errors;
    private readonly List<Variable> _variables = [];
    private readonly List<MatchTerm> _terms = [];
    private int _slots;
    private bool _failed;

    private RuleReader(KnowledgeFile file, YamlMap map, TypeCatalog catalog, KnowledgeBase knowledge, ICollection<KnowledgeError> errors)
    {
        (_file, _map, _catalog, _knowledge, _errors) = (file, map, catalog, knowledge, errors);
    }

    /// <summary>Reads one rule.</summary>
    /// <returns>The rule, or null with at least one error added.</returns>
    public static LintRule? Read(KnowledgeFile file, YamlMap map, TypeCatalog catalog, KnowledgeBase knowledge, ICollection<KnowledgeError> errors) =>
        new RuleReader(file, map, catalog, knowledge, errors).Read();

    private LintRule? Read()
    {
        var descriptor = ReadDescriptor();
        var supersedes = Texts("supersedes").Select(static node => node.Text).ToArray();
        var cases = new List<RuleCase>();
        if (_map["cases"] is YamlList { Items.Count: > 0 } list)
        {
            CheckKeys(_map, OtherKeys, "a rule with 'cases'");
            foreach (var item in list.Items)
            {
                if (item is not YamlMap map)
                {
                    Error(item, "a case is a mapping with 'match', 'require', 'message' and 'at'");
                    continue;
                }

                var reader = new RuleReader(_file, map, _catalog, _knowledge, _errors);
                reader.CheckKeys(map, LogicKeys, "a case");
                if (reader.ReadLogic() is { } logic)
                {
                    cases.Add(new(logic));
                }

                _failed |= reader._failed;
            }
        }
        else
        {
            CheckKeys(_map, [.. OtherKeys, .. LogicKeys], "a rule");
            if (ReadLogic() is { } logic)
            {
                cases.Add(new(logic));
            }
        }

        return _failed || descriptor is null || cases.Count == 0
            ? null
            : new LintRule(descriptor.Id, cases, () => descriptor) { Supersedes = supersedes, File = _file, ReadExamples = () => (_file.Tree as YamlMap ?? _map)["examples"] };
    }

    /// <summary>Compiles a part of a rule that is known to have no mistakes.</summary>
    /// <param name="file">The rule's file.</param>
    /// <param name="map">What it says.</param>
    /// <param name="index">Number of the case, from zero; zero for a rule without <c>cases</c>.</param>
    /// <param name="catalog">The fact types.</param>
    /// <param name="knowledge">Lexicons and settings.</param>
    /// <exception cref="InvalidOperationException">It has one after all.</exception>
    public static RuleLogic Compile(KnowledgeFile file, YamlMap map, int index, TypeCatalog catalog, KnowledgeBase knowledge)
    {
        var errors = new List<KnowledgeError>();
        var part = map["cases"] is YamlList list ? (YamlMap)list.Items[index] : map;
        return new RuleReader(file, part, catalog, knowledge, errors).ReadLogic() ?? throw new InvalidOperationException(errors[0].Message);
    }

    private RuleLogic? ReadLogic()
    {
        ReadMatch();
        if (_failed)
        {
            // Without its variables, every other expression would fail for the same reason.
            return null;
        }

        var binder = new Binder(_catalog, _knowledge, _variables);
        var (condition, reportsOn) = ReadCondition(binder);
        var message = Compile(Required("message"), text => MessageTemplate.Parse(text, binder));
        var at = Compile(Required("at"), text => Binder.Expect(binder.Bind(ExpressionParser.Parse(text)), ValueKind.Fact).Evaluate);
        var related = Texts("related").Select(node => Compile(node, text => Facts(binder, text))).OfType<Evaluate>().ToArray();
        var fixes = Texts("fix").Select(node => Compile(node, text => FixTemplate.Parse(text, binder, _slots))).OfType<FixTemplate>().ToArray();
        var verifies = ReadVerifies(reportsOn);
        return _failed || condition is null || message is null || at is null
            ? null
            : new RuleLogic
            {
                Terms = _terms,
                // One more for 'it' in a fix.
                SlotCount = _slots + 1,
                Condition = condition,
                ReportsOn = reportsOn,
                Message = message,
                At = at,
                Related = related,
                Fixes = fixes,
                Verifies = verifies,
            };
    }

    private DiagnosticDescriptor? ReadDescriptor()
    {
        YamlText? id = Required("id"), name = Required("name"), severity = Required("severity"), summary = Required("summary"), why = Required("why");
        if (id is null || name is null || severity is null || summary is null || why is null)
        {
            return null;
        }

        if (id.Text.StartsWith("RL0", StringComparison.Ordinal) || !id.Text.All(char.IsAsciiLetterOrDigit))
        {
            Error(id, id.Text.StartsWith("RL0", StringComparison.Ordinal) ? "ids that begin with RL0 belong to the tool itself" : "an id is made of letters and digits");
        }

        DiagnosticSeverity? level = severity.Text switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            "info" => DiagnosticSeverity.Info,
            _ => null,
        };
        if (level is null)
        {
            Error(severity, $"a severity is error, warning or info{Suggestion.For(severity.Text, ["error", "warning", "info"])}");
            return null;
        }

        var stem = _file.Path[(_file.Path.LastIndexOf('/') + 1)..];
        if (!stem.StartsWith(name.Text + ".", StringComparison.Ordinal))
        {
            Warning(name, $"the file of this rule should be called {name.Text}.yml");
        }

        return new(id.Text, name.Text, summary.Text.Trim(), level.Value, why.Text.Trim());
    }

    private void ReadMatch()
    {
        switch (_map["match"])
        {
            case YamlList { Items.Count: > 0 } list:
                foreach (var item in list.Items)
                {
                    if (item is YamlMap term)
                    {
                        ReadTerm(term);
                    }
                    else
                    {
                        Error(item, "a term of 'match' is 'VARIABLE: FactType', 'not:' or 'group: FactType'");
                    }
                }

                break;
            case null:
                Error(_map, "a rule needs the key 'match'");
                break;
            case { } other:
                Error(other, "'match' is a list of terms");
                break;
        }
    }

    private void ReadTerm(YamlMap term)
    {
        if (term["not"] is { } not)
        {
            CheckKeys(term, ["not"], "a 'not' term");
            if (not is YamlMap inner)
            {
                ReadFactTerm(inner, isNot: true);
            }
            else
            {
                Error(not, "'not' stands over a mapping 'VARIABLE: FactType' with 'where'");
            }
        }
        else if (term["group"] is { } group)
        {
            ReadGroup(term, group);
        }
        else
        {
            ReadFactTerm(term, isNot: false);
        }
    }

    private void ReadFactTerm(YamlMap term, bool isNot)
    {
        YamlText? name = null;
        YamlTree? typeName = null;
        foreach (var (key, value) in term.Entries)
        {
            if (key.Text == "where")
            {
                continue;
            }

            if (name is not null)
            {
                Error(key, $"a term has one variable and 'where'{Suggestion.For(key.Text, ["where"])}");
                return;
            }

            (name, typeName) = (key, value);
        }

        if (name is null)
        {
            Error(term, "a term needs a variable: 'VARIABLE: FactType'");
            return;
        }

        if (Declare(name, typeName!, out var type) is not { } slot)
        {
            return;
        }

        var variable = new Variable(name.Text, slot, StaticType.Fact(type)) { IsOfType = true };
        var conditions = ReadWhere(term, [.. _variables, variable]);
        if (!isNot)
        {
            _variables.Add(variable);
        }

        MatchTerm made = isNot ? new NotTerm(slot, type!, conditions) : new FactTerm(slot, type!, conditions);
        Add(made, name, typeName!);
    }

    private void ReadGroup(YamlMap term, YamlTree typeName)
    {
        CheckKeys(term, ["group", "as", "by", "where"], "a 'group' term");
        if (term["as"] is not YamlText name)
        {
            Error(term, "a group needs 'as: VARIABLE'");
            return;
        }

        if (Declare(name, typeName, out var type) is not { } slot)
        {
            return;
        }

        var single = new Variable(name.Text, slot, StaticType.Fact(type)) { IsOfType = true };
        var keys = new List<Bound>();
        var binder = new Binder(_catalog, _knowledge, [single]);
        foreach (var key in Texts(term["by"], "by"))
        {
            if (Compile(key, text => binder.Scalar(binder.Bind(ExpressionParser.Parse(text)))) is { } bound)
            {
                keys.Add(bound);
            }
        }

        if (term["by"] is null)
        {
            Error(term, "a group needs 'by: expression'");
        }

        var conditions = ReadWhere(term, [.. _variables, single]);
        _variables.Add(single with { Type = StaticType.List(single.Type) });
        Add(new GroupTerm(slot, type!, conditions, keys), name, typeName);
    }

    private int? Declare(YamlText name, YamlTree typeName, out FactType? type)
    {
        type = null;
        if (!IsName(name.Text))
        {
            Error(name, "a variable is a word of letters, digits and '_', and no word of the language");
            return null;
        }

        if (_variables.Any(v => v.Name == name.Text))
        {
            Error(name, $"the variable '{name.Text}' stands twice");
            return null;
        }

        if (typeName is not YamlText text)
        {
            Error(typeName, "a fact type is expected here");
            return null;
        }

        type = _catalog.Find(text.Text);
        if (type is null)
        {
            Error(text, $"there is no fact type '{text.Text}'{Suggestion.For(text.Text, _catalog.Names)}");
            return null;
        }

        if (_slots >= MaximumVariables)
        {
            Error(name, $"a rule has at most {MaximumVariables} variables");
            return null;
        }

        return _slots++;
    }

    private static bool IsName(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_') && text.All(static c => char.IsLetterOrDigit(c) || c == '_') &&
        text is not ("and" or "or" or "not" or "in" or "is" or "true" or "false" or "where" or "with" or "safely");

    private List<Bound> ReadWhere(YamlMap term, IReadOnlyList<Variable> scope)
    {
        var conditions = new List<Bound>();
        if (term["where"] is not { } where)
        {
            return conditions;
        }

        if (where is not YamlText text)
        {
            Error(where, "'where' is an expression");
            return conditions;
        }

        var binder = new Binder(_catalog, _knowledge, scope);
        try
        {
            Split(ExpressionParser.Parse(text.Text), binder, conditions);
        }
        catch (ExpressionException exception)
        {
            Error(text, exception);
        }

        return conditions;
    }

    private static void Split(ExpressionNode node, Binder binder, List<Bound> conditions)
    {
        // Conjunctions lean left; this walks them without recursion.
        var pending = new Stack<ExpressionNode>();
        pending.Push(node);
        while (pending.TryPop(out var next))
        {
            if (next is BinaryNode { Operator: "and" } and)
            {
                pending.Push(and.Right);
                pending.Push(and.Left);
            }
            else
            {
                conditions.Add(binder.Truth(next));
            }
        }
    }

    /// <summary>Adds a term; warns where it is joined to the earlier ones by no key, so that all pairs must be tried.</summary>
    private void Add(MatchTerm term, YamlText name, YamlTree typeName)
    {
        var others = _terms.Where(static t => t is not NotTerm).ToList();
        var isFree = term is not FactTerm && term.Conditions.All(c => (c.Slots & ~(1UL << term.Slot)) == 0);
        if (others.Any(static t => !t.Type.IsSingleton) && !term.Type.IsSingleton && !isFree && !term.Conditions.Any(c => JoinKey.Of(c, term.Slot) is not null))
        {
            Warning(name, $"'{name.Text}' shares no key with the variables before it, so every pair is tried; add '{name.Text}.x = {OtherName(others)}.y' to its 'where'");
        }

        _ = typeName;
        _terms.Add(term);
    }

    private string OtherName(List<MatchTerm> others) => _variables.First(v => v.Slot == others[0].Slot).Name;

    private (Evaluate? Condition, bool ReportsOn) ReadCondition(Binder binder)
    {
        var (require, report) = (_map["require"], _map["report when"]);
        if ((require is null) == (report is null))
        {
            Error(require ?? _map, "a rule needs either 'require' or 'report when'");
            return (null, false);
        }

        if ((require ?? report) is not YamlText text)
        {
            Error((require ?? report)!, "an expression is expected here");
            return (null, false);
        }

        return (Compile(text, expression => binder.Truth(ExpressionParser.Parse(expression)).Evaluate), report is not null);
    }

    private static Evaluate Facts(Binder binder, string text)
    {
        var node = ExpressionParser.Parse(text);
        var bound = binder.Bind(node);
        var type = bound.Type.Kind == ValueKind.List ? bound.Type.Element! : bound.Type;
        return type.Kind is ValueKind.Fact or ValueKind.Unknown
            ? bound.Evaluate
            : throw Binder.Mistake(node, $"expected a fact or a list of facts, but this is {bound.Type}");
    }

    private bool ReadVerifies(bool reportsOn)
    {
        if (_map["verifies"] is not { } node)
        {
            return false;
        }

        if (node is YamlText { Text: "true" or "false" } text)
        {
            if (text.Text == "true" && reportsOn)
            {
                Error(node, "only a rule with 'require' verifies");
            }

            return text.Text == "true";
        }

        Error(node, "'verifies' is true or false");
        return false;
    }

    private YamlText? Required(string key)
    {
        switch (_map[key])
        {
            case YamlText { Text: var text } node when !string.IsNullOrWhiteSpace(text):
                return node;
            case { } other:
                Error(other, $"'{key}' is a text");
                return null;
            default:
                Error(_map, $"a rule needs the key '{key}'");
                return null;
        }
    }

    private List<YamlText> Texts(string key) => Texts(_map[key], key);

    private List<YamlText> Texts(YamlTree? node, string key)
    {
        var texts = new List<YamlText>();
        foreach (var item in node is YamlList list ? list.Items : node is null ? [] : [node])
        {
            if (item is YamlText text)
            {
                texts.Add(text);
            }
            else
            {
                Error(item, $"'{key}' is a text or a list of texts");
            }
        }

        return texts;
    }

    private T? Compile<T>(YamlText? node, Func<string, T> compile)
        where T : class
    {
        if (node is null)
        {
            return null;
        }

        try
        {
            return compile(node.Text);
        }
        catch (ExpressionException exception)
        {
            Error(node, exception);
            return null;
        }
    }

    private void CheckKeys(YamlMap map, string[] keys, string what)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!keys.Contains(key.Text))
            {
                Error(key, $"{what} has no key '{key.Text}'{Suggestion.For(key.Text, keys)}");
            }
        }
    }

    private void Error(YamlText node, ExpressionException exception)
    {
        var (line, column) = YamlPlace.Of(_file, node, exception.Start);
        _errors.Add(new(_file.Path, line, column, exception.Length, exception.Message));
        _failed = true;
    }

    private void Error(YamlTree node, string message)
    {
        _errors.Add(At(node, message));
        _failed = true;
    }

    private void Warning(YamlTree node, string message) => _errors.Add(At(node, message) with { Severity = KnowledgeSeverity.Warning });

    private KnowledgeError At(YamlTree node, string message)
    {
        var length = node is YamlText { IsBlock: false } text ? Math.Max(1, text.Text.Length) : 1;
        var column = node is YamlText { IsQuoted: true } ? node.Column + 1 : node.Column;
        return new(_file.Path, node.Line, column, length, message);
    }
}
