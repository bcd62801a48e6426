//! How fast text becomes sentences: megabytes per second over articles and over one line, and the time to the
//! first unit of a large article. The budget is 80 MB/s, and 1 ms for a first article.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use factdesk::text::sentence::{Options, Segmenter, segment};

const GERMAN: &str = "Streit um das Wehr der alten Mühle\n\nDer Stadtrat von Oberthal hat am 3. Mai nach mehr als \
    fünf Stunden beschlossen, das Wehr der alten Mühle vorerst nicht abzureißen. „Wir wissen zu wenig über den Bach. \
    Deshalb warten wir das Gutachten ab“, sagte Bürgermeisterin Dr. Ada Lindner (parteilos) nach der Sitzung.\n\nDie \
    Gegner des Beschlusses verweisen auf Kosten von etwa 1,2 Mio. Euro, z. B. für neue Schieber, Dämme usw. Das sei \
    \"so nicht zu vertreten\", hieß es. Ob der Verein der Mühlenfreunde e. V. klagt, blieb offen: Sein Vorsitzender \
    war bis zum Abend nicht zu erreichen.\n\nFoto: Kreisblatt/A. Muster\n\nLaut dem Gutachten aus dem 19. Jahrhundert \
    trägt der Damm bis heute; geprüft hat das seither niemand. Warum nicht? Darauf gab das Amt keine Antwort.\n\n";

const ENGLISH: &str = "Council keeps the mill pond, for now\n\nThe council of Upper Dale voted 5 to 4 on Tuesday to \
    keep the old mill pond until a survey is done. \"We know too little about the brook. So we wait,\" Mayor Ada \
    Lind said after the meeting, which ended at 11:40 p.m. on May 3.\n\nCritics point to a cost of $1.2 million, e.g. \
    for new gates, dams, etc. They called the plan \"hard to defend.\" Whether the Friends of the Mill Inc. will sue \
    remained open: Mr. J. B. Hall, who chairs the group, could not be reached.\n\nPhoto: Dale Courier\n\nAccording \
    to a report from the 19th century the dam still holds; nobody has checked since. Why not? The office gave no \
    answer (it is closed on Fridays). Neighbors from the U.S. and the U.K. have offered help.\n\n";

fn throughput(c: &mut Criterion) {
    let mut group = c.benchmark_group("segment");
    for (name, text) in [
        ("german article", GERMAN.to_owned()),
        ("german megabyte", GERMAN.repeat(1_000_000 / GERMAN.len())),
        ("english megabyte", ENGLISH.repeat(1_000_000 / ENGLISH.len())),
        ("one line of a megabyte", GERMAN.replace('\n', " ").repeat(1_000_000 / GERMAN.len())),
        ("hostile megabyte", "x (1.) \"a. ".repeat(1_000_000 / 11)),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |b, text| {
            b.iter(|| segment(black_box(text), 0, Options::default()));
        });
    }
    group.finish();
}

fn first_unit(c: &mut Criterion) {
    let text = GERMAN.repeat(20_000_000 / GERMAN.len());
    c.bench_function("first screen of 20 MB", |b| {
        b.iter(|| Segmenter::new(black_box(&text), 0, Options::default()).take(60).count());
    });
}

criterion_group!(benches, throughput, first_unit);
criterion_main!(benches);
