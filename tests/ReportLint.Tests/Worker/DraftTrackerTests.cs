using ReportLint.Worker;

namespace ReportLint.Tests.Worker;

public class DraftTrackerTests
{
    private readonly DraftTracker _tracker = new(TimeSpan.FromMilliseconds(500));
    private int _now;

    [Fact]
    public void A_new_draft_is_due_once_it_has_rested()
    {
        Assert.Empty(Look(0, ("a.md", 1)).Due);
        Assert.True(Look(400, ("a.md", 1)).IsRestless);
        Assert.Equal(["a.md"], Look(500, ("a.md", 1)).Due);
    }

    [Fact]
    public void A_draft_that_grows_is_not_due()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Empty(Look(i * 300, ("a.md", i)).Due);
        }

        Assert.Equal(["a.md"], Look(2700 + 500, ("a.md", 9)).Due);
    }

    [Fact]
    public void A_save_by_delete_and_rename_is_one_change()
    {
        Lint("a.md", 1);
        Assert.Empty(Look(10_000).Gone);
        Assert.Empty(Look(10_100, ("a.md.tmp", 2)).Gone);
        Assert.Empty(Look(10_200, ("a.md", 2)).Due);
        var plan = Look(10_700, ("a.md", 2));
        Assert.Equal(["a.md"], plan.Due);
        Assert.Empty(plan.Gone);
    }

    [Fact]
    public void A_deleted_draft_is_gone_once_it_has_been_away_for_as_long()
    {
        Lint("a.md", 1);
        Assert.True(Look(10_000).IsRestless);
        Assert.Equal(["a.md"], Look(10_500).Gone);
        _tracker.Forget("a.md");
        Assert.Empty(Look(20_000).Gone);
    }

    [Fact]
    public void A_draft_that_is_forgotten_at_every_look_is_due_once_it_has_rested()
    {
        Lint("a.md", 1);
        _tracker.Forget("a.md");
        Assert.Empty(Look(10_000, ("a.md", 1)).Due);
        _tracker.Forget("a.md");
        Assert.Equal(["a.md"], Look(10_500, ("a.md", 1)).Due);
    }

    [Fact]
    public void Drafts_in_a_folder_that_cannot_be_read_are_not_gone()
    {
        Lint("sub/a.md", 1);
        for (_now = 10_000; _now < 15_000; _now += 500)
        {
            Assert.Empty(_tracker.Look(new Dictionary<string, DraftStamp>(), static _ => true, Now).Gone);
        }
    }

    [Fact]
    public void A_changed_draft_is_looked_into_once_more_for_stamps_are_coarse()
    {
        Lint("a.md", 1);
        Assert.Empty(Look(_now + 2000, ("a.md", 1)).Due);
        Assert.Equal(["a.md"], Look(_now + 1000, ("a.md", 1)).Due);
        _tracker.Linted("a.md", new(1, 1), wasChanged: false, Now);
        var plan = Look(_now + 60_000, ("a.md", 1));
        Assert.Empty(plan.Due);
        Assert.False(plan.IsRestless);
    }

    [Fact]
    public void What_failed_is_tried_again_but_not_at_once()
    {
        Look(0, ("a.md", 1));
        Assert.Equal(["a.md"], Look(500, ("a.md", 1)).Due);
        _tracker.Failed("a.md", new(1, 1), Now);
        var waiting = Look(5_000, ("a.md", 1));
        Assert.Empty(waiting.Due);
        Assert.False(waiting.IsRestless);
        Assert.Equal(["a.md"], Look(10_500, ("a.md", 1)).Due);
    }

    [Fact]
    public void A_draft_known_from_before_is_looked_into_or_found_gone()
    {
        _tracker.Know("a.md");
        _tracker.Know("b.md");
        Look(0, ("a.md", 1));
        var plan = Look(500, ("a.md", 1));
        Assert.Equal(["a.md"], plan.Due);
        Assert.Equal(["b.md"], plan.Gone);
    }

    private TimeSpan Now => TimeSpan.FromMilliseconds(_now);

    private TrackerPlan Look(int now, params (string Path, int Stamp)[] drafts)
    {
        _now = now;
        return _tracker.Look(drafts.ToDictionary(static d => d.Path, static d => new DraftStamp(d.Stamp, d.Stamp)), static _ => false, Now);
    }

    private void Lint(string path, int stamp)
    {
        Look(0, (path, stamp));
        Look(500, (path, stamp));
        _tracker.Linted(path, new(stamp, stamp), wasChanged: true, Now);
    }
}
