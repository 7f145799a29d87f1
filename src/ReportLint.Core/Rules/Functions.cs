using System.Globalization;
using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>The functions of the rule language: a closed list of pure functions. All give unknown where an argument that they need is unknown.</summary>
internal static class Functions
{
    private sealed record Function(string Signature, Func<Binder, CallNode, Bound> Bind);

    private static readonly Dictionary<string, Function> All = new(StringComparer.Ordinal)
    {
        ["sum"] = new("sum(list of numbers)", SumOf),
        ["count"] = new("count(list)", static (b, c) => OfList(b, c, ValueKind.Unknown, StaticType.Number, static list => Value.Of(list.Length), scalar: false)),
        ["min"] = new("min(list of numbers or dates)", static (b, c) => Extreme(b, c, least: true)),
        ["max"] = new("max(list of numbers or dates)", static (b, c) => Extreme(b, c, least: false)),
        ["all"] = new("all(list of truth values)", static (b, c) => OfList(b, c, ValueKind.Truth, StaticType.Truth, static list => Value.Of(Fold(list, true, Operators.And)))),
        ["any"] = new("any(list of truth values)", static (b, c) => OfList(b, c, ValueKind.Truth, StaticType.Truth, static list => Value.Of(Fold(list, false, Operators.Or)))),
        ["agree"] = new("agree(list)", static (b, c) => OfList(b, c, ValueKind.Unknown, StaticType.Truth, static list => Value.Of(Agree(list)))),
        ["confident"] = new("confident(wording, computed, stated, parts)", Confident),
        ["near"] = new("near(computed, stated)", Near),
        ["slips"] = new("slips(number, list of numbers)", Slips),
        ["span"] = new("span(period, unit)", Span),
        ["compatible"] = new("compatible(text, text)", static (b, c) => OfTexts(b, c, StaticType.Truth, static (x, y) => Value.Of((bool?)WordsAreSubset(x, y)))),
        ["distance"] = new("distance(text, text)", static (b, c) => OfTexts(b, c, StaticType.Number, static (x, y) => Value.Of(TextDistance.Between(x, y)))),
        ["listed"] = new("listed(text, lexicon)", Listed),
        ["lower"] = new("lower(text)", static (b, c) => OfOne(b, c, ValueKind.Text, StaticType.Text, static v => Value.Of(v.Text!.ToLowerInvariant()))),
        ["weekday"] = new("weekday(date)", static (b, c) => OfOne(b, c, ValueKind.Date, StaticType.Symbol(Calendar.Weekdays), static v => Value.Of(Calendar.Weekday(v.Date!)))),
        ["years_between"] = new("years_between(date, date)", YearsBetween),
        ["checkdigit"] = new("checkdigit(scheme, text)", CheckDigit),
        ["ordinal"] = new("ordinal(number)", static (b, c) => OfOne(b, c, ValueKind.Number, StaticType.Text, static v => Value.Of(Ordinal(v.Number!)))),
        ["abs"] = new("abs(number)", static (b, c) => OfOne(b, c, ValueKind.Number, StaticType.Number, static v => Value.Of(Abs(v.Number!)))),
        ["round"] = new("round(number, digits)", Round),
        ["rounded"] = new("rounded(number)", FigureFunctions.Rounded),
        ["convert"] = new("convert(number, unit, like)", FigureFunctions.Convert),
        ["pvalue"] = new("pvalue(test, statistic, df1, df2)", FigureFunctions.PValue),
        ["grim"] = new("grim(mean, count)", FigureFunctions.Grim),
    };

    /// <summary>Compiles a call.</summary>
    /// <exception cref="ExpressionException">There is no such function, or its arguments do not fit.</exception>
    public static Bound Bind(Binder binder, CallNode call) => All.TryGetValue(call.Name, out var function)
        ? function.Bind(binder, call)
        : throw new ExpressionException(call.Start, call.Name.Length, $"there is no function '{call.Name}'{Suggestion.For(call.Name, All.Keys)}");

