//! What is known: agreements, clauses, events, organisations and who says so.
