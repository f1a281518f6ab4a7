//! Which part of a page is seen.

use crate::wire::Page;

/// A page, and how far its reader is.
#[derive(Debug, Default)]
pub(crate) struct View {
    lines: Vec<String>,
    status: String,
    /// The first line that is seen.
    first: usize,
}

impl View {
    /// Shows another page, from its top or from where the reader is.
    pub(crate) fn show(&mut self, page: Page, rows: usize) {
        self.lines = page.lines;
        self.status = page.status;
        if page.from_top {
            self.first = 0;
        }
        self.move_by(0, rows);
    }

    /// Moves by so many lines, as far as there are some.
    pub(crate) fn move_by(&mut self, lines: isize, rows: usize) {
        let last = self.lines.len().saturating_sub(page_rows(rows));
        self.first = self.first.saturating_add_signed(lines).min(last);
    }

    /// The lines for a terminal of so many rows, and what its last row says.
    pub(crate) fn rows(&self, rows: usize) -> (&[String], String) {
        let shown = page_rows(rows);
        // A terminal that has become larger may show more than is left below.
        let first = self.first.min(self.lines.len().saturating_sub(shown));
        let end = (first + shown).min(self.lines.len());
        let below = self.lines.len() - end;
        let more = match below {
            0 => String::new(),
            below => format!("   {below} more below"),
        };
        // Behind the keys: on a narrow screen it is what is cut.
        (&self.lines[first..end], format!("{}{more}", self.status))
    }
}

/// The last row is for the status.
fn page_rows(rows: usize) -> usize {
    rows.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(count: usize, from_top: bool) -> Page {
        Page {
            lines: (1..=count).map(|number| number.to_string()).collect(),
            status: "q quit".to_owned(),
            from_top,
        }
    }

    fn check(view: &View, rows: usize, first: Option<&str>, status: &str) {
        let (lines, last) = view.rows(rows);
        assert_eq!(lines.first().map(String::as_str), first);
        assert_eq!(last, status);
    }

    #[test]
    fn moving_stays_on_the_page() {
        let mut view = View::default();
        check(&view, 5, None, "");
        view.show(page(10, true), 5);
        check(&view, 5, Some("1"), "q quit   6 more below");
        view.move_by(-3, 5);
        view.move_by(2, 5);
        check(&view, 5, Some("3"), "q quit   4 more below");
        view.move_by(isize::MAX, 5);
        check(&view, 5, Some("7"), "q quit");
        view.move_by(isize::MIN, 5);
        check(&view, 5, Some("1"), "q quit   6 more below");
    }

    #[test]
    fn a_new_page_keeps_the_place_where_it_can() {
        let mut view = View::default();
        view.show(page(10, true), 5);
        view.move_by(isize::MAX, 5);
        view.show(page(9, false), 5);
        check(&view, 5, Some("6"), "q quit");
        view.show(page(9, true), 5);
        check(&view, 5, Some("1"), "q quit   5 more below");
        check(&view, 40, Some("1"), "q quit");
        check(&view, 0, None, "q quit   9 more below");
    }
}
