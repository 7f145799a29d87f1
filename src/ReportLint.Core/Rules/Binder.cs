using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Rules;

/// <summary>A variable of a rule.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slot">Its place in a <see cref="Frame"/>.</param>
/// <param name="Type">What it stands for.</param>
internal sealed record Variable(string Name, int Slot, StaticType Type)
{
    /// <summary>True where it stands for facts of its type and of no other, as that of a term does.</summary>
    public bool IsOfType { get; init; }
}

/// <summary>An expression that passed the type check, compiled.</summary>
/// <param name="Node">The expression as written.</param>
/// <param name="Type">What it gives.</param>
/// <param name="Evaluate">Computes it.</param>
/// <param name="Slots">One bit for each variable it reads.</param>
internal sealed record Bound(ExpressionNode Node, StaticType Type, Evaluate Evaluate, ulong Slots)
{
    /// <summary>The word, where this is a symbol and not a variable.</summary>
    public string? Symbol { get; init; }

    /// <summary>For <c>a = b</c>: the two sides, facts replaced by their values.</summary>
    public (Bound Left, Bound Right)? Equality { get; init; }
}

/// <summary>Checks the types of expressions over some variables and compiles them to closures.</summary>
internal sealed class Binder(TypeCatalog catalog, KnowledgeBase knowledge, IReadOnlyList<Variable> variables)
{
    public KnowledgeBase Knowledge { get; } = knowledge;

    /// <summary>The same with one more variable.</summary>
    public Binder With(Variable variable) => new(catalog, Knowledge, [.. variables, variable]);

    /// <summary>Compiles an expression of any type.</summary>
    /// <exception cref="ExpressionException">It names something that there is not, or types do not fit.</exception>
    public Bound Bind(ExpressionNode node)
    {
        var bound = Any(node);
        return bound.Symbol is null ? bound : throw UnknownVariable(node, bound.Symbol);
    }

    /// <summary>Compiles an expression that must be a truth value.</summary>
    /// <exception cref="ExpressionException">It is none, or it has another mistake.</exception>
    public Bound Truth(ExpressionNode node)
    {
        var bound = Scalar(Bind(node));
        if (bound.Type.Kind == ValueKind.List && bound.Type.Element!.Kind is ValueKind.Truth or ValueKind.Unknown)
        {
            throw Mistake(node, "this is a list of truth values; write all(…) or any(…)");
        }

        return Expect(bound, ValueKind.Truth);
    }

    /// <summary>A fact with a value stands for it, also inside a list.</summary>
    public Bound Scalar(Bound bound)
    {
        if (bound.Type.Kind is not (ValueKind.Fact or ValueKind.Unknown or ValueKind.List))
        {
            return bound;
        }

        var evaluate = bound.Evaluate;
        if (bound.Type.Kind == ValueKind.List)
        {
            var element = ScalarType(bound.Type.Element!);
            return element == bound.Type.Element && element.Kind != ValueKind.Unknown ? bound
                : bound with { Type = StaticType.List(element), Evaluate = frame => Map(frame, evaluate(frame), Operators.Scalar) };
        }

        var type = ScalarType(bound.Type);
        return type == bound.Type && type.Kind != ValueKind.Unknown ? bound
            : bound with { Type = type, Evaluate = frame => Operators.Scalar(evaluate(frame)) };
    }

    /// <summary>The same as <see cref="Scalar"/>, for a comparison, to which it does not matter how a number was written.</summary>
    private Bound Compared(Bound bound)
    {
        if (bound.Type.Kind is not (ValueKind.Fact or ValueKind.Unknown))
        {
            return Scalar(bound);
        }

        var evaluate = bound.Evaluate;
        var type = ScalarType(bound.Type);
        return type == bound.Type && type.Kind != ValueKind.Unknown ? bound
            : bound with { Type = type, Evaluate = frame => evaluate(frame) is var value && value.Fact is { } fact ? fact.Compared : value };
    }

    public static Value Map(Frame frame, Value value, Func<Value, Value> map)
    {
        if (value.List is not { } list)
        {
            return value.IsUnknown ? value : map(value);
        }

        frame.Spend(list.Length);
        var results = new Value[list.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = map(list[i]);
        }

        return Value.Of(results);
    }

    /// <exception cref="ExpressionException">The value is of another kind.</exception>
    public static Bound Expect(Bound bound, ValueKind kind) =>
        bound.Type.Kind == kind || bound.Type.Kind == ValueKind.Unknown
            ? bound
            : throw Mistake(bound.Node, $"expected {new StaticType(kind)}, but this is {bound.Type}");

