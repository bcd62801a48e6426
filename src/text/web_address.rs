//! Which addresses lead to the web, and nowhere else.

/// `address` without blanks around it, if it is one of the web: `http` or `https`, and nothing in it that ends an address
/// or hides. Whoever follows it runs nothing and opens no file.
pub fn web_address(address: &str) -> Option<&str> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://")?;
    let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let is_plain = !address.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_web && is_plain && !rest.is_empty()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_one() {
        assert_eq!(web_address(" https://bote.example/a?b=ü#c\n"), Some("https://bote.example/a?b=ü#c"));
        assert_eq!(web_address("HTTP://x"), Some("HTTP://x"));
        for other in [
            "",
            "/a",
            "//x",
            "http://",
            "javascript:alert(1)//://",
            "data:text/html,x",
            "file:///etc/passwd",
            "https://a b",
            "https://a\u{0}",
        ] {
            assert_eq!(web_address(other), None, "{other}");
        }
    }
}
