using ReportLint.Core.Facts.Dates;

namespace ReportLint.Tests.Facts.Dates;

public class AgeTests
{
    [Theory]
    [InlineData("Ann, 34 (born 1981), won.", "now 34 1981 unknown")]
    [InlineData("She was born in 1932 and died in 1999, aged 67.", "at 67 1932 1999")]
    [InlineData("Born in May 1970, he was elected in June 1997 at the age of 27.", "at 27 May 1970 June 1997")]
    [InlineData("Ida Kell (1920–2004), who died aged 83, wrote.", "death 83 unknown unknown")]
    [InlineData("A 45-year-old nurse born in 1986 won.", "described 45-year-old 1986 unknown")]
    [InlineData("Of the 34 people born in 1981, 12 stayed.", "")]
    [InlineData("In 2001, aged 20, Kim met Alex, who was born in 1960.", "")]
    public void Ages_are_bound_to_births(string sentence, string expected) =>
        Assert.Equal(expected, string.Join("; ", DateReading.Claims(sentence, AgeClaim.FactType)
            .Where(static f => f.Type.Find("wording")!.Get(f).Text != "described" || f.Text.Contains("year-old", StringComparison.Ordinal))
            .Select(static f => $"{DateReading.Get(f, "wording")} {DateReading.Get(f, "age")} {DateReading.Get(f, "born")} {DateReading.Get(f, "at")}")));

    [Theory]
    [InlineData("| Name | Year of birth | Age on admission |\n|---|---|---|\n| A | 1949 | 61 |\n| B | 1938 | 73 |\n| C | 1962 | 39 |\n| D | 1975 | 36 |", "61 1949 2011; 73 1938 2011; 39 1962 2011; 36 1975 2011")]
    [InlineData("| Name | Born | Died | Age |\n|---|---|---|---|\n| A | 1841 | 1903 | 61 |\n| B | 1838 | 1901 | 62 |\n| C | 1850 | 1912 | 72 |", "61 1841 1903; 62 1838 1901; 72 1850 1912")]
    [InlineData("| Name | Born | Age |\n|---|---|---|\n| A | 1841 | 61 |\n| B | 1838 | 12 |\n| C | 1850 | 72 |", "")]
    [InlineData("| Group | Born | Mean age |\n|---|---|---|\n| A | 1949 | 61 |\n| B | 1938 | 73 |\n| C | 1962 | 49 |", "")]
    public void Ages_in_tables_are_bound_to_births_where_most_rows_fit(string table, string expected) =>
        Assert.Equal(expected, string.Join("; ", DateReading.Find<AgeRow>(table, AgeRow.FactType, withNumbers: true).Select(static r => $"{r.Age} {r.Born} {r.Year}")));
}
