namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Finds which lines of a table are sums of which others. Lines are kept on a stack; a line that is found to be a sum
/// takes the place of its parts, so that subtotals and grand totals need no nesting to be told. Work is linear in the
/// cells: a total looks at the lines of its own section and a few more, and further only as long as that bears fruit.
/// </summary>
internal sealed class TotalFinder(TableLines table, TableSettings settings)
{
    private readonly List<int> _parts = [];
    private readonly List<int> _open = [];
    private readonly bool[] _consumed = new bool[table.Lines.Length];
    private readonly bool[] _afterBoundary = new bool[table.Lines.Length];
    private LaneSum[]? _sums;
    private LaneSum[]? _written;
    private int _summed;
    private int _vain;
    private int _last = -1;
    private bool _hasUnlabelledTotal;

    /// <summary>Cells looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>The totals in order, each with the best guess at its parts.</summary>
    public List<(int Line, TotalHypothesis Parts)> Find()
    {
        var found = new List<(int, TotalHypothesis)>();
        _last = Array.FindLastIndex(table.Lines, static l => l.Role is not (LineRole.Section or LineRole.Aside));
        var boundary = true;
        for (var line = 0; line < table.Lines.Length; line++)
        {
            var role = table.Lines[line].Role;
            if (role == LineRole.Section)
            {
                boundary = true;
                continue;
            }

            if (role is LineRole.Part or LineRole.Deduction)
            {
                _parts.Add(line);
            }

            if (role == LineRole.Aside || _consumed[line])
            {
                continue;
            }

            _afterBoundary[line] = boundary;
            boundary = false;
            if (role == LineRole.Total && (IsTotalOfOne(line) || IsTotalOfNone(line)))
            {
                boundary = true;
                _open.Add(line);
                continue;
            }

            var far = 0;
            if (Best(line, role, ref far) is { } best && IsAccepted(best, line, role))
            {
                _vain -= far > 0 && best.Parts.Length >= far ? 1 : 0;
                found.Add((line, best));
                _hasUnlabelledTotal |= role == LineRole.Unlabelled && best is { Holds: > 0, Misses: 0 };
                Collapse(line, best);
                boundary = true;
            }
            else
            {
                boundary = role is LineRole.Total;
            }

            _open.Add(line);
        }

        return found;
    }

