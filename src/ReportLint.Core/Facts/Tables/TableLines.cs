namespace ReportLint.Core.Facts.Tables;

/// <summary>A table seen along one axis: its lines one after the other, each with a figure in every lane.</summary>
internal sealed class TableLines
{
    private readonly TableGrid _grid;

    private TableLines(TableGrid grid, bool isColumn, TableLine[] lines, int[] lanes)
    {
        _grid = grid;
        IsColumn = isColumn;
        Lines = lines;
        Lanes = lanes;
    }

    /// <summary>True where columns are summed: lines are rows.</summary>
    public bool IsColumn { get; }

    /// <summary>The lines in order.</summary>
    public TableLine[] Lines { get; }

    /// <summary>True where a label or heading speaks of changes, averages or the like, so that the lines may be others where that is passed over.</summary>
    public bool HasDoubtful { get; private init; }

    /// <summary>The figures of the grid in whole units, or null where one is too long.</summary>
    public TableUnits? Units => _grid.Units;

    /// <summary>A figure in whole units, where there are any.</summary>
    public ref readonly UnitCell UnitsAt(int line, int lane) => ref (IsColumn
        ? ref _grid.Units![Lines[line].Index, Lanes[lane]]
        : ref _grid.Units![Lanes[lane], Lines[line].Index]);

    /// <summary>The columns (or rows) in which sums are tried.</summary>
    public int[] Lanes { get; }

    /// <summary>The cell in a line and a lane.</summary>
    public ref readonly CellContent Cell(int line, int lane) => ref (IsColumn
        ? ref _grid.Cells[Lines[line].Index, Lanes[lane]]
        : ref _grid.Cells[Lanes[lane], Lines[line].Index]);

    /// <summary>The fact of a cell, or null.</summary>
    public NumericFact? Fact(int line, int lane) => IsColumn
        ? _grid.Facts[Lines[line].Index, Lanes[lane]]
        : _grid.Facts[Lanes[lane], Lines[line].Index];

    /// <summary>How the figures of a cell's column are written.</summary>
    public ref readonly TableColumn Column(int line, int lane) => ref _grid.Columns[IsColumn ? Lanes[lane] : Lines[line].Index];

    /// <summary>True where the heading says that the figures are averages, rates or the like: their sum proves nothing.</summary>
    public bool IsDoubtful(int lane) => IsColumn && _grid.Columns[Lanes[lane]].IsNotSummed;

    /// <summary>The heading of a lane: of its column, or the label of its row.</summary>
    public string Heading(int lane) => (IsColumn ? _grid.HeadingOf(Lanes[lane]) : _grid.LabelOf(Lanes[lane]))?.Block.Prose.Text ?? "";

