//! What became of saved sentences, counted.

use std::{fmt, sync::Arc};

use factdesk::annotation::{Annotator, Document, Sentence, place};
use factdesk::text::article::text_sha256;
use factdesk::text::sentence::{Options, segment};
use factdesk::text::{ArticleId, Span, Unit, decode::Decoded, position};

use super::articles::Article;
use super::chance::Chance;
use super::edits::{Kind, Segment, edit};

/// Which sentences of an article were saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    All,
    Half,
    Third,
}

/// How many anchors were right, and a few that were not.
#[derive(Default)]
pub struct Tally {
    correct: usize,
    wrong: usize,
    orphan: usize,
    examples: Vec<String>,
}

impl Tally {
    /// Edits `articles` in that way, again and again until `least` sentences were saved.
    pub fn of(kind: Kind, articles: &[Article], saved: Saved, least: usize) -> Self {
        let mut tally = Self::default();
        for round in 1.. {
            for (number, article) in (1..).zip(articles) {
                tally.add(kind, article, saved, &mut Chance::new(round * 1_000 + number));
            }
            if tally.count() >= least {
                break;
            }
        }
        tally
    }

    /// Edits one article.
    pub fn add(&mut self, kind: Kind, article: &Article, saved: Saved, chance: &mut Chance) {
        let language = article.lang.and_then(|lang| lang.parse().ok());
        let body =
            article.text.find("\n---\n").filter(|_| article.text.starts_with("---\n")).map_or(0, |at| at + 5);
        let units = segment(&article.text, body, Options { language, ..Options::default() });
        let document = document(article, &units, saved, chance);
        let mut segments = segments(&article.text, &units);
        edit(kind, &mut segments, chance);
        let (text, truth) = render(article.text[..start(&units)].to_owned(), &segments, units.len());
        let decoded = Decoded { text: text.clone(), ..Decoded::default() };
        let mut now = factdesk::text::Article::new(document.article.clone(), decoded);
        now.segment.language = language;
        let placement = place(&document, &now);
        assert_eq!(placement.anchored.len(), document.sentences.len());
        for anchored in &placement.anchored {
            let sentence = &document.sentences[anchored.index];
            let unit = units.iter().position(|unit| unit.chars == sentence.span).unwrap();
            let there = truth[unit];
            // Of two sentences with the same words, either is right.
            let twin = |now: Span| {
                !is_only(&article.text, &units, &sentence.quote) && slice(&text, now) == sentence.quote
            };
            let right = match (anchored.now, there) {
                (None, None) => true,
                (Some(now), Some(there)) => alike(now, there.whole) || alike(now, there.part) || twin(now),
                (Some(now), None) => twin(now),
                (None, Some(_)) => {
                    self.orphan += 1;
                    self.example(format!("orphan {}: {:?}", anchored.state.id(), sentence.quote));
                    continue;
                }
            };
            self.correct += usize::from(right);
            self.wrong += usize::from(!right);
            if !right {
                let now = anchored.now.map(|now| slice(&text, now));
                let there = there.map(|there| slice(&text, there.whole));
                self.example(format!(
                    "wrong {}: {:?}\n  at {now:?}\n  not {there:?}",
                    anchored.state.id(),
                    sentence.quote
                ));
            }
        }
    }

    pub fn count(&self) -> usize {
        self.correct + self.wrong + self.orphan
    }

    pub fn correct_share(&self) -> f64 {
        self.share(self.correct)
    }

    pub fn wrong_share(&self) -> f64 {
        self.share(self.wrong)
    }

    fn share(&self, of: usize) -> f64 {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap());
        number(of) / number(self.count())
    }

    /// A few that were not right.
    pub fn examples(&self) -> String {
        self.examples.join("\n")
    }

    fn example(&mut self, example: String) {
        if self.examples.len() < 12 {
            self.examples.push(example);
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { correct, wrong, orphan, .. } = self;
        write!(f, "{} anchors: {correct} correct, {wrong} wrong, {orphan} orphan", self.count())?;
        write!(
            f,
            " ({:.1} % correct, {:.1} % wrong)",
            100.0 * self.correct_share(),
            100.0 * self.wrong_share()
        )
    }
}

fn document(article: &Article, units: &[Unit], saved: Saved, chance: &mut Chance) -> Document {
    let id = ArticleId::new("a.txt");
    let mut document = Document::new(id, Annotator::new("ab").unwrap());
    document.text_sha256 = Some(text_sha256(&article.text));
    document.lang = article.lang.map(str::to_owned);
    let share = match saved {
        Saved::All => 100,
        Saved::Half => 50,
        Saved::Third => 33,
    };
    for unit in units.iter().filter(|_| chance.percent(share)) {
        let quote = &article.text[unit.bytes.range()];
        document.sentences.push(Arc::new(Sentence { read: true, ..Sentence::untouched(unit.chars, quote) }));
    }
    document
}

fn start(units: &[Unit]) -> usize {
    units.first().map_or(0, |unit| unit.bytes.start as usize)
}

fn segments(text: &str, units: &[Unit]) -> Vec<Segment> {
    let ends = units.iter().skip(1).map(|unit| unit.bytes.start as usize).chain([text.len()]);
    let segment = |(number, (unit, end)): (usize, (&Unit, usize))| Segment {
        text: text[unit.bytes.range()].to_owned(),
        of: vec![(number, None)],
        blanks: text[unit.bytes.end as usize..end].to_owned(),
    };
    units.iter().zip(ends).enumerate().map(segment).collect()
}

/// Where a sentence is now: all of what it is in, and its own words.
#[derive(Clone, Copy)]
struct There {
    whole: Span,
    part: Span,
}

/// The text of `segments` after `head`, and where each of the old sentences is in it, in code points.
fn render(head: String, segments: &[Segment], sentences: usize) -> (String, Vec<Option<There>>) {
    let mut truth: Vec<Option<There>> = vec![None; sentences];
    let mut text = head;
    let mut at = position(text.chars().count());
    for segment in segments {
        let end = at + position(segment.text.chars().count());
        for (of, part) in &segment.of {
            let whole = Span::new(truth[*of].map_or(at, |there| there.whole.start), end);
            let part = part.map_or(whole, |part| Span::new(at + part.start, at + part.end));
            truth[*of] = Some(There { whole, part });
        }
        text.push_str(&segment.text);
        text.push_str(&segment.blanks);
        at = end + position(segment.blanks.chars().count());
    }
    (text, truth)
}

fn is_only(text: &str, units: &[Unit], words: &str) -> bool {
    units.iter().filter(|unit| text[unit.bytes.range()] == *words).count() == 1
}

/// Are the two half the same at least?
fn alike(one: Span, other: Span) -> bool {
    let common = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    2 * common >= one.end.max(other.end) - one.start.min(other.start)
}

fn slice(text: &str, span: Span) -> String {
    text.chars().skip(span.start as usize).take(span.len()).collect()
}
