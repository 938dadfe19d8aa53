//! The columns of a table by the names that people give them.

use super::table::Form;
use crate::data::tables::sheet::{bare, is_missing};

/// A column under its usual name, with other names for it, the preferred ones first.
type Names = &'static [&'static str];

const STATE: Names = &[
    "state",
    "state_name",
    "country",
    "country_name",
    "member",
    "member_state",
    "party",
    "nation",
    "iso3",
    "iso3c",
    "iso_a3",
    "iso_alpha3",
    "iso_alpha_3",
    "alpha_3",
    "alpha3",
    "iso2",
    "iso2c",
    "iso_a2",
    "alpha_2",
    "alpha2",
    "iso",
    "iso_code",
    "iso3n",
    "iso_num",
    "country_code",
    "countrycode",
    "state_code",
    "statecode",
    "stateabb",
    "state_abb",
    "statenme",
    "ccode",
    "cow",
    "cow_code",
    "cowcode",
    "cowc",
    "cown",
    "code",
];
const ORGANISATION: Names = &[
    "igo",
    "org",
    "organisation",
    "organization",
    "igo_name",
    "ioname",
    "io_name",
    "io",
    "organisation_name",
    "organization_name",
    "org_name",
    "international_organisation",
    "international_organization",
    "body",
    "institution",
    "acronym",
    "abbreviation",
    "ionum",
    "orgname",
];
const AGREEMENT: Names = &["treaty_id", "treaty", "agreement", "agreement_id", "treaty_name", "convention"];
const STATUS: Names =
    &["status", "membership", "membership_status", "membership_type", "member_type", "type", "role"];
const FIRST: Names = &[
    "first_year",
    "since",
    "from",
    "start",
    "start_year",
    "year_start",
    "styear",
    "begin",
    "joined",
    "year_joined",
    "join_year",
    "date_joined",
    "member_since",
    "entry",
    "accession",
    "accession_date",
    "entry_date",
    "start_date",
];
const LAST: Names = &[
    "last_year",
    "until",
    "to",
    "end",
    "end_year",
    "year_end",
    "endyear",
    "left",
    "year_left",
    "date_left",
    "exit",
    "exit_date",
    "end_date",
];
const ENDED: Names = &["ended", "has_ended", "terminated", "withdrawn"];
const SIGNED: Names = &["signed", "signature", "date_signed", "signature_date"];
const RATIFIED: Names = &["ratified", "ratification", "date_ratified", "ratification_date"];
const IN_FORCE: Names = &["in_force", "entry_into_force", "entered_into_force", "force", "effective"];
const NOTE: Names = &["note", "notes", "remark", "remarks", "comment", "status", "membership"];

/// The columns of each form: those that it needs, then others. A form comes before those that need less.
const FORMS: [(Form, &[Names], &[Names]); 3] = [
    (Form::Dates, &[STATE, AGREEMENT], &[SIGNED, RATIFIED, IN_FORCE, ENDED]),
    (Form::Spells, &[STATE, ORGANISATION, FIRST], &[STATUS, LAST, ENDED]),
    (Form::Listing, &[STATE, ORGANISATION], &[NOTE]),
];

/// The form of a table, and the positions of its columns.
pub(super) struct Columns {
    pub(super) form: Form,
    places: Vec<Option<usize>>,
}

impl Columns {
    /// The columns named by a first line; `None` if it is not that of a table of memberships.
    pub(super) fn of_header(header: &csv::ByteRecord) -> Option<Self> {
        let header: Vec<String> = header.iter().map(|name| bare(&String::from_utf8_lossy(name))).collect();
        let place =
            |names: &Names| names.iter().find_map(|name| header.iter().position(|column| column == name));
        FORMS.iter().find_map(|(form, needed, others)| {
            let found: Option<Vec<usize>> = needed.iter().map(place).collect();
            let places = found?.into_iter().map(Some).chain(others.iter().map(place)).collect();
            Some(Self { form: *form, places })
        })
    }

    /// The columns that the first line of a table has to name, for messages.
    pub(super) fn known() -> String {
        let forms = FORMS.iter().map(|(_, needed, others)| {
            let usual = needed.iter().chain(*others).filter_map(|names| names.first().copied());
            usual.collect::<Vec<_>>().join(", ")
        });
        forms.collect::<Vec<_>>().join("; or ")
    }

    /// The state of a line as it is written; empty if the line is too short.
    pub(super) fn state<'r>(&self, values: &'r csv::ByteRecord) -> &'r [u8] {
        let place = self.places.first().copied().flatten();
        place.and_then(|at| values.get(at)).unwrap_or_default().trim_ascii()
    }

    /// A value of a line, trimmed; empty if it is missing, the line is too short or the table lacks the column.
    pub(super) fn get<'r>(&self, values: &'r csv::StringRecord, column: usize) -> &'r str {
        let place = self.places.get(column).copied().flatten();
        let value = place.and_then(|at| values.get(at)).unwrap_or_default().trim();
        if is_missing(value) { "" } else { value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(header: &[&str]) -> Option<Form> {
        Columns::of_header(&csv::ByteRecord::from(header.to_vec())).map(|columns| columns.form)
    }

    #[test]
    fn columns_have_any_case_and_common_names() {
        assert_eq!(form(&["Country", "Organization", "Member since", "Until"]), Some(Form::Spells));
        assert_eq!(form(&["ISO3", " ORG "]), Some(Form::Listing));
        assert_eq!(form(&["State", "Treaty-ID", "Entry into force"]), Some(Form::Dates));
        assert_eq!(form(&["a", "b"]), None);
    }
}
