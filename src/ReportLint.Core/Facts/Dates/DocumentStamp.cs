using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Dates;

/// <summary>A date that the document bears of itself: when it was written, published or changed.</summary>
public sealed class DocumentStamp : Fact
{
    internal static readonly FactType FactType = new(
        "DocumentStamp", "a date that the document bears of itself", "date: 2013-06-24 in the front matter; Updated: 4 July 2014; LEEDS, 3 March 2015 —; By Jane Doe, 3 March 2015",
        new FactProperty("kind", ValueKind.Text, "what happened to the document on that date; meeting for the day of a meeting whose minutes it is", static f => Value.Of(((DocumentStamp)f).Kind))
        {
            Symbols = ["published", "created", "updated", "review", "meeting", "first_saved", "last_saved"],
        },
        new FactProperty("source", ValueKind.Text, "where it stands", static f => Value.Of(((DocumentStamp)f).Source))
        {
            Symbols = ["property", "label", "byline", "dateline"],
        },
        new FactProperty("date", ValueKind.Date, "the days that it allows", static f => Value.Of(((DocumentStamp)f).Date)),
        new FactProperty("timed", ValueKind.Truth, "whether a time of day stands with it, so that another time zone may have another day", static f => Value.Of((bool?)((DocumentStamp)f).IsTimed)),
        new FactProperty("group", ValueKind.Number, "which notice of a document of several notices it belongs to, from 0", static f => Value.Of(((DocumentStamp)f).Group)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <inheritdoc/>
    public override TextSpan Span => PropertySpan ?? base.Span;

    /// <inheritdoc/>
    public override string Text => PropertySpan is { } span ? Document.Source.Content.Substring(span.Start, span.Length) : base.Text;

    /// <summary>Where it stands in the front matter, or null.</summary>
    public TextSpan? PropertySpan { get; init; }

    /// <summary><c>published</c>, <c>created</c>, <c>updated</c>, <c>review</c>, <c>meeting</c>, <c>first_saved</c> or <c>last_saved</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>property</c>, <c>label</c>, <c>byline</c> or <c>dateline</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The days that it allows.</summary>
    public required DateRange Date { get; init; }

    /// <summary>True where a time of day stands with it.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Number of the notice that it belongs to, from 0; properties of the file belong to the first.</summary>
    public int Group { get; init; }
}
