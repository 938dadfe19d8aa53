//! `accords add`: one more item in a dossier, for those who do not write JSON. Its flags are the fields of the format.

use super::complete::ids;
use super::file::write_to;
use super::input::tell_of_terminal;
use super::tell::{complain, problems};
use crate::data::{
    Addition, DEFAULT_MAX_SIZE, Existing, FieldAbout, Holds, NotAppended, appended, fields_about, read_text,
};
use crate::error::Error;
use crate::text::shown;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand, value_parser};
use clap_complete::ArgValueCompleter;
use serde_json::Map;
use std::io::{self, Write};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
The whole file is checked with the new item; if the item brings an error, nothing is
written. The rest of the file stays as it is.

Examples:
  accords add source mine.json --title \"Bridge opened\" --publisher Post --kind news
  accords add event mine.json --title \"Bridge opened\" --date 2004-05 --kind project";

/// Options of an addition.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct AddArgs {
    #[command(subcommand)]
    what: What,
    /// Refuse files larger than this
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE, global = true)]
    max_size: u64,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add an event
    Event(ItemArgs<Event>),
    /// Add a source
    Source(ItemArgs<Source>),
    /// Add the membership of a party in an organisation
    Membership(ItemArgs<Membership>),
}

/// A kind of item that can be added.
trait Item {
    /// Its list in the format, and the list of what that is in.
    const LISTS: &'static [&'static str];
    const EXAMPLE: &'static str;
}

#[derive(Debug)]
enum Event {}
#[derive(Debug)]
enum Source {}
#[derive(Debug)]
enum Membership {}

impl Item for Event {
    const LISTS: &'static [&'static str] = &["events"];
    const EXAMPLE: &'static str = "\
Example:
  accords add event mine.json --title \"Bridge opened\" --date 2004-05-05 \\
      --kind project --sectors navigation --sources gazette-1998";
}

impl Item for Source {
    const LISTS: &'static [&'static str] = &["sources"];
    const EXAMPLE: &'static str = "\
Example:
  accords add source mine.json --title \"Bridge opened\" --publisher Post \\
      --kind news --published 2004-05-06";
}

impl Item for Membership {
    const LISTS: &'static [&'static str] = &["organisations", "memberships"];
    const EXAMPLE: &'static str = "\
Example:
  accords add membership mine.json --organisation river-commission \\
      --party port-authority-bbb --status observer";
}

const FILE: &str = "file";
const ORGANISATION: &str = "organisation";

/// The arguments of one kind of item.
#[derive(Debug)]
struct ItemArgs<K> {
    file: PathBuf,
    organisation: Option<String>,
    /// The fields that were given, with their words.
    given: Vec<(String, Vec<String>)>,
    kind: PhantomData<K>,
}

