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

    [Fact]
    public void A_result_that_was_taken_is_let_go_while_others_are_worked_on()
    {
        var taken = new List<WeakReference>();
        var kept = 0;
        OrderedParallel.Run([.. Enumerable.Range(0, 200)], 1, static i => new object(), result =>
        {
            taken.Add(new(result));
            if (taken.Count == 1)
            {
                // What lives as long as the run is old from here on, and only young objects are looked at below.
                GC.Collect();
                GC.Collect();
            }
            else if (taken.Count == 150)
            {
                GC.Collect(0);
                kept = taken.Take(100).Count(static r => r.IsAlive);
            }
        }, CancellationToken.None);
        Assert.InRange(kept, 0, 20);
    }
}
