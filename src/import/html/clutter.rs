//! What stands on a page beside its article and is longer than many an article: layers that ask for consent, comments of
//! readers, invitations to subscribe. Readability, which looks for text, would take it for the article or a part of it.

use std::collections::HashSet;

use dom_smoothie::Readability;

/// Where readers comment.
const COMMENTS: &str = "#comments, #respond, #disqus_thread, #kommentare, .comments, .comments-area, .comments-section, \
    .comment-section, .comment-list, .commentlist, .kommentare, .leserkommentare";

/// What asks for consent. Not all that is called `cookie`, which may be baked, nor `cmp`, which is a component to some.
const CONSENT: &str = "[id*=cookie-], [id*=cookiebanner], [id*=Cookiebot], [id*=consent], #cmpbox, #cmpwrapper, \
    #usercentrics-root, #didomi-host, [class*=cookie-banner], [class*=cookiebanner], [class*=cookie-bar], \
    [class*=cookie-consent], [class*=cookie-layer], [class*=cookie-notice], [class*=consent-banner], \
    [class*=consent-layer], [class*=gdpr]";

/// Boxes that introduce the author.
const AUTHORS: &str = "[class*=author-box], [class*=author-bio], [class*=about-the-author], [class*=autorenbox], [class*=autor-box]";

/// Boxes that invite to subscribe, where they have a place to do so.
const LETTERS: &str = "[class*=newsletter]";
const PLACES: [&str; 3] = ["form", "input", "iframe"];

/// Elements that are taken out. A heading may have such a name too, and an article whose subject it is.
const CONTAINERS: [&str; 7] = ["div", "section", "aside", "dialog", "form", "ol", "ul"];

/// How many nodes such a box has at most. A longer one is the article, in a page that is called after one of these words.
const LARGEST_BOX: usize = 80;

/// Takes out what is beside the article. Whatever holds a headline or says that it is the main part of the page stays.
pub(super) fn remove(page: &Readability) {
    let mut holders = HashSet::new();
    for main in page.doc.select("html, body, main, h1, [itemprop=articleBody]").nodes() {
        let mut holder = Some(*main);
        while let Some(node) = holder.filter(|node| holders.insert(node.id)) {
            holder = node.parent();
        }
    }
    let beside = |selected: &str| {
        let found = page.doc.select(selected);
        let is_beside = found
            .nodes()
            .iter()
            .filter(|node| CONTAINERS.iter().any(|name| node.has_name(name)) && !holders.contains(&node.id));
        is_beside.copied().collect::<Vec<_>>()
    };
    for node in beside(COMMENTS).into_iter().chain(beside(CONSENT)) {
        node.remove_from_parent();
    }
    let boxes = |selected: &str, needed: Option<&[&str]>| {
        for node in beside(selected) {
            // No more of it is looked at: such boxes may lie in one another.
            let held: Vec<_> = node.descendants_it().take(LARGEST_BOX + 1).collect();
            let has = |names: &[&str]| held.iter().any(|node| names.iter().any(|name| node.has_name(name)));
            if held.len() <= LARGEST_BOX && needed.is_none_or(has) {
                node.remove_from_parent();
            }
        }
    };
    boxes(AUTHORS, None);
    boxes(LETTERS, Some(&PLACES));
}
