namespace MetricsAsCode.Scorecards.Pictures.Svg;

// A host shows the picture as an image: its rules cannot reach in, and the page's colours are not known. So a picture brings its own paper, light, or dark where the reader
// asks for dark: whatever the page around it, ink stands on its own paper. Colours never tell anything by themselves; a shape or word always says the same.

/// <summary>The colours and letters of all pictures.</summary>
internal static class SvgTheme
{
    internal const string Style = """
        text{font-family:system-ui,sans-serif;font-size:13px;fill:#1f2328}
        .h{font-size:14px;font-weight:600}.d{fill:#59636e}.m{text-anchor:middle}.e{text-anchor:end}
        .halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
        .paper{fill:#fff;stroke:#d1d9e0}.ink{fill:#1f2328}.dim{fill:#59636e}.faint{fill:#eff2f5}.accent{fill:#0969da}
        .good{fill:#1a7f37}.warn{fill:#bf8700}.bad{fill:#cf222e}
        .stroke{fill:none;stroke:#1f2328}.dimstroke{fill:none;stroke:#59636e}.edge{fill:none;stroke:#d1d9e0}.line{fill:none;stroke:#0969da;stroke-width:2}.on{fill:none;stroke:#fff;stroke-width:1.6}
        @media (prefers-color-scheme:dark){
        text{fill:#f0f6fc}.d{fill:#9198a1}.halo{stroke:#0d1117}
        .paper{fill:#0d1117;stroke:#3d444d}.ink{fill:#f0f6fc}.dim{fill:#9198a1}.faint{fill:#212830}.accent{fill:#4493f8}
        .good{fill:#3fb950}.warn{fill:#d29922}.bad{fill:#f85149}
        .stroke{stroke:#f0f6fc}.dimstroke{stroke:#9198a1}.edge{stroke:#3d444d}.line{stroke:#4493f8}.on{stroke:#0d1117}
        }
        """;
}
