namespace MetricsAsCode.Engines.ClickHouse;

// They are sent with each statement, so that a user's own profile changes no meaning.

/// <summary>Settings under which statements mean what the dialect writes.</summary>
internal static class ClickHouseSettings
{
    // From here on they are those of current releases.
    private static readonly Version Recent = new(25, 1);

    public static IReadOnlyDictionary<string, string> Of(Version version) => version.Major == 0 ? None : version >= Recent ? Current : Old;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>Of all releases: a name that they do not know is an error in old ones.</summary>
    public static readonly IReadOnlyDictionary<string, string> Old = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["join_use_nulls"] = "1",                          // an outer join leaves NULL, not 0 and ''
        ["count_distinct_implementation"] = "uniqExact",
        ["decimal_check_overflow"] = "1",
        ["max_query_size"] = "67108864",
        ["max_ast_elements"] = "10000000",
        ["max_expanded_ast_elements"] = "10000000",
        ["max_ast_depth"] = "100000",
        ["group_by_overflow_mode"] = "throw",              // never a part of the answer
        ["distinct_overflow_mode"] = "throw",
        ["set_overflow_mode"] = "throw",
        ["join_overflow_mode"] = "throw",
        ["read_overflow_mode"] = "throw",
        ["result_overflow_mode"] = "throw",
        ["timeout_overflow_mode"] = "throw",
        ["skip_unavailable_shards"] = "0",
        ["distributed_product_mode"] = "deny",             // what would be answered shard by shard is an error
        ["extremes"] = "0",
        ["output_format_json_quote_64bit_integers"] = "1",
        ["output_format_json_quote_denormals"] = "1",
    };

    /// <summary>Of current releases.</summary>
    public static readonly IReadOnlyDictionary<string, string> Current = new Dictionary<string, string>(Old, StringComparer.Ordinal)
    {
        ["cast_keep_nullable"] = "1",
        ["transform_null_in"] = "0",
        ["aggregate_functions_null_for_empty"] = "0",      // the dialect says -OrNull where it means it
        ["prefer_column_name_to_alias"] = "1",
        ["union_default_mode"] = "DISTINCT",
        ["intersect_default_mode"] = "DISTINCT",
        ["except_default_mode"] = "DISTINCT",
        ["count_distinct_optimization"] = "0",
        ["short_circuit_function_evaluation"] = "enable",
        ["allow_experimental_analyzer"] = "1",
        ["max_parser_depth"] = "100000",
        ["max_parser_backtracks"] = "0",
        ["optimize_skip_unused_shards"] = "0",
        ["max_rows_to_group_by"] = "0",
        ["limit"] = "0",
        ["offset"] = "0",
        ["session_timezone"] = "UTC",
        ["output_format_json_quote_decimals"] = "1",
        ["output_format_json_validate_utf8"] = "0",
    };
}