    /// <summary>Rows as lines, columns of figures as lanes.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="words">Lexicons.</param>
    /// <param name="withDoubtful">True where rows whose labels speak of changes or averages are parts all the same: <c>Change in stocks</c>.</param>
    public static TableLines OfRows(TableGrid grid, TableWords words, bool withDoubtful = false)
    {
        var lines = new List<TableLine>(grid.RowCount - grid.FirstRow);
        var last = LastFigures(grid);
        var hasDoubtful = false;
        for (var row = grid.FirstRow; row < grid.RowCount; row++)
        {
            var label = grid.LabelOf(row);
            var isUnlabelled = label is null && (row == last || (lines.Count > 0 && lines[^1] is { Label.Length: > 0, Role: not LineRole.Section }));
            var role = grid.IsWithoutFigures(row) ? LineRole.Section : RowRole(grid, row, label, words, isUnlabelled, withDoubtful, ref hasDoubtful);
            if (role != LineRole.Section || label is not null)
            {
                lines.Add(new(row, role, label?.Block.Prose.Text ?? ""));
            }
        }

        MarkOut(grid, lines, words);
        MarkWholes(grid, lines);
        var lanes = new List<int>(grid.ColumnCount);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.Columns[column] is { IsNumeric: true, Currency: not "several" })
            {
                lanes.Add(column);
            }
        }

        return new(grid, true, lines.ToArray(), lanes.ToArray()) { HasDoubtful = hasDoubtful };
    }

    /// <summary>Columns of figures as lines, rows as lanes.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="rows">The same table seen row by row.</param>
    /// <param name="words">Lexicons.</param>
    /// <param name="withDoubtful">True where columns whose headings speak of averages or rates are parts all the same: <c>Fixed rate assets</c>.</param>
    public static TableLines OfColumns(TableGrid grid, TableLines rows, TableWords words, bool withDoubtful = false)
    {
        var isAllPercent = Array.TrueForAll(grid.Columns, static c => !c.IsNumeric || c.IsPercent);
        var lines = new List<TableLine>(grid.ColumnCount);
        var hasDoubtful = false;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var kind = grid.Columns[column];
            if (!kind.IsNumeric)
            {
                continue;
            }

            var heading = grid.HeadingOf(column);
            var isDoubtful = kind.IsNotSummed || (heading is not null && TableWords.Contains(words.NotSummed, heading.Tokens));
            hasDoubtful |= isDoubtful;
            var isAside = (isDoubtful && !withDoubtful) || (kind.IsPercent && !isAllPercent);
            var role = isAside ? LineRole.Aside : isDoubtful ? LineRole.Part : LabelRole(heading, words, withDoubtful, ref hasDoubtful);
            lines.Add(new(column, role, heading?.Block.Prose.Text ?? ""));
        }

        var lanes = new List<int>(rows.Lines.Length);
        foreach (var line in rows.Lines)
        {
            if (line.Role is not (LineRole.Section or LineRole.Aside))
            {
                lanes.Add(line.Index);
            }
        }

        return new(grid, false, lines.ToArray(), lanes.ToArray()) { HasDoubtful = hasDoubtful };
    }

    /// <summary>Marks the lines between an opening and a closing balance that tell of what went out.</summary>
    private static void MarkOut(TableGrid grid, List<TableLine> lines, TableWords words)
    {
        // Of several lines such as "Balance at 1 April" the first opens.
        var isOpen = false;
        var first = lines.FindIndex(static l => l.Role is LineRole.Opening or LineRole.Balance);
        if (first >= 0 && lines[first].Role == LineRole.Balance && lines.FindIndex(first + 1, static l => l.Role == LineRole.Balance) > 0)
        {
            lines[first] = lines[first] with { Role = LineRole.Opening };
        }

        var last = lines.FindLastIndex(static l => l.Role == LineRole.Balance);
        for (var i = 0; i < last; i++)
        {
            isOpen = lines[i].Role == LineRole.Opening || (isOpen && lines[i].Role != LineRole.Balance);
            if (isOpen && lines[i].Role is LineRole.Part or LineRole.Total && grid.LabelOf(lines[i].Index) is { } label)
            {
                lines[i] = lines[i] with { IsOut = words.TellsOfOut(label.Tokens) };
            }
        }
    }

    /// <summary>Marks a line as a total where a column of percentages comes to 100 right above it and it says 100: <c>Valid votes 19,998 100.0</c>.</summary>
    private static void MarkWholes(TableGrid grid, List<TableLine> lines)
    {
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.Columns[column] is not { IsNumeric: true, IsPercent: true })
            {
                continue;
            }

            decimal sum = 0, tolerance = 0;
            var parts = 0;
            for (var i = 0; i < lines.Count; i++)
            {
                ref readonly var cell = ref grid.Cells[lines[i].Index, column];
                if (lines[i].Role is LineRole.Part or LineRole.Result && cell is { Kind: CellKind.Number, Nominal: 100 } && parts >= 2 && Math.Abs(sum - 100) <= tolerance)
                {
                    lines[i] = lines[i] with { Role = LineRole.Total };
                }

                if (lines[i].Role != LineRole.Part)
                {
                    (sum, tolerance, parts) = (0, 0, 0);
                }
                else if (cell.Kind == CellKind.Number)
                {
                    (sum, tolerance, parts) = (sum + cell.Nominal, tolerance + (cell.Step / 2), parts + 1);
                }
            }
        }
    }

    private static int LastFigures(TableGrid grid)
    {
        var row = grid.RowCount - 1;
        while (row >= grid.FirstRow && grid.IsWithoutFigures(row))
        {
            row--;
        }

        return row;
    }

    private static LineRole RowRole(TableGrid grid, int row, TokenizedBlock? label, TableWords words, bool isUnlabelled, bool withDoubtful, ref bool hasDoubtful)
    {
        bool isPercent = false, hasNumber = false, isStrong = true, isOnlyYears = true;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.Columns[column].IsNumeric && grid.Cells[row, column].Kind == CellKind.Number)
            {
                hasNumber = true;
                isPercent |= grid.Cells[row, column].IsPercent && !grid.Columns[column].IsPercent;
                isStrong &= grid.Table.Rows[grid.Offset + row][column].IsStrong;
                isOnlyYears &= grid.Cells[row, column].IsYearLike;
            }
        }

        if (isPercent || (hasNumber && isOnlyYears && label is null))
        {
            return LineRole.Aside;
        }

        var role = LabelRole(label, words, withDoubtful, ref hasDoubtful);
        return role switch
        {
            LineRole.Part when isUnlabelled => LineRole.Unlabelled,
            LineRole.Part when hasNumber && isStrong => LineRole.Result,
            _ => role,
        };
    }

    /// <summary>What the words of a label say.</summary>
    private static LineRole LabelRole(TokenizedBlock? label, TableWords words, bool withDoubtful, ref bool hasDoubtful)
    {
        if (label is null)
        {
            return LineRole.Part;
        }

        var tokens = label.Tokens;
        var start = 0;
        while (start < tokens.Length - 1 && tokens[start].Kind == TokenKind.Mark && words.OfWhich.Match(tokens, start).Length == 0 &&
            words.NotSummed.Match(tokens, start).Length == 0)
        {
            start++;
        }

        for (var i = start; i < tokens.Length && !withDoubtful; i++)
        {
            if (words.NotSummed.Match(tokens, i) is { Length: > 0 } aside && (i == start || aside.Meaning == "anywhere") && (i == 0 || tokens[i - 1].Kind != TokenKind.Number))
            {
                hasDoubtful = true;
                return LineRole.Aside;
            }
        }

        if (TableWords.Contains(words.Balances, tokens))
        {
            return TableWords.Contains(words.Balances, tokens, but: "opening") ? LineRole.Balance : LineRole.Opening;
        }

        if (start < tokens.Length && words.OfWhich.Match(tokens, start).Length > 0)
        {
            return LineRole.Aside;
        }

        if (start < tokens.Length && words.Deductions.Match(tokens, start).Meaning == "deduction")
        {
            return LineRole.Deduction;
        }

        return TotalRole(tokens, start, words);
    }

    private static LineRole TotalRole(Token[] tokens, int start, TableWords words)
    {
        for (var i = start; i < tokens.Length; i++)
        {
            var (length, meaning) = words.Totals.Match(tokens, i);
            if (length == 0)
            {
                continue;
            }

            bool atStart = i == start, atEnd = i + length == tokens.Length;
            switch (meaning)
            {
                case "total" when atStart || atEnd:
                case "led" when atStart:
                case "alone" when atStart && atEnd:
                    return LineRole.Total;
                case "result" when atStart || atEnd:
                    return LineRole.Result;
                case "none":
                    i += length - 1;
                    break;
            }
        }

        return LineRole.Part;
    }
}
