//! What of the newcomers is in the corpus already.

use super::Newcomer;
use crate::{
    cli::report::{Failure, Terms},
    import::near::{Alike, Newcomers},
    runtime::parallel,
    store::{Workspace, article_ids, read_article},
    text::FrontMatter,
};

/// How many likenesses of one newcomer are told.
const TOLD: usize = 3;

/// What of one newcomer is there already.
#[derive(Default)]
pub(super) struct There {
    /// What says the same word for word.
    pub(super) same: Option<String>,
    /// What shares much with it, the most like first, in words.
    pub(super) like: Vec<String>,
}

/// Compares the newcomers with every article of the corpus, on every core, and with one another. What cannot be read is
/// passed over: `check` tells of it.
pub(super) fn look(
    workspace: &Workspace,
    newcomers: &[Newcomer],
    terms: Terms,
) -> Result<Vec<There>, Failure> {
    let index = Newcomers::new(newcomers.iter().map(body));
    let mut found: Vec<Vec<(Alike, String)>> = newcomers.iter().map(|_| Vec::new()).collect();
    let mut unread = 0_usize;
    parallel::in_order(
        article_ids(workspace),
        |id| match read_article(workspace, &id) {
            Ok(article) => Ok((index.like(&article.text[article.body..]), id)),
            Err(error) => Err(error),
        },
        |compared| {
            match compared {
                Ok((alike, id)) => {
                    for (number, alike) in alike {
                        found[number].push((alike, id.to_string()));
                    }
                }
                Err(_) => unread += 1,
            }
            Ok::<(), Failure>(())
        },
    )?;
    for (number, newcomer) in newcomers.iter().enumerate() {
        for (other, alike) in index.like(body(newcomer)) {
            if other > number {
                found[other].push((alike, newcomer.from.clone()));
            }
        }
    }
    if unread > 0 {
        terms.detail(format_args!("{unread} articles cannot be read, and were not compared"));
    }
    Ok(found.into_iter().map(told).collect())
}

/// The text without its front matter.
fn body(newcomer: &Newcomer) -> &str {
    let start = FrontMatter::parse(&newcomer.text).map_or(0, |(_, start)| start);
    &newcomer.text[start..]
}

/// What was found, in words.
fn told(mut found: Vec<(Alike, String)>) -> There {
    found.sort_by(|one, other| share(other.0).cmp(&share(one.0)).then_with(|| one.1.cmp(&other.1)));
    let same = found.iter().find(|(alike, _)| *alike == Alike::Same).map(|(_, name)| name.clone());
    let like = found.iter().take(TOLD).map(|(alike, name)| match alike {
        Alike::Same => format!("says the same word for word as {name}"),
        Alike::Partly { newcomer, other } if newcomer >= other => {
            format!("{newcomer} % of it stands in {name}")
        }
        Alike::Partly { other, .. } => format!("it holds {other} % of {name}"),
    });
    There { same, like: like.collect() }
}

/// How much is shared, for putting the most first.
fn share(alike: Alike) -> usize {
    match alike {
        Alike::Same => usize::MAX,
        Alike::Partly { newcomer, other } => newcomer.max(other),
    }
}
