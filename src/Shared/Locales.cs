namespace MetricsAsCode.Shared;

// 1. A row shows how 1234567.5 is written, from which the marks and the groups of digits are read; `#` stands for the number in a percentage and in an amount of the own currency.
// 2. A blank between digits is a no-break space: a number never falls apart at the end of a line.
// 3. Digits are 0 to 9 everywhere, a minus stands first, and another currency than the own one is written by its code behind the number.
// 4. Some leave four digits in one group: 1234,5 but 12.345,5.
// The habits are those of the Unicode locale data; they are kept here so that a file means the same on every machine.

/// <summary>How people of a place write numbers, percentages and amounts.</summary>
internal sealed record LocaleRow(string Tag, string Number, string Percent, string Currency, string Money, bool KeepsFourTogether = false);

/// <summary>The locales that a product can name. Linked into the compiler and the runtime, so that both agree.</summary>
internal static class Locales
{
    public static readonly IReadOnlyList<LocaleRow> All =
    [
        new("ar-AE", "1,234,567.5", "#%", "AED", "AED #"),
        new("bn-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("cs-CZ", "1 234 567,5", "# %", "CZK", "# Kč"),
        new("da-DK", "1.234.567,5", "# %", "DKK", "# kr."),
        new("de-AT", "1.234.567,5", "# %", "EUR", "€ #"),
        new("de-CH", "1’234’567.5", "#%", "CHF", "CHF #"),
        new("de-DE", "1.234.567,5", "# %", "EUR", "# €"),
        new("el-GR", "1.234.567,5", "#%", "EUR", "# €"),
        new("en-AU", "1,234,567.5", "#%", "AUD", "$#"),
        new("en-CA", "1,234,567.5", "#%", "CAD", "$#"),
        new("en-GB", "1,234,567.5", "#%", "GBP", "£#"),
        new("en-HK", "1,234,567.5", "#%", "HKD", "HK$#"),
        new("en-IE", "1,234,567.5", "#%", "EUR", "€#"),
        new("en-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("en-NG", "1,234,567.5", "#%", "NGN", "₦#"),
        new("en-NZ", "1,234,567.5", "#%", "NZD", "$#"),
        new("en-PH", "1,234,567.5", "#%", "PHP", "₱#"),
        new("en-SG", "1,234,567.5", "#%", "SGD", "$#"),
        new("en-US", "1,234,567.5", "#%", "USD", "$#"),
        new("en-ZA", "1 234 567,5", "#%", "ZAR", "R #"),
        new("es-AR", "1.234.567,5", "# %", "ARS", "$ #"),
        new("es-CL", "1.234.567,5", "# %", "CLP", "$#"),
        new("es-CO", "1.234.567,5", "# %", "COP", "$ #"),
        new("es-ES", "1.234.567,5", "# %", "EUR", "# €", KeepsFourTogether: true),
        new("es-MX", "1,234,567.5", "#%", "MXN", "$#"),
        new("et-EE", "1 234 567,5", "#%", "EUR", "# €", KeepsFourTogether: true),
        new("fi-FI", "1 234 567,5", "# %", "EUR", "# €"),
        new("fr-BE", "1 234 567,5", "# %", "EUR", "# €"),
        new("fr-CA", "1 234 567,5", "# %", "CAD", "# $"),
        new("fr-FR", "1 234 567,5", "# %", "EUR", "# €"),
        new("gu-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("hi-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("hr-HR", "1.234.567,5", "# %", "EUR", "# €"),
        new("hu-HU", "1 234 567,5", "#%", "HUF", "# Ft"),
        new("id-ID", "1.234.567,5", "#%", "IDR", "Rp #"),
        new("it-IT", "1.234.567,5", "#%", "EUR", "# €"),
        new("ja-JP", "1,234,567.5", "#%", "JPY", "¥#"),
        new("kn-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("ko-KR", "1,234,567.5", "#%", "KRW", "₩#"),
        new("lt-LT", "1 234 567,5", "# %", "EUR", "# €"),
        new("lv-LV", "1 234 567,5", "#%", "EUR", "# €"),
        new("ml-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("mr-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("ms-MY", "1,234,567.5", "#%", "MYR", "RM #"),
        new("nb-NO", "1 234 567,5", "# %", "NOK", "# kr"),
        new("nl-BE", "1.234.567,5", "#%", "EUR", "€ #"),
        new("nl-NL", "1.234.567,5", "#%", "EUR", "€ #"),
        new("pa-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("pl-PL", "1 234 567,5", "#%", "PLN", "# zł", KeepsFourTogether: true),
        new("pt-BR", "1.234.567,5", "#%", "BRL", "R$ #"),
        new("pt-PT", "1 234 567,5", "#%", "EUR", "# €", KeepsFourTogether: true),
        new("ro-RO", "1.234.567,5", "# %", "RON", "# lei"),
        new("sk-SK", "1 234 567,5", "# %", "EUR", "# €"),
        new("sl-SI", "1.234.567,5", "# %", "EUR", "# €"),
        new("sv-SE", "1 234 567,5", "# %", "SEK", "# kr"),
        new("ta-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("te-IN", "12,34,567.5", "#%", "INR", "Rs #"),
        new("th-TH", "1,234,567.5", "#%", "THB", "฿#"),
        new("tr-TR", "1.234.567,5", "%#", "TRY", "₺#"),
        new("uk-UA", "1 234 567,5", "#%", "UAH", "# ₴"),
        new("vi-VN", "1.234.567,5", "#%", "VND", "# ₫"),
        new("zh-CN", "1,234,567.5", "#%", "CNY", "¥#"),
        new("zh-HK", "1,234,567.5", "#%", "HKD", "HK$#"),
        new("zh-TW", "1,234,567.5", "#%", "TWD", "$#"),
    ];

    public static LocaleRow? Find(string tag) => All.FirstOrDefault(l => string.Equals(l.Tag, tag, StringComparison.Ordinal));
}
