//! What the picture of a conversation shows, before it is drawn: a lane for each connection, a row for each thing that happened.
//! Long transfers are one row a direction; of very many connections or rows, some are left out and counted.

use super::Story;
use crate::messages;
use grader::EventKind;
use grader::Piece;
use grader::Side;
use std::collections::HashMap;

/// So many connections have lanes.
const LANES: usize = 8;
/// So many rows are drawn, half of them from the end.
const ROWS: usize = 400;
/// So many pieces in a transfer are one row.
const MANY: usize = 6;
/// A piece of so many bytes belongs to a transfer.
const LARGE: u64 = 1024;
/// When nothing happens for so long, a row says so.
const PAUSE_US: u64 = 300_000;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) at_us: u64,
    pub(super) what: What,
    pub(super) words: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Something on a connection, by its lane.
    Event {
        lane: usize,
        from: Side,
        event: EventKind,
    },
    /// What the program wrote to stderr or called.
    Note,
    /// Nothing happened, or what happened is not shown.
    Gap,
}

/// A conversation, ready to be drawn.
#[derive(Debug)]
pub(super) struct Picture {
    /// The connections that have lanes, by their numbers.
    pub(super) lanes: Vec<u32>,
    pub(super) rows: Vec<Row>,
}

pub(super) fn picture(story: &Story<'_>) -> Picture {
    let (lanes, others) = lanes(story);
    let folds = folds(&story.pieces);
    let mut rows: Vec<Row> = Vec::new();
    let mut has_told_of_others = false;
    for (place, piece) in story.pieces.iter().enumerate() {
        let lane = lanes.iter().position(|lane| *lane == piece.connection);
        let what = match lane {
            Some(lane) => What::Event {
                lane,
                from: piece.from,
                event: piece.event,
            },
            None if piece.connection == 0 => What::Note,
            None => {
                if !has_told_of_others {
                    has_told_of_others = true;
                    rows.push(gap(piece.at_us, messages::trace::more_connections(&others)));
                }
                continue;
            }
        };
        let words = match folds.get(&place) {
            Some(None) => continue,
            Some(Some(transfer)) => messages::trace::transfer(transfer),
            None => messages::trace::event(piece, story.conversation(piece.connection)),
        };
        let words = match lane {
            // Far below the head of its lane, an arrow says whose it is.
            Some(lane) if lanes.len() > 1 => messages::trace::numbered(lanes[lane], &words),
            _ => words,
        };
        pause(&mut rows, piece.at_us);
        rows.push(Row {
            at_us: piece.at_us,
            what,
            words,
        });
    }
    shorten(&mut rows);
    Picture { lanes, rows }
}

/// How many connections and events are not shown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Others {
    pub(crate) connections: usize,
    pub(crate) events: usize,
}

/// The connections that have lanes: the first ones, and the one that the failure is about.
fn lanes(story: &Story<'_>) -> (Vec<u32>, Others) {
    let mut lanes: Vec<u32> = story.pieces.iter().map(|piece| piece.connection).collect();
    lanes.sort_unstable();
    lanes.dedup();
    lanes.retain(|connection| *connection != 0);
    let all = lanes.len();
    let guilty = lanes.iter().position(|lane| Some(*lane) == guilty(story));
    if let Some(place) = guilty.filter(|place| *place >= LANES) {
        lanes.swap(LANES - 1, place);
    }
    lanes.truncate(LANES);
    let is_hidden = |piece: &&Piece| piece.connection != 0 && !lanes.contains(&piece.connection);
    let others = Others {
        connections: all - lanes.len(),
        events: story.pieces.iter().filter(is_hidden).count(),
    };
    (lanes, others)
}

/// The connection on which the failure was seen.
fn guilty(story: &Story<'_>) -> Option<u32> {
    let at_us = story.check.failure.as_ref()?.at_us;
    let mut latest_first = story.pieces.iter().rev();
    let seen = latest_first
        .find(|piece| piece.from == Side::Program && piece.connection != 0 && piece.at_us <= at_us);
    seen.map(|piece| piece.connection)
}

/// One direction of a long transfer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Transfer {
    pub(crate) from: Side,
    pub(crate) bytes: Vec<u8>,
    pub(crate) length: u64,
    pub(crate) pieces: u64,
    pub(crate) took_us: u64,
}

/// The places of pieces that belong to a transfer; the transfer stands at the first one of its direction.
fn folds(pieces: &[Piece]) -> HashMap<usize, Option<Transfer>> {
    let mut connections: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, piece) in pieces.iter().enumerate() {
        connections.entry(piece.connection).or_default().push(place);
    }
    let mut folds = HashMap::new();
    for places in connections.values() {
        let is_part = |at: usize| is_part_of_a_transfer(pieces, places, at);
        let mut run: Vec<usize> = Vec::new();
        for at in 0..=places.len() {
            if at < places.len() && is_part(at) {
                run.push(places[at]);
            } else if run.len() < MANY {
                run.clear();
            } else {
                fold(pieces, &std::mem::take(&mut run), &mut folds);
            }
        }
    }
    folds
}

