using ReportLint.Core.Facts.Tables;

namespace ReportLint.Tests.Facts.Tables;

public class TableShareTests
{
    [Fact]
    public void A_share_of_so_little_that_no_decimal_holds_it_is_not_borne_out()
    {
        const string table = """
            | Service | Share (%) | Variance | Men |
            | --- | --- | --- | --- |
            | Grants | 9.231 | 0.6 | 0 |
            | Change | 33.5% | 0.0000000000000000000000030 | 87900 |
            | Income | 9223372036854775807 | 568 | 3105274749966564 |
            | Boats | 946,588 | 78 | 6739017300273575632275289149 |
            | Children | 86pp | - | 74.5% |
            """;

        Assert.Empty(TableReading.Understand(table).Facts.OfType(TableShare.FactType));
        Assert.Empty(TableReading.Findings(table));
    }
}
