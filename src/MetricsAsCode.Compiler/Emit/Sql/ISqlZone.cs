namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Local times in SQL: looked up in relations that the runtime's calendar has made, never computed by an engine's own zones.</summary>
internal interface ISqlZone
{
    /// <summary>The local day of an instant.</summary>
    string DateOf(string instant);

    /// <summary>The local hour of an instant.</summary>
    string HourOf(string instant);

    /// <summary>The first instant of a local day.</summary>
    string StartOf(string date);

    /// <summary>The first instant of a day that is written in the definitions: known before the engine is asked, however far it is from the data.</summary>
    string StartOf(int day);
}
