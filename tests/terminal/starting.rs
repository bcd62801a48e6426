//! The first start, the next one, and terminals that cannot show the workbench.

use std::fs;

use super::pty::Desk;

const PROGRAM: &str = env!("CARGO_BIN_EXE_factdesk");

#[test]
fn the_first_start_asks_who_tags_and_the_next_does_not() {
    let desk = Desk::new();
    let env = [("GIT_CONFIG_NOSYSTEM", "1")];
    let mut terminal = desk.run(&[PROGRAM], &env);
    terminal.wait("no question", |terminal| terminal.text().contains("a-z"));
    terminal.keys("cd\r");
    terminal.until("Die Brücke wird gesperrt.");
    terminal.keys("jc");
    terminal.until("1 claim");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    let config = desk.path().join("home/.config/factdesk/config.yaml");
    assert_eq!(fs::read_to_string(config).unwrap(), "annotator: cd\n");
    assert!(desk.path().join("annotations/cd/town/bridge.txt.yaml").is_file());

    let mut terminal = desk.run(&[PROGRAM], &env);
    terminal.until("1 claim");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn the_next_start_opens_the_article_last_open() {
    let desk = Desk::new();
    fs::write(desk.path().join("corpus/town/zebra.txt"), "Ein Zebra lief durch die Stadt.\n").unwrap();
    let mut terminal = desk.open();
    terminal.keys("J");
    terminal.until("Ein Zebra lief durch die Stadt.");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    let terminal = desk.run(&[PROGRAM, "--annotator", "ab"], &[]);
    terminal.until("Ein Zebra lief durch die Stadt.");
}

#[test]
fn what_is_switched_lasts_and_leaves_the_config_file_as_it_was_else() {
    let desk = Desk::new();
    let config = desk.path().join("home/.config/factdesk/config.yaml");
    fs::create_dir_all(config.parent().unwrap()).unwrap();
    fs::write(&config, "# mine\nlanguage: en # for now\nmouse: true\n").unwrap();
    let mut terminal = desk.open();
    terminal.keys(":deutsch\r");
    terminal.until("steht nun in");
    terminal.keys(":farbschema\r");
    terminal.until("Farben: light");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    let text = fs::read_to_string(&config).unwrap();
    assert_eq!(text, "# mine\nlanguage: de # for now\nmouse: true\ntheme: light\n");
    desk.open().until("gespeichert");
}

#[test]
fn a_dumb_terminal_is_refused_with_a_hint_and_nothing_is_drawn() {
    let desk = Desk::new();
    let mut terminal = desk.run(&[PROGRAM, "--annotator", "ab"], &[("TERM", "dumb"), ("NO_COLOR", "1")]);
    assert_eq!(terminal.ended(), 2);
    assert!(terminal.text().contains("--plain"), "{}", terminal.text());
    assert!(!terminal.raw().contains(&0x1b));
}