/// Is it large, or does another piece of the same direction come right before or after it?
fn is_part_of_a_transfer(pieces: &[Piece], places: &[usize], at: usize) -> bool {
    let piece = |at: usize| places.get(at).map(|place| &pieces[*place]);
    let Some(this) = piece(at).filter(|this| this.event == EventKind::Data) else {
        return false;
    };
    let is_alike = |other: Option<&Piece>| {
        other.is_some_and(|other| (other.event, other.from) == (this.event, this.from))
    };
    this.length >= LARGE || is_alike(piece(at + 1)) || is_alike(at.checked_sub(1).and_then(piece))
}

fn fold(pieces: &[Piece], run: &[usize], folds: &mut HashMap<usize, Option<Transfer>>) {
    for side in [Side::Check, Side::Program] {
        let mut places = run.iter().filter(|place| pieces[**place].from == side);
        let Some(first) = places.next() else {
            continue;
        };
        let piece = &pieces[*first];
        let mut transfer = Transfer {
            from: side,
            bytes: piece.bytes.clone(),
            length: piece.length,
            pieces: piece.count,
            took_us: 0,
        };
        for place in places {
            let piece = &pieces[*place];
            if transfer.bytes.len() as u64 == transfer.length {
                transfer.bytes.extend(&piece.bytes);
            }
            transfer.length += piece.length;
            transfer.pieces += piece.count;
            transfer.took_us = piece.at_us - pieces[*first].at_us;
            folds.insert(*place, None);
        }
        folds.insert(*first, Some(transfer));
    }
}

fn pause(rows: &mut Vec<Row>, at_us: u64) {
    if let Some(last) = rows.last()
        && at_us - last.at_us >= PAUSE_US
    {
        let words = messages::trace::pause(at_us - last.at_us);
        rows.push(gap(last.at_us, words));
    }
}

fn shorten(rows: &mut Vec<Row>) {
    if rows.len() > ROWS {
        let (half, left_out) = (ROWS / 2, rows.len() - ROWS);
        let at_us = rows[half].at_us;
        let words = messages::trace::rows_left_out(left_out);
        rows.splice(half..half + left_out, [gap(at_us, words)]);
    }
}

fn gap(at_us: u64, words: String) -> Row {
    Row {
        at_us,
        what: What::Gap,
        words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::sample;
    use Side::Check;
    use Side::Program;

    fn rows(pieces: Vec<Piece>) -> Vec<String> {
        let mut words = Vec::new();
        sample::check(
            |story| {
                let rows = picture(story).rows;
                words = rows.into_iter().map(|row| row.words).collect();
            },
            pieces,
        );
        words
    }

    #[test]
    fn a_transfer_is_a_row_in_each_direction_and_a_dialogue_is_not_folded() {
        let mut pieces = Vec::new();
        for at in 0..10 {
            pieces.push(sample::data(at, 1, Check, b"ping"));
            pieces.push(sample::data(at, 1, Program, b"pong"));
        }
        assert_eq!(rows(pieces.clone()).len(), 20);
        for at in 10..110 {
            pieces.push(sample::data(at, 1, Check, &[b'a'; 5000]));
            pieces.push(sample::data(at, 1, Program, &[b'b'; 5000]));
        }
        let rows = rows(pieces);
        assert_eq!(rows.len(), 22);
        assert!(
            rows[20].starts_with("\"aaa")
                && rows[20].ends_with("500,000 bytes in 100 writes, 0.0 ms"),
            "{rows:?}"
        );
        assert!(rows[21].contains("500,000 bytes in 100 reads"), "{rows:?}");
    }

    #[test]
    fn of_many_connections_some_have_lanes_and_the_others_are_counted() {
        let connect = |connection| sample::event(0, connection, Check, EventKind::Connect);
        let mut pieces: Vec<Piece> = (1..=12).map(connect).collect();
        pieces.push(sample::data(300, 11, Program, b"b"));
        sample::check(
            |story| {
                // The failure was seen on connection 11.
                assert_eq!(picture(story).lanes, [1, 2, 3, 4, 5, 6, 7, 11]);
                let (_, others) = lanes(story);
                assert_eq!((others.connections, others.events), (4, 4));
            },
            pieces.clone(),
        );
        let told = rows(pieces)
            .into_iter()
            .filter(|row| row.contains("4 more connections"));
        assert_eq!(told.count(), 1);
    }

    #[test]
    fn of_very_many_rows_those_in_the_middle_are_left_out() {
        let from = |at: u64| if at.is_multiple_of(2) { Check } else { Program };
        let pieces = (0..1000)
            .map(|at| sample::data(at, 1, from(at), b"x"))
            .collect();
        let rows = rows(pieces);
        assert_eq!(rows.len(), ROWS + 1);
        assert!(
            rows[ROWS / 2].contains("600 rows are left out"),
            "{}",
            rows[ROWS / 2]
        );
    }

    #[test]
    fn a_long_pause_is_a_row() {
        let pieces = vec![
            sample::data(0, 1, Check, b"x"),
            sample::data(2_500_000, 1, Program, b"x"),
        ];
        assert!(rows(pieces)[1].contains("2.5 s"));
    }
}
