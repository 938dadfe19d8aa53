//! The pieces of a text: what begins at which line.

use super::heading::letters;
use super::marks::Mark;
use super::print::Line;
use super::runs::{Found, Start};
use super::versions::Version;
use super::vocabulary::key;

/// What a stretch of lines is.
pub(super) enum Piece<'f> {
    Front,
    Preamble,
    Article(&'f Start),
    Division,
    Annex,
    /// The end of the annex to a chapter.
    EndOfAnnex,
    Closing,
    Signatures,
}

/// The pieces of a text by the line with which each begins.
pub(super) fn pieces<'f>(
    version: &'f Version,
    found: &Found,
    lines: &[Line],
    body: usize,
) -> Vec<(usize, Piece<'f>)> {
    let mut pieces: Vec<(usize, Piece)> =
        version.runs.iter().flatten().map(|start| (start.line, Piece::Article(start))).collect();
    pieces.sort_by_key(|(line, _)| *line);
    let main_end = version.runs.first().and_then(|run| run.last()).map_or(0, |start| start.line);
    let first = pieces.first().map_or(body, |(line, _)| *line);
    let is_start = |line: usize| pieces.binary_search_by_key(&line, |(line, _)| *line).is_ok();
    let mut more = Vec::new();
    let mut closed = false;
    for (line, mark) in found.marks.iter().filter(|(line, _)| version.lines.contains(line) && *line >= body) {
        match mark {
            _ if is_start(*line) => {}
            Mark::Division => more.push((*line, Piece::Division)),
            Mark::Annex if *line > first => {
                closed = false;
                more.push((*line, Piece::Annex));
            }
            Mark::Closing if *line > main_end && !closed => {
                closed = true;
                more.push((*line, Piece::Closing));
                if let Some(signatures) = signatures(*line, version.lines.end, lines, found) {
                    more.push((signatures, Piece::Signatures));
                }
            }
            _ => {}
        }
    }
    pieces.extend(more);
    pieces.sort_by_key(|(line, _)| *line);
    end_annexes(&mut pieces, version.runs.first().map(Vec::as_slice).unwrap_or_default(), lines);
    if pieces.first().is_none_or(|(line, _)| *line > body) {
        pieces.insert(0, (body, Piece::Preamble));
    }
    pieces
}

/// Ends the annexes to chapters before the main articles go on: at the heading of their chapter.
fn end_annexes(pieces: &mut Vec<(usize, Piece)>, main: &[Start], lines: &[Line]) {
    let word =
        |line: usize| lines.get(line).map(|line| key(letters(line.text.trim_start_matches(['#', '*', ' ']))));
    let mut ends = Vec::new();
    let (mut annex, mut chapter) = (None, None);
    for (at, (line, piece)) in pieces.iter().enumerate() {
        match piece {
            Piece::Annex => annex = annex.or(Some(at)),
            Piece::Division if chapter.is_none() => chapter = word(*line),
            Piece::Article(_) if main.binary_search_by_key(line, |start| start.line).is_ok() => {
                let Some(from) = annex.take() else { continue };
                let mut divisions = pieces
                    .get(from..at)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .take_while(|(_, piece)| matches!(piece, Piece::Division))
                    .map(|(line, _)| *line);
                let last = divisions.next();
                let own = last.into_iter().chain(divisions).find(|line| word(*line) == chapter);
                ends.push((own.or(last).unwrap_or(*line), Piece::EndOfAnnex));
            }
            _ => {}
        }
    }
    // A stable sort keeps the end of an annex before what begins on its line.
    ends.append(pieces);
    ends.sort_by_key(|(line, _)| *line);
    *pieces = ends;
}

/// The line after a closing formula with which the signatures begin: short, after a gap, without the end of a sentence.
fn signatures(closing: usize, end: usize, lines: &[Line], found: &Found) -> Option<usize> {
    let stop = found.marks.iter().map(|(line, _)| *line).find(|line| *line > closing).unwrap_or(end).min(end);
    let is_short = |line: &Line| {
        let text = line.text.as_ref();
        (line.after_gap || !line.is_printed())
            && text.chars().count() < 70
            && !text.ends_with(['.', ';', ',', ':'])
            || text.starts_with("(L.S")
            || text.starts_with("(Signed")
            || text.starts_with("(s)")
    };
    (closing + 1..stop).find(|at| lines.get(*at).is_some_and(is_short))
}
