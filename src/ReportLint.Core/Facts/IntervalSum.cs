namespace ReportLint.Core.Facts;

/// <summary>Adds up intervals as <c>+</c> does, without an interval for each step.</summary>
internal struct IntervalSum
{
    private Interval? _first;
    private decimal? _low;
    private decimal? _high;
    private decimal? _nominal;
    private NumberForm? _form;
    private bool _lowOpen;
    private bool _highOpen;
    private bool _isSum;

    /// <summary>The sum so far; null where there was nothing to add.</summary>
    public readonly Interval? Sum => _isSum ? Interval.Made(_low, _high, _lowOpen, _highOpen, _nominal, _form) : _first;

    /// <summary>Adds one more.</summary>
    public void Add(Interval number)
    {
        if (_first is null)
        {
            _first = number;
            return;
        }

        if (!_isSum)
        {
            (_low, _high, _nominal, _form) = (_first.Low, _first.High, _first.Nominal, _first.Form);
            (_lowOpen, _highOpen, _isSum) = (_first.LowOpen, _first.HighOpen, true);
        }

        (_low, _high, _nominal) = (Interval.Add(_low, number.Low), Interval.Add(_high, number.High), Interval.Add(_nominal, number.Nominal));
        _form = _form is null ? null : NumberForm.Common(_form, number.Form);
        _lowOpen |= number.LowOpen;
        _highOpen |= number.HighOpen;
    }
}
