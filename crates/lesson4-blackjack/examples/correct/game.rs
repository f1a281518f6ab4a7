//! One player's game as a machine that is fed bytes and answers with bytes: it knows of no socket, and waits for nothing.

use crate::arguments::Settings;
use crate::cards;
use crate::cards::Card;
use crate::cards::Shuffler;

#[derive(Debug, PartialEq, Eq)]
enum Prompt {
    Move,
    Again,
}

#[derive(Debug)]
pub(crate) struct Game {
    shuffler: Shuffler,
    stack: Vec<Card>,
    deck: Vec<Card>,
    player: Vec<Card>,
    dealer: Vec<Card>,
    prompt: Prompt,
    unread: Vec<u8>,
    /// How many lines were answered.
    pub(crate) lines: u64,
    pub(crate) is_over: bool,
}

impl Game {
    pub(crate) fn new(settings: &Settings) -> Game {
        Game {
            shuffler: Shuffler::new(settings.seed),
            stack: settings.stack.clone(),
            deck: Vec::new(),
            player: Vec::new(),
            dealer: Vec::new(),
            prompt: Prompt::Move,
            unread: Vec::new(),
            lines: 0,
            is_over: false,
        }
    }

    /// A new round, up to the first prompt.
    pub(crate) fn deal(&mut self) -> String {
        self.deck = self.shuffler.deck(&self.stack);
        let mut top = self.deck.split_off(48);
        top.reverse();
        self.player = vec![top[0], top[2]];
        self.dealer = vec![top[1], top[3]];
        self.prompt = Prompt::Move;
        let shown = cards::name(self.dealer[0]);
        format!(
            "dealer: {shown} ??\n{}{}",
            line("player", &self.player),
            self.question()
        )
    }

    /// What is answered to the lines that are complete with these bytes.
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> String {
        self.unread.extend_from_slice(bytes);
        let mut answers = String::new();
        while !self.is_over {
            let end = self.unread.iter().position(|byte| *byte == b'\n');
            if end.unwrap_or(self.unread.len()) > 256 {
                self.is_over = true;
                answers.push_str("line too long, bye\n");
                break;
            }
            let Some(end) = end else { break };
            let taken: Vec<u8> = self.unread.drain(..=end).collect();
            self.lines += 1;
            answers.push_str(&self.answer(&taken[..end]));
        }
        answers
    }

    pub(crate) fn time_out(&mut self) -> String {
        self.is_over = true;
        "timed out, bye\n".to_owned()
    }

    fn answer(&mut self, line: &[u8]) -> String {
        let word = line.strip_suffix(b"\r").unwrap_or(line);
        let word = String::from_utf8_lossy(word).to_ascii_lowercase();
        let word = word.trim_matches([' ', '\t']);
        match (&self.prompt, word) {
            (_, "quit") | (Prompt::Again, "no" | "n") => {
                self.is_over = true;
                "bye\n".to_owned()
            }
            (Prompt::Move, "hit" | "h") => self.hit(),
            (Prompt::Move, "stand" | "s") => self.stand(),
            (Prompt::Again, "yes" | "y") => self.deal(),
            (Prompt::Move, _) => format!("please answer hit or stand\n{}", self.question()),
            (Prompt::Again, _) => format!("please answer yes or no\n{}", self.question()),
        }
    }

    fn hit(&mut self) -> String {
        self.player.extend(self.deck.pop());
        let shown = line("player", &self.player);
        if total(&self.player) > 21 {
            return shown + &self.end("bust, dealer wins");
        }
        shown + self.question()
    }

    fn stand(&mut self) -> String {
        while total(&self.dealer) < 17 {
            self.dealer.extend(self.deck.pop());
        }
        let (player, dealer) = (total(&self.player), total(&self.dealer));
        self.end(match player.cmp(&dealer) {
            _ if dealer > 21 => "dealer busts, you win",
            std::cmp::Ordering::Greater => "you win",
            std::cmp::Ordering::Less => "dealer wins",
            std::cmp::Ordering::Equal => "push",
        })
    }

    fn end(&mut self, outcome: &str) -> String {
        self.prompt = Prompt::Again;
        format!(
            "{}{outcome}\n{}",
            line("dealer", &self.dealer),
            self.question()
        )
    }

    fn question(&self) -> &'static str {
        match self.prompt {
            Prompt::Move => "hit or stand?\n",
            Prompt::Again => "play again?\n",
        }
    }
}

fn line(who: &str, hand: &[Card]) -> String {
    let names: Vec<String> = hand.iter().map(|card| cards::name(*card)).collect();
    format!("{who}: {} ({})\n", names.join(" "), total(hand))
}

fn total(hand: &[Card]) -> u32 {
    let hard: u32 = hand
        .iter()
        .map(|card| u32::from(card / 4 + 1).min(10))
        .sum();
    let has_ace = hand.iter().any(|card| *card < 4);
    hard + if has_ace && hard <= 11 { 10 } else { 0 }
}