    public static ExpressionException Mistake(ExpressionNode node, string message) => new(node.Start, node.Length, message);

    public ExpressionException UnknownVariable(ExpressionNode node, string name) =>
        Mistake(node, $"there is no variable '{name}'{Suggestion.For(name, variables.Select(static v => v.Name))}");

    /// <summary>Compiles an expression that may be a symbol.</summary>
    /// <exception cref="ExpressionException">It has a mistake.</exception>
    public Bound Any(ExpressionNode node) => node switch
    {
        NumberNode number => Constant(node, StaticType.Number, Value.Of((decimal?)number.Value)),
        TextNode text => Constant(node, StaticType.Text, Value.Of(text.Value)),
        TruthNode truth => Constant(node, StaticType.Truth, Value.Of((bool?)truth.Value)),
        NameNode name => Name(name),
        ListNode list => List(list),
        PropertyNode property => Property(property),
        CallNode call => Functions.Bind(this, call),
        NegateNode negate => Negate(negate),
        NotNode not => Not(not),
        InNode membership => In(membership),
        IsKnownNode known => IsKnown(known),
        BinaryNode { Operator: "and" or "or" } logic => Logic(logic),
        BinaryNode { Operator: "+" or "-" or "*" or "/" } arithmetic => Arithmetic(arithmetic),
        BinaryNode comparison => Comparison(comparison),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static Bound Constant(ExpressionNode node, StaticType type, Value value) => new(node, type, _ => value, 0);

    private Bound Name(NameNode node)
    {
        if (Find(node.Name) is { Slot: var slot, Type: var type })
        {
            return new(node, type, frame => frame.Slots[slot], 1UL << slot);
        }

        return Constant(node, StaticType.Text, Value.Of(node.Name)) with { Symbol = node.Name };
    }

    private Variable? Find(string name)
    {
        foreach (var variable in variables)
        {
            if (variable.Name == name)
            {
                return variable;
            }
        }

        return null;
    }

    private Bound List(ListNode node)
    {
        var items = node.Items.Select(Bind).ToArray();
        return ListOf(node, items);
    }

    public static Bound ListOf(ExpressionNode node, IReadOnlyList<Bound> items)
    {
        var type = items.Count == 0 ? StaticType.Any : items[0].Type;
        foreach (var item in items)
        {
            if (item.Type.Kind != type.Kind && item.Type.Kind != ValueKind.Unknown && type.Kind != ValueKind.Unknown &&
                !(item.Type.Kind is ValueKind.Number or ValueKind.Fact && type.Kind is ValueKind.Number or ValueKind.Fact))
            {
                throw Mistake(item.Node, $"the list begins with {type}, and this is {item.Type}");
            }

            if (item.Type != type)
            {
                type = item.Type.Kind == type.Kind ? type.Kind == ValueKind.Fact ? StaticType.Fact(null) : type : StaticType.Any;
            }
        }

        var evaluates = items.Select(static i => i.Evaluate).ToArray();
        return new(node, StaticType.List(type), frame =>
        {
            var values = new Value[evaluates.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = evaluates[i](frame);
            }

            return Value.Of(values);
        }, Union(items));
    }

    private Bound Property(PropertyNode node)
    {
        if (node.Target is NameNode name && Name(name).Symbol is { } symbol)
        {
            throw UnknownVariable(name, symbol);
        }

        var target = Any(node.Target);
        var isList = target.Type.Kind == ValueKind.List;
        var of = isList ? target.Type.Element! : target.Type;
        if (of.Kind is not (ValueKind.Fact or ValueKind.Unknown))
        {
            throw new ExpressionException(node.NameStart, node.Name.Length, $"{of} has no properties");
        }

        var evaluate = target.Evaluate;
        var (type, get) = Getter(node, of.FactType);
        if (!isList)
        {
            if (node.Target is NameNode { Name: var owner } && Find(owner) is { IsOfType: true } variable && of.FactType is { } exact && NumericFact.Includes(exact) == exact.Alone)
            {
                var (slot, read) = (variable.Slot, exact.Find(node.Name)!.Get);
                return new(node, type, frame => read(frame.Slots[slot].Fact!), target.Slots);
            }

            return new(node, type, frame => evaluate(frame).Fact is { } fact ? get(fact) : Value.Unknown, target.Slots);
        }

        Value Read(Value value) => value.Fact is { } fact ? get(fact) : Value.Unknown;
        return type.Kind == ValueKind.List
            ? new(node, type, frame => Flatten(frame, Map(frame, evaluate(frame), Read)), target.Slots)
            : new(node, StaticType.List(type), frame => Map(frame, evaluate(frame), Read), target.Slots);
    }

    private (StaticType Type, Func<Fact, Value> Get) Getter(PropertyNode node, FactType? type)
    {
        var name = node.Name;
        if (type is not null)
        {
            var property = type.Find(name) ?? throw new ExpressionException(
                node.NameStart, name.Length,
                $"{type.Name} has no property '{name}'{Suggestion.For(name, type.Properties.Select(static p => p.Name))}");

            // What a phrase captured may be of a type that only shares this property.
            return (StaticType.Of(property, catalog), new PropertyReader(name, type, property).Read);
        }

        var first = catalog.Types.Select(t => t.Find(name)).FirstOrDefault(static p => p is not null) ?? throw new ExpressionException(
            node.NameStart, name.Length,
            $"no fact has a property '{name}'{Suggestion.For(name, catalog.Types.SelectMany(static t => t.Properties).Select(static p => p.Name).Distinct())}");
        return (StaticType.Of(first, catalog), new PropertyReader(name, null, null).Read);
    }

    /// <summary>Reads a property of facts of any type. That of the type that came last is remembered: facts of one type come in rows. Thread-safe.</summary>
    private sealed class PropertyReader(string name, FactType? type, FactProperty? property)
    {
        private Known? _last = type is null ? null : new(type, property);

        public Value Read(Fact fact)
        {
            var of = fact.Type;
            var known = _last;
            if (known?.Type != of)
            {
                _last = known = new(of, of.Find(name));
            }

            return known.Property is { } found ? found.Get(fact) : Value.Unknown;
        }

        private sealed record Known(FactType Type, FactProperty? Property);
    }

    private static Value Flatten(Frame frame, Value value)
    {
        if (value.List is not { } lists)
        {
            return value;
        }

        var all = new List<Value>(8);
        foreach (var item in lists)
        {
            if (item.List is { } inner)
            {
                frame.Spend(inner.Length);
                all.AddRange(inner);
            }
            else
            {
                all.Add(item);
            }
        }

        return Value.Of(all.ToArray());
    }

    private Bound Negate(NegateNode node)
    {
        var operand = Scalar(Bind(node.Operand));
        var evaluate = operand.Evaluate;
        if (operand.Type.Kind == ValueKind.List)
        {
            ExpectElement(operand, ValueKind.Number);
            return new(node, StaticType.List(StaticType.Number), frame => Map(frame, evaluate(frame), Operators.Negate), operand.Slots);
        }

        Expect(operand, ValueKind.Number);
        return new(node, StaticType.Number, frame => Operators.Negate(evaluate(frame)), operand.Slots);
    }

    private Bound Not(NotNode node)
    {
        var operand = Truth(node.Operand);
        var evaluate = operand.Evaluate;
        return new(node, StaticType.Truth, frame => evaluate(frame) is var value && value.IsTrue ? Value.OfTruth(false) : value.IsFalse ? Value.OfTruth(true) : Value.Unknown, operand.Slots);
    }

    private Bound IsKnown(IsKnownNode node)
    {
        var operand = Bind(node.Operand);
        var evaluate = operand.Evaluate;
        var known = node.Known;
        return new(node, StaticType.Truth, frame => Value.OfTruth(evaluate(frame).IsUnknown != known), operand.Slots);
    }

    private Bound Logic(BinaryNode node)
    {
        Bound left = Truth(node.Left), right = Truth(node.Right);
        Evaluate first = left.Evaluate, second = right.Evaluate;
        return new(node, StaticType.Truth, node.Operator == "and"
            ? frame =>
            {
                var truth = first(frame);
                return truth.IsFalse ? truth : truth.IsTrue ? second(frame).TruthAlone : Value.Of(Operators.And(null, second(frame).Truth));
            }
        : frame =>
        {
            var truth = first(frame);
            return truth.IsTrue ? truth : truth.IsFalse ? second(frame).TruthAlone : Value.Of(Operators.Or(null, second(frame).Truth));
        }, left.Slots | right.Slots);
    }

    private Bound Arithmetic(BinaryNode node)
    {
        Bound left = Scalar(Bind(node.Left)), right = Scalar(Bind(node.Right));
        var symbol = node.Operator;
        if (symbol == "-" && left.Type.Kind == ValueKind.Date && right.Type.Kind is ValueKind.Date or ValueKind.Unknown)
        {
            return Pairwise(node, left, right, StaticType.Number, (a, b) => Operators.Arithmetic("-", a, b));
        }

        ExpectElement(left, ValueKind.Number);
        ExpectElement(right, ValueKind.Number);
        return Pairwise(node, left, right, StaticType.Number, (a, b) => Operators.Arithmetic(symbol, a, b));
    }

    private static void ExpectElement(Bound bound, ValueKind kind)
    {
        var type = bound.Type.Kind == ValueKind.List ? bound.Type.Element! : bound.Type;
        if (type.Kind != kind && type.Kind != ValueKind.Unknown)
        {
            throw Mistake(bound.Node, $"expected {new StaticType(kind)}, but this is {bound.Type}");
        }
    }

    private Bound Comparison(BinaryNode node)
    {
        var (left, right) = (Compared(Any(node.Left)), Compared(Any(node.Right)));
        CheckSymbols(left, right);
        var symbol = node.Operator;
        CheckComparable(node, left, right);
        var bound = left.Type.Kind == ValueKind.List || right.Type.Kind == ValueKind.List ? Pairwise(node, left, right, StaticType.Truth, Operators.Comparison(symbol))
            : new(node, StaticType.Truth, Compare(symbol, left, right), left.Slots | right.Slots);
        return symbol == "=" && left.Type.Kind != ValueKind.List && right.Type.Kind != ValueKind.List ? bound with { Equality = (left, right) } : bound;
    }

    private static Evaluate Compare(string symbol, Bound left, Bound right)
    {
        if (symbol is "=" or "!=" && (right.Symbol ?? (right.Node as TextNode)?.Value) is { } text)
        {
            var (evaluate, wanted) = (left.Evaluate, symbol == "=");
            return frame => evaluate(frame).Text is { } known ? Value.OfTruth((known == text) == wanted) : Value.Unknown;
        }

        Evaluate first = left.Evaluate, second = right.Evaluate;
        return symbol switch
        {
            "=" => frame => Value.Of(Operators.AreEqual(first(frame), second(frame))),
            "<" => frame => Value.Of(Operators.IsLess(first(frame), second(frame))),
            ">" => frame => Value.Of(Operators.IsLess(second(frame), first(frame))),
            "<=" => frame => Value.Of(!Operators.IsLess(second(frame), first(frame))),
            ">=" => frame => Value.Of(!Operators.IsLess(first(frame), second(frame))),
            "~" => frame => Value.Of(Operators.MayBeEqual(first(frame), second(frame))),
            _ => frame => Value.Of(!Operators.AreEqual(first(frame), second(frame))),
        };
    }

    private void CheckSymbols(Bound left, Bound right)
    {
        CheckSymbol(left, right.Symbol is null ? right.Type : StaticType.Any);
        CheckSymbol(right, left.Symbol is null ? left.Type : StaticType.Any);
        if (left.Symbol is not null && right.Symbol is not null)
        {
            throw UnknownVariable(left.Node, left.Symbol);
        }
    }

    private void CheckSymbol(Bound bound, StaticType other)
    {
        var of = other.Kind == ValueKind.List ? other.Element! : other;
        var word = bound.Symbol ?? (bound.Node as TextNode)?.Value;
        if (word is null)
        {
            return;
        }

        if (of.Kind is not (ValueKind.Text or ValueKind.Unknown))
        {
            throw bound.Symbol is null ? Mistake(bound.Node, $"this text is compared with {of}") : UnknownVariable(bound.Node, word);
        }

        if (of.Symbols is { } symbols && !symbols.Contains(word))
        {
            throw Mistake(bound.Node, $"'{word}' is never the case here{Suggestion.For(word, symbols)}");
        }
    }

    private static void CheckComparable(BinaryNode node, Bound left, Bound right)
    {
        var a = left.Type.Kind == ValueKind.List ? left.Type.Element! : left.Type;
        var b = right.Type.Kind == ValueKind.List ? right.Type.Element! : right.Type;
        if (a.Kind != ValueKind.Unknown && b.Kind != ValueKind.Unknown && a.Kind != b.Kind)
        {
            throw Mistake(node, $"{left.Type} cannot be compared with {right.Type}");
        }

        var kind = a.Kind == ValueKind.Unknown ? b.Kind : a.Kind;
        if (node.Operator is not ("=" or "!=") && kind is not (ValueKind.Number or ValueKind.Date or ValueKind.Unknown))
        {
            throw Mistake(node, $"'{node.Operator}' compares numbers and dates, not {new StaticType(kind)}");
        }
    }

    private Bound In(InNode node)
    {
        if (node.List is not ListNode written)
        {
            return InList(node);
        }

        var operand = Scalar(Bind(node.Operand));
        var items = written.Items.Select(item => Scalar(Any(item))).ToArray();
        foreach (var item in items)
        {
            CheckSymbol(item, operand.Type);
            if (item.Type.Kind != operand.Type.Kind && item.Type.Kind != ValueKind.Unknown && operand.Type.Kind != ValueKind.Unknown)
            {
                throw Mistake(item.Node, $"{operand.Type} is looked for, and this is {item.Type}");
            }
        }

        var evaluate = operand.Evaluate;
        if (TextsOf(items) is { } texts)
        {
            return new(node, StaticType.Truth, frame => IsAmong(evaluate(frame), texts), operand.Slots);
        }

        var evaluates = items.Select(static i => i.Evaluate).ToArray();
        return new(node, StaticType.Truth, frame =>
        {
            var value = evaluate(frame);
            bool? any = false;
            foreach (var item in evaluates)
            {
                any = Operators.Or(any, Operators.AreEqual(value, item(frame)));
            }

            return Value.Of(any);
        }, operand.Slots | Union(items));
    }

    /// <summary>The texts and symbols of a list of one or more that has nothing else, or null.</summary>
    private static string[]? TextsOf(Bound[] items)
    {
        var texts = new string[items.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if ((items[i].Symbol ?? (items[i].Node as TextNode)?.Value) is not { } text)
            {
                return null;
            }

            texts[i] = text;
        }

        return texts.Length > 0 ? texts : null;
    }

    private static Value IsAmong(Value value, string[] texts)
    {
        if (value.Text is not { } text)
        {
            return Value.Unknown;
        }

        foreach (var other in texts)
        {
            if (text == other)
            {
                return Value.OfTruth(true);
            }
        }

        return Value.OfTruth(false);
    }

    /// <summary>Membership in a list that a fact or a group has; facts are compared by identity, all else by value.</summary>
    private Bound InList(InNode node)
    {
        var (operand, list) = (Bind(node.Operand), Bind(node.List));
        if (list.Type.Kind != ValueKind.List)
        {
            throw Mistake(node.List, $"a list is expected here, and this is {list.Type}");
        }

        if (list.Type.Element!.Kind != operand.Type.Kind && operand.Type.Kind != ValueKind.Unknown)
        {
            throw Mistake(node.List, $"{operand.Type} is looked for, and these are {list.Type.Element}");
        }

        Evaluate first = operand.Evaluate, second = list.Evaluate;
        return new(node, StaticType.Truth, frame =>
        {
            var value = first(frame);
            if (second(frame).List is not { } items)
            {
                return Value.Unknown;
            }

            bool? any = false;
            foreach (var item in items)
            {
                frame.Spend(1);
                any = Operators.Or(any, Operators.AreEqual(value, item));
            }

            return Value.Of(any);
        }, operand.Slots | list.Slots);
    }

    /// <summary>An operator on two values; where one of them is a list, on each element.</summary>
    private static Bound Pairwise(ExpressionNode node, Bound left, Bound right, StaticType result, Func<Value, Value, Value> apply)
    {
        Evaluate first = left.Evaluate, second = right.Evaluate;
        var slots = left.Slots | right.Slots;
        return (left.Type.Kind == ValueKind.List, right.Type.Kind == ValueKind.List) switch
        {
            (false, false) => new(node, result, frame => apply(first(frame), second(frame)), slots),
            (true, false) => new(node, StaticType.List(result), frame =>
            {
                var other = second(frame);
                return Map(frame, first(frame), value => apply(value, other));
            }, slots),
            (false, true) => new(node, StaticType.List(result), frame =>
            {
                var other = first(frame);
                return Map(frame, second(frame), value => apply(other, value));
            }, slots),
            _ => throw Mistake(node, "two lists cannot be combined element by element"),
        };
    }

    private static ulong Union(IReadOnlyList<Bound> items)
    {
        ulong slots = 0;
        foreach (var item in items)
        {
            slots |= item.Slots;
        }

        return slots;
    }

    private StaticType ScalarType(StaticType type) =>
        type is { Kind: ValueKind.Fact, FactType: { } factType } && factType.Find("value") is { } property ? StaticType.Of(property, catalog)
        : type is { Kind: ValueKind.Fact, FactType: null } ? StaticType.Any
        : type;
}
