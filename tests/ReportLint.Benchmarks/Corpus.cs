using System.Globalization;
using System.Text;

namespace ReportLint.Benchmarks;

/// <summary>Reports made up from a seed: prose with figures, lists, tables, notes and references, right and wrong ones.</summary>
internal static class Corpus
{
    private static readonly string[] Topics = ["cases", "visits", "complaints", "inspections", "households", "patients", "pupils", "vehicles"];
    private static readonly string[] Places = ["Ashby", "Brampton", "Corley", "Dunmere", "Easton", "Fenwick", "Garth", "Hollow End"];

    /// <summary>A report of about so many characters; the same for the same seed.</summary>
    public static string Report(int seed, int length)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length + 1000);
        text.Append("# Annual report of the ").Append(Pick(Places, random)).Append(" board\n\n");
        for (var section = 1; text.Length < length; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {section}. {Pick(Places, random)}\n\n");
            for (var i = random.Next(3, 7); i > 0; i--)
            {
                AppendParagraph(text, random);
            }

            AppendList(text, random);
            AppendTable(text, random, section);
        }

        return text.ToString();
    }

    private static void AppendParagraph(StringBuilder text, Random random)
    {
        var (topic, place) = (Pick(Topics, random), Pick(Places, random));
        int a = random.Next(20, 900), b = random.Next(20, 900), c = random.Next(20, 900);
        var slip = random.Next(20) == 0 ? 10 : 0;
        text.Append(CultureInfo.InvariantCulture, $"Of {a + b + c + slip} {topic} in {place}, {a} were closed, {b} were referred and {c} stayed open. ")
            .Append(CultureInfo.InvariantCulture, $"The number of {topic} rose from {a} in 2016 to {a + b} in 2017, an increase of {b + slip}. ")
            .Append(CultureInfo.InvariantCulture, $"Members met on {random.Next(1, 29)} May 2017 and agreed to look at the matter again before the end of the year, ")
            .Append(CultureInfo.InvariantCulture, $"since about {random.Next(10, 90)}% of those who answered had asked for it. The work cost £{random.Next(1, 90)}.{random.Next(1, 9)}m in all.\n\n");
    }

    private static void AppendList(StringBuilder text, Random random)
    {
        text.Append("The board made the following four recommendations:\n\n");
        for (var i = 0; i < 4; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- that {Pick(Places, random)} report on its {Pick(Topics, random)} within {random.Next(2, 12)} months;\n");
        }

        text.Append('\n');
    }

    private static void AppendTable(StringBuilder text, Random random, int number)
    {
        text.Append(CultureInfo.InvariantCulture, $"Table {number}: {Pick(Topics, random)} by district\n\n| District | 2016 | 2017 |\n|---|---:|---:|\n");
        int first = 0, second = 0;
        foreach (var place in Places)
        {
            int a = random.Next(1000), b = random.Next(1000);
            (first, second) = (first + a, second + b);
            text.Append(CultureInfo.InvariantCulture, $"| {place} | {a} | {b} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| Total | {first} | {second} |\n\n");
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
}
