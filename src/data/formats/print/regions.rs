//! Which stretches of a page are its furniture.

use crate::data::documents::Piece;

/// The stretches of pieces that are menus, heads, feet and the like, as far as the page says so.
///
/// A page may be wrong: many are a form as a whole, and some never close their menu. So a stretch that holds half of the
/// page's letters is kept, and only those inside it are left out.
#[derive(Default)]
pub(super) struct Regions {
    /// The begins of those that are open, each with how many tables were open.
    open: Vec<(usize, usize)>,
    /// Those outside of tables, inner ones before those around them.
    closed: Vec<(usize, usize)>,
}

impl Regions {
    pub(super) fn begin(&mut self, tables: usize, at: usize) {
        self.open.push((tables, at));
    }

    /// Ends a region. One inside a cell is small; from where it began is returned, to be cut off.
    pub(super) fn end(&mut self, tables: usize, at: usize) -> Option<usize> {
        let (begun_in, from) = self.open.pop()?;
        match (begun_in, tables) {
            (0, 0) => self.closed.push((from, at)),
            _ if begun_in == tables => return Some(from),
            // Begun in another table: the page is not well formed, and nothing is left out.
            _ => {}
        }
        None
    }

    /// Takes the furniture out of the pieces.
    pub(super) fn leave_out(self, pieces: &mut Vec<Piece>) {
        let mut before: Vec<usize> = vec![0];
        for piece in pieces.iter() {
            before.push(before.last().copied().unwrap_or(0) + letters(piece));
        }
        let until = |at: usize| before.get(at).copied().unwrap_or(0);
        let all = until(pieces.len());
        let mut is_kept = vec![true; pieces.len()];
        let mut done = 0;
        let mut closed = self.closed;
        closed.sort_by_key(|(from, to)| (*from, std::cmp::Reverse(*to)));
        for (from, to) in closed {
            if to > done && (until(to) - until(from)) * 2 < all {
                is_kept.iter_mut().take(to).skip(from).for_each(|kept| *kept = false);
                done = to;
            }
        }
        let mut kept = is_kept.into_iter();
        pieces.retain(|_| kept.next().unwrap_or(true));
    }
}

fn letters(piece: &Piece) -> usize {
    match piece {
        Piece::Line(line) => line.text.len(),
        Piece::Table(text) => text.len(),
        Piece::Blank | Piece::Page(_) => 0,
    }
}
