//! Which column is what, by the names that people give them.

use crate::data::tables::sheet::bare;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The id of an agreement.
    Id,
    /// Its title.
    Title,
    /// Its parties, in one value or one of several.
    Parties,
    /// One party, for which the row is.
    State,
    /// When the agreement was signed.
    Signed,
    /// When it entered into force.
    InForce,
    /// When the party of the row signed.
    StateSigned,
    /// When the party of the row ratified.
    Ratified,
    /// Since when the party of the row is bound.
    Since,
    /// Until when the agreement, or the party of the row, is bound.
    Until,
    /// The kind of the agreement.
    Kind,
    /// Its language.
    Language,
    /// Where its text is.
    Url,
    /// Where it was signed.
    Place,
    /// Whether it is in force.
    Status,
}

impl Role {
    /// Every role, in the order in which columns are looked for.
    pub const ALL: [Self; 15] = [
        Self::Id,
        Self::Title,
        Self::StateSigned,
        Self::Ratified,
        Self::Since,
        Self::Signed,
        Self::InForce,
        Self::Until,
        Self::Parties,
        Self::State,
        Self::Kind,
        Self::Language,
        Self::Url,
        Self::Place,
        Self::Status,
    ];

    /// Its word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Parties => "parties",
            Self::State => "state",
            Self::Signed => "signed",
            Self::InForce => "in-force",
            Self::StateSigned => "state-signed",
            Self::Ratified => "ratified",
            Self::Since => "since",
            Self::Until => "until",
            Self::Kind => "kind",
            Self::Language => "language",
            Self::Url => "url",
            Self::Place => "place",
            Self::Status => "status",
        }
    }

    /// Whether its values are dates.
    pub(super) fn is_date(self) -> bool {
        matches!(
            self,
            Self::Signed | Self::InForce | Self::StateSigned | Self::Ratified | Self::Since | Self::Until
        )
    }

    /// The names of such columns, the preferred ones first.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Id => &[
                "treaty_id",
                "treatyid",
                "agreement_id",
                "id",
                "iea",
                "iea_click_for_add_l_info",
                "treaty_number",
                "number",
                "no",
                "nr",
            ],
            Self::Title => &[
                "title",
                "treaty_name",
                "name",
                "treaty_title",
                "agreement_name",
                "document_name",
                "documentname",
                "common_name",
                "full_title",
                "treaty",
                "agreement",
                "convention",
                "instrument",
                "file_name",
                "titre",
                "intitule",
                "titulo",
                "titel",
                "nazvanie",
                "baslik",
            ],
            Self::Parties => &[
                "parties",
                "party_names",
                "contracting_parties",
                "signatories",
                "partes",
                "vertragsparteien",
                "storony",
                "taraflar",
                "members",
                "membership",
                "member_states",
                "countries",
                "states",
            ],
            Self::State => &[
                "state",
                "stateid",
                "state_id",
                "country",
                "country_name",
                "contracting_party",
                "party",
                "member_state",
                "iso3",
                "iso_a3",
                "iso3c",
                "ccode",
                "country_code",
                "state_name",
            ],
            Self::Signed => &[
                "signed",
                "date_signed",
                "datesigned",
                "signature_date",
                "date_of_signature",
                "dateofsignature",
                "signature",
                "signing_date",
                "date",
                "signature_year",
                "year_signed",
                "year",
                "begin",
                "date_de_signature",
                "fecha_de_firma",
                "unterzeichnung",
                "data_podpisaniya",
                "imza_tarihi",
            ],
            Self::InForce => &[
                "in_force",
                "entry_into_force",
                "date_of_entry_into_force",
                "dateofentryintoforce",
                "entry_into_force_date",
                "date_iea_entered_into_force",
                "force",
                "entryforceyear",
                "effective",
                "effective_date",
                "entree_en_vigueur",
                "date_d_entree_en_vigueur",
                "entrada_en_vigor",
                "inkrafttreten",
                "vstuplenie_v_silu",
                "yururluk_tarihi",
            ],
            Self::StateSigned => &["statesignature", "state_signature", "state_signed"],
            Self::Ratified => &[
                "ratified",
                "ratification",
                "ratification_date",
                "date_ratified",
                "staterat",
                "state_ratification",
            ],
            Self::Since => &["since", "stateforce", "state_force", "member_since", "joined", "accession"],
            Self::Until => &[
                "until",
                "ended",
                "end",
                "withdrawal",
                "statewithdrawal",
                "denounced",
                "terminated",
                "date_of_termination",
            ],
            Self::Kind => &[
                "kind",
                "treaty_type",
                "treatytype",
                "agreement_type",
                "agreement_type_level_2",
                "typeagree",
                "type",
                "entry_type",
                "doctype",
            ],
            Self::Language => {
                &["language", "lang", "languages", "langue", "idioma", "sprache", "yazyk", "dil"]
            }
            Self::Url => &["url", "text_url", "texturl", "link", "source_url", "web_address", "website"],
            Self::Place => &["place", "location", "place_of_signature", "location_signed", "locationsigned"],
            Self::Status => &["status", "in_force_status"],
        }
    }
}

/// The columns of a table.
#[derive(Debug, Default)]
pub(super) struct Columns {
    found: Vec<(Role, Vec<usize>)>,
}

