//! `factdesk agreement`: how far annotators agree, in figures, in pictures, and sentence by sentence.

mod json;
mod text;

use std::{collections::BTreeMap, io::Write as _, sync::Arc};

use super::{
    arguments::{self, Common, Report},
    place,
    report::{Failure, Outcome, Terms, output},
};
use crate::{
    annotation::{Annotator, Label, LabelSet},
    export::json::line,
    review::{
        Row,
        agreement::{Agreement, Ballot, Compared, Comparison, Interval, Scope, Scoped},
    },
    runtime::parallel,
    store::{ArticleRows, Workspace, annotated, article_rows},
    text::{ArticleId, Span},
};

/// Everything there is to tell.
struct Findings<'a> {
    /// The agreement on the sentences that count.
    scoped: Scoped<'a>,
    /// On those that all saw blind, and on those that somebody saw with suggestions.
    apart: [(&'static str, Scoped<'a>); 2],
    /// The labels to tell of: the three, and of a workspace's own those that somebody gives.
    labels: Vec<&'a Label>,
    /// For each of them the interval of alpha.
    intervals: Vec<Option<Interval>>,
    /// Sentences left out because somebody takes them for furniture.
    furniture: u64,
    /// Sentences that somebody read after having seen another's tags.
    seen: u64,
    /// Do these count too?
    all: bool,
    /// Where annotators do not agree, if that was asked for.
    disagreements: Option<Vec<Disagreement>>,
}

/// One sentence that annotators do not agree on.
struct Disagreement {
    article: ArticleId,
    /// The line where it begins, counted from 1; 0 where that is not known.
    line: u32,
    span: Option<Span>,
    quote: String,
    is_cut_differently: bool,
    /// For each label in dispute, who gives it and who does not.
    labels: Vec<(Label, [Vec<Annotator>; 2])>,
}

impl Disagreement {
    fn of(row: &Row, comparison: &Comparison<'_>, labels: &[Label]) -> Option<Self> {
        let disputed = (0..labels.len()).filter(|label| comparison.votes(*label).is_disputed());
        let sides = |label: usize| comparison.sides(label).map(|side| side.into_iter().cloned().collect());
        let labels: Vec<_> = disputed.map(|label| (labels[label].clone(), sides(label))).collect();
        (!labels.is_empty()).then(|| Self {
            article: row.article.id.clone(),
            line: row.line(),
            span: row.span(),
            quote: row.words().to_owned(),
            is_cut_differently: comparison.is_cut_differently,
            labels,
        })
    }
}

/// What one article adds.
struct Part {
    agreement: Agreement,
    disagreements: Vec<Disagreement>,
    problems: Vec<String>,
}

pub(super) fn run(asked: &arguments::Agreement, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let (workspace, settings, mut outcome) = place::settled(common, terms)?;
    let labels = labels(asked, &settings.labels)?;
    let (articles, compared) = chosen(asked, annotated(&workspace))?;

    let scope = if asked.all { Scope::All } else { Scope::Independent };
    let mut agreement = Agreement::new(labels, compared);
    let empty = agreement.empty();
    let mut disagreements = Vec::new();
    parallel::in_order(
        articles.into_iter(),
        |(article, annotators)| {
            part(&workspace, &article, &annotators, empty.empty(), asked.disagreements.then_some(scope))
        },
        |part| {
            agreement.merge(&part.agreement);
            disagreements.extend(part.disagreements);
            for problem in part.problems {
                terms.warn(problem);
                outcome = Outcome::Problems;
            }
            Ok::<_, Failure>(())
        },
    )?;

    let findings =
        findings(&agreement, &settings.labels, asked, scope, asked.disagreements.then_some(disagreements))?;
    let mut output = output();
    match asked.format {
        Report::Json => line(&mut output, &json::shape(&findings))?,
        Report::Text => text::write(&mut output, &findings)?,
    }
    output.flush()?;
    Ok(outcome)
}

/// The labels to compare: those asked for, else all that the workspace defines.
fn labels(asked: &arguments::Agreement, defined: &LabelSet) -> Result<Vec<Label>, Failure> {
    let all = || defined.iter().map(|definition| definition.label.clone());
    for name in &asked.labels {
        if all().all(|label| label.as_str() != name) {
            let names: Vec<_> = all().map(|label| label.to_string()).collect();
            let failure = Failure::new(format_args!("--label {name}: no label of this workspace"));
            return Err(failure.hint(format_args!("its labels are {}", names.join(", "))));
        }
    }
    let is_asked =
        |label: &Label| asked.labels.is_empty() || asked.labels.iter().any(|name| name == label.as_str());
    Ok(all().filter(is_asked).collect())
}

