using System.Xml.Linq;

namespace ReportLint.Tests.Architecture;

public class ReferenceTests
{
    // From the lowest room to the highest.
    private static readonly string[] Rooms = ["Core", "Formats", "Workspace", "Worker", "Cli"];

    [Fact]
    public void A_lower_room_never_names_a_higher_one()
    {
        var rooms = Rooms.Select(static room => $"ReportLint.{room}").ToList();
        Assert.Equal(rooms.Order(StringComparer.Ordinal), Directory.GetDirectories(Path.Combine(RepositoryFolder.Path, "src")).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        foreach (var room in rooms)
        {
            foreach (var reference in Read(room).Descendants("ProjectReference").Select(static r => r.Attribute("Include")!.Value))
            {
                var target = Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'));
                Assert.True(rooms.IndexOf(target) >= 0 && rooms.IndexOf(target) < rooms.IndexOf(room), $"{room} names {target}");
            }
        }
    }

    [Fact]
    public void Compiled_assemblies_refer_downwards_only()
    {
        var assemblies = new[] { typeof(ReportLint.Core.Linter), typeof(ReportLint.Formats.DocumentReader), typeof(ReportLint.Workspace.DraftLinter), typeof(ReportLint.Worker.WatchService) }
            .Select(static t => t.Assembly).ToList();
        var names = assemblies.Select(static a => a.GetName().Name!).ToList();
        for (var i = 0; i < assemblies.Count; i++)
        {
            Assert.DoesNotContain(assemblies[i].GetReferencedAssemblies().Select(static r => r.Name!), name => names.IndexOf(name) >= i || name == "reportlint");
        }
    }

    [Fact]
    public void Packages_have_one_exact_version_each()
    {
        var versions = XDocument.Load(Path.Combine(RepositoryFolder.Path, "Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.All(versions, static v => Assert.Matches(@"^\d+(\.\d+){2,3}$", v.Attribute("Version")!.Value));
        Assert.Equal(versions.Count, versions.Select(static v => v.Attribute("Include")!.Value).Distinct().Count());
    }

    private static XDocument Read(string room) => XDocument.Load(Path.Combine(RepositoryFolder.Path, "src", room, room + ".csproj"));
}
