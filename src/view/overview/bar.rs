//! Bars made of block characters, an eighth of a cell exact.

/// A cell filled from the left by so many eighths.
const EIGHTHS: [&str; 9] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// A bar of `part` of `whole` on a scale of `width` cells, at most so long. What is not nothing has a length, and what is
/// not all is not full.
pub(super) fn bar(part: u32, whole: u32, width: u16) -> String {
    let (part, scale) = (u64::from(part.min(whole)), u64::from(width) * 8);
    let eighths = match part {
        0 => 0,
        part if part == u64::from(whole) => scale,
        part => (part * scale / u64::from(whole)).clamp(1, scale.saturating_sub(1).max(1)),
    };
    let eighths = usize::try_from(eighths.min(scale)).unwrap_or(0);
    EIGHTHS[8].repeat(eighths / 8) + EIGHTHS[eighths % 8]
}

/// A scale from 0 to 1 of `width` cells, with an interval and a value on it; what lies below 0 is drawn at 0.
pub(super) fn range(value: f64, interval: Option<(f64, f64)>, width: u16) -> String {
    let last = width.saturating_sub(1);
    let cell =
        |value: f64| (1..=last).take_while(|cell| f64::from(*cell) - 0.5 <= value * f64::from(last)).count();
    let within = interval.map(|(low, high)| cell(low)..=cell(high));
    let draw = |at: usize| match &within {
        _ if at == cell(value) => '◆',
        Some(within) if within.contains(&at) => '━',
        _ => '─',
    };
    (0..usize::from(width)).map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_share_to_an_eighth_of_a_cell() {
        let bars = [(0, 8), (1, 8), (4, 8), (5, 8), (8, 8)].map(|(part, whole)| bar(part, whole, 4));
        assert_eq!(bars, ["", "▌", "██", "██▌", "████"]);
        assert_eq!(bar(3, 64, 8), "▍");
    }

    #[test]
    fn a_little_is_seen_and_almost_all_is_not_all() {
        assert_eq!((bar(1, 10_000, 4), bar(9_999, 10_000, 4)), ("▏".into(), "███▉".into()));
        assert_eq!(
            (bar(u32::MAX, u32::MAX, 2), bar(5, 0, 2), bar(1, 2, 0)),
            ("██".into(), String::new(), String::new())
        );
    }

    #[test]
    fn a_range_shows_the_value_in_its_interval() {
        assert_eq!(range(0.5, Some((0.2, 0.8)), 11), "──━━━◆━━━──");
        assert_eq!(range(-0.4, Some((-1.0, 0.1)), 11), "◆━─────────");
        assert_eq!(range(1.0, None, 3), "──◆");
        assert_eq!(range(1.0, None, 0), "");
    }
}
