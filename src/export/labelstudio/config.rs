//! The labelling configuration: what is in the tasks can be seen, and more of it added.

use std::{collections::BTreeSet, fmt::Write};

use crate::annotation::{Label, LabelSet};

/// Colours of labels in their order, from the palette of Okabe and Ito (2008), which colour-blind people tell apart.
const COLOURS: [&str; 6] = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

/// What stands before the labels.
const BEFORE: &str = r#"<View>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Header value="$article"/>
  <Labels name="label" toName="text">
"#;

/// What stands behind them.
const BEHIND: &str = r##"  </Labels>
  <Labels name="words" toName="text">
    <Label value="source" background="#999999"/>
    <Label value="cue" background="#666666"/>
  </Labels>
  <Labels name="sentence" toName="text">
    <Label value="sentence" background="#CCCCCC"/>
  </Labels>
  <Text name="text" value="$text" valueType="text" granularity="word"/>
  <Relations>
    <Relation value="source"/>
    <Relation value="cue"/>
  </Relations>
  <View visibleWhen="region-selected" whenTagName="label">
    <Header value="Source, innermost speaker first" size="5"/>
    <TextArea name="source" toName="text" perRegion="true" editable="true"/>
    <Header value="Whom the source means" size="5"/>
    <TextArea name="who" toName="text" perRegion="true" editable="true" maxSubmissions="1"/>
    <Header value="Cue" size="5"/>
    <TextArea name="cue" toName="text" perRegion="true" editable="true" maxSubmissions="1"/>
    <Header value="Claims of the story" size="5"/>
    <TextArea name="claims" toName="text" perRegion="true" editable="true"/>
    <Choices name="label-is" toName="text" perRegion="true" choice="multiple" showInline="true">
      <Choice value="unsure"/>
      <Choice value="suggested"/>
      <Choice value="imported"/>
    </Choices>
  </View>
  <View visibleWhen="region-selected" whenTagName="sentence">
    <Choices name="sentence-is" toName="text" perRegion="true" choice="multiple" showInline="true">
      <Choice value="read"/>
      <Choice value="mark"/>
      <Choice value="sentence"/>
      <Choice value="heading"/>
      <Choice value="caption"/>
      <Choice value="furniture"/>
      <Choice value="edited"/>
      <Choice value="split"/>
      <Choice value="joined"/>
      <Choice value="ambiguous"/>
    </Choices>
    <Header value="Labels that are wrong here" size="5"/>
    <TextArea name="not" toName="text" perRegion="true" editable="true"/>
    <Header value="Note" size="5"/>
    <TextArea name="note" toName="text" perRegion="true" editable="true" rows="3" maxSubmissions="1"/>
  </View>
  <Header value="Annotator" size="5"/>
  <TextArea name="annotator" toName="text" editable="true" maxSubmissions="1"/>
</View>
"##;

/// The configuration for the labels that are `defined`, and for others in `labels`.
pub(super) fn config(defined: &LabelSet, labels: &BTreeSet<Label>) -> String {
    let own = defined.iter().map(|definition| (&definition.label, Some(definition)));
    let others = labels.iter().filter(|label| defined.find(label).is_none()).map(|label| (label, None));
    let mut text = String::from(BEFORE);
    for ((label, definition), colour) in own.chain(others).zip(COLOURS.iter().cycle()) {
        let key = definition.map(|known| format!(" hotkey=\"{}\"", escaped(&known.key.to_string())));
        let value = escaped(label.as_str());
        // A string takes whatever is written.
        let _ = writeln!(
            text,
            r#"    <Label value="{value}" background="{colour}"{}/>"#,
            key.unwrap_or_default()
        );
    }
    text + BEHIND
}

/// `text` as the value of an attribute; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '"' => escaped.push_str("&quot;"),
            // Attributes are normalised: other white space would come back as blanks.
            '\t' | '\n' | '\r' => _ = write!(escaped, "&#{};", u32::from(c)),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
