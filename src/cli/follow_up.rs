//! `accords follow-up`: clauses, and what was done since.

use super::{FollowUpArgs, Form, code, open_told};
use crate::error::Error;
use crate::insight::follow_up;
use crate::report;
use std::io::{self, BufWriter, Write};

pub(super) fn run(args: &FollowUpArgs) -> Result<u8, Error> {
    let opened = open_told(&args.data)?;
    let found = follow_up(&opened.collection);
    let mut out = BufWriter::new(io::stdout().lock());
    match args.form.format() {
        Form::Json => report::follow_up_json(&opened.collection, &found, &mut out)?,
        Form::Text => report::follow_up_text(&opened.collection, &found, &mut out)?,
    }
    out.flush()?;
    Ok(code(&opened))
}
