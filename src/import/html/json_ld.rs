//! What a page says about its article in JSON-LD, by the names of schema.org.

use serde_json::Value;

/// How many values are looked at to find the article.
const LOOKED_AT: usize = 10_000;

/// The first object in a piece of JSON-LD that is an article, wherever it lies: at the top, in a list, in a `@graph`.
pub(super) fn article(json: &str) -> Option<Value> {
    let json = json.trim().trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let json = json.trim_end_matches("//]]>").trim_end_matches("]]>");
    let mut waiting = vec![serde_json::from_str::<Value>(json).ok()?];
    for _ in 0..LOOKED_AT {
        match waiting.pop()? {
            Value::Array(items) => waiting.extend(items.into_iter().rev()),
            value if is_article(&value) => return Some(value),
            Value::Object(fields) => waiting.extend(fields.into_iter().rev().map(|(_, value)| value)),
            _ => {}
        }
    }
    None
}

/// Is it of a type such as `NewsArticle`, `Report`, `BlogPosting`?
fn is_article(value: &Value) -> bool {
    let names = |name: &str| {
        let name = name.rsplit(['/', ':']).next().unwrap_or_default();
        name.ends_with("Article") || name.ends_with("Posting") || name == "Report"
    };
    match value.get("@type") {
        Some(Value::String(name)) => names(name),
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).any(names),
        _ => false,
    }
}

/// The name that a value is or has; of several, all with commas between them.
pub(super) fn name(value: &Value) -> Option<String> {
    let name = match value {
        Value::String(name) => name.clone(),
        Value::Object(fields) => fields.get("name").and_then(Value::as_str)?.to_owned(),
        Value::Array(all) => {
            let single = |value: &Value| if value.is_array() { None } else { name(value) };
            all.iter().filter_map(single).collect::<Vec<_>>().join(", ")
        }
        _ => return None,
    };
    (!name.trim().is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_found_wherever_it_lies() {
        for json in [
            r#"{"@type": "NewsArticle", "headline": "x"}"#,
            r#"[{"@type": "Organization"}, {"@type": ["Report"], "headline": "x"}]"#,
            r#"{"@graph": [{"@type": "WebSite"}, {"@type": "http://schema.org/BlogPosting", "headline": "x"}]}"#,
            r#"<![CDATA[{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "x"}}]]>"#,
        ] {
            assert_eq!(article(json).unwrap()["headline"], "x", "{json}");
        }
        assert_eq!(article(r#"{"@type": "WebSite", "headline": "x"}"#), None);
        assert_eq!(article(&"[".repeat(100_000)), None);
    }

    #[test]
    fn names_are_found_in_all_the_ways_of_writing_them() {
        let of = |json: &str| name(&serde_json::from_str(json).unwrap());
        assert_eq!(of(r#""A. Berg""#).as_deref(), Some("A. Berg"));
        assert_eq!(
            of(r#"[{"name": "A. Berg"}, "B. Tal", {"url": "x"}]"#).as_deref(),
            Some("A. Berg, B. Tal")
        );
        assert_eq!((of("[]"), of("7"), of(r#"{"name": 7}"#)), (None, None, None));
    }
}
