namespace MetricsAsCode.Data.Parsing;

/// <summary>Why a cell is refused.</summary>
internal enum CellFault : byte
{
    None,

    /// <summary>It is not written like one.</summary>
    Form,

    /// <summary>It is written like one, but its storage cannot hold it.</summary>
    Range,

    /// <summary>It has more digits after the point than the type holds.</summary>
    Precision,

    /// <summary>It is empty where it may not be.</summary>
    Missing,

    /// <summary>It is a value, but not one that the contract allows.</summary>
    NotAllowed,
}