    private void Collapse(int line, TotalHypothesis best)
    {
        if (best.Parts[0] > line)
        {
            foreach (var part in best.Parts)
            {
                _consumed[part] = true;
            }

            return;
        }

        var first = best.Parts[0];
        _afterBoundary[line] = _afterBoundary[first];
        while (_open.Count > 0 && _open[^1] >= first)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>A total under a single line with the very same figures: it takes that line's place, and proves nothing.</summary>
    private bool IsTotalOfOne(int line)
    {
        if (!table.IsColumn || _open.Count == 0 || !_afterBoundary[_open[^1]])
        {
            return false;
        }

        var part = _open[^1];
        var figures = 0;
        for (var lane = 0; lane < table.Lanes.Length; lane++)
        {
            ref readonly var cell = ref table.Cell(line, lane);
            ref readonly var other = ref table.Cell(part, lane);
            if (cell.Kind != other.Kind || (cell.Kind == CellKind.Number && cell.Nominal != other.Nominal))
            {
                return false;
            }

            figures += cell.Kind == CellKind.Number ? 1 : 0;
        }

        if (figures == 0)
        {
            return false;
        }

        _open.RemoveAt(_open.Count - 1);
        _afterBoundary[line] = true;
        return true;
    }

    /// <summary>A total of nought right under the heading of its section: the section is empty.</summary>
    private bool IsTotalOfNone(int line)
    {
        if (!table.IsColumn || line == 0 || table.Lines[line - 1].Role != LineRole.Section)
        {
            return false;
        }

        for (var lane = 0; lane < table.Lanes.Length; lane++)
        {
            if (table.Cell(line, lane) is { Kind: CellKind.Number, Nominal: not 0 })
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAccepted(TotalHypothesis best, int line, LineRole role)
    {
        var fits = best.Holds > 0 && best.Holds >= best.Misses;
        var isLikely = role is LineRole.Result or LineRole.Unlabelled or LineRole.Balance || (table.IsColumn && line == _last);
        return role switch
        {
            LineRole.Total => (best.IsNatural && (best.Holds > 0 || best.Gap < settings.FarGap)) || (fits && best.Digits >= settings.LikelyDigits),
            _ when isLikely && fits && best.Misses <= 1 => best.Digits >= (best.IsNatural ? settings.LikelyDigits : settings.DiscoveryDigits),
            LineRole.Unlabelled => best is { Holds: 0, Misses: 1, IsNatural: true } || (_hasUnlabelledTotal && best.IsNatural && fits),
            LineRole.Balance => best is { Holds: 0, Misses: 1, IsNatural: true } || (best.IsNatural && fits),
            LineRole.Result => best is { Holds: 0, Misses: 1, IsNatural: true } && line == _last,
            _ => table.IsColumn && fits && best.Misses <= 1 && best.Digits >= settings.DiscoveryDigits,
        };
    }

    /// <summary>The best guess at the parts of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="role">Its role.</param>
    /// <param name="far">Becomes the number of lines from which on the look back was a far one, where it was.</param>
    private TotalHypothesis? Best(int line, LineRole role, ref int far)
    {
        TotalHypothesis? best = null;
        var isPlain = role is LineRole.Part or LineRole.Deduction && line != _last;
        var reach = isPlain ? settings.DiscoveryParts : settings.MaximumParts;
        if (isPlain)
        {
            if (!table.IsColumn || !IsWorthTrying(line, reach))
            {
                return null;
            }
        }

        LookBack(line, reach, ref best, ref far);
        if (best is { IsNatural: true, Holds: > 0 } above && above.Holds >= above.Misses && above.Digits >= settings.ProofDigits)
        {
            return best;
        }

        if (role == LineRole.Total)
        {
            TryAllAbove(line, ref best);
            LookAhead(line, ref best);
        }

        return best;
    }

    /// <summary>True where the line is the sum of some above in the first or second lane: a cheap test that most lines fail.</summary>
    private bool IsWorthTrying(int line, int reach)
    {
        var tried = 0;
        for (var lane = 0; lane < table.Lanes.Length && tried < 2; lane++)
        {
            if (table.Cell(line, lane) is { Kind: CellKind.Number, Nominal: not 0 } && !table.Column(line, lane).IsPercent)
            {
                tried++;
                if (IsSumOfLast(line, lane, reach))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where one lane holds for the last two, three … open lines; the same sums as <see cref="LookBack"/> tries, and no more.</summary>
    private bool IsSumOfLast(int line, int lane, int reach)
    {
        if (table.Units is not null && IsSumOfLastInUnits(line, lane, reach) is { } known)
        {
            return known;
        }

        ref readonly var total = ref table.Cell(line, lane);
        if (Math.Abs(total.Nominal) > LaneSum.MaximumFigure)
        {
            return false;
        }

        ref readonly var column = ref table.Column(line, lane);
        var totalCurrency = total.Currency.Length > 0 ? total.Currency : column.Currency;
        var tolerance = LaneSum.HalfStep(total, column);
        decimal labelled = 0, written = 0;
        var figures = 0;
        for (var k = 1; k <= _open.Count && k <= reach; k++)
        {
            Work++;
            var part = _open[^k];
            ref readonly var cell = ref table.Cell(part, lane);
            decimal nominal = 0;
            switch (cell.Kind)
            {
                case CellKind.Zero or CellKind.Blank or CellKind.Missing:
                    break;
                case CellKind.Number:
                    var currency = cell.Currency.Length > 0 ? cell.Currency : column.Currency;
                    nominal = cell.Nominal;
                    if (currency != totalCurrency || Math.Abs(nominal) > LaneSum.MaximumFigure)
                    {
                        return false;
                    }

                    tolerance += LaneSum.HalfStep(cell, column);
                    figures += nominal == 0 ? 0 : 1;
                    break;
                default:
                    return false;
            }

            var first = nominal - written;
            written += nominal;
            labelled += table.Lines[part].SignOf(nominal) * nominal;
            if (k >= 2 && figures >= 2 &&
                (Math.Abs(written - total.Nominal) <= tolerance || Math.Abs(labelled - total.Nominal) <= tolerance || Math.Abs(first - total.Nominal) <= tolerance))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="IsSumOfLast"/>, in whole numbers; null where a figure is too large for them.</summary>
    private bool? IsSumOfLastInUnits(int line, int lane, int reach)
    {
        ref readonly var total = ref table.UnitsAt(line, lane);
        if (!total.IsFigure)
        {
            return null;
        }

        ref readonly var column = ref table.Column(line, lane);
        var currency = table.Cell(line, lane).Currency is { Length: > 0 } own ? own : column.Currency;
        var tolerance = total.Half;
        var (labelled, written, figures) = (0L, 0L, 0);
        for (var k = 1; k <= _open.Count && k <= reach; k++)
        {
            Work++;
            var part = _open[^k];
            ref readonly var cell = ref table.Cell(part, lane);
            if (cell.Kind is not (CellKind.Number or CellKind.Zero or CellKind.Blank or CellKind.Missing))
            {
                return false;
            }

            ref readonly var figure = ref table.UnitsAt(part, lane);
            if (cell.Kind == CellKind.Number)
            {
                if (!figure.IsFigure)
                {
                    return null;
                }

                if ((cell.Currency.Length > 0 ? cell.Currency : column.Currency) != currency)
                {
                    return false;
                }
            }

            tolerance += figure.Half;
            figures += figure.Value == 0 ? 0 : 1;
            var first = figure.Value - written;
            written += figure.Value;
            labelled += figure.Value > 0 && table.Lines[part].MayBeTakenOff ? -figure.Value : figure.Value;
            if (k >= 2 && figures >= 2 && (Math.Abs(written - total.Value) <= tolerance || Math.Abs(labelled - total.Value) <= tolerance || Math.Abs(first - total.Value) <= tolerance))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Tries the last two, three … open lines: those of its own section and a few more for what is labelled as a total, a few for any other
    /// line. What lies further up is looked at for the last line, and for others until that has been in vain too often in this table.
    /// </summary>
    private void LookBack(int line, int reach, ref TotalHypothesis? best, ref int far)
    {
        var isTotal = table.Lines[line].Role == LineRole.Total;
        var near = isTotal ? int.MaxValue : settings.DiscoveryParts;
        LaneSum[]? labelled = null;
        LaneSum[]? rest = null;
        var written = _written ??= new LaneSum[table.Lanes.Length];
        Array.Clear(written);
        var nextTotal = table.IsColumn && table.Lines[line].Role != LineRole.Total ? NextTotal(line) : line;
        for (var k = 1; k <= _open.Count && k <= reach; k++)
        {
            var part = _open[^k];
            var natural = table.Lines[line].Role == LineRole.Balance ? table.Lines[part].Role is LineRole.Opening or LineRole.Balance : k == _open.Count || _afterBoundary[part];
            if (k > near && far == 0)
            {
                if (line != _last && _vain >= settings.FarLooks)
                {
                    return;
                }

                far = k;
                _vain++;
            }

            if (natural && near == int.MaxValue)
            {
                near = k + settings.DiscoveryParts;
            }

            // Where no label tells that a line is taken off, the figures are summed as written.
            labelled ??= table.Lines[part].MayBeTakenOff ? (LaneSum[])written.Clone() : null;
            var withRest = k >= 2 && nextTotal != line && (nextTotal < 0 || !AreSame(nextTotal, part));
            rest ??= withRest ? new LaneSum[table.Lanes.Length] : null;
            Work += table.Lanes.Length;
            for (var lane = 0; lane < table.Lanes.Length; lane++)
            {
                ref readonly var cell = ref table.Cell(part, lane);
                ref readonly var column = ref table.Column(part, lane);
                if (withRest)
                {
                    rest![lane] = written[lane];
                    rest[lane].Negate();
                    rest[lane].Add(cell, column, 1);
                }

                if (labelled is not null)
                {
                    labelled[lane].Add(cell, column, table.Lines[part].SignOf(cell.Nominal));
                }

                written[lane].Add(cell, column, 1);
            }

            if (k >= 2)
            {
                Consider(line, k, labelled ?? written, SignMode.Labelled, natural, ref best);
                if (labelled is not null)
                {
                    Consider(line, k, written, SignMode.Written, natural, ref best);
                }

                if (withRest)
                {
                    Consider(line, k, rest!, SignMode.FirstLessRest, natural, ref best);
                }

                if (best is { IsNatural: true, Misses: 0 } found && found.Holds == table.Lanes.Length)
                {
                    // Nothing further up explains more.
                    return;
                }
            }
        }
    }

    /// <summary>The next line that is labelled as a total, a few lines on at most; else -1.</summary>
    private int NextTotal(int line)
    {
        for (var next = line + 1; next < table.Lines.Length && next <= line + settings.DiscoveryParts; next++)
        {
            if (table.Lines[next].Role == LineRole.Total)
            {
                return next;
            }
        }

        return -1;
    }

    /// <summary>True where two lines hold the same figures: the second states the first again, so what lies between is not what is left of the first.</summary>
    private bool AreSame(int line, int other)
    {
        Work += table.Lanes.Length;
        for (var lane = 0; lane < table.Lanes.Length; lane++)
        {
            ref readonly var cell = ref table.Cell(line, lane);
            if (cell.Kind != table.Cell(other, lane).Kind || cell.Nominal != table.Cell(other, lane).Nominal)
            {
                return false;
            }
        }

        return true;
    }

    private void Consider(int line, int count, LaneSum[] sums, SignMode signs, bool natural, ref TotalHypothesis? best)
    {
        if (!natural && !HoldsAnywhere(line, sums))
        {
            return;
        }

        var guess = Judge(line, sums, signs, natural);
        if ((guess.Holds > 0 || (natural && guess.Misses > 0)) && guess.IsBetterThan(best))
        {
            best = guess with { Parts = _open.GetRange(_open.Count - count, count).ToArray() };
        }
    }

    /// <summary>Tries all lines above that are no totals, those below subtotals included.</summary>
    private void TryAllAbove(int line, ref TotalHypothesis? best)
    {
        if (_parts.Count >= 2 && _parts.Count <= settings.MaximumParts)
        {
            _sums ??= new LaneSum[table.Lanes.Length];
            for (; _summed < _parts.Count; _summed++)
            {
                AddLine(_parts[_summed], _sums);
            }

            Consider(line, _parts, _sums, natural: true, ref best);
        }
    }

    /// <summary>Tries the lines below, all up to the next boundary or only the first of them: a total that comes first.</summary>
    private void LookAhead(int line, ref TotalHypothesis? best)
    {
        var parts = new List<int>();
        var sums = new LaneSum[table.Lanes.Length];
        for (var i = line + 1; i < table.Lines.Length && parts.Count <= settings.MaximumParts; i++)
        {
            var role = table.Lines[i].Role;
            if (role is LineRole.Total || (role == LineRole.Section && parts.Count > 0))
            {
                break;
            }

            if (role is LineRole.Part or LineRole.Deduction or LineRole.Result)
            {
                parts.Add(i);
                AddLine(i, sums);
                if (parts.Count >= 2 && parts.Count <= settings.DiscoveryParts)
                {
                    Consider(line, parts, sums, natural: false, ref best);
                }
            }
        }

        if (parts.Count >= 2)
        {
            // A total below lines of its own section sums those.
            Consider(line, parts, sums, natural: _afterBoundary[line], ref best);
        }
    }

    private void AddLine(int part, LaneSum[] sums)
    {
        Work += sums.Length;
        for (var lane = 0; lane < sums.Length; lane++)
        {
            ref readonly var cell = ref table.Cell(part, lane);
            sums[lane].Add(cell, table.Column(part, lane), table.Lines[part].SignOf(cell.Nominal));
        }
    }

    private void Consider(int line, List<int> parts, LaneSum[] sums, bool natural, ref TotalHypothesis? best)
    {
        if (!natural && !HoldsAnywhere(line, sums))
        {
            return;
        }

        var guess = Judge(line, sums, SignMode.Labelled, natural);
        if ((guess.Holds > 0 || (natural && guess.Misses > 0)) && guess.IsBetterThan(best))
        {
            best = guess with { Parts = parts.ToArray() };
        }
    }

    /// <summary>False where the sum misses the figure in all lanes, which is told without judging by how much.</summary>
    private bool HoldsAnywhere(int line, LaneSum[] sums)
    {
        Work += sums.Length;
        for (var lane = 0; lane < sums.Length; lane++)
        {
            ref readonly var cell = ref table.Cell(line, lane);
            ref readonly var column = ref table.Column(line, lane);
            if (cell.Kind == CellKind.Number && !sums[lane].IsUnusable && sums[lane].Figures >= 2 && !column.IsPercent &&
                Math.Abs(sums[lane].Nominal - cell.Nominal) <= sums[lane].Tolerance + LaneSum.HalfStep(cell, column))
            {
                return true;
            }
        }

        return false;
    }

    private TotalHypothesis Judge(int line, LaneSum[] sums, SignMode signs, bool natural)
    {
        Work += sums.Length;
        int holds = 0, misses = 0;
        decimal digits = 0, gap = 0;
        for (var lane = 0; lane < sums.Length; lane++)
        {
            var verdict = LaneVerdict.Of(table, line, lane, sums[lane], settings);
            if (!verdict.IsEvidence || table.IsDoubtful(lane))
            {
                continue;
            }

            var counts = !table.Column(line, lane).IsPercent;
            if (verdict.Holds)
            {
                holds += counts ? 1 : 0;
                digits += counts ? verdict.Digits : 0;
            }
            else if (counts && !verdict.IsWithinParts)
            {
                misses++;
                gap += verdict.Gap;
            }
        }

        return new TotalHypothesis
        {
            Parts = [],
            Signs = signs,
            IsNatural = natural,
            Holds = holds,
            Misses = misses,
            Digits = digits,
            Gap = misses == 0 ? 0 : gap / misses,
        };
    }
}
