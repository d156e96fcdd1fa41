using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data;

public sealed class CsvPathTests : IDisposable
{
    private static readonly SourceSchema Schema = new("data", [Csv.Integer("id")]);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("metrics-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_missing_file_says_so()
    {
        Error("none/orders.csv").ShouldBe("none/orders.csv: error: the file does not exist.");
        Error(Path.Combine(_folder.FullName, "orders.csv")).ShouldEndWith("orders.csv: error: the file does not exist.");
    }

    [Fact]
    public void A_directory_is_not_a_file() => Error(_folder.FullName).ShouldEndWith(": error: this is a directory, not a file.");

    [Fact]
    public void A_path_that_can_be_none_is_a_data_error_too()
    {
        Error("").ShouldStartWith(": error: the file cannot be opened: ");
        Error("a\0b").ShouldContain("error: the file cannot be opened: ");
    }

    [Fact]
    public void A_file_that_may_not_be_read_says_so()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            return; // There the permission bits do not bind us.
        string path = Path.Combine(_folder.FullName, "orders.csv");
        File.WriteAllText(path, "id\n1\n");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Error(path).ShouldEndWith("orders.csv: error: the file may not be read: permission is denied.");
    }

    [Fact]
    public void A_file_that_fails_while_it_is_read_says_so()
    {
        if (!OperatingSystem.IsLinux())
            return; // The address 0 of one's own memory is the file there that opens and cannot be read.
        Error("/proc/self/mem").ShouldStartWith("/proc/self/mem: error: the file cannot be read: ");
    }

    [Fact]
    public void A_file_is_named_in_errors_as_it_was_given()
    {
        string path = Path.Combine(_folder.FullName, "orders.csv");
        File.WriteAllText(path, "id\r\n1\r\nx\r\n");
        Error(path).ShouldStartWith($"{path}(3,1): error: column `id`: `x` is not an integer.");
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        string path = Path.Combine(_folder.FullName, "orders.csv");
        File.WriteAllText(path, "id\n1\n");
        Should.Throw<OperationCanceledException>(() => CsvFile.Read(path, Schema, cancellation: new CancellationToken(canceled: true)));
        CsvFile.Read(path, Schema).RowCount.ShouldBe(1);
    }

    private static string Error(string path) => Should.Throw<DataException>(() => CsvFile.Read(path, Schema)).Errors.ShouldHaveSingleItem().ToString();
}
