namespace ReportLint.Tests.Architecture;

/// <summary>The root of the repository that the tests were built in.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "ReportLint.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
