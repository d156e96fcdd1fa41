namespace MetricsAsCode.Tests.Scorecards.Pictures;

internal static class ApprovedPicture
{
    internal static void ShouldBeApproved(this string svg, string name)
    {
        SvgReading.Read(svg).Name.LocalName.ShouldBe("svg");
        svg.ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("svg").WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}"));
    }
}
