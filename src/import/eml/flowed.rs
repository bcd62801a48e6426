//! Paragraphs of mails that are sent as lines to be joined again (`format=flowed`, RFC 3676).

/// The text with its lines joined. A line that ends with a blank goes on in the next one of the same depth of quotation;
/// `drop_blank` (`delsp=yes`) says that this blank is none of the text.
pub(super) fn unfold(text: &str, drop_blank: bool) -> String {
    let mut unfolded = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let rest = line.trim_start_matches('>');
        let depth = line.len() - rest.len();
        // Senders put a blank before lines that begin with one, with `From ` or with `>`.
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let goes_on = rest.ends_with(' ') && rest != "-- ";
        if open != Some(depth) {
            if open.is_some() {
                end_line(&mut unfolded);
            }
            unfolded.extend(std::iter::repeat_n('>', depth));
            unfolded.push_str(if depth > 0 { " " } else { "" });
        }
        unfolded.push_str(if goes_on && drop_blank { &rest[..rest.len() - 1] } else { rest });
        open = goes_on.then_some(depth);
        if !goes_on {
            unfolded.push('\n');
        }
    }
    unfolded
}

fn end_line(text: &mut String) {
    text.truncate(text.trim_end_matches(' ').len());
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::unfold;

    #[test]
    fn lines_are_joined_as_far_as_their_sender_meant() {
        let text = "Die Brücke bleibt \ngesperrt, sagte \ndas Amt.\n Eingerückt.\n\n> Wann denn \n> genau?\n>> Bald. \nNie.\n-- \nA. Berg\n";
        assert_eq!(
            unfold(text, false),
            "Die Brücke bleibt gesperrt, sagte das Amt.\nEingerückt.\n\n> Wann denn genau?\n>> Bald.\nNie.\n-- \nA. Berg\n"
        );
        assert_eq!(unfold("Wort \nwort", true), "Wortwort\n");
    }
}
