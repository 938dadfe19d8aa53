//! One line of a table, by its form.

use super::columns::Columns;
use super::table::{End, Form, Record};
use crate::data::problem::quoted;
use crate::model::{Date, Status};

/// What a line says, without its state and its organisation or agreement.
///
/// # Errors
/// A message about what is wrong with the line.
pub(super) fn record(columns: &Columns, values: &csv::StringRecord) -> Result<Record, String> {
    let get = |column| columns.get(values, column);
    let date = |column: usize| date(get(column));
    Ok(match columns.form {
        Form::Spells => {
            let end = end(get(5))?;
            let (first, last) = (date(2)?, date(4)?);
            if first.zip(last).is_some_and(|(first, last)| first.begins() > last.ends()) {
                return Err("the spell ends before it begins".to_owned());
            }
            Record { since: first.map(coarse), last, end, ..of_status(status(get(3))?, "") }
        }
        Form::Listing => of_status(listed(get(2)), get(2)),
        Form::Dates => {
            let (end, last) = match get(5) {
                "" => (End::Unknown, None),
                "open" => (End::Open, None),
                _ => (End::Ended, date(5)?),
            };
            let (signed, ratified, since) = (date(2)?, date(3)?, date(4)?);
            Record { signed, ratified, since, last, end, ..of_status(Status::Member, "") }
        }
    })
}

/// Whether a spell has ended.
fn end(word: &str) -> Result<End, String> {
    match word.to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Ok(End::Ended),
        "no" | "n" | "false" | "0" => Ok(End::Open),
        "unknown" | "" => Ok(End::Unknown),
        _ => Err(format!("{} is not yes, no or unknown", quoted(word))),
    }
}

/// The class of a spell, in words or in the numbers of the Correlates of War; a member if the table has no column for it.
fn status(word: &str) -> Result<Status, String> {
    match word.to_ascii_lowercase().as_str() {
        "full" | "full member" | "full membership" | "member" | "founding member" | "1" | "" => {
            Ok(Status::Member)
        }
        "associate" | "associate member" | "associate membership" | "2" => Ok(Status::Associate),
        "observer" | "observer status" | "3" => Ok(Status::Observer),
        "partner" | "dialogue partner" => Ok(Status::Partner),
        "participant" => Ok(Status::Participant),
        _ => Err(format!("{} is not full, associate or observer", quoted(word))),
    }
}

/// A record with this status and the table's own word for it, if that says more.
fn of_status(status: Status, word: &str) -> Record {
    Record {
        state: String::new(),
        body: 0,
        status,
        word: (!word.is_empty() && word != status.word()).then(|| word.to_owned()),
        signed: None,
        ratified: None,
        since: None,
        last: None,
        end: End::Unknown,
    }
}

/// A date; a `?` after it (not certain) is read as "about".
fn date(text: &str) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    // Programs that know no missing whole number write years with a decimal.
    let text = text.strip_suffix(".0").unwrap_or(text);
    let read = match text.strip_suffix('?') {
        Some(certain) => format!("{certain}~").parse(),
        None => text.parse(),
    };
    read.map(Some).map_err(|error: crate::model::DateError| format!("{} {error}", quoted(text)))
}

/// Before 1965 the list of the Correlates of War was made only for every fifth year.
fn coarse(first: Date) -> Date {
    if first.year() >= 1965 { first } else { format!("{first}~").parse().unwrap_or(first) }
}

/// The class that a note of the Factbook stands for. Other notes, such as "nonregional member", "temporary" or
/// "suspended", leave the state a member, with the note shown. NGOs and national committees are members in the place of
/// the state, which makes it a participant.
fn listed(note: &str) -> Status {
    const CLASSES: [(&str, Status); 15] = [
        ("associate observer", Status::Observer),
        ("observer", Status::Observer),
        ("associate", Status::Associate),
        ("correspondent", Status::Associate),
        ("subbureau", Status::Associate),
        ("dialogue", Status::Partner),
        ("sectoral dialogue", Status::Partner),
        ("partner", Status::Partner),
        ("enhanced engagement", Status::Partner),
        ("cooperating", Status::Partner),
        ("NGOs", Status::Participant),
        ("national committees", Status::Participant),
        ("candidate", Status::NotAMember),
        ("accession candidate", Status::NotAMember),
        ("pending member", Status::NotAMember),
    ];
    CLASSES.iter().find(|(word, _)| note.starts_with(word)).map_or(Status::Member, |(_, status)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(header: &[&str], fields: &[&str]) -> Result<Record, String> {
        let columns = Columns::of_header(&csv::ByteRecord::from(header.to_vec())).unwrap();
        record(&columns, &csv::StringRecord::from(fields.to_vec()))
    }

    #[test]
    fn notes_of_the_factbook_have_their_class() {
        for (note, status, word) in [
            ("", Status::Member, None),
            ("observer", Status::Observer, None),
            ("associate member", Status::Associate, Some("associate member")),
            ("correspondent", Status::Associate, Some("correspondent")),
            ("candidates", Status::NotAMember, Some("candidates")),
            ("NGOs", Status::Participant, Some("NGOs")),
            ("suspended", Status::Member, Some("suspended")),
        ] {
            let values = line(&["org", "note", "state"], &["X", note, "AZE"]).unwrap();
            assert_eq!((values.status, values.word.as_deref()), (status, word), "{note}");
        }
    }

    #[test]
    fn years_before_1965_are_about() {
        let header = ["state", "igo", "status", "first_year", "last_year", "ended"];
        let values = line(&header, &["USA", "acdt", "full", "1949", "1956", "yes"]).unwrap();
        assert_eq!(values.since.unwrap().to_string(), "1949~");
        assert!(
            line(&header, &["USA", "acdt", "boss", "1949", "1956", "yes"]).unwrap_err().contains("\"boss\"")
        );
        assert!(
            line(&header, &["USA", "acdt", "full", "1959", "1956", "yes"])
                .unwrap_err()
                .contains("before it begins")
        );
    }

    #[test]
    fn what_is_open_unknown_or_uncertain_stays_so() {
        let header = ["state", "treaty_id", "signed", "ratified", "in_force", "ended"];
        let values = line(&header, &["AZE", "T", "1979-05-03?", "", "1980-13", "open"]).unwrap_err();
        assert_eq!(values, "\"1980-13\" has no such month");
        let values = line(&header, &["AZE", "T", "1979-05-03?", "", "1980", "open"]).unwrap();
        assert_eq!(values.signed.unwrap().to_string(), "1979-05-03~");
        assert_eq!((values.end, values.last, values.ratified), (End::Open, None, None));
    }
}
