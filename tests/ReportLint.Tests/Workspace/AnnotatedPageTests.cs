using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Workspace.Annotated;

namespace ReportLint.Tests.Workspace;

public sealed class AnnotatedPageTests
{
    private const string Hostile =
        """
        <!DOCTYPE html><html><head><title>Boats of {{script}} "2018"</title><script>document.title = 'owned'</script>
        <link rel="stylesheet" href="http://evil.example/x.css"><base href="http://evil.example/"><meta http-equiv="refresh" content="0;url=http://evil.example/">
        <style>body { display: none }</style></head><body onload="document.title = 'owned'">
        <h1>Boats &lt;img src=x onerror="document.title='owned'"&gt; {{script}} &lt;/style&gt;</h1>
        <p>Of 576 cases, 177 were good, 220 inadequate and 178 adequate. &lt;/p&gt;&lt;/main&gt;&lt;script&gt;document.title='owned'&lt;/script&gt;</p>
        <p><a href="javascript:document.title='owned'">We saw</a> <a href='http://evil.example/"onmouseover="x'>the the link</a>
        <img src="http://evil.example/i.png" alt='"><script>document.title="owned"</script>'> on 31 June 2018.</p>
        <iframe src="http://evil.example/f"></iframe><svg onload="document.title='owned'"><text>x</text></svg>
        <p>Code <code>&lt;script&gt;x&lt;/script&gt;</code> ends.</p>
        <table><caption>Costs <em>in</em> £</caption><thead><tr><th rowspan=2>Item</th><th colspan=2>Year</th></tr><tr><th>2019</th><th>2020</th></tr></thead>
        <tr><td>Rent</td><td>100</td><td>110</td></tr><tr><td>Power</td><td>50</td><td>60</td></tr><tr><td>Total</td><td>150</td><td>180</td></tr></table>
        </body></html>
        """;

    private const string Markdown =
        """
        ---
        title: Boats
        date: 2018-10-17
        ---

        # Boats in 20**1**8 [^1]

        A total of **64**0 answers came in: 322 firms plan to hire, 207 plan no `change` &amp; 101 expect to [shrink](gone.md).

        - First: on 31 June 2018,
          - and within [the the](#nowhere) report,
        - last.

        > Quoted words of 12 people.

        ```
        Code of 31 June 2018 <script>alert(1)</script>
        ```

        <!-- reportlint-disable RL9999 for no rule -->

        | Item  | 2019 |
        |-------|-----:|
        | Rent  |  100 |
        | Power |   50 |
        | Total |  160 |

        [^1]: A note of 31 November 2018.
        """;

