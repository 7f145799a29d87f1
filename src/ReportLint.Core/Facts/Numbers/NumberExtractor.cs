using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Numbers;

/// <summary>
/// Finds numbers in figures and in words, percentages, fractions and ranges, in one pass over the tokens. Tokens that an
/// earlier recogniser claimed (dates, identifiers, table cells) are left alone.
/// </summary>
internal sealed class NumberExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [Quantity.FactType, Percentage.FactType, Fraction.FactType, NumberRange.FactType, Identifier.FactType];

    public void Extract(AnalysisContext context)
    {
        var lexicons = new NumberLexicons(context.Knowledge);
        foreach (var block in context.Blocks)
        {
            new BlockPass(context, block, lexicons).Run();
        }
    }

    private sealed class BlockPass(AnalysisContext context, TokenizedBlock block, NumberLexicons lexicons)
    {
        private readonly Token[] _tokens = block.Tokens;

        public void Run()
        {
            NumericFact? previous = null;
            var previousEnd = -1;
            var previousHedgeStart = 0;
            for (var i = 0; i < _tokens.Length;)
            {
                if (block.MentionAt(i) is not null || !MayBegin(i))
                {
                    i++;
                    continue;
                }

                var (fact, end, start) = ReadAt(i);
                if (fact is null)
                {
                    i = Math.Max(end, i + 1);
                    continue;
                }

                if (!block.Claim(start, end, fact))
                {
                    i++;
                    continue;
                }

                context.Facts.Add(fact);
                if (fact is NumericFact number)
                {
                    if (previous is not null && ReadRange(previous, previousHedgeStart, previousEnd, number, start) is { } range)
                    {
                        context.Facts.Add(range);
                    }

                    previous = number;
                    previousEnd = end;
                    previousHedgeStart = start;
                }
                else
                {
                    previous = null;
                }

                i = end;
            }
        }

        private bool MayBegin(int at) => _tokens[at].Kind == TokenKind.Number || (_tokens[at].Word != 0 &&
            (lexicons.Words.StartsWith(_tokens[at].Word) || lexicons.Currencies.StartsWith(_tokens[at].Word) ||
             (_tokens[at].Length is 1 or 2 or 4 && (Is(at, "a") || Is(at, "an") || Is(at, "half")))));

        private bool Is(int at, string word) => NumeralReader.IsWord(block, at, word);

        private (Fact? Fact, int End, int Start) ReadAt(int at)
        {
            if (ReadFraction(at) is { } fraction)
            {
                return fraction;
            }

            var start = at;
            var currency = lexicons.Currencies.Match(_tokens, at);
            if (currency.Length > 0)
            {
                at += currency.Length;
                if (at >= _tokens.Length || _tokens[at].Kind != TokenKind.Number || block.MentionAt(at) is not null)
                {
                    return (null, start + 1, start);
                }
            }

            if (IsGluedToWord(at))
            {
                return currency.Length > 0 ? (null, at + 1, start) : Name(at, at + 1, "compound");
            }

            if (NumeralReader.Read(block, at, lexicons, currency.Length > 0) is not { } numeral)
            {
                return _tokens[at].Kind == TokenKind.Number ? Name(at, at + 1, "other") : (null, at + 1, start);
            }

            if (!block.IsFree(start, numeral.EndToken))
            {
                return (null, at + 1, start);
            }

            if (numeral is { InWords: true, Value: 1 } && (IsBlocked(at - 1, "before") || IsBlocked(numeral.EndToken, "after") || (IsBlocked(numeral.EndToken, "weak") && !IsListItem(at))))
            {
                return (null, numeral.EndToken, start);
            }

            if (numeral is { InWords: false, Scaled: false } && currency.Length == 0 && ReadName(at, numeral.EndToken) is { } name)
            {
                return name;
            }

            return ReadNumber(start, at, numeral, currency.Length > 0 ? currency.Meaning : null);
        }

        private bool IsListItem(int at) => at > 0 && (Is(at - 1, "and") || block.TextOf(_tokens[at - 1]) is "," or ":" or ";" or "(");

        private bool IsBlocked(int at, string side) =>
            at >= 0 && at < _tokens.Length && lexicons.OneBlockers.Match(_tokens, at) is { Length: > 0 } match && match.Meaning == side;

        /// <summary>Digits that are part of a name: <c>B1077</c>, <c>24/7</c>, <c>54(2BA)</c>, <c>1st</c>, <c>#12</c>, <c>Ward 7</c>.</summary>
        private (Fact? Fact, int End, int Start)? ReadName(int at, int end)
        {
            if (end < _tokens.Length && !_tokens[end].SpaceBefore)
            {
                if (_tokens[end].Kind == TokenKind.Word && lexicons.Units.Match(_tokens, end).Length == 0 &&
                    lexicons.Percents.Match(_tokens, end).Length == 0 && lexicons.Multipliers.Match(_tokens, end).Length == 0)
                {
                    var ordinal = block.TextOf(_tokens[end]) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH";
                    return Name(at, end + 1, ordinal ? "ordinal" : "compound");
                }

                var mark = block.TextOf(_tokens[end]);
                if (end + 1 < _tokens.Length && !_tokens[end + 1].SpaceBefore && block.IsFree(end, end + 2) &&
                    (mark is "/" or ":" or "_" or "\\" or "=" or "@" || (mark is "(" && _tokens[end + 1].Kind == TokenKind.Number)) &&
                    _tokens[end + 1].Kind is TokenKind.Number or TokenKind.Word)
                {
                    if (mark is "/" && IsRatio(at, end))
                    {
                        return null;
                    }

                    return _tokens[end + 1].Kind == TokenKind.Number || mark is not "/"
                        ? Name(at, end + 2, "other")
                        : null;
                }
            }

            if (at > 1 && !_tokens[at].SpaceBefore && block.TextOf(_tokens[at - 1]) is "/" && block.MentionAt(at - 2) is Quantity)
            {
                return null;
            }

            if (at > 0 && !_tokens[at].SpaceBefore && block.TextOf(_tokens[at - 1]) is "#" or "_" or "/" or "\\" or ":" or "@" or "^")
            {
                return Name(at, end, "other");
            }

            if (at > 0 && block.MentionAt(at - 1) is null && _tokens[at].SpaceBefore)
            {
                for (var back = 1; back <= 2 && back <= at; back++)
                {
                    if (lexicons.IdentifierWords.Match(_tokens, at - back) is { Length: > 0 } match && match.Length == back &&
                        (_tokens[at - back].Capital || match.Meaning == "always"))
                    {
                        return Name(at, end, "reference");
                    }
                }
            }

            return IsBareYear(at, end) ? Name(at, end, "year") : null;
        }

        /// <summary>A part and its whole, alone in brackets or with brackets behind them: <c>48% (318/663)</c>, <c>318/663 (48%)</c>.</summary>
        private bool IsRatio(int at, int slash)
        {
            if (slash != at + 1 || slash + 2 >= _tokens.Length || _tokens[slash + 1].Kind != TokenKind.Number ||
                !NumeralReader.TryParse(block.TextOf(_tokens[at]), out _, out var partDecimals) ||
                !NumeralReader.TryParse(block.TextOf(_tokens[slash + 1]), out _, out var wholeDecimals) || partDecimals + wholeDecimals > 0)
            {
                return false;
            }

            var isInBrackets = at > 1 && block.TextOf(_tokens[at - 1]) is "(" && block.MentionAt(at - 2) is Percentage && block.TextOf(_tokens[slash + 2]) is ")" or ",";
            var isBeforeBrackets = slash + 4 < _tokens.Length && block.TextOf(_tokens[slash + 2]) is "(" && _tokens[slash + 3].Kind == TokenKind.Number &&
                lexicons.Percents.Match(_tokens, slash + 4).Length > 0;
            return isInBrackets || isBeforeBrackets;
        }

        /// <summary>Four digits that read as a year and count nothing.</summary>
        private bool IsBareYear(int at, int end) =>
            end == at + 1 && _tokens[at].Length == 4 && int.TryParse(block.TextOf(_tokens[at]), out var year) && year is >= 1500 and < 2200 &&
            ((at > 0 && lexicons.YearBefore.Match(_tokens, at - 1).Length == 1) ||
             !(end < _tokens.Length && _tokens[end].Kind == TokenKind.Word && lexicons.NonNouns.Match(_tokens, end).Length == 0));

        private bool IsGluedToWord(int at) =>
            at > 0 && _tokens[at].Kind == TokenKind.Number && !_tokens[at].SpaceBefore &&
            ((_tokens[at - 1].Kind == TokenKind.Word && lexicons.Currencies.Match(_tokens, at - 1).Length == 0) ||
             (_tokens[at - 1].Kind == TokenKind.Mark && at > 1 && !_tokens[at - 1].SpaceBefore && _tokens[at - 2].Kind == TokenKind.Word && block.TextOf(_tokens[at - 1]) is "-" or "‑" or "." or "_"));

        private (Fact Fact, int End, int Start) Name(int first, int end, string scheme) => (new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(first, end),
            Sentence = block.SentenceOf(first),
            Scheme = scheme,
            Name = block.Block.Prose.Text.Substring(_tokens[first].Start, _tokens[end - 1].End - _tokens[first].Start),
        }, end, first);

        private (Fact? Fact, int End, int Start) ReadNumber(int start, int at, Numeral numeral, string? currency)
        {
            var end = numeral.EndToken;
            var (hedge, negative) = ReadBefore(start);
            var value = negative ? -numeral.Value : numeral.Value;
            var digits = block.SpanOf(at, numeral.DigitsEndToken);
            if (!numeral.Scaled && ReadPartner(at, numeral, currency is not null) is { } shared)
            {
                return ReadWithPartner(start, at, numeral, currency, shared);
            }

            var percent = lexicons.Percents.Match(_tokens, SkipHyphen(end));
            if (percent.Length > 0 && currency is null && block.IsFree(end, end + percent.Length))
            {
                var percentEnd = SkipHyphen(end) + percent.Length;
                if (percent.Meaning == "basis")
                {
                    // A basis point is a hundredth of a percentage point.
                    (value, numeral) = (value / 100, numeral with { Step = numeral.Step / 100 });
                }

                var isPoints = percent.Meaning != "percent";
                return (new Percentage
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = block.SpanOf(start, percentEnd),
                    Sentence = block.SentenceOf(start),
                    Value = WrittenInterval.Of(value, numeral.Step, true, hedge, HedgeMargins.Default),
                    Nominal = value,
                    Step = numeral.Step,
                    Hedge = hedge,
                    InWords = numeral.InWords,
                    Unit = isPoints ? "percentage point" : "percent",
                    Dimension = "percent",
                    Digits = digits,
                    IsPoints = isPoints,
                }, percentEnd, start);
            }

            var (unit, dimension, unitEnd, compound) = ReadUnit(end, currency, numeral, at);
            if (dimension == "money" && unit is { } sub && sub.IndexOf('-') is > 0 and var dash)
            {
                unit = sub[..dash];
                value /= 100;
                numeral = numeral with { Step = numeral.Step / 100 };
            }

            var isRounded = numeral.Scaled || (numeral.Step < 1 && !(dimension == "money" && numeral.Step == 0.01m)) || (numeral.InWords && numeral.Step > 1);
            return (new Quantity
            {
                Document = context.Document,
                Block = block.Block,
                Prose = block.SpanOf(start, Math.Max(end, unitEnd)),
                Sentence = block.SentenceOf(start),
                Value = WrittenInterval.Of(value, numeral.Step, isRounded, hedge, HedgeMargins.Default),
                Nominal = value,
                Step = numeral.Step,
                Hedge = hedge,
                InWords = numeral.InWords,
                Unit = unit ?? "",
                Dimension = dimension,
                Digits = digits,
                IsCompound = compound,
                Noun = dimension is "count" ? NounPhrase.HeadAt(block, end, lexicons.NonNouns) : null,
            }, Math.Max(end, unitEnd), start);
        }

        /// <summary>What a number takes over from the number behind it in <c>1.2 to 1.4 million</c>, <c>5–10%</c>, <c>one and five days</c>.</summary>
        private readonly record struct Partner(decimal Scale, (int Length, string Meaning) Percent, (int Length, string Meaning) Unit);

        /// <summary>The scale, percent sign or unit that stands only behind the second of two joined numbers, or null.</summary>
        private Partner? ReadPartner(int at, Numeral numeral, bool isMoney)
        {
            var joint = numeral.EndToken;
            if (joint + 1 >= _tokens.Length || block.MentionAt(joint) is not null)
            {
                return null;
            }

            var isBetween = Is(joint, "and") && ((at > 0 && Is(at - 1, "between")) || (at > 1 && Is(at - 2, "between")));
            if (!isBetween && !Is(joint, "to") && !Is(joint, "or") && block.TextOf(_tokens[joint]) is not ("–" or "-" or "−"))
            {
                return null;
            }

            var second = joint + 1;
            var currency = lexicons.Currencies.Match(_tokens, second);
            second += currency.Length;
            if (second >= _tokens.Length || block.MentionAt(second) is not null || NumeralReader.Read(block, second, lexicons, currency.Length > 0) is not { } other)
            {
                return null;
            }

            var scale = other is { Scaled: true, InWords: false } && numeral.Value < 1000 ? other.Step : 1;
            if (scale != 1)
            {
                // 1.4 million has the step 100,000: the scale is what its digits were multiplied by.
                var digits = block.TextOf(_tokens[second]);
                scale = !NumeralReader.TryParse(digits, out var plain, out _) || plain == 0 || numeral.Value >= 10 * plain ? 1 : other.Value / plain;
            }

            if ((Is(joint, "or") && numeral.Value >= other.Value) || (isMoney && currency.Length == 0 && lexicons.Percents.Match(_tokens, other.EndToken).Length > 0))
            {
                // "by 25 or 8%", "by $2,415 or 17.9%": two sizes of one change
                return null;
            }

            var percent = currency.Length == 0 ? lexicons.Percents.Match(_tokens, other.EndToken) : default;
            var unit = percent.Length == 0 && currency.Length == 0 && other.EndToken < _tokens.Length ? lexicons.Units.Match(_tokens, other.EndToken) : default;
            return scale == 1 && percent.Length == 0 && unit.Length == 0 ? null : new Partner(scale, percent, unit);
        }

        private (Fact? Fact, int End, int Start) ReadWithPartner(int start, int at, Numeral numeral, string? currency, Partner partner)
        {
            var (hedge, negative) = ReadBefore(start);
            var step = numeral.Step * partner.Scale;
            var value = (negative ? -numeral.Value : numeral.Value) * partner.Scale;
            var isPercent = partner.Percent.Length > 0;
            var slash = partner.Unit.Length > 0 ? partner.Unit.Meaning.IndexOf('/') : -1;
            var isRounded = isPercent || partner.Scale != 1 || numeral.Step < 1;
            var interval = WrittenInterval.Of(value, step, isRounded, hedge, HedgeMargins.Default);
            var (span, digits) = (block.SpanOf(start, numeral.EndToken), block.SpanOf(at, numeral.DigitsEndToken));
            NumericFact fact = isPercent
                ? new Percentage
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = span,
                    Sentence = block.SentenceOf(start),
                    Value = interval,
                    Nominal = value,
                    Step = step,
                    Hedge = hedge,
                    InWords = numeral.InWords,
                    Digits = digits,
                    Dimension = "percent",
                    Unit = partner.Percent.Meaning == "points" ? "percentage point" : "percent",
                    IsPoints = partner.Percent.Meaning == "points",
                }
                : new Quantity
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = span,
                    Sentence = block.SentenceOf(start),
                    Value = interval,
                    Nominal = value,
                    Step = step,
                    Hedge = hedge,
                    InWords = numeral.InWords,
                    Digits = digits,
                    Unit = currency ?? (slash > 0 ? partner.Unit.Meaning[(slash + 1)..] : ""),
                    Dimension = currency is not null ? "money" : slash > 0 ? partner.Unit.Meaning[..slash] : "count",
                };
            return (fact, numeral.EndToken, start);
        }

        private int SkipHyphen(int at) =>
            at + 1 < _tokens.Length && !_tokens[at].SpaceBefore && !_tokens[at + 1].SpaceBefore && block.TextOf(_tokens[at]) is "-" or "‑" ? at + 1 : at;

        private (string? Unit, string Dimension, int End, bool Compound) ReadUnit(int end, string? currency, Numeral numeral, int at)
        {
            if (currency is not null)
            {
                return (currency, "money", end, false);
            }

            var hyphen = SkipHyphen(end);
            var unit = hyphen < _tokens.Length && block.MentionAt(hyphen) is null ? lexicons.Units.Match(_tokens, hyphen) : default;
            if (unit.Length > 0 && (hyphen > end || IsUnitSpelling(hyphen, unit.Length)))
            {
                var slash = unit.Meaning.IndexOf('/');
                var dimension = unit.Meaning[..slash];
                var name = unit.Meaning[(slash + 1)..];
                var unitEnd = hyphen + unit.Length;
                if (hyphen > end)
                {
                    // "13-year-old", "40-page", "90-minute"
                    if (name == "year" && unitEnd + 1 < _tokens.Length && block.TextOf(_tokens[unitEnd]) is "-" && lexicons.Units.Match(_tokens, hyphen) is { Length: > 0 } && Is(unitEnd + 1, "old") | Is(unitEnd + 1, "olds"))
                    {
                        return (name, "age", unitEnd + 2, true);
                    }

                    return (name, dimension, unitEnd, true);
                }

                if (dimension == "time" && name == "year" && unitEnd < _tokens.Length && block.TextOf(_tokens[unitEnd]) is "-" && Is(unitEnd + 1, "old") | Is(unitEnd + 1, "olds"))
                {
                    return (name, "age", unitEnd + 2, true);
                }

                return (name, dimension, unitEnd, false);
            }

            if (hyphen > end && _tokens[hyphen].Kind == TokenKind.Word)
            {
                // "four-bedroom": names a kind, counts nothing
                return (block.TextOf(_tokens[hyphen]).ToString(), "compound", end, true);
            }

            if (numeral.Value < 130 && HasAgeWordBefore(at))
            {
                return ("year", "age", end, false);
            }

            return (null, "count", end, false);
        }

        /// <summary>A one-letter or capital-sensitive unit counts only glued or in its own spelling; <c>p</c> is pence only when glued.</summary>
        private bool IsUnitSpelling(int at, int length) =>
            length > 1 || _tokens[at].Length > 2 || !_tokens[at].SpaceBefore || (_tokens[at].Length == 2 && !_tokens[at].Capital);

        private bool HasAgeWordBefore(int at)
        {
            if (at >= 3 && _tokens[at - 2].Kind == TokenKind.Number && (Is(at - 1, "to") || Is(at - 1, "and") || Is(at - 1, "or") || block.TextOf(_tokens[at - 1]) is "–" or "-"))
            {
                at -= 2;
            }

            for (var back = 1; back <= 3 && back <= at; back++)
            {
                if (lexicons.AgeWords.Match(_tokens, at - back) is { Length: > 0 } match && match.Length == back)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The hedge and the sign in front of a number.</summary>
        private (Hedge Hedge, bool Negative) ReadBefore(int start)
        {
            var at = start;
            var negative = false;
            if (at > 0 && !_tokens[at].SpaceBefore && block.TextOf(_tokens[at - 1]) is "-" or "–" or "−" &&
                (at == 1 || (_tokens[at - 1].SpaceBefore && _tokens[at - 2].Kind == TokenKind.Word) || block.TextOf(_tokens[at - 2]) is "("))
            {
                negative = true;
                at--;
            }

            for (var back = Math.Min(5, at); back >= 1; back--)
            {
                if (lexicons.Hedges.Match(_tokens, at - back) is { Length: > 0 } match && match.Length == back)
                {
                    return (HedgeOf(match.Meaning), negative);
                }
            }

            return (Hedge.None, negative);
        }

        private static Hedge HedgeOf(string meaning) => meaning switch
        {
            "about" => Hedge.About,
            "nearly" => Hedge.Nearly,
            "just-over" => Hedge.JustOver,
            "more-than" => Hedge.MoreThan,
            "at-least" => Hedge.AtLeast,
            "less-than" => Hedge.LessThan,
            "at-most" => Hedge.AtMost,
            _ => Hedge.None,
        };

        /// <summary><c>a third</c>, <c>two thirds</c>, <c>half</c>, <c>one in five</c>, <c>3 in 10</c>.</summary>
        private (Fact? Fact, int End, int Start)? ReadFraction(int at)
        {
            decimal numerator = 1;
            var end = at;
            if (Is(at, "half"))
            {
                var before = at > 0 ? lexicons.HalfBlockers.Match(_tokens, at - 1) : default;
                var after = lexicons.HalfBlockers.Match(_tokens, at + 1);
                var isHyphenated = at + 1 < _tokens.Length && !_tokens[at + 1].SpaceBefore && block.TextOf(_tokens[at + 1]) is "-";
                var isAfterAnd = at > 1 && Is(at - 1, "a") && Is(at - 2, "and");
                return before is { Length: > 0, Meaning: "before" } || after is { Length: > 0, Meaning: "after" } || isHyphenated || isAfterAnd || NumeralReader.Read(block, at, lexicons, false) is not null
                    ? null
                    : MakeFraction(at, at + 1, 0.5m);
            }

            if (Is(at, "a") || Is(at, "an"))
            {
                end = at + 1;
            }
            else if (_tokens[at].Kind == TokenKind.Word && lexicons.Words.Match(_tokens, at) is { Length: > 0 } word)
            {
                numerator = decimal.Parse(word.Meaning, System.Globalization.CultureInfo.InvariantCulture);
                end = at + word.Length;
            }
            else if (_tokens[at].Kind != TokenKind.Number)
            {
                return null;
            }

            if (ReadInFraction(at) is { } inFraction)
            {
                return inFraction;
            }

            if (end == at || numerator is 0 or > 20)
            {
                return null;
            }

            var denominatorAt = SkipHyphen(end);
            var denominator = lexicons.FractionWords.Match(_tokens, denominatorAt);
            if (denominator.Length == 0 || !block.IsFree(at, denominatorAt + denominator.Length))
            {
                return null;
            }

            var parts = decimal.Parse(denominator.Meaning, System.Globalization.CultureInfo.InvariantCulture);
            var after2 = denominatorAt + denominator.Length;
            var isPlural = block.TextOf(_tokens[after2 - 1]).EndsWith("s", StringComparison.OrdinalIgnoreCase) || Is(after2 - 1, "halves");
            if (numerator >= parts || (numerator > 1 && !isPlural) || (numerator == 1 && isPlural) || (!isPlural && !MayFollowFraction(after2)))
            {
                return null;
            }

            // "once a quarter", "a quarter's notice"
            return parts == 2 && numerator == 1 && Is(at, "a") && at > 0 && Is(at - 1, "and") ? null : MakeFraction(at, after2, numerator / parts);
        }

        private bool MayFollowFraction(int at) =>
            at >= _tokens.Length || _tokens[at].Kind == TokenKind.Mark && block.TextOf(_tokens[at]) is not "-" and not "’" and not "'" ||
            lexicons.FractionFollowers.Match(_tokens, at).Length > 0;

        /// <summary><c>one in five</c>, <c>nine in ten</c>, <c>3 in 10</c>: both small, both in words or both in figures.</summary>
        private (Fact? Fact, int End, int Start)? ReadInFraction(int at)
        {
            if (SmallNumber(at, out var top, out var topEnd) && Is(topEnd, "in") | (Is(topEnd, "out") && Is(topEnd + 1, "of")))
            {
                var bottomAt = topEnd + (Is(topEnd, "in") ? 1 : 2);
                var round = bottomAt < _tokens.Length && SmallNumber(bottomAt, out var bottom, out var bottomEnd) &&
                    _tokens[at].Kind == _tokens[bottomAt].Kind && top < bottom && bottom >= 2 && top > 0
                    ? (bottom, bottomEnd)
                    : default;
                if (round.bottomEnd > 0 && Is(topEnd, "in") && (top == 1 || round.bottom is 10 or 100 or 5 or 4 or 3) && block.IsFree(at, round.bottomEnd) &&
                    !(round.bottomEnd < _tokens.Length && lexicons.Units.Match(_tokens, round.bottomEnd).Length > 0))
                {
                    return MakeFraction(at, round.bottomEnd, top / round.bottom);
                }
            }

            return null;
        }

        private bool SmallNumber(int at, out decimal value, out int end)
        {
            value = 0;
            end = at;
            if (at >= _tokens.Length || block.MentionAt(at) is not null || NumeralReader.Read(block, at, lexicons, false) is not { } numeral ||
                numeral.Scaled || numeral.Step != 1 || numeral.Value > 1000)
            {
                return false;
            }

            value = numeral.Value;
            end = numeral.EndToken;
            return true;
        }

        private (Fact? Fact, int End, int Start) MakeFraction(int at, int end, decimal value)
        {
            var (hedge, _) = ReadBefore(at);
            return (new Fraction
            {
                Document = context.Document,
                Block = block.Block,
                Prose = block.SpanOf(at, end),
                Sentence = block.SentenceOf(at),
                Value = hedge is Hedge.None ? Interval.Around(value, 0.03m) : WrittenInterval.Of(value, 0.1m, false, hedge, HedgeMargins.Default),
                Nominal = value,
                Step = 0.01m,
                Hedge = hedge,
                InWords = _tokens[at].Kind == TokenKind.Word,
                Unit = "fraction",
                Dimension = "fraction",
                Digits = block.SpanOf(at, end),
            }, end, at);
        }

        /// <summary>In <c>345–7</c> and <c>221–38</c> the second number leaves out the digits that the first has said.</summary>
        private static bool IsElided(NumericFact low, NumericFact high) =>
            high.Digits.Length < low.Digits.Length && high.Nominal < low.Nominal && high.Digits.Start == high.Prose.Start && high.Step == 1;

        /// <summary>The range that two neighbouring numbers make, or null.</summary>
        private NumberRange? ReadRange(NumericFact low, int lowStart, int lowEnd, NumericFact high, int highStart)
        {
            if (low.Sentence != high.Sentence || lowEnd >= _tokens.Length)
            {
                return null;
            }

            var between = highStart - lowEnd;
            var isDash = between == 1 && block.TextOf(_tokens[lowEnd]) is "–" or "-" or "—" or "−";
            var isTo = between == 1 && Is(lowEnd, "to");
            var isAnd = between == 1 && Is(lowEnd, "and");
            if (!isDash && !isTo && !isAnd)
            {
                return null;
            }

            if (isDash && IsElided(low, high))
            {
                return null;
            }

            var marked = false;
            for (var back = 1; back <= 5 && back <= lowStart; back++)
            {
                marked |= lexicons.RangeWords.Match(_tokens, lowStart - back) is { Length: > 0 } match && match.Length == back;
            }

            marked |= isDash && low.Unit.Length > 0 && low.Unit == high.Unit && low.Dimension == "money" && (lowStart == 0 || block.TextOf(_tokens[lowStart - 1]) is ":" or "(");
            if (isAnd && !marked)
            {
                return null;
            }

            if (!(isTo && !marked))
            {
                low.IsRangeEnd = true;
                high.IsRangeEnd = true;
            }

            return new NumberRange
            {
                Document = context.Document,
                Block = block.Block,
                Prose = TextSpan.FromBounds(low.Prose.Start, high.Prose.End),
                Sentence = low.Sentence,
                Low = low,
                High = high,
                IsMarked = marked,
            };
        }
    }
}
