//! The rules once more, in another way than the solution has them: what a check recomputes each round with.

/// The cards of one hand, as they came over the wire.
pub(crate) type Hand = Vec<String>;

const RANKS: [&str; 13] = [
    "A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K",
];
const SUITS: [&str; 4] = ["C", "D", "H", "S"];

/// All 52, as they are written.
pub(crate) fn all_cards() -> impl Iterator<Item = String> {
    RANKS
        .iter()
        .flat_map(|rank| SUITS.iter().map(move |suit| format!("{rank}{suit}")))
}

/// Is this one of the 52, written as the lesson says?
pub(crate) fn is_card(text: &str) -> bool {
    all_cards().any(|card| card == text)
}

/// The best total, found by trying every way to count the aces: the highest that is not over 21, or the lowest of all.
pub(crate) fn total(hand: &[String]) -> u32 {
    let mut totals = vec![0];
    for card in hand {
        let values: &[u32] = match &card[..card.len() - 1] {
            "A" => &[1, 11],
            "2" => &[2],
            "3" => &[3],
            "4" => &[4],
            "5" => &[5],
            "6" => &[6],
            "7" => &[7],
            "8" => &[8],
            "9" => &[9],
            _ => &[10],
        };
        totals = values
            .iter()
            .flat_map(|value| totals.iter().map(move |total| total + value))
            .collect();
    }
    let fit = totals.iter().filter(|total| **total <= 21).max();
    *fit.or(totals.iter().min()).unwrap_or(&0)
}

/// Must the dealer stop here, having stopped nowhere before? Says what is wrong with a hand that the dealer has played.
pub(crate) fn fault_of_dealer(hand: &[String]) -> Option<&'static str> {
    let goes_on = |cards: &[String]| total(cards) < 17;
    if goes_on(hand) {
        return Some("a dealer who draws while below 17");
    }
    let drew_too_much = (2..hand.len()).any(|count| !goes_on(&hand[..count]));
    drew_too_much.then_some("a dealer who stands on every 17, and above")
}

/// The line that ends a round.
pub(crate) fn outcome(player: &[String], dealer: &[String]) -> &'static str {
    match (total(player), total(dealer)) {
        (22.., _) => "bust, dealer wins",
        (_, 22..) => "dealer busts, you win",
        (player, dealer) if player > dealer => "you win",
        (player, dealer) if player < dealer => "dealer wins",
        _ => "push",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hand(text: &str) -> Hand {
        text.split(' ').map(str::to_owned).collect()
    }

    fn check(text: &str, expected: u32) {
        assert_eq!(total(&hand(text)), expected, "{text}");
    }

    #[test]
    fn aces_count_what_is_best() {
        check("KD 5C", 15);
        check("AS 9C", 20);
        check("AS KC", 21);
        check("AS AC", 12);
        check("AS AC 9D", 21);
        check("AS KC 5D", 16);
        check("AS AC AD AH", 14);
        check("KC QC 5D", 25);
        check("KC QC AD AH", 22);
        assert_eq!(all_cards().count(), 52);
    }

    #[test]
    fn a_dealer_has_no_choice() {
        let fault = |text: &str| fault_of_dealer(&hand(text)).is_some();
        assert!(!fault("10S 7S"));
        assert!(!fault("AS 6S"));
        assert!(!fault("10S 6S KD"));
        assert!(fault("10S 6S"));
        assert!(fault("AS 6S 2D"));
        assert!(fault("10S 7S 4D"));
    }
}
