namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>How pages look: one style sheet, inlined in each, that needs no font, image or script from anywhere.</summary>
public static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public static string Sheet { get; } = Written.Replace(" \\\n", " ", StringComparison.Ordinal);

    // A line that ends with a backslash goes on in the next one.
    private const string Written = """
        :root { color-scheme: light dark; --ink: #1c2026; --quiet: #59616c; --paper: #fdfdfb; --box: #f3f5f2; --line: #d6dbd5; --link: #0b5a8a; \
        --mark: #8a5a00; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e6e3; --quiet: #a3abb3; --paper: #15181b; --box: #1e2326; --line: #394045; --link: #82c0ea; --mark: #e0b35c; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
          font: 1.0625rem/1.9 "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif; }
        a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: .06em; }
        a:focus-visible, .scroll:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
        .page { max-width: 44rem; margin: 0 auto; padding: 1.25rem 1.25rem 3rem; }
        .wide { max-width: 62rem; }
        header, nav, footer, .about, table, h1, h2, h3, h4, h5, h6, .sans {
          font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.4; font-weight: 650; margin: 2em 0 .7em; text-wrap: balance; }
        h1 { font-size: 1.7rem; margin-top: .6em; } h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1.02rem; }
        p { margin: 0 0 .9em; }
        p.paragraph, .preamble > p, p.notice-line { text-indent: 2em; text-align: justify; }
        p.lone { text-indent: 0; }
        .anchor { margin-left: .35em; color: var(--quiet); text-decoration: none; font-weight: 400; font-size: .8em; opacity: 0; }
        :is(p, h1, h2, h3, h4, h5, h6):hover > .anchor, .anchor:focus { opacity: 1; }
        :target { background: color-mix(in srgb, var(--link) 10%, transparent); box-shadow: 0 0 0 .4rem color-mix(in srgb, var(--link) 10%, \
        transparent); }
        .erratum { text-decoration: underline dotted var(--mark); text-underline-offset: .25em; cursor: help; }
        .join { display: inline-block; width: 0; height: .8em; margin: 0 .05em; border-left: .06em dotted var(--quiet); vertical-align: -.05em; \
        cursor: help; }
        .column { background: var(--box); border: 1px solid var(--line); border-left: .25rem solid var(--link); border-radius: .3rem; padding: \
        .9rem 1.1rem .4rem; margin: 1.6em 0; }
        .column > :is(h1, h2, h3, h4, h5, h6) { margin: 0 0 .6em; }
        .column p { text-align: justify; }
        .table { margin: 1.6em 0; }
        .table-note, .note { color: var(--quiet); font-size: .92rem; }
        .scroll { overflow-x: auto; margin: 0 0 1em; }
        table { border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.6; font-variant-numeric: tabular-nums; }
        th, td { border-bottom: 1px solid var(--line); padding: .5em .7em; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: \
        break-word; }
        thead th { border-bottom: 2px solid var(--ink); font-weight: 650; white-space: nowrap; }
        th[scope=row], th[scope=rowgroup] { font-weight: 600; }
        .number { text-align: right; white-space: nowrap; }
        small { color: var(--quiet); font-weight: 400; }
        .about { font-size: .9rem; line-height: 1.7; color: var(--quiet); border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
        .about p { margin: 0 0 .5em; }
        .path, .turn, .forms { font-size: .9rem; line-height: 1.7; }
        .path { color: var(--quiet); }
        .turn { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .4rem 1.5rem; margin-top: 2.5rem; }
        .notice-bar { font-size: .88rem; line-height: 1.6; color: var(--quiet); border: 1px solid var(--line); border-radius: .3rem; padding: \
        .4rem .8rem; margin: .8rem 0; }
        mark { background: color-mix(in srgb, var(--mark) 22%, transparent); color: inherit; }
        .search { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem; margin: 1.2em 0; font-size: .95rem; }
        .search label { flex: 1 1 16rem; } .search input { width: 100%; }
        .search input, .search button { font: inherit; color: inherit; background: var(--box); border: 1px solid var(--quiet); border-radius: \
        .3rem; padding: .35rem .7rem; }
        .search :focus-visible { outline: .15rem solid var(--link); outline-offset: .1rem; }
        .hits { padding-left: 1.6em; } .hits li { margin: 0 0 1.1em; } .hits p { margin: .2em 0; font-size: .98rem; }
        code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .88em; }
        pre { background: var(--box); border: 1px solid var(--line); border-radius: .3rem; padding: .8rem 1rem; line-height: 1.55; overflow-x: \
        auto; overflow-wrap: normal; }
        @media (max-width: 36rem) { body { font-size: 1rem; line-height: 1.8; } .page { padding-inline: 1rem; } h1 { font-size: 1.4rem; } h2 { \
        font-size: 1.25rem; } }
        @media print {
          :root { --ink: #000; --quiet: #444; --paper: #fff; --box: #fff; --line: #999; --link: #000; --mark: #000; }
          @page { margin: 2cm; }
          body { font-size: 10.5pt; line-height: 1.7; } .page { max-width: none; padding: 0; }
          .turn, .forms, .anchor, .path, .search { display: none; } a { text-decoration: none; }
          h1, h2, h3, h4 { break-after: avoid; } tr, .notice-bar { break-inside: avoid; } thead { display: table-header-group; } .scroll { \
        overflow: visible; }
          p { orphans: 2; widows: 2; }
        }
        """;
}
