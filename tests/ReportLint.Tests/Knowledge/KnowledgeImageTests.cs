using System.Text;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;
using ReportLint.Tests.Architecture;

namespace ReportLint.Tests.Knowledge;

public class KnowledgeImageTests
{
    private static readonly KnowledgeFile Sample = new("rules/a.yml", "id: \"Né 1\"\nlist: [a, 'b', { c: d }]\nblock: |\n  one\n  two\nempty: {}\n");

    [Fact]
    public void A_file_is_known_by_its_path_and_length()
    {
        var image = Open(KnowledgeImage.Write([Sample]))!;
        var length = System.Text.Encoding.UTF8.GetByteCount(Sample.Content);
        Assert.Equal(Sample.Content, image.Find(Sample.Path, length)!.Content);
        Assert.Null(image.Find(Sample.Path, length + 1));
        Assert.Null(image.Find("other.yml", length));
    }

    [Fact]
    public void Every_built_in_file_comes_back_as_its_YAML_says()
    {
        var root = Path.Combine(RepositoryFolder.Path, "rules");
        var files = Directory.GetFiles(root, "*.yml", SearchOption.AllDirectories).Select(static path => new KnowledgeFile(path, File.ReadAllText(path))).ToList();
        var image = Open(KnowledgeImage.Write(files))!;
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var found = image.Find(file.Path, Encoding.UTF8.GetBytes(file.Content))!;
            Assert.Equal(file.Content, found.Content);
            Assert.Equal(Render(YamlTreeReader.Read(file, [])!), Render(found.Tree!));
        }
    }

    [Fact]
    public void A_file_that_was_changed_or_is_not_known_is_not_found()
    {
        var image = Open(KnowledgeImage.Write([Sample]))!;
        Assert.NotNull(image.Find(Sample.Path, Encoding.UTF8.GetBytes(Sample.Content)));
        Assert.Null(image.Find(Sample.Path, Encoding.UTF8.GetBytes(Sample.Content + " ")));
        Assert.Null(image.Find(Sample.Path, Encoding.UTF8.GetBytes(Sample.Content.Replace("one", "two", StringComparison.Ordinal))));
        Assert.Null(image.Find("rules/b.yml", Encoding.UTF8.GetBytes(Sample.Content)));
    }

    [Fact]
    public void A_file_with_a_mistake_is_left_out_so_that_its_mistake_is_told()
    {
        var image = Open(KnowledgeImage.Write([new("bad.yml", "id: [1"), Sample]))!;
        Assert.Null(image.Find("bad.yml", "id: [1"u8));
        Assert.NotNull(image.Find(Sample.Path, Encoding.UTF8.GetBytes(Sample.Content)));
    }

    [Fact]
    public void A_damaged_image_gives_the_file_whole_or_not_at_all_and_never_throws()
    {
        var whole = KnowledgeImage.Write([Sample]);
        var content = Encoding.UTF8.GetBytes(Sample.Content);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Null(Open(whole[..length])?.Find(Sample.Path, content));
        }

        for (var at = 0; at < whole.Length; at++)
        {
            var bent = whole.ToArray();
            bent[at] ^= 0xFF;
            var found = Open(bent)?.Find(Sample.Path, content);
            Assert.True(found is null || found.Content == Sample.Content);
        }
    }

    [Fact]
    public void Texts_and_examples_are_read_when_they_are_asked_for()
    {
        var opened = 0;
        var bytes = KnowledgeImage.Write([Sample, new("rules/b.yml", "id: b\nexamples: { bad: [x] }\n")]);
        var image = KnowledgeImage.Open(() =>
        {
            opened++;
            return new MemoryStream(bytes);
        })!;
        var file = image.Find("rules/b.yml", "id: b\nexamples: { bad: [x] }\n".Length)!;
        Assert.Single(((YamlMap)file.WithoutExamples).Entries);
        Assert.Equal(1, opened);
        Assert.Equal(2, ((YamlMap)file.Tree!).Entries.Count);
        Assert.Equal(Sample.Content, image.Find(Sample.Path, Encoding.UTF8.GetByteCount(Sample.Content))!.Content);
        Assert.Equal(2, opened);
    }

    internal static KnowledgeImage? Open(byte[] image) => KnowledgeImage.Open(() => new MemoryStream(image));

    internal static string Render(YamlTree tree) => tree switch
    {
        YamlText text => $"{text.Line},{text.Column},{text.IsQuoted},{text.IsBlock}:{text.Text}\n",
        YamlList list => $"{list.Line},{list.Column}[{string.Concat(list.Items.Select(Render))}]\n",
        YamlMap map => $"{map.Line},{map.Column}{{{string.Concat(map.Entries.Select(static e => Render(e.Key) + Render(e.Value)))}}}\n",
        _ => throw new InvalidOperationException(),
    };
}