impl<K: Item> Args for ItemArgs<K> {
    fn augment_args(command: Command) -> Command {
        // The flags are those of the schema, which other commands need not make.
        command.defer(with_flags::<K>)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<K: Item> FromArgMatches for ItemArgs<K> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = fields_about(K::LISTS).into_iter().filter_map(|field| {
            let words: Vec<String> = match field.holds {
                Holds::Flag => {
                    vec!["true".to_owned()].into_iter().filter(|_| matches.get_flag(field.name)).collect()
                }
                _ => matches.get_many::<String>(field.name).into_iter().flatten().cloned().collect(),
            };
            (!words.is_empty()).then(|| (field.name.to_owned(), words))
        });
        let is_membership = K::LISTS.len() > 1;
        Ok(Self {
            file: matches.get_one::<PathBuf>(FILE).cloned().unwrap_or_default(),
            organisation: is_membership.then(|| matches.get_one::<String>(ORGANISATION).cloned()).flatten(),
            given: given.collect(),
            kind: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// A command with a flag for each field of its items.
fn with_flags<K: Item>(command: Command) -> Command {
    let file = Arg::new(FILE)
        .value_name("FILE")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help("Dossier to add it to, in JSON; - reads stdin and writes stdout");
    let organisation = Arg::new(ORGANISATION)
        .long(ORGANISATION)
        .value_name("ID")
        .required(true)
        .help("The organisation")
        .add(ArgValueCompleter::new(ids(vec![ORGANISATION.to_owned()])));
    command
        .arg(file)
        .args((K::LISTS.len() > 1).then_some(organisation))
        .args(fields_about(K::LISTS).iter().map(flag))
        .after_help(K::EXAMPLE)
}

/// The flag of a field.
fn flag(field: &FieldAbout) -> Arg {
    let help = match (&field.holds, field.is_list) {
        (Holds::OwnId, _) => format!("{} [default: made of the title and the year]", field.about),
        (Holds::Ids(_), true) => format!("{}, with commas between them", field.about),
        (Holds::Parts(parts), _) => {
            let parts: Vec<String> = parts.iter().map(|part| format!("{}=…", part.name)).collect();
            format!("{}, each as {}", field.about, parts.join(","))
        }
        _ => field.about.clone(),
    };
    // The parser of the arguments wants names that last as long as the program.
    let arg = Arg::new(field.name).long(&*field.name.replace('_', "-").leak()).help(help);
    if matches!(field.holds, Holds::Flag) {
        return arg.action(ArgAction::SetTrue);
    }
    let action = if field.is_list { ArgAction::Append } else { ArgAction::Set };
    let arg = arg.action(action).required(field.is_required && !matches!(field.holds, Holds::OwnId));
    match &field.holds {
        Holds::Words(words) => {
            let words = words.iter().map(|word| PossibleValue::new(&*word.clone().leak()));
            arg.value_name("WORD").value_parser(PossibleValuesParser::new(words.collect::<Vec<_>>()))
        }
        Holds::Ids(kinds) => {
            let arg = if field.is_list { arg.value_delimiter(',') } else { arg };
            arg.value_name("ID").add(ArgValueCompleter::new(ids(kinds.clone())))
        }
        Holds::OwnId => arg.value_name("ID"),
        Holds::Date => arg.value_name("DATE"),
        Holds::Number => arg.value_name("NUMBER"),
        Holds::Parts(_) => arg.value_name("PARTS"),
        Holds::Text | Holds::Flag => arg.value_name("TEXT"),
    }
}

pub(super) fn run(args: &AddArgs) -> Result<u8, Error> {
    match &args.what {
        What::Event(item) => add(item, args.max_size),
        What::Source(item) => add(item, args.max_size),
        What::Membership(item) => add(item, args.max_size),
    }
}

fn add<K: Item>(args: &ItemArgs<K>, max_size: u64) -> Result<u8, Error> {
    let mut fields = Map::new();
    for field in fields_about(K::LISTS) {
        let Some((_, words)) = args.given.iter().find(|(name, _)| name == field.name) else { continue };
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match field.value(&words) {
            Ok(value) => _ = fields.insert(field.name.to_owned(), value),
            Err(message) => return Ok(refused(&[(Some(field.name.to_owned()), message)])),
        }
    }
    tell_of_terminal(std::slice::from_ref(&args.file));
    let text = read_text(&args.file, max_size).map_err(Error::File)?;
    let list = K::LISTS.last().copied().unwrap_or_default();
    let addition = Addition { list, organisation: args.organisation.clone(), fields };
    let appended = match appended(&args.file, &text, &addition) {
        Ok(appended) => appended,
        Err(NotAppended::Item(wrong)) => return Ok(refused(&wrong)),
        Err(NotAppended::File(found)) => {
            problems(&found);
            complain("nothing is added to a file with errors");
            return Ok(2);
        }
    };
    write_to(Some(&args.file), Existing::Replace, |out| out.write_all(appended.text.as_bytes()))?;
    problems(&appended.warnings);
    if args.file != Path::new("-") {
        writeln!(io::stdout(), "{}", shown(&appended.address))?;
    }
    Ok(0)
}

/// Says what is wrong with an item, by its flags.
fn refused(wrong: &[(Option<String>, String)]) -> u8 {
    for (field, message) in wrong {
        let flag = field.as_ref().map(|field| format!("--{}: ", field.replace('_', "-")));
        complain(&format!("{}{message}", flag.unwrap_or_default()));
    }
    complain("nothing was added");
    2
}