/// The articles to look at, with those of their annotators who are compared.
fn chosen(
    asked: &arguments::Agreement,
    mut articles: BTreeMap<ArticleId, Vec<Annotator>>,
) -> Result<(BTreeMap<ArticleId, Vec<Annotator>>, Compared), Failure> {
    let mut names = asked.annotators.iter().map(|name| place::named(name)).collect::<Result<Vec<_>, _>>()?;
    names.sort_unstable();
    names.dedup();
    for name in &names {
        if !articles.values().flatten().any(|annotator| annotator == name) {
            return Err(Failure::new(format_args!("--annotator {name}: has no annotations here")));
        }
    }
    if let [alone] = &*names {
        let failure = Failure::new(format_args!("--annotator {alone}: one alone agrees with nobody"));
        return Err(failure.hint("give --annotator two names or more, or none to compare everybody but desk"));
    }
    for story in &asked.stories {
        if !articles.keys().any(|article| article.story() == story) {
            return Err(Failure::new(format_args!(
                "--story {story}: nobody has annotations of such a story"
            )));
        }
    }
    for id in &asked.articles {
        if !articles.keys().any(|article| article.as_str() == id) {
            return Err(Failure::new(format_args!(
                "--article {id}: nobody has annotations of such an article"
            )));
        }
    }
    let of_story = |article: &ArticleId| asked.stories.iter().any(|story| story == article.story());
    let is_asked = |article: &ArticleId| asked.articles.iter().any(|id| id == article.as_str());
    let compared = Compared::new(names);
    articles.retain(|article, annotators| {
        annotators.retain(|annotator| compared.includes(annotator));
        let is_anywhere = asked.stories.is_empty() && asked.articles.is_empty();
        !annotators.is_empty() && (is_anywhere || of_story(article) || is_asked(article))
    });
    Ok((articles, compared))
}

/// What `annotators` say about one article, added to `agreement`; with the disagreements in that scope, if asked for.
fn part(
    workspace: &Workspace,
    article: &ArticleId,
    annotators: &[Annotator],
    mut agreement: Agreement,
    listed: Option<Scope>,
) -> Part {
    let ArticleRows { head, rows, errors, .. } = article_rows(workspace, article, annotators);
    let mut problems: Vec<String> = errors.iter().map(ToString::to_string).collect();
    if let Some(why) = &head.unreadable {
        problems.push(format!("{}\nhint: its sentences are compared by their words alone", why.en));
    }
    let labels: Arc<[Label]> = agreement.labels().into();
    let mut disagreements = Vec::new();
    agreement.add_each(&rows, |row, comparison| {
        let counts = |scope: Scope| comparison.is_compared() && scope.includes(comparison.sight);
        if listed.is_some_and(counts) {
            disagreements.extend(Disagreement::of(row, comparison, &labels));
        }
    });
    Part { agreement, disagreements, problems }
}

fn findings<'a>(
    agreement: &'a Agreement,
    defined: &LabelSet,
    asked: &arguments::Agreement,
    scope: Scope,
    disagreements: Option<Vec<Disagreement>>,
) -> Result<Findings<'a>, Failure> {
    let scoped = agreement.of(scope);
    let built_in = LabelSet::default();
    let is_told = |label: &&Label| {
        let is_own = built_in.find(label).is_none() && defined.find(label).is_some();
        !is_own || !asked.labels.is_empty() || scoped.ballot(label).is_some_and(Ballot::has_yes)
    };
    let labels: Vec<&Label> = agreement.labels().iter().filter(is_told).collect();
    let mut intervals = Vec::with_capacity(labels.len());
    parallel::in_order(
        labels.iter(),
        |label| scoped.interval(label),
        |interval| {
            intervals.push(interval);
            Ok::<_, Failure>(())
        },
    )?;
    let apart = [("blind", Scope::Blind), ("suggestions", Scope::Suggestions)]
        .map(|(name, scope)| (name, agreement.of(scope)));
    let (furniture, seen) = (agreement.furniture(), agreement.seen());
    Ok(Findings { scoped, apart, labels, intervals, furniture, seen, all: asked.all, disagreements })
}