impl Columns {
    /// Finds the columns by their names; what is `corrected` goes before.
    ///
    /// # Errors
    /// A message: a correction names a column that is not there.
    pub(super) fn of(header: &[String], corrected: &[(Role, String)]) -> Result<Self, String> {
        let names: Vec<String> = header.iter().map(|name| bare(name)).collect();
        let mut columns = Self::default();
        for (role, name) in corrected {
            let exact = header.iter().position(|own| own == name);
            let place = exact.or_else(|| names.iter().position(|own| *own == bare(name)));
            let place = place.ok_or_else(|| {
                format!("has no column {name} for {}; it has {}", role.word(), header.join(", "))
            })?;
            columns.add(*role, place);
        }
        for role in Role::ALL {
            if columns.all(role).is_empty() {
                let is_free = |at: &usize| !columns.is_used(*at);
                let by_name = |name: &&str| {
                    let is_own = |own: &String| own == name || without_treaty(own) == *name;
                    names.iter().position(is_own).filter(is_free)
                };
                if let Some(place) = role.names().iter().find_map(by_name) {
                    columns.add(role, place);
                }
            }
        }
        if columns.all(Role::Parties).is_empty() {
            for place in numbered(&names).into_iter().filter(|at| !columns.is_used(*at)).collect::<Vec<_>>() {
                columns.add(Role::Parties, place);
            }
        }
        Ok(columns)
    }

    fn add(&mut self, role: Role, place: usize) {
        match self.found.iter_mut().find(|(own, _)| *own == role) {
            Some((_, places)) => places.push(place),
            None => self.found.push((role, vec![place])),
        }
    }

    /// Leaves a role out.
    pub(super) fn remove(&mut self, role: Role) {
        self.found.retain(|(own, _)| *own != role);
    }

    fn is_used(&self, place: usize) -> bool {
        self.found.iter().any(|(_, places)| places.contains(&place))
    }

    /// The columns with this role.
    pub(super) fn all(&self, role: Role) -> &[usize] {
        self.found.iter().find(|(own, _)| *own == role).map_or(&[], |(_, places)| places)
    }

    /// The column with this role.
    pub(super) fn one(&self, role: Role) -> Option<usize> {
        self.all(role).first().copied()
    }

    /// Every role that a column has, with its columns.
    pub(super) fn found(&self) -> &[(Role, Vec<usize>)] {
        &self.found
    }

    /// Whether the columns are those of a table of agreements: a title, and a date or parties.
    pub(super) fn are_of_agreements(&self) -> bool {
        let has = |role| !self.all(role).is_empty();
        has(Role::Title) && [Role::Signed, Role::InForce, Role::Parties, Role::State].into_iter().any(has)
    }
}

/// The name of a column that says of what it is without that: `title_of_treaty` is a title.
fn without_treaty(name: &str) -> &str {
    const OF: [&str; 6] =
        ["_of_treaty", "_of_the_treaty", "_of_agreement", "_of_the_agreement", "_du_traite", "_del_tratado"];
    OF.iter().find_map(|of| name.strip_suffix(of)).unwrap_or(name)
}

/// Columns with one party each: `party1`, `party2`; `c1` … `c91`. If a column of codes goes with each, these.
fn numbered(names: &[String]) -> Vec<usize> {
    const BASES: [&str; 10] =
        ["party", "party_", "country", "country_", "state", "state_", "member", "partner", "signatory", "c"];
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    for base in BASES {
        for ending in ["_iso", "_iso3", "_code", ""] {
            let is_one = |name: &String| {
                let inside = name.strip_prefix(base).and_then(|rest| rest.strip_suffix(ending));
                inside.is_some_and(is_number)
            };
            let found: Vec<usize> =
                (0..names.len()).filter(|at| names.get(*at).is_some_and(is_one)).collect();
            if found.len() > 1 {
                return found;
            }
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(header: &[&str], corrected: &[(Role, &str)]) -> String {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        let corrected: Vec<(Role, String)> =
            corrected.iter().map(|(role, name)| (*role, (*name).to_owned())).collect();
        match Columns::of(&header, &corrected) {
            Ok(columns) => {
                let one = |(role, places): &(Role, Vec<usize>)| {
                    let names: Vec<&str> = places.iter().map(|at| header[*at].as_str()).collect();
                    format!("{}={}", role.word(), names.join("+"))
                };
                columns.found().iter().map(one).collect::<Vec<_>>().join(" ")
            }
            Err(why) => why,
        }
    }

    #[test]
    fn columns_are_known_by_the_names_people_give_them() {
        assert_eq!(
            found(&["Treaty Name", "Signature Date", "Signature Year", "Agreement Type (level 2)"], &[]),
            "title=Treaty Name signed=Signature Date kind=Agreement Type (level 2)"
        );
        assert_eq!(
            found(&["Common.Name", "Membership", "Date.of.Entry.into.Force"], &[]),
            "title=Common.Name in-force=Date.of.Entry.into.Force parties=Membership"
        );
        assert_eq!(
            found(&["name", "party1", "party1_iso", "party2", "party2_iso"], &[]),
            "title=name parties=party1_iso+party2_iso"
        );
        assert_eq!(
            found(&["Title of the treaty", "Date of signature", "Number"], &[]),
            "id=Number title=Title of the treaty signed=Date of signature"
        );
        assert_eq!(
            found(&["Titre", "Date de signature", "Entrée en vigueur", "Langue"], &[]),
            "title=Titre signed=Date de signature in-force=Entrée en vigueur language=Langue"
        );
        assert_eq!(
            found(&["Название", "Дата подписания", "Стороны"], &[]),
            "title=Название signed=Дата подписания parties=Стороны"
        );
        assert_eq!(found(&["name", "c1", "c2"], &[]), "title=name parties=c1+c2");
        assert_eq!(found(&["x", "name"], &[(Role::Signed, "X")]), "signed=x title=name");
        assert_eq!(found(&["x"], &[(Role::Signed, "y")]), "has no column y for signed; it has x");
    }
}
