//! The export dialog under the mouse, and what strangers can put into it.

use factdesk::{
    app::{ExportField, ExportPreview, Msg, Overlay, ReadSoFar, Target},
    export::{ExportCounts, Format, Sample, SampleRow},
};

use crate::{print, review::review, rules, scene::Scene};

/// Clicks on the first place that means `target`.
fn click(scene: &mut Scene, target: &Target) {
    let hits = scene.shot().hits;
    assert!(hits.iter().any(|(_, hit)| hit == target), "{target:?} is nowhere");
    scene.send(Msg::Clicked(target.clone()));
}

fn shown(scene: &Scene) -> String {
    print::text(&scene.shot().buffer)
}

#[test]
fn a_click_chooses_a_format_and_a_second_one_on_a_field_its_next_choice() {
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        let mut scene = review(width, height).keys("X");
        click(&mut scene, &Target::ExportFormat(Format::Brat));
        assert!(shown(&scene).contains("exports/desk-brat"), "{}", shown(&scene));
        click(&mut scene, &Target::ExportField(ExportField::Voice));
        assert!(shown(&scene).contains("‹ what desk decided, else mine ›"), "{}", shown(&scene));
        click(&mut scene, &Target::ExportField(ExportField::Voice));
        assert!(shown(&scene).contains("‹ mine ›"), "{}", shown(&scene));
        click(&mut scene, &Target::ExportField(ExportField::Rows));
        let Some(Overlay::Export(form)) = scene.app.overlays.last() else { panic!() };
        assert_eq!(form.field, ExportField::Voice, "a document has no rows to choose");
    }
}

#[test]
fn what_an_export_begins_with_never_shifts_the_frame_nor_reaches_the_terminal() {
    let evil = "\u{1b}]0;漢\u{202e}字\u{7}\u{feff} 👨‍👩‍👧‍👦 e\u{301}\u{302}\t\u{9b}2J";
    let row = SampleRow {
        place: evil.to_owned(),
        labels: evil.repeat(3),
        source: evil.repeat(9),
        words: evil.repeat(40),
    };
    let samples = [
        Sample::Rows(vec![row; 50]),
        Sample::Lines(
            [evil.repeat(40).as_str(), "", evil].repeat(50).into_iter().map(str::to_owned).collect(),
        ),
    ];
    for width in (40..=220).step_by(9) {
        for (sample, height) in samples.iter().zip([10, 30]) {
            let mut scene = review(width, height).keys("X Down");
            scene.send(Msg::Pasted(evil.to_owned()));
            let preview = ExportPreview {
                sample: Some(sample.clone()),
                counts: ExportCounts::default(),
                so_far: ReadSoFar::default(),
            };
            for generation in 1..5 {
                scene.send(Msg::ExportPreviewed { generation, preview: Box::new(preview.clone()) });
            }
            let buffer = scene.shot().buffer;
            rules::assert_exact(&buffer, &format!("{width}x{height}"));
            rules::assert_no_control(&buffer, &format!("{width}x{height}"));
        }
    }
}
