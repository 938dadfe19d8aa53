//! A trace as JSON.

use super::traced::{TextOf, Traced};
use crate::insight::trace::{ClauseShare, Near, Reuse, Share, TextTrace, share_of};
use crate::model::{Collection, ItemId};
use crate::report::reports::compare::{difference_record, signed_record};
use serde_json::{Value, json};

/// A trace as JSON. A letter counts as a word where words have no blanks between them; shares from 0 to 1, ranges in bytes of the text.
pub(super) fn record(collection: &Collection, traced: &Traced<'_>) -> Value {
    let (passages, borrowed) = traced.counts();
    let mut all = json!({
        "words_of_a_passage": traced.length(),
        "passages": passages,
        "borrowed": borrowed,
        "share": rounded(share_of(borrowed, passages)),
    });
    let details = match traced {
        Traced::Agreement(trace) => {
            let shares = |shares: &[Share]| shares_record(collection, shares, passages);
            let clauses = trace.clauses.iter().map(|clause| clause_record(collection, clause));
            json!({
                "of": signed_record(collection, trace.item),
                "from": shares(&trace.from),
                "first_used_by": shares(&trace.first),
                "later": shares(&trace.later),
                "clauses": clauses.collect::<Vec<_>>(),
            })
        }
        Traced::Text { of: TextOf::Clause(item), text, trace } => {
            text_record(collection, signed_record(collection, *item), text, trace)
        }
        Traced::Text { of: TextOf::Draft(file), text, trace } => {
            text_record(collection, json!({ "file": file }), text, trace)
        }
    };
    if let (Value::Object(all), Value::Object(details)) = (&mut all, details) {
        all.extend(details);
    }
    all
}

fn text_record(collection: &Collection, of: Value, text: &str, trace: &TextTrace) -> Value {
    let items = |items: &[ItemId]| -> Vec<Value> {
        items.iter().map(|item| signed_record(collection, *item)).collect()
    };
    let run = |run: &Reuse| {
        json!({
            "text": text.get(run.range.clone()),
            "range": [run.range.start, run.range.end],
            "words": run.words,
            "earliest": signed_record(collection, run.earliest),
            "after": items(&run.after),
        })
    };
    let near = |near: &Near| {
        json!({
            "clause": signed_record(collection, near.item),
            "passages": near.passages,
            "words": {
                "same": near.difference.same,
                "only_here": near.difference.only_left,
                "only_there": near.difference.only_right,
            },
            "differs": difference_record(&near.difference),
        })
    };
    json!({
        "of": of,
        "from": shares_record(collection, &trace.from, trace.passages),
        "stretches": trace.runs.iter().map(run).collect::<Vec<_>>(),
        "nearest": trace.nearest.iter().map(near).collect::<Vec<_>>(),
        "word_for_word": items(&trace.twins),
    })
}

fn shares_record(collection: &Collection, shares: &[Share], all: usize) -> Vec<Value> {
    let one = |share: &Share| {
        json!({
            "agreement": signed_record(collection, share.agreement),
            "passages": share.passages,
            "share": rounded(share_of(share.passages, all)),
        })
    };
    shares.iter().map(one).collect()
}

fn clause_record(collection: &Collection, clause: &ClauseShare) -> Value {
    json!({
        "clause": signed_record(collection, clause.item),
        "passages": clause.passages,
        "borrowed": clause.borrowed,
        "most": clause.most.map(|share| json!({
            "agreement": signed_record(collection, share.agreement),
            "passages": share.passages,
        })),
    })
}

fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
