using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>What can be wrong with a text and its grammar: MAC1001 to MAC1099.</summary>
public static class SyntaxErrors
{
    public static readonly DiagnosticDescriptor MAC1001 = Error(
        "MAC1001", "A character that is not part of the language", "let big = orders where amount > 5 && rating = 5", "let big = orders where amount > 5 and rating = 5");

    public static readonly DiagnosticDescriptor MAC1002 = Error(
        "MAC1002", "A text that is not closed", "owner \"growth", "owner \"growth\"");

    public static readonly DiagnosticDescriptor MAC1003 = Error(
        "MAC1003", "A long text that is not closed", "goal \"\"\"Reduce churn", "goal \"\"\"Reduce churn\"\"\"");

    public static readonly DiagnosticDescriptor MAC1004 = Error(
        "MAC1004", "An escape without meaning", "template \"cards\\q3.hbs\"", "template \"cards\\\\q3.hbs\"");

    public static readonly DiagnosticDescriptor MAC1005 = Error(
        "MAC1005", "Backticks that hold no name", "let late = orders where `shipped at` is missing", "let late = orders where `at` is missing");

    public static readonly DiagnosticDescriptor MAC1006 = Error(
        "MAC1006", "Digits that are neither a number nor a name", "metric fast = share(orders where delay < 3days)", "metric fast = share(orders where delay < 3 days)");

    public static readonly DiagnosticDescriptor MAC1007 = Error(
        "MAC1007", "A number with too many digits", "let limit = 12345678901234567890123456789", "let limit = 1234567890123456789012345678");

    public static readonly DiagnosticDescriptor MAC1008 = Error(
        "MAC1008", "A date or period that does not exist", "test \"leap day\" for 2026-02-29 { }", "test \"leap day\" for 2028-02-29 { }");

    public static readonly DiagnosticDescriptor MAC1009 = Error(
        "MAC1009", "A range of periods that ends before it begins", "objective growth during 2026-09..2026-07 { }", "objective growth during 2026-07..2026-09 { }");

    public static readonly DiagnosticDescriptor MAC1010 = Error(
        "MAC1010", "A file that is not text", "(a file with a zero byte)", "(a file of UTF-8 text)");

    public static readonly DiagnosticDescriptor MAC1011 = Error(
        "MAC1011", "A table's line without a bar at its end", "| 1 | ann", "| 1 | ann |");

    public static readonly DiagnosticDescriptor MAC1012 = Error(
        "MAC1012", "A table's line with too many or too few cells", "| id | name |\n| 1 |", "| id | name |\n| 1 | |");

    public static readonly DiagnosticDescriptor MAC1013 = Error(
        "MAC1013", "A table's column without a name", "| id | |\n| 1 | ann |", "| id | name |\n| 1 | ann |");

    public static readonly DiagnosticDescriptor MAC1014 = Error(
        "MAC1014", "A table with a column twice", "| id | id |\n| 1 | 2 |", "| id | name |\n| 1 | 2 |");

    public static readonly DiagnosticDescriptor MAC1015 = Warning(
        "MAC1015", "A description that describes nothing", "metric aov = revenue / orders /// Average order value", "/// Average order value\nmetric aov = revenue / orders");

    public static readonly DiagnosticDescriptor MAC1016 = Warning(
        "MAC1016", "A name that is not snake_case", "metric churnRate = churn(active)", "metric churn_rate = churn(active)");

    public static readonly DiagnosticDescriptor MAC1020 = Error(
        "MAC1020", "Something that does not belong where it stands", "metric aov = revenue count(orders)", "metric aov = revenue / count(orders)");

    public static readonly DiagnosticDescriptor MAC1021 = Error(
        "MAC1021", "Something that is missing", "metric aov = revenue /", "metric aov = revenue / count(orders)");

    public static readonly DiagnosticDescriptor MAC1022 = Error(
        "MAC1022", "A block that is not closed", "metric aov = revenue / orders { better higher", "metric aov = revenue / orders { better higher }");

    public static readonly DiagnosticDescriptor MAC1023 = Error(
        "MAC1023", "A block that is missing", "objective growth \"Grow\"", "objective growth \"Grow\" { owner \"growth\" }");

    public static readonly DiagnosticDescriptor MAC1024 = Error(
        "MAC1024", "A brace that closes nothing", "let late = orders where shipped_on is missing }", "let late = orders where shipped_on is missing");