    /// <summary><c>1st</c>, <c>22nd</c>; null unless the number is one whole number.</summary>
    public static string? Ordinal(Interval number)
    {
        if (number.Single is not { } single || single != Math.Truncate(single))
        {
            return null;
        }

        var lastTwo = (int)(Math.Abs(single) % 100);
        var ending = (lastTwo / 10 == 1 ? 0 : lastTwo % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return single.ToString("0", CultureInfo.InvariantCulture) + ending;
    }

    internal static void Arity(CallNode call, int count)
    {
        if (call.Arguments.Count != count)
        {
            throw Binder.Mistake(call, $"{All[call.Name].Signature} takes {count} argument{(count == 1 ? "" : "s")}, not {call.Arguments.Count}");
        }
    }

    private static Bound OfOne(Binder binder, CallNode call, ValueKind kind, StaticType result, Func<Value, Value> apply)
    {
        Arity(call, 1);
        var argument = Binder.Expect(binder.Scalar(binder.Bind(call.Arguments[0])), kind);
        var evaluate = argument.Evaluate;
        return new(call, result, frame => evaluate(frame) is var value && value.Kind == kind ? apply(value) : Value.Unknown, argument.Slots);
    }

    internal static Bound OfTwo(CallNode call, Bound first, Bound second, StaticType result, Func<Value, Value, Value> apply)
    {
        Evaluate left = first.Evaluate, right = second.Evaluate;
        return new(call, result, frame => apply(left(frame), right(frame)), first.Slots | second.Slots);
    }

    internal static Bound Scalar(Binder binder, ExpressionNode node, ValueKind kind) => Binder.Expect(binder.Scalar(binder.Bind(node)), kind);

    private static Bound OfTexts(Binder binder, CallNode call, StaticType result, Func<string, string, Value> apply)
    {
        Arity(call, 2);
        return OfTwo(call, Scalar(binder, call.Arguments[0], ValueKind.Text), Scalar(binder, call.Arguments[1], ValueKind.Text), result, (a, b) =>
            a.Text is { } x && b.Text is { } y ? apply(x, y) : Value.Unknown);
    }

    /// <summary>The one list argument; several arguments are a list too: <c>max(a, b)</c>.</summary>
    private static Bound ListArgument(Binder binder, CallNode call, ValueKind elements, bool scalar = true)
    {
        if (call.Arguments.Count == 0)
        {
            throw Binder.Mistake(call, $"{All[call.Name].Signature} needs an argument");
        }

        var list = call.Arguments.Count == 1 ? binder.Bind(call.Arguments[0])
            : Binder.ListOf(call, [.. call.Arguments.Select(a => scalar ? binder.Scalar(binder.Bind(a)) : binder.Bind(a))]);
        list = scalar ? binder.Scalar(list) : list;
        if (list.Type.Kind is not (ValueKind.List or ValueKind.Unknown))
        {
            throw Binder.Mistake(list.Node, $"{All[call.Name].Signature} takes a list, but this is {list.Type}");
        }

        if (elements != ValueKind.Unknown && list.Type.Element is { } element && element.Kind != elements && element.Kind != ValueKind.Unknown)
        {
            throw Binder.Mistake(list.Node, $"{All[call.Name].Signature}, but this is {list.Type}");
        }

        return list;
    }

    private static Bound OfList(Binder binder, CallNode call, ValueKind elements, StaticType result, Func<Value[], Value> apply, bool scalar = true)
    {
        var list = ListArgument(binder, call, elements, scalar);
        var evaluate = list.Evaluate;
        return new(call, result, frame =>
        {
            if (evaluate(frame).List is not { } values)
            {
                return Value.Unknown;
            }

            frame.Spend(values.Length);
            return apply(values);
        }, list.Slots);
    }

    private static Bound Extreme(Binder binder, CallNode call, bool least)
    {
        var element = ListArgument(binder, call, ValueKind.Unknown).Type.Element ?? StaticType.Any;
        if (element.Kind is not (ValueKind.Number or ValueKind.Date or ValueKind.Unknown))
        {
            throw Binder.Mistake(call, $"{All[call.Name].Signature}, but this is {StaticType.List(element)}");
        }

        return OfList(binder, call, element.Kind, element, list => Extreme(list, least));
    }

    private static Value Extreme(Value[] list, bool least)
    {
        if (list.Length == 0)
        {
            return Value.Unknown;
        }

        var best = list[0];
        foreach (var value in list)
        {
            if (best.Number is { } a && value.Number is { } b)
            {
                best = Value.Of(Extreme(a, b, least));
            }
            else if (best.Date is { } d && value.Date is { } e)
            {
                best = Value.Of(least
                    ? new DateRange(NodaTime.LocalDate.Min(d.Earliest, e.Earliest), NodaTime.LocalDate.Min(d.Latest, e.Latest))
                    : new DateRange(NodaTime.LocalDate.Max(d.Earliest, e.Earliest), NodaTime.LocalDate.Max(d.Latest, e.Latest)));
            }
            else
            {
                return Value.Unknown;
            }
        }

        return best;
    }

    /// <summary>The least or greatest of two numbers, end by end; an end of which nothing is known counts as infinite.</summary>
    private static Interval Extreme(Interval a, Interval b, bool least)
    {
        if (!least)
        {
            return Greatest(a, b);
        }

        var low = a.Low is null || b.Low is null ? null : (decimal?)Math.Min(a.Low.Value, b.Low.Value);
        var high = a.High is null ? b.High : b.High is null ? a.High : Math.Min(a.High.Value, b.High.Value);
        var lowOpen = (a.Low != low || a.LowOpen) && (b.Low != low || b.LowOpen);
        var highOpen = (a.High == high && a.HighOpen) || (b.High == high && b.HighOpen);
        var nominal = a.Nominal is { } x && b.Nominal is { } y ? Math.Min(x, y) : (decimal?)null;
        return Interval.Made(low, high, lowOpen, highOpen, nominal, NumberForm.Common(a.Form, b.Form));
    }

    private static Interval Greatest(Interval a, Interval b)
    {
        var high = a.High is null || b.High is null ? null : (decimal?)Math.Max(a.High.Value, b.High.Value);
        var low = a.Low is null ? b.Low : b.Low is null ? a.Low : Math.Max(a.Low.Value, b.Low.Value);
        var highOpen = (a.High != high || a.HighOpen) && (b.High != high || b.HighOpen);
        var lowOpen = (a.Low == low && a.LowOpen) || (b.Low == low && b.LowOpen);
        var nominal = a.Nominal is { } x && b.Nominal is { } y ? Math.Max(x, y) : (decimal?)null;
        return Interval.Made(low, high, lowOpen, highOpen, nominal, NumberForm.Common(a.Form, b.Form));
    }

    /// <summary>Facts are added without a list of their values.</summary>
    private static Bound SumOf(Binder binder, CallNode call)
    {
        ListArgument(binder, call, ValueKind.Number);
        var list = ListArgument(binder, call, ValueKind.Unknown, scalar: false);
        var evaluate = list.Evaluate;
        return new(call, StaticType.Number, frame =>
        {
            if (evaluate(frame).List is not { } values)
            {
                return Value.Unknown;
            }

            frame.Spend(2L * values.Length);
            return Sum(values);
        }, list.Slots);
    }

    private static Value Sum(Value[] list)
    {
        var sum = default(IntervalSum);
        foreach (var value in list)
        {
            if (Operators.Scalar(value).Number is not { } number)
            {
                return Value.Unknown;
            }

            sum.Add(number);
        }

        return Value.Of(sum.Sum ?? Interval.Exactly(0));
    }

    private static bool? Fold(Value[] list, bool? seed, Func<bool?, bool?, bool?> combine)
    {
        foreach (var value in list)
        {
            seed = combine(seed, value.Truth);
        }

        return seed;
    }

    /// <summary>Whether some value satisfies all: false where two exclude each other, unknown where one is unknown.</summary>
    private static bool? Agree(Value[] list)
    {
        var unknown = false;
        Value? common = null;
        foreach (var value in list)
        {
            if (value.IsUnknown)
            {
                unknown = true;
            }
            else if (common is not { } soFar)
            {
                common = value;
            }
            else if (value.Kind != soFar.Kind)
            {
                return null;
            }
            else if (Common(soFar, value) is { } both)
            {
                common = both;
            }
            else
            {
                return false;
            }
        }

        return unknown ? null : true;
    }

    /// <summary>What both allow, or null where they exclude each other.</summary>
    private static Value? Common(Value a, Value b)
    {
        if (a.Number is { } x && b.Number is { } y)
        {
            if (!x.Intersects(y))
            {
                return null;
            }

            var (low, lowOpen) = Tighter(x.Low, x.LowOpen, y.Low, y.LowOpen, 1);
            var (high, highOpen) = Tighter(x.High, x.HighOpen, y.High, y.HighOpen, -1);
            return Value.Of(Interval.Of(low, high, lowOpen, highOpen));
        }

        if (a.Date is { } d && b.Date is { } e)
        {
            var common = (First: NodaTime.LocalDate.Max(d.Earliest, e.Earliest), Last: NodaTime.LocalDate.Min(d.Latest, e.Latest));
            return common.First <= common.Last ? Value.Of(new DateRange(common.First, common.Last)) : null;
        }

        return Operators.AreEqual(a, b) == false ? null : a;
    }

    private static (decimal? End, bool Open) Tighter(decimal? a, bool aOpen, decimal? b, bool bOpen, int sign) => (a, b) switch
    {
        (null, _) => (b, bOpen),
        (_, null) => (a, aOpen),
        _ when a == b => (a, aOpen || bOpen),
        _ => (a > b) == (sign > 0) ? (a, aOpen) : (b, bOpen),
    };

    private static Bound Near(Binder binder, CallNode call)
    {
        Arity(call, 2);
        var computed = Scalar(binder, call.Arguments[0], ValueKind.Number);
        var statedFact = binder.Bind(call.Arguments[1]);
        var stated = Binder.Expect(binder.Scalar(statedFact), ValueKind.Number);
        var slips = new SlipModel(binder.Knowledge.Settings("near"));
        Evaluate first = computed.Evaluate, fact = statedFact.Evaluate;
        return new(call, StaticType.Truth, frame =>
        {
            var written = fact(frame);
            return first(frame).Number is { } x && Operators.Scalar(written).Number is { } y
                ? Value.Of(slips.AreNear(x, y, Step(written, y)))
                : Value.Unknown;
        }, computed.Slots | stated.Slots);
    }

    private static Bound Confident(Binder binder, CallNode call)
    {
        Arity(call, 4);
        var wording = SymbolArgument(binder, call.Arguments[0], ConfidenceModel.Wordings);
        var computed = Scalar(binder, call.Arguments[1], ValueKind.Number);
        var statedFact = binder.Bind(call.Arguments[2]);
        var stated = Binder.Expect(binder.Scalar(statedFact), ValueKind.Number);
        var list = Binder.Expect(binder.Bind(call.Arguments[3]), ValueKind.List);
        var model = ConfidenceModel.Of(binder.Knowledge);
        Evaluate how = wording.Evaluate, first = computed.Evaluate, fact = statedFact.Evaluate, parts = list.Evaluate;
        return new(call, StaticType.Truth, frame =>
        {
            var written = fact(frame);
            return how(frame).Text is { } words && first(frame).Number is { } x && Operators.Scalar(written).Number is { } y && parts(frame).List is { } numbers
                ? Value.Of(model.IsConfident(words, x, y, Step(written, y), numbers))
                : Value.Unknown;
        }, wording.Slots | computed.Slots | stated.Slots | list.Slots);
    }

    /// <summary>The weight of the last written digit: the fact's own, or that of the plain number.</summary>
    private static decimal Step(Value written, Interval number)
    {
        if (written.Fact is NumericFact { Step: var step })
        {
            return step;
        }

        var scale = number.Nominal is { } nominal ? Interval.Normalize(nominal).Scale : (byte)0;
        return new decimal(1, 0, 0, false, scale);
    }

    private static Bound Slips(Binder binder, CallNode call)
    {
        Arity(call, 2);
        var wrong = Scalar(binder, call.Arguments[0], ValueKind.Number);
        var list = binder.Bind(call.Arguments[1]);
        if (list.Type.Kind is not (ValueKind.List or ValueKind.Unknown))
        {
            throw Binder.Mistake(list.Node, $"slips(number, list of numbers) takes a list, but this is {list.Type}");
        }

        Evaluate first = wrong.Evaluate, second = list.Evaluate;
        return new(call, list.Type.Element ?? StaticType.Any, frame =>
        {
            if (first(frame).Number?.Single is not { } number || second(frame).List is not { } candidates)
            {
                return Value.Unknown;
            }

            frame.Spend(candidates.Length);
            return OneSlipAway(number, candidates);
        }, wrong.Slots | list.Slots);
    }

    /// <summary>The first element that one slip turns into the number; unknown where there is none, or where two different numbers qualify.</summary>
    private static Value OneSlipAway(decimal number, Value[] candidates)
    {
        var found = Value.Unknown;
        decimal? foundNumber = null;
        foreach (var candidate in candidates)
        {
            if (Operators.Scalar(candidate).Number?.Single is not { } right || right == foundNumber)
            {
                continue;
            }

            var step = new decimal(1, 0, 0, false, Math.Max(Interval.Normalize(number).Scale, Interval.Normalize(right).Scale));
            if (SlipModel.Digits(number, step) is { } a && SlipModel.Digits(right, step) is { } b && SlipModel.IsOneSlip(a, b))
            {
                if (foundNumber is not null)
                {
                    return Value.Unknown;
                }

                (found, foundNumber) = (candidate, right);
            }
        }

        return found;
    }

    private static Bound Span(Binder binder, CallNode call)
    {
        Arity(call, 2);
        var period = binder.Bind(call.Arguments[0]);
        if (period.Type.Kind is not (ValueKind.Fact or ValueKind.Unknown))
        {
            throw Binder.Mistake(period.Node, $"span(period, unit) takes a fact with starts and ends, but this is {period.Type}");
        }

        if (period.Type.FactType is { } type && (type.Find("starts")?.Kind, type.Find("ends")?.Kind) != (ValueKind.Date, ValueKind.Date))
        {
            throw Binder.Mistake(period.Node, $"span(period, unit) takes a fact with the dates starts and ends, and {type.Name} has none");
        }

        return OfTwo(call, period, SymbolArgument(binder, call.Arguments[1], Calendar.Units), StaticType.Number, static (value, unit) =>
            value.Fact is { } fact && unit.Text is { } name &&
            fact.Type.Find("starts")?.Get(fact).Date is { } start && fact.Type.Find("ends")?.Get(fact).Date is { } end
                ? Value.Of(Calendar.Span(start, end, name))
                : Value.Unknown);
    }

    private static Bound SymbolArgument(Binder binder, ExpressionNode node, IReadOnlyList<string> symbols)
    {
        var bound = binder.Scalar(binder.Any(node));
        if ((bound.Symbol ?? (node as TextNode)?.Value) is { } word && !symbols.Contains(word))
        {
            throw Binder.Mistake(node, $"'{word}' is not known here{Suggestion.For(word, symbols)}");
        }

        return Binder.Expect(bound, ValueKind.Text);
    }

    private static Bound YearsBetween(Binder binder, CallNode call)
    {
        Arity(call, 2);
        return OfTwo(call, Scalar(binder, call.Arguments[0], ValueKind.Date), Scalar(binder, call.Arguments[1], ValueKind.Date), StaticType.Number,
            static (a, b) => a.Date is { } from && b.Date is { } to ? Value.Of(Calendar.YearsBetween(from, to)) : Value.Unknown);
    }

    private static Bound CheckDigit(Binder binder, CallNode call)
    {
        Arity(call, 2);
        return OfTwo(call, SymbolArgument(binder, call.Arguments[0], CheckDigits.Schemes), Scalar(binder, call.Arguments[1], ValueKind.Text), StaticType.Truth,
            static (scheme, text) => scheme.Text is { } s && text.Text is { } t ? Value.Of(CheckDigits.Holds(s, t)) : Value.Unknown);
    }

    private static Bound Listed(Binder binder, CallNode call)
    {
        Arity(call, 2);
        var text = Scalar(binder, call.Arguments[0], ValueKind.Text);
        if (call.Arguments[1] is not TextNode { Value: var name })
        {
            throw Binder.Mistake(call.Arguments[1], $"{All[call.Name].Signature} takes the name of a lexicon in quotes");
        }

        if (!binder.Knowledge.LexiconNames.Contains(name))
        {
            throw Binder.Mistake(call.Arguments[1], $"there is no lexicon '{name}'{Suggestion.For(name, [.. binder.Knowledge.LexiconNames])}");
        }

        var lexicon = binder.Knowledge.Lexicon(name);
        var entries = new Lazy<HashSet<string>>(() => [.. lexicon.Phrases]);
        var evaluate = text.Evaluate;
        return new(call, StaticType.Truth, frame => evaluate(frame).Text is { } word ? Value.Of((bool?)entries.Value.Contains(word)) : Value.Unknown, text.Slots);
    }

    private static bool WordsAreSubset(string a, string b)
    {
        var left = Words(a);
        var right = Words(b);
        return left.IsSubsetOf(right) || right.IsSubsetOf(left);
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '’');
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static Interval Abs(Interval number)
    {
        if (number.Low >= 0)
        {
            return number;
        }

        if (number.High <= 0)
        {
            return -number;
        }

        var high = number.Low is { } low && number.High is { } top ? Math.Max(-low, top) : (decimal?)null;
        return Interval.Of(0, high).WithNominal(number.Nominal is { } nominal ? Math.Abs(nominal) : null) with { Form = number.Form };
    }

    private static Bound Round(Binder binder, CallNode call)
    {
        Arity(call, 2);
        return OfTwo(call, Scalar(binder, call.Arguments[0], ValueKind.Number), Scalar(binder, call.Arguments[1], ValueKind.Number), StaticType.Number,
            static (value, digits) => value.Number is { } number && digits.Number?.Single is { } count && count == Math.Truncate(count) && count is >= 0 and <= 20
                ? Value.Of(Round(number, (int)count))
                : Value.Unknown);
    }

    private static Interval Round(Interval number, int digits)
    {
        decimal? At(decimal? value) => value is { } known ? Math.Round(known, digits, MidpointRounding.AwayFromZero) : null;
        return Interval.Of(At(number.Low), At(number.High)).WithNominal(At(number.Nominal)) with { Form = number.Form };
    }
}
