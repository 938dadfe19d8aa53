//! The jobs of a desk officer, each with the keys that it takes: no more than what is claimed.

use crate::outline::treaty;
use crate::screen::Screen;
use crate::trace::screen as treaties;
use accords::explore::action::CopyForm;
use accords::explore::overlays::Overlay;
use accords::explore::{Chord, Effect, Focus, Input, Pane, Remember, State, update};
use accords::model::Kind;

/// A job: what is asked, the keys, how many they may be, and what must have come of it.
struct Job {
    asks: &'static str,
    keys: &'static str,
    most: usize,
    on: fn() -> Screen,
    done: fn(&State, &[Effect]) -> bool,
}

fn built_in() -> Screen {
    Screen::new((120, 36))
}

fn read(state: &State) -> String {
    let item = state.place.reader.item().and_then(|item| state.collection().address(item));
    item.map(|address| address.to_string()).unwrap_or_default()
}

fn copied(effects: &[Effect], wanted: CopyForm) -> Option<&str> {
    effects.iter().find_map(|effect| match effect {
        Effect::Copy { form, text } if *form == wanted => Some(text.as_str()),
        _ => None,
    })
}

fn saved(effects: &[Effect]) -> Option<String> {
    effects.iter().find_map(|effect| match effect {
        Effect::Save(draft) => Some(draft.name()),
        _ => None,
    })
}

fn marked(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Remember(Remember::Mark(_)))).count()
}

