namespace ReportLint.Workspace;

/// <summary>What the program calls itself in its outputs.</summary>
public static class Tool
{
    /// <summary>Its name.</summary>
    public const string Name = "ReportLint";

    /// <summary>Its version: three numbers.</summary>
    public static string Version { get; } = typeof(Tool).Assembly.GetName().Version!.ToString(3);
}