    public static readonly DiagnosticDescriptor MAC1025 = Error(
        "MAC1025", "A block where none may stand", "let late = orders { owner \"growth\" }", "let late = orders");

    public static readonly DiagnosticDescriptor MAC1026 = Error(
        "MAC1026", "Two members on one line", "metric a = 1 { better lower } metric b = 2", "metric a = 1 { better lower }\nmetric b = 2");

    public static readonly DiagnosticDescriptor MAC1027 = Error(
        "MAC1027", "An expression that is too deep to be read", "metric deep = ((((…))))", "let inner = …\nmetric deep = (inner)");

    public static readonly DiagnosticDescriptor MAC1030 = Error(
        "MAC1030", "A word that begins no declaration", "metirc aov = revenue / count(orders)", "metric aov = revenue / count(orders)");

    public static readonly DiagnosticDescriptor MAC1031 = Error(
        "MAC1031", "A word that begins no member of the block", "metric churn = 1 { beter lower }", "metric churn = 1 { better lower }");

    public static readonly DiagnosticDescriptor MAC1032 = Error(
        "MAC1032", "A file without a module", "metric orders_placed = count(orders)", "module shop\nmetric orders_placed = count(orders)");

    public static readonly DiagnosticDescriptor MAC1033 = Error(
        "MAC1033", "A module that does not come first, or comes twice", "let a = 1\nmodule shop", "module shop\nlet a = 1");

    public static readonly DiagnosticDescriptor MAC1034 = Error(
        "MAC1034", "Something said twice that may be said once", "amount money key key", "amount money key");

    public static readonly DiagnosticDescriptor MAC1035 = Error(
        "MAC1035", "A label that says nothing", "metric aov \"\" = revenue / orders", "metric aov \"Average order value\" = revenue / orders");

    public static readonly DiagnosticDescriptor MAC1040 = Error(
        "MAC1040", "A literal table that is missing", "source regions from table { name text key }", "source regions from table { name text key }\n| name |\n| west |");

    public static readonly DiagnosticDescriptor MAC1041 = Error(
        "MAC1041", "Rows behind a source that reads a file", "source regions from csv \"r.csv\" { name text key }\n| name |", "source regions from table { name text key }\n| name |");

    public static Diagnostic UnknownCharacter(Location at, string written, string remedy) =>
        MAC1001.At(at, $"`{written}` is not part of the language. {remedy}");

    public static Diagnostic UnclosedText(Location at) =>
        MAC1002.At(at, "The text is not closed. Write `\"` at its end, or three quotes around a text of several lines.");

    public static Diagnostic UnclosedLongText(Location at) =>
        MAC1003.At(at, "The text that begins here is not closed. Write `\"\"\"` at its end.");

    public static Diagnostic UnknownEscape(Location at, string written) =>
        MAC1004.At(at, $"`{written}` has no meaning in a text. Write `\\\\` for a backslash; the other escapes are `\\\"`, `\\n` and `\\t`.");

    public static Diagnostic NotAName(Location at) =>
        MAC1005.At(at, "Backticks hold one name. Write a letter, then letters, digits and underscores, then a second backtick.");

    public static Diagnostic NotANumber(Location at, string written) =>
        MAC1006.At(at, $"`{written}` is neither a number nor a name. Put a blank between a number and its unit, begin a name with a letter, and put underscores between digits.");

    public static Diagnostic NumberTooLong(Location at, int most) =>
        MAC1007.At(at, FormattableString.Invariant($"The number has more than {most} digits. Round it."));

    public static Diagnostic NoSuchPeriod(Location at, string written, string why) =>
        MAC1008.At(at, $"`{written}` is not a date or period that exists. {why}");

    public static Diagnostic RangeBackwards(Location at, string first, string last) =>
        MAC1009.At(at, $"`{first}` begins after `{last}`. Write the earlier one first.");

    public static Diagnostic NotText(Location at) =>
        MAC1010.At(at, "The file holds a zero byte, so it is not text. Save it as UTF-8 text.");

    public static Diagnostic UnclosedTableRow(Location at) =>
        MAC1011.At(at, "The table's line does not end with a bar. Write `|` behind its last cell.");

    public static Diagnostic CellCount(Location at, int cells, int columns) =>
        MAC1012.At(at, FormattableString.Invariant($"The line has {cells} cells and the first line {columns}. Leave a cell empty where a value is missing, and write `\\|` for a bar in a text."));

