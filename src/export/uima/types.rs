//! The types that the files use.

use crate::export::fields;

/// The layer of `INCEpTION` that holds what is said about sentences. Its own layers begin with `webanno.custom`.
const LAYER: &str = "webanno.custom.Factdesk";

/// The type system description, with the types of `DKPro` Core as that declares them.
pub(super) fn type_system() -> String {
    let text = |name| (name, "uima.cas.String");
    let layer: Vec<_> = fields::NAMES.into_iter().map(text).collect();
    let metadata = [
        text("documentTitle"),
        text("documentId"),
        text("documentUri"),
        text("collectionId"),
        text("documentBaseUri"),
        ("isLastSegment", "uima.cas.Boolean"),
    ];
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n  <types>\n",
    );
    for (name, above, features) in [
        (
            "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
            "uima.tcas.DocumentAnnotation",
            &metadata[..],
        ),
        (
            "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence",
            "uima.tcas.Annotation",
            &[text("id")][..],
        ),
        (LAYER, "uima.tcas.Annotation", &layer[..]),
    ] {
        out.push_str("    <typeDescription>\n");
        element(&mut out, 6, "name", name);
        element(&mut out, 6, "description", "");
        element(&mut out, 6, "supertypeName", above);
        out.push_str("      <features>\n");
        for (name, range) in features {
            out.push_str("        <featureDescription>\n");
            element(&mut out, 10, "name", name);
            element(&mut out, 10, "description", "");
            element(&mut out, 10, "rangeTypeName", range);
            out.push_str("        </featureDescription>\n");
        }
        out.push_str("      </features>\n    </typeDescription>\n");
    }
    out.push_str("  </types>\n</typeSystemDescription>\n");
    out
}

fn element(out: &mut String, indent: usize, name: &str, value: &str) {
    out.extend(std::iter::repeat_n(' ', indent));
    for piece in ["<", name, ">", value, "</", name, ">\n"] {
        out.push_str(piece);
    }
}