const JOBS: &[Job] = &[
    Job {
        asks: "What did the two agree on borders?",
        keys: "/borders<enter>",
        most: 9,
        on: built_in,
        done: |state, _| {
            read(state) == "aze-kgz/declaration-2022.borders" && state.place.focus == Focus::Reader
        },
    },
    Job {
        asks: "Who says so? I need the citation.",
        keys: "yt",
        most: 2,
        on: built_in,
        done: |_, effects| {
            effects.iter().any(
                |e| matches!(e, Effect::Copy { form: CopyForm::Citation(_), text } if text.contains("http")),
            )
        },
    },
    Job {
        asks: "A quotation of the clause, with its source, for a minute",
        keys: "yq",
        most: 2,
        on: built_in,
        done: |_, effects| {
            copied(effects, CopyForm::Quotation).is_some_and(|text| text.contains("sovereignty"))
        },
    },
    Job {
        asks: "What was done about it since, clause by clause?",
        keys: "F",
        most: 1,
        on: built_in,
        done: |state, _| matches!(state.overlays.last(), Some(Overlay::FollowUp(view)) if view.done.followed > 0),
    },
    Job {
        asks: "In which organisations do they sit together, since when?",
        keys: "4z",
        most: 2,
        on: built_in,
        done: |state, _| {
            state.place.pane == Pane::Memberships && !state.list(Pane::Memberships).rows.is_empty()
        },
    },
    Job {
        asks: "And Kazakhstan with Turkmenistan?",
        keys: "Pkaz<enter>turkm<enter>",
        most: 11,
        on: built_in,
        done: |state, _| state.place.pair.is_some(),
    },
    Job {
        asks: "Only what concerns energy",
        keys: "3<enter>",
        most: 2,
        on: built_in,
        done: |state, _| {
            let narrowed = state.place.narrowed.as_ref().and_then(|narrowed| narrowed.item());
            narrowed.is_some_and(|item| state.collection().title(item) == Some("Energy"))
        },
    },
    Job {
        asks: "Where does this wording come from?",
        keys: "/late/c<enter>W",
        most: 9,
        on: treaties,
        done: |state, _| matches!(state.overlays.last(), Some(Overlay::Trace(view)) if view.trace.origins.len() == 2),
    },
    Job {
        asks: "How does it differ from the nearest clause?",
        keys: "/late/c<enter>W=",
        most: 10,
        on: treaties,
        done: |state, _| matches!(state.overlays.last(), Some(Overlay::Compare(_))),
    },
    Job {
        asks: "Set the chapters on trade and on disputes of a long treaty face to face",
        keys: "jjj j =",
        most: 7,
        on: treaty,
        done: |state, effects| {
            matches!(state.overlays.last(), Some(Overlay::Compare(_))) && marked(effects) == 2
        },
    },
    Job {
        asks: "Find the article on the 25th rule in the closed chapters",
        keys: "/rule 25<enter>",
        most: 9,
        on: treaty,
        done: |state, _| read(state) == "t/art-25",
    },
    Job {
        asks: "A note on the clause, for the visit",
        keys: "Aask<enter>",
        most: 5,
        on: built_in,
        done: |state, effects| marked(effects) == 1 && state.marks.iter().any(|(mark, _)| mark.note == "ask"),
    },
    Job {
        asks: "Put it with what I bring to Baku",
        keys: "Kbaku<enter>",
        most: 6,
        on: built_in,
        done: |state, _| state.marks.iter().any(|(mark, _)| mark.collections.contains("baku")),
    },
    Job {
        asks: "The timeline as a spreadsheet for a colleague",
        keys: "1><down><enter>",
        most: 4,
        on: built_in,
        done: |_, effects| saved(effects).is_some_and(|name| name.ends_with("timeline.xlsx")),
    },
    Job {
        asks: "The trace as a page to send",
        keys: "/late/c<enter>W><enter>",
        most: 11,
        on: treaties,
        done: |_, effects| saved(effects).is_some_and(|name| name.starts_with("accords-trace-late-c")),
    },
    Job {
        asks: "The page of the OSCE, by its name",
        keys: ":osce<enter>",
        most: 6,
        on: built_in,
        done: |state, _| read(state).starts_with("aze-kgz/osce"),
    },
    Job {
        asks: "This search again next week",
        keys: "/fund<ctrl-s>f<enter>",
        most: 8,
        on: built_in,
        done: |state, effects| {
            state.searches.saved.get("f").is_some_and(|query| query == "fund")
                && effects.iter().any(|e| matches!(e, Effect::Remember(Remember::Searches(Some(_)))))
        },
    },
    Job {
        asks: "The search of before, once more",
        keys: "/fund<enter>h/<up><enter>",
        most: 10,
        on: built_in,
        done: |state, _| state.matches().is_some_and(|matches| matches.all_words() > 0),
    },
    Job {
        asks: "With whom, and where? Who else signs with them?",
        keys: "M<esc>X",
        most: 3,
        on: built_in,
        done: |state, _| matches!(state.overlays.last(), Some(Overlay::Network(_))),
    },
    Job {
        asks: "That mark was a mistake",
        keys: " U",
        most: 2,
        on: built_in,
        done: |state, effects| state.marks.is_empty() && marked(effects) == 2,
    },
    Job {
        asks: "The newest agreement of the library, alone",
        keys: "0G<enter>",
        most: 3,
        on: built_in,
        done: |state, _| {
            state
                .place
                .narrowed
                .as_ref()
                .and_then(|n| n.item())
                .is_some_and(|item| item.kind() == Kind::Agreement)
        },
    },
];

/// The keys of a job, one by one.
fn chords(keys: &str) -> Vec<Chord> {
    let (mut chords, mut rest) = (Vec::new(), keys);
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|r| r.split_once('>'));
        let named = named.and_then(|(name, after)| Some((Chord::named(name)?, after)));
        let letter = || Some((Chord::char(c), rest.strip_prefix(c)?));
        let (chord, after) = named.or_else(letter).unwrap();
        chords.push(chord);
        rest = after;
    }
    chords
}

#[test]
fn every_job_is_done_with_the_keys_that_are_claimed() {
    assert!(JOBS.len() >= 15);
    for job in JOBS {
        let keys = chords(job.keys);
        assert!(keys.len() <= job.most, "{}: {} keys, not {}", job.asks, keys.len(), job.most);
        let mut screen = (job.on)();
        let effects: Vec<Effect> =
            keys.into_iter().flat_map(|chord| update(&mut screen.state, Input::Key(chord))).collect();
        assert!((job.done)(&screen.state, &effects), "{} {}\n{}", job.asks, job.keys, screen.text());
    }
}
