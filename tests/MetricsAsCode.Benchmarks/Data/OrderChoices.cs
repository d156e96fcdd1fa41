namespace MetricsAsCode.Benchmarks.Data;

/// <summary>What the texts of an order can be, and how often.</summary>
internal static class OrderChoices
{
    public static readonly Choices Status = new(("delivered", 82), ("cancelled", 8), ("returned", 6), ("placed", 4));

    public static readonly Choices Channel = new(("app", 40), ("web", 30), ("store", 12), ("marketplace", 9), ("phone", 6), ("partner", 3));

    public static readonly Choices City = new(
        ("London", 90), ("Paris", 80), ("Berlin", 70), ("Madrid", 65), ("Rome", 60), ("Milan", 48), ("Hamburg", 45), ("Vienna", 42), ("Warsaw", 42), ("Barcelona", 40),
        ("Munich", 38), ("Amsterdam", 36), ("Lisbon", 34), ("Prague", 32), ("Brussels", 30), ("Stockholm", 28), ("Copenhagen", 26), ("Dublin", 25), ("Zürich", 24), ("Budapest", 23),
        ("Oslo", 21), ("Helsinki", 20), ("Athens", 19), ("Kraków", 18), ("Lyon", 17), ("Marseille", 16), ("Naples", 15), ("Turin", 14), ("Valencia", 13), ("Porto", 12),
        ("Rotterdam", 11), ("Antwerp", 10), ("Leipzig", 9), ("Bordeaux", 8), ("Gothenburg", 7), ("Bilbao", 6), ("Aarhus", 6), ("Ghent", 5), ("Graz", 5), ("Bergen", 5));
}
