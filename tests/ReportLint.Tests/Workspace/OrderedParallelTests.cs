using ReportLint.Workspace;

namespace ReportLint.Tests.Workspace;

public class OrderedParallelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Results_come_in_the_order_of_the_items(int threads)
    {
        var taken = new List<int>();
        OrderedParallel.Run([.. Enumerable.Range(0, 500)], threads, static i =>
        {
            Thread.SpinWait(i % 7 * 1000);
            return i;
        }, taken.Add, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 500), taken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_failure_comes_out_where_its_result_would(int threads)
    {
        var taken = new List<int>();
        Assert.Throws<InvalidDataException>(() => OrderedParallel.Run(
            [.. Enumerable.Range(0, 100)], threads, static i => i == 40 ? throw new InvalidDataException() : i, taken.Add, CancellationToken.None));
        Assert.Equal(Enumerable.Range(0, 40), taken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cancelling_stops_between_two_items(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => OrderedParallel.Run([.. Enumerable.Range(0, 1000)], threads, static i => i, i =>
        {
            if (i == 10)
            {
                cancellation.Cancel();
            }

            Assert.True(i <= 10);
        }, cancellation.Token));
    }

    [Fact]
    public void Work_under_way_is_left_to_itself_where_that_was_asked_for()
    {
        using var cancellation = new CancellationTokenSource();
        using var end = new ManualResetEventSlim();
        Assert.ThrowsAny<OperationCanceledException>(() => OrderedParallel.Run<int, int>([1], 1, i =>
        {
            cancellation.Cancel();
            end.Wait();
            return i;
        }, static _ => Assert.Fail(), cancellation.Token, abandons: true));
        end.Set();
    }

    [Fact]
    public void No_items_are_no_work() => OrderedParallel.Run([], 4, static (int i) => i, static _ => Assert.Fail(), CancellationToken.None);
}
