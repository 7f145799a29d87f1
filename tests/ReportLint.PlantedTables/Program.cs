using System.Globalization;
using ReportLint.PlantedTables;

// dotnet run --project tests/ReportLint.PlantedTables -- TABLES.json [--seed N] [--work FOLDER] [--formats md,html,docx] [--misses]
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: PlantedTables TABLES.json [--seed N] [--work FOLDER] [--formats md,html,docx] [--misses]");
    return 2;
}

string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

var seed = int.Parse(Option("--seed", "1"), CultureInfo.InvariantCulture);
var work = Option("--work", Path.Combine(Path.GetTempPath(), "planted-tables"));
var trial = new Trial(new Tool(Path.Combine(AppContext.BaseDirectory, "reportlint.dll")), work, args.Contains("--misses") ? Console.Out : TextWriter.Null);
using var json = File.OpenRead(args[0]);
var cases = Trial.Choose(PlainTable.ReadList(json), seed);
Console.WriteLine($"{cases.Count} tables with a total row that foots, seed {seed}");
foreach (var format in Option("--formats", string.Join(',', DraftWriter.Formats)).Split(','))
{
    Console.WriteLine(trial.Run(cases, format));
}

return 0;
