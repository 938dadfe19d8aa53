//! The figures as a table.

use serde_json::Value;

/// A column: its heading, the figure, decimal places.
const COLUMNS: [(&str, &str, usize); 16] = [
    ("keys", "keys", 0),
    ("p50 ms", "p50_ms", 3),
    ("p99 ms", "p99_ms", 3),
    ("max ms", "max_ms", 3),
    ("cpu a key", "key_cpu_ms", 2),
    ("build ms", "build_ms", 1),
    ("build cpu", "build_cpu_ms", 0),
    ("ready ms", "ready_ms", 0),
    ("B/clause", "bytes_a_clause", 1),
    ("text MB", "text_mb", 1),
    ("peak MB", "peak_mb", 0),
    ("settled MB", "settled_mb", 0),
    ("A", "set_a", 3),
    ("B", "set_b", 3),
    ("known", "known_clean", 3),
    ("slipped", "known_slipped", 3),
];

/// All figures. If a contender is slow, only some of the 171 keys are timed; a dash means not measured.
pub fn table(results: &[Value]) -> String {
    let mut out = format!("{:<16}{:>9}", "contender", "clauses");
    for (heading, ..) in COLUMNS {
        out.push_str(&format!("{heading:>11}"));
    }
    out.push('\n');
    for result in results {
        out.push_str(&format!("{:<16}{:>9}", result["contender"].as_str().unwrap_or("?"), result["clauses"]));
        for (_, figure, digits) in COLUMNS {
            match result[figure].as_f64() {
                Some(number) => out.push_str(&format!("{number:>11.digits$}")),
                None => out.push_str(&format!("{:>11}", "-")),
            }
        }
        out.push('\n');
    }
    out
}

/// The targets, and whether they are met.
pub fn verdicts(results: &[Value]) -> String {
    let get = |name: &str, clauses: usize, figure: &str| {
        let mut of = results.iter().filter(|r| r["contender"] == name && r["clauses"] == clauses);
        of.find_map(|r| r[figure].as_f64())
    };
    let ours = |clauses: usize, figure: &str| get("accords", clauses, figure);
    let ratio = |a: Option<f64>, b: Option<f64>| Some(a? / b?);
    let times = |peer: &str, clauses| ratio(get(peer, clauses, "p50_ms"), ours(clauses, "p50_ms"));
    let (thousands, million) = (100_000, 1_000_000);
    let most = [
        ("p99 at 26 clauses, ms", ours(26, "p99_ms"), 0.5),
        ("p99 at 1,000,000, ms", ours(million, "p99_ms"), 16.0),
        ("max at 1,000,000, ms", ours(million, "max_ms"), 25.0),
        ("build at 1,000,000, ms", ours(million, "build_ms"), 2500.0),
        ("bytes a clause at 1,000,000", ours(million, "bytes_a_clause"), 110.0),
        ("peak at 1,000,000 by the text", ratio(ours(million, "peak_mb"), ours(million, "text_mb")), 2.5),
        ("settled at 1,000,000, MB (fzf seen with 986)", ours(million, "settled_mb"), 986.0),
        ("read, parsed and searchable at 100,000, ms", ours(thousands, "ready_ms"), 400.0),
        ("p50 at 1,000,000 by 100,000", ratio(ours(million, "p50_ms"), ours(thousands, "p50_ms")), 5.0),
    ];
    let least = [
        ("p50 faster than frizbee at 1,000,000, times", times("frizbee", million), 60.0),
        ("p50 faster than frizbee at 100,000, times", times("frizbee", thousands), 15.0),
        ("p50 faster than nucleo at 100,000, times", times("nucleo-matcher", thousands), 150.0),
        ("set A at 100,000", ours(thousands, "set_a"), 0.98),
        ("set B at 100,000", ours(thousands, "set_b"), 0.98),
        ("set A at 1,000,000", ours(million, "set_a"), 0.98),
        ("set B at 1,000,000", ours(million, "set_b"), 0.98),
        ("known items at 100,000", ours(thousands, "known_clean"), 0.95),
        ("known items with slips at 100,000", ours(thousands, "known_slipped"), 0.85),
    ];
    let mut out = String::from("\n");
    let mut say = |what: &str, figure: Option<f64>, sign: &str, limit: f64, holds: fn(f64, f64) -> bool| {
        let Some(figure) = figure else { return };
        let verdict = if holds(figure, limit) { "met" } else { "MISSED" };
        out.push_str(&format!("{verdict:<7} {what:<46} {figure:>10.3} {sign} {limit}\n"));
    };
    for (what, figure, limit) in most {
        say(what, figure, "<=", limit, |figure, limit| figure <= limit);
    }
    for (what, figure, limit) in least {
        say(what, figure, ">=", limit, |figure, limit| figure >= limit);
    }
    out
}
