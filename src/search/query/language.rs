//! The query language as help and the manual say it.

/// Forms of the query language with their meanings.
pub const LANGUAGE: &[(&str, &str)] = &[
    ("green energy", "both words first, then either"),
    ("\"green energy\"", "these words next to each other"),
    ("fishery", "fisheries too; ten finds 10"),
    ("co-operation", "the same as cooperation"),
    ("energ*", "words starting with energ"),
    ("-oil", "leave out items with this word"),
    ("oil OR gas", "either word"),
    ("kind:clause", "clause, event, treaty and so on"),
    ("in:declaration-2022", "what is in an agreement or chapter"),
    ("sector:energy", "items of a sector"),
    ("party:KGZ", "agreements and memberships of a party"),
    ("org:ots", "an organisation, and events about it"),
    ("agreement:memorandum-2022", "an agreement, its clauses, and what names it"),
    ("source:trend", "items that a source reports"),
    ("language:es", "agreements in a language"),
    ("status:force", "agreements with a status"),
    ("place:Baku", "agreements signed there, with clauses"),
    ("title:energy", "this in the title or heading"),
    ("text:\"green energy\"", "this in the text or summary"),
    ("chapter:trade", "clauses in a chapter with this name"),
    ("number:5", "clauses with this number"),
    ("before:2022", "items that ended before a date"),
    ("after:2022-04", "items that began after a date"),
    ("on:2022-04-20", "items that overlap a date"),
    ("signed:2020/2022", "agreements signed in a span of time"),
    ("force:2023/..", "in force from 2023 or later"),
    ("@name", "the search saved under a name"),
    ("\\-5  \\\"", "the character itself"),
];

/// What counts as an answer in which list, for help, in lines.
pub const ANSWERS: &[&str] = &[
    "In a list of agreements, words, filters and what is left out",
    "count over an agreement and all its clauses together; in other",
    "lists each item answers by itself.",
];