    public static Diagnostic UnnamedColumn(Location at) =>
        MAC1013.At(at, "The column has no name. The first line of a table names the columns of its source.");

    public static Diagnostic RepeatedColumn(Location at, string column) =>
        MAC1014.At(at, $"The table has two columns `{column}`. Remove one.");

    public static Diagnostic DocumentsNothing(Location at) =>
        MAC1015.At(at, "The description describes nothing. Write `///` on the lines before a declaration, a column or a key result, and `//` elsewhere.");

    public static Diagnostic NotSnakeCase(Location at, string name, string snake) =>
        MAC1016.At(at, $"`{name}` is not in snake_case. Write `{snake}`.");

    /// <param name="remedy">Begins with a blank.</param>
    public static Diagnostic Unexpected(Location at, string found, string remedy) =>
        MAC1020.At(at, $"`{found}` is not expected here.{remedy}");

    /// <param name="after">The token before the gap.</param>
    /// <param name="expected">Phrases, most of which may be left out; the last one may not.</param>
    public static Diagnostic Missing(Location at, string after, IReadOnlyList<string> expected) =>
        MAC1021.At(at, $"Something is missing after `{after}`. Expected {Sentence.List(expected, 9)}.");

    public static Diagnostic UnclosedBlock(Location at, string owner) =>
        MAC1022.At(at, $"The block of `{owner}` is not closed. Write `}}`.");

    public static Diagnostic BlockExpected(Location at, string owner) =>
        MAC1023.At(at, $"`{owner}` needs a block. Write `{{` here and `}}` behind its members.");

    public static Diagnostic StrayBrace(Location at) =>
        MAC1024.At(at, "`}` closes nothing. Remove it, or write the `{` that it belongs to.");

    public static Diagnostic NoBlockHere(Location at, string owner) =>
        MAC1025.At(at, $"`{owner}` has no block. Remove it.");

    public static Diagnostic NewLineExpected(Location at, string found) =>
        MAC1026.At(at, $"`{found}` stands on the line of a block that ended. Begin it on a new line or behind `;`.");

    public static Diagnostic TooDeep(Location at) =>
        MAC1027.At(at, "The expression is too deep to be read. Give its parts names with `let`.");

    public static Diagnostic UnknownDeclaration(Location at, string found, IEnumerable<string> keywords) =>
        MAC1030.At(at, $"`{found}` does not begin a declaration.{NearOrAll(found, keywords, "Declarations begin with")}");

    public static Diagnostic UnknownMember(Location at, string found, string owner, IEnumerable<string> members) =>
        MAC1031.At(at, $"`{found}` does not begin a member of `{owner}`.{NearOrAll(found, members, "Its members are")}");

    public static Diagnostic NoModule(Location at) =>
        MAC1032.At(at, "The file does not say its module. Begin it with `module` and a name.");

    public static Diagnostic ModuleNotFirst(Location at, bool isSecond) =>
        MAC1033.At(at, isSecond ? "The file says its module twice. Remove one." : "`module` comes first in a file. Move it to the top.");

    public static Diagnostic Repeated(Location at, string words) =>
        MAC1034.At(at, $"`{words}` is already said. Remove one of the two.");

    public static Diagnostic EmptyLabel(Location at) =>
        MAC1035.At(at, "The label is empty. Write what readers are to see.");

    public static Diagnostic TableExpected(Location at) =>
        MAC1040.At(at, "The rows of this table are missing. Write them below, between bars, after a first line that names the columns: `| name |`.");

    public static Diagnostic NoTableHere(Location at, string format) =>
        MAC1041.At(at, $"The source reads its rows from {format}, so none are written here. Write `from table`, or remove the rows.");

    private static string NearOrAll(string found, IEnumerable<string> words, string introduction)
    {
        string[] all = [.. words];
        string near = Suggestion.DidYouMean(found, all.Select(w => w.Split(' ')[0]));
        return near.Length > 0 ? near : $" {introduction} {Sentence.List([.. all.Select(w => $"`{w}`")], all.Length).Replace(" or ", " and ")}.";
    }

    private static DiagnosticDescriptor Error(string id, string title, string wrong, string right) =>
        new(id, Severity.Error, title, wrong, right);

    private static DiagnosticDescriptor Warning(string id, string title, string wrong, string right) =>
        new(id, Severity.Warning, title, wrong, right);
}
