namespace ReportLint.Workspace.Output;

/// <summary>Where text output goes: how wide it is, and whether it shows colours.</summary>
/// <param name="Width">Columns, at least 40.</param>
/// <param name="HasColour">Whether ANSI colours are understood and wanted.</param>
public sealed record TextStyle(int Width, bool HasColour)
{
    /// <summary>For files and pipes: 120 columns, no colours.</summary>
    public static TextStyle Plain { get; } = new(120, false);

    /// <summary>The terminal at standard output, as it is now; plain where there is none. <c>NO_COLOR</c> is honoured (no-color.org).</summary>
    public static TextStyle OfConsole()
    {
        if (Console.IsOutputRedirected)
        {
            return Plain;
        }

        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new(Math.Clamp(Console.WindowWidth, 40, 200), !noColour);
    }

    internal string Paint(string text, string colour) => HasColour ? $"\e[{colour}m{text}\e[0m" : text;
}