    public static TheoryData<string, string> Drafts() => new()
    {
        { "a.html", Hostile },
        { "a.md", Markdown },
        { "a.txt", "Of 576 cases, 177 were good,\r\n220 inadequate and 178 adequate.\r\n\r\nThe the end of 31 June 2018.\r\n" },
        { "a.md", "" },
        { "a.md", "A report of nothing.\n" },
    };

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Every_finding_is_marked_on_exactly_its_words(string path, string draft)
    {
        var (page, result) = Make(path, draft);

        Assert.Equal(result.Diagnostics.Count, page.QuerySelectorAll(".finding").Length);
        for (var i = 0; i < result.Diagnostics.Count; i++)
        {
            var finding = result.Diagnostics[i];
            var item = page.GetElementById($"finding-{i + 1}")!;
            Assert.Equal(finding.Message, item.QuerySelector(".message")!.TextContent);
            Assert.Contains(finding.Descriptor.Id, item.QuerySelector("a[href^='#rule-']")!.TextContent, StringComparison.Ordinal);
            Assert.All(finding.Fixes, f => Assert.Contains(f.Title, item.TextContent, StringComparison.Ordinal));
            Assert.Equal(finding.RelatedLocations.Select(static r => r.Message), item.QuerySelectorAll(".places li").Select(static li => li.TextContent[(li.TextContent.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
            Assert.Equal(Words(result, finding), string.Concat(page.QuerySelectorAll("main [data-f]").Where(m => m.GetAttribute("data-f")!.Split(' ').Contains($"{i + 1}")).Select(static m => m.TextContent)));
        }
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public void The_text_is_shown_unchanged(string path, string draft)
    {
        var (page, result) = Make(path, draft);

        var code = path == "a.html" ? "<script>x</script>" : "change";
        var shown = page.QuerySelectorAll("main > p, main > blockquote, main > h2, main > h3, main > h4, main td, main th").Select(static e => e.TextContent);
        Assert.Equal(
            result.Document.Blocks.Select(b => b.Prose.Text.Replace("\uFFFC", code, StringComparison.Ordinal)).Where(static t => t.Length > 0),
            shown.Where(static t => t.Length > 0));
    }

    [Fact]
    public void What_is_no_prose_is_shown_as_it_stands_in_the_file() => Assert.Equal(
        ["---\ntitle: Boats\ndate: 2018-10-17\n---", "```\nCode of 31 June 2018 <script>alert(1)</script>\n```\n\n<!-- reportlint-disable RL9999 for no rule -->"],
        Make("a.md", Markdown).Page.QuerySelectorAll("main pre").Select(static e => e.TextContent));

    [Fact]
    public void Html_in_Markdown_is_shown_only_where_it_is_spoken_of() => Assert.Equal(
        ["</div>\n\n<!-- reportlint-disable RL4005 a refrain -->"],
        Make("a.md", "One.\n\n<div class=\"chart\">\n\nTwo.\n\n</div>\n\n<!-- reportlint-disable RL4005 a refrain -->\n\nThree.\n").Page.QuerySelectorAll("main pre").Select(static e => e.TextContent));

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Nothing_runs_and_nothing_is_loaded_but_what_is_the_pages_own(string path, string draft)
    {
        var (page, _) = Make(path, draft);

        var script = Assert.Single(page.QuerySelectorAll("script")).TextContent;
        var style = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        var policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        Assert.Equal($"default-src 'none'; style-src 'sha256-{Hash(style)}'; script-src 'sha256-{Hash(script)}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        string[] tags = ["a", "article", "blockquote", "body", "button", "code", "div", "em", "h1", "h2", "h3", "h4", "head", "header", "html", "kbd", "li", "main", "mark", "meta", "nav", "ol", "p", "pre", "script", "section", "span", "strong", "style", "sup", "table", "tbody", "td", "th", "title", "tr", "ul"];
        foreach (var element in page.All)
        {
            Assert.Contains(element.LocalName, tags);
            Assert.DoesNotContain(element.Attributes, static a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "src" or "style" or "srcset" or "action");
            Assert.StartsWith("#", element.GetAttribute("href") ?? "#", StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Every_link_leads_somewhere_and_every_id_is_one_elements(string path, string draft)
    {
        var (page, _) = Make(path, draft);

        var ids = page.QuerySelectorAll("[id]").Select(static e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("main a, .rules a, .places a, .head a"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
    }

    [Theory]
    [InlineData("a.md", "<!-- reportlint-disable RL2001 and the reason -->")]
    [InlineData("a.txt", "name RL2001, its line and the reason")]
    public void A_rule_says_why_it_is_there_and_how_it_is_answered(string path, string answer)
    {
        var (page, result) = Make(path, "We met on 31 June 2018.");

        var rule = page.GetElementById("rule-RL2001")!.TextContent;
        Assert.Contains(answer, rule, StringComparison.Ordinal);
        Assert.Contains(result.Diagnostics.Single().Descriptor.Why.ReplaceLineEndings(" ").Trim(), rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_bear_what_became_of_them()
    {
        var (page, result) = Make("a.html", Hostile);

        Assert.Equal(result.Coverage.Checked, page.QuerySelectorAll("main .n.checked").Length);
        Assert.Equal(result.Coverage.Flagged, page.QuerySelectorAll("main .n.flagged").Length);
        Assert.Equal(result.Coverage.Unbound, page.QuerySelectorAll("main .n.unbound").Length);
        Assert.Equal("RL1002 holds: with 50 and 150", page.QuerySelectorAll("main .n").Single(static n => n.TextContent == "100").GetAttribute("title"));
        Assert.Equal([("Item", "2", null), ("Year", null, "2")], page.QuerySelectorAll("main tr:first-child th").Select(static c => (c.TextContent, c.GetAttribute("rowspan"), c.GetAttribute("colspan"))));
    }

    [Fact]
    public void A_page_is_known_for_ours_and_the_same_each_time()
    {
        var bytes = Bytes(BuiltInRules.Lint("a.md", Encoding.UTF8.GetBytes(Markdown)));

        Assert.True(AnnotatedPage.IsOurs(bytes));
        Assert.False(AnnotatedPage.IsOurs(Encoding.UTF8.GetBytes(Hostile)));
        Assert.Equal(bytes, Bytes(BuiltInRules.Lint("a.md", Encoding.UTF8.GetBytes(Markdown))));
    }

    [Fact]
    public void The_work_grows_with_the_draft_not_with_its_square()
    {
        const string Line = "Of 576 cases, 177 were good, 220 inadequate and 178 adequate. ";
        Assert.InRange(Bytes(BuiltInRules.Lint(string.Concat(Enumerable.Repeat(Line, 400)))).Length, 1, 4 * Bytes(BuiltInRules.Lint(string.Concat(Enumerable.Repeat(Line, 200)))).Length);
    }

    /// <summary>The words of a finding as the page shows them: those of its place, in every block that it covers.</summary>
    private static string Words(LintResult result, Diagnostic finding)
    {
        var words = string.Concat(result.Document.Blocks.Select(b => b.Prose.ToProse(finding.Span) is var span && b.Span.OverlapsWith(finding.Span) ? b.Prose.Text.Substring(span.Start, span.Length) : ""));
        var mark = result.Document.Blocks.SelectMany(static b => b.Marks.Select(m => (b, m))).LastOrDefault(p => p.m.Source.Contains(finding.Span));
        return words.Length > 0 ? words
            : mark.b is not null ? mark.b.Prose.Text.Substring(mark.m.Prose.Start, mark.m.Prose.Length)
            : result.Document.Blocks.Any(b => b.Span.Contains(finding.Span)) || finding.Span.IsEmpty ? ""
            : result.Document.Source.ToString(finding.Span);
    }

    private static (IHtmlDocument Page, LintResult Result) Make(string path, string draft)
    {
        var result = BuiltInRules.Lint(path, Encoding.UTF8.GetBytes(draft));
        return (new HtmlParser().ParseDocument(new MemoryStream(Bytes(result))), result);
    }

    private static byte[] Bytes(LintResult result)
    {
        using var stream = new MemoryStream();
        AnnotatedPage.Write(stream, result);
        return stream.ToArray();
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
